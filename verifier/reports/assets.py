"""The style and the script of the HTML report: small files, put together and named to the browser by their hashes."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

_STYLES = ("colours", "page", "article", "card", "controls", "print")
_SCRIPTS = ("state", "find", "filter", "decisions", "review", "exchange", "order", "live", "index", "keys", "wording")


@cache
def style() -> str:
    """Return the whole style sheet."""
    return _joined("style", _STYLES, "css")


@cache
def script() -> str:
    """Return the whole script; each part may use the parts before it."""
    return '"use strict";\n' + _joined("script", _SCRIPTS, "js")


@cache
def sorting() -> str:
    """Return the script of a page that is nothing but the table of articles."""
    return '"use strict";\n' + _joined("script", ("index",), "js")


@cache
def policy() -> str:
    """Return the Content-Security-Policy of a report."""
    return only(script())


def only(code: str) -> str:
    """Return a Content-Security-Policy: this script and the style run, nothing else, and nothing is fetched."""
    return (
        f"default-src 'none'; style-src '{source_hash(style())}'; script-src '{source_hash(code)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def live_policy() -> str:
    """Return the policy of a page that talks to the server that it came from, and to no other."""
    return f"{policy()}; connect-src 'self'"


def _joined(folder: str, names: tuple[str, ...], suffix: str) -> str:
    root = files("verifier.reports") / "templates" / folder
    return "".join((root / f"{name}.{suffix}").read_text(encoding="utf-8") for name in names)


def source_hash(text: str) -> str:
    """Return the source expression of an inline element that holds exactly this text (CSP level 3)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
