"""The template environment of Markdown and HTML reports."""

import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from verifier.records import Kind, Label, Stance
from verifier.reports import words
from verifier.reports.explain import by_check, explanation, other_evidence, telling_evidence
from verifier.reports.highlight import paragraphs
from verifier.reports.rewriting import rewriting

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


@cache
def environment(escape: bool) -> Environment:
    """Return the environment; HTML is escaped, undefined names are errors."""
    made = Environment(
        loader=PackageLoader("verifier.reports"),
        autoescape=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals |= {
        "Kind": Kind,
        "Label": Label,
        "Stance": Stance,
        "paragraphs": paragraphs,
        "rewriting": rewriting,
        "explanation": explanation,
        "telling_evidence": telling_evidence,
        "other_evidence": other_evidence,
        "by_check": by_check,
        "counts": words.counts,
        "summary": words.summary,
        "verdict_words": words.verdict_words,
        "shown_edits": words.shown_edits,
        "FLAG_WORDS": words.FLAG_WORDS,
        "KIND_WORDS": words.KIND_WORDS,
        "MODALITY_WORDS": words.MODALITY_WORDS,
        "LABEL_WORDS": words.LABEL_WORDS,
        "LABEL_MARKS": words.LABEL_MARKS,
        "STANCE_WORDS": words.STANCE_WORDS,
    }
    made.filters |= {"web": web_address, "plain": plain_markdown, "percent": words.percent, "unhashed": words.unhashed}
    return made


def web_address(url: str | None) -> str | None:
    """Return an http(s) address, None for anything else: no other scheme becomes a link."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def plain_markdown(text: Any) -> str:
    """Escape what Markdown would read as markup, and keep it on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(str(text).split()))
