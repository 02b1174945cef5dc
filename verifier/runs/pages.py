"""Reports for readers: one file for a few articles, and pages with an index for many, so that none grows too large."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from verifier.protocols import Renderer
from verifier.records import Report
from verifier.reports import assets
from verifier.reports.templating import environment
from verifier.runs.saved import SavedRun, told
from verifier.store import replace_pieces, replace_text

_ON_A_PAGE = 50  # articles; a browser shows as many with ease, and as many are in memory at a time
_SUFFIXES = {"md": "report.md", "html": "report.html", "csv": "report.csv"}
_WHOLE = (".csv",)  # one table, whatever its length
_PAGE = re.compile(r"report-\d+\.(html|md)")


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Reports of a saved run, read anew each time they are gone through."""

    saved: SavedRun
    order: Sequence[str]

    def __iter__(self) -> Iterator[Report]:
        return self.saved.reports(self.order)


def write_pages(saved: SavedRun, order: Sequence[str], formats: Mapping[str, Renderer]) -> list[Path]:
    """Write the chosen formats and return the files to open first; jsonl is there already.

    Raises:
        OutputError: the folder cannot be written.
    """
    return [
        _write(saved, order, saved.folder / _SUFFIXES[name], renderer)
        for name, renderer in formats.items()
        if name in _SUFFIXES
    ]


def _write(saved: SavedRun, order: Sequence[str], path: Path, renderer: Renderer) -> Path:
    with told(saved.folder):
        for old in saved.folder.iterdir():
            if _PAGE.fullmatch(old.name) and old.suffix == path.suffix:
                old.unlink()
        if len(order) <= _ON_A_PAGE or path.suffix in _WHOLE:
            replace_pieces(path, renderer.pieces(_Chosen(saved, order)))
            return path
        found = saved.reports(order)
        pages: list[Path] = []
        while reports := list(islice(found, _ON_A_PAGE)):
            pages.append(path.with_name(f"{path.stem}-{len(pages) + 1:04d}{path.suffix}"))
            replace_pieces(pages[-1], renderer.pieces(reports))
        replace_text(path, _index(saved, order, [page.name for page in pages], path.suffix))
    return path


def _index(saved: SavedRun, order: Sequence[str], pages: Sequence[str], suffix: str) -> str:
    """Return a list of all articles that leads to their places on the pages."""
    rows = [(id_, saved[id_], pages[n // _ON_A_PAGE], n % _ON_A_PAGE + 1) for n, id_ in enumerate(order)]
    looks = {"style": assets.style(), "script": assets.sorting(), "policy": assets.only(assets.sorting())}
    return environment(suffix == ".html").get_template(f"pages{suffix}.jinja").render(rows=rows, **looks)
