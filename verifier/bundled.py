"""Where the weights, corpora and sample articles that ship with the package lie."""

from pathlib import Path

from verifier.errors import ModelError

_PACKAGE = Path(__file__).parent / "bundle"
_CHECKOUT = Path(__file__).parent.parent


def model_path(name: str) -> Path:
    """Return the folder of a bundled model: "nli", "parser", "retriever", "genders" or "kinds".

    Raises:
        ModelError: the weights are neither in the installed package nor in a checkout around it.
    """
    for folder in (_PACKAGE / "models" / name, _CHECKOUT / "models" / name / "weights"):
        if folder.is_dir():
            return folder
    raise ModelError(f"bundled model '{name}' is missing; reinstall with: pip install --force-reinstall .")


def corpora() -> dict[str, Path]:
    """Return the bundled corpora by name."""
    for folder in (_PACKAGE / "corpora", _CHECKOUT / "seeds" / "corpora"):
        if folder.is_dir():
            return {path.name: path for path in sorted(folder.iterdir()) if (path / "corpus.toml").is_file()}
    return {}


def evals() -> Path:
    """Return the folder of the bundled suites and gold data.

    Raises:
        ModelError: it is neither in the installed package nor in a checkout around it.
    """
    for folder in (_PACKAGE / "evals", _CHECKOUT / "evals"):
        if (folder / "suites").is_dir():
            return folder
    raise ModelError("the bundled suites are missing; reinstall with: pip install --force-reinstall .")
