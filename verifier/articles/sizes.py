"""How large an article may be: what is larger is a mistake, a collection or an attack, and is told at once."""

from pathlib import Path

from verifier.errors import ArticleError

MOST_BYTES = 20_000_000  # of a file of text, or of a line of JSON
MOST_CHARACTERS = 1_000_000  # of an article: 150,000 words


def refuse_large_file(path: Path) -> None:
    """Look at a file's size before it is read.

    Raises:
        ArticleError: it is too large, or cannot be opened.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise ArticleError(f"{path}: {error.strerror or error}; check the path and its permissions") from error
    if size > MOST_BYTES:
        raise ArticleError(
            f"{path}: {size / 1e6:.0f} MB is too large for an article (at most {MOST_BYTES // 10**6} MB); split it, or "
            "write one article a line into a .jsonl file"
        )


def refuse_long_text(text: str, name: str) -> None:
    """Look at a text's length before it is taken apart.

    Raises:
        ArticleError: it is too long.
    """
    if len(text) > MOST_CHARACTERS:
        raise ArticleError(
            f"{name}: {len(text):,} characters are too many for an article (at most {MOST_CHARACTERS:,}); "
            "split it into chapters"
        )
