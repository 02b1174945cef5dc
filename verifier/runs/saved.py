"""The folder of a run: reports.jsonl grows line by line, and only an index of it is held in memory."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

from verifier.errors import InputError, OutputError
from verifier.records import Article, Report, RunInfo
from verifier.reports.jsonl import report_line
from verifier.reports.public import PublicReport, from_public
from verifier.runs.entries import Entry, read_entry, why_again
from verifier.runs.lock import alone_in
from verifier.store import append_lines, replace_bytes

REPORTS = "reports.jsonl"
_DAMAGED = "reports.damaged.jsonl"
_WRITTEN = (REPORTS, "report*.html", "report*.md", "report*.csv", "run.json", ".holder.json")


class SavedRun:
    """One output folder; `opened` is the only way in.

    Raises:
        OutputError: the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / REPORTS
        self.damaged = 0  # lines that were no reports, set aside in reports.damaged.jsonl
        self._entries: dict[str, Entry] = {}
        self._runs: dict[str, RunInfo] = {}
        self._lines = 0  # of reports.jsonl: more than entries where a later report replaced an earlier one

    def __getitem__(self, id_: str) -> Entry:
        """Return what is known of an article's report."""
        return self._entries[id_]

    def __contains__(self, id_: str) -> bool:
        """Say whether the article has a report."""
        return id_ in self._entries

    def __len__(self) -> int:
        """Return how many articles have a report, those of other batches among them."""
        return len(self._entries)

    def why(self, article: Article, as_of: date, run: RunInfo) -> str | None:
        """Say why an article is to be verified, or None where its saved report is good."""
        entry = self._entries.get(article.id)
        return "new" if entry is None else why_again(entry, article, as_of, run, self._runs)

    def add(self, reports: Sequence[Report]) -> None:
        """Append reports durably; when this returns they survive a crash.

        Raises:
            OutputError: the disk is full, or the file cannot be written.
        """
        lines = [report_line(report) for report in reports]
        with told(self.folder):
            start = append_lines(self.path, lines)
        for line in lines:
            data = f"{line}\n".encode()
            self._remember(data, start)
            start += len(data)

    def keep_latest(self, order: Sequence[str]) -> None:
        """Drop reports that a later one replaced, and sort the rest as the articles came, those of others last."""
        here = [id_ for id_ in order if id_ in self._entries]
        among = set(here)
        kept = [*here, *sorted(id_ for id_ in self._entries if id_ not in among)]
        starts = [self._entries[id_].start for id_ in kept]
        if self._lines == len(kept) and starts == sorted(starts):
            return
        with told(self.folder), self.path.open("rb") as file:
            replace_bytes(self.path, (_line(file, self._entries[id_]) for id_ in kept))
        self.read()

    def reports(self, order: Sequence[str]) -> Iterator[Report]:
        """Yield the saved reports of articles, one in memory at a time."""
        if not self.path.is_file():
            return
        with self.path.open("rb") as file:
            for id_ in order:
                if id_ in self._entries:
                    yield from_public(PublicReport.model_validate_json(_line(file, self._entries[id_])))

    def read(self) -> None:
        """Index the file anew; a line torn by a crash does not count, one that is damaged is set aside."""
        self._entries, self._lines = {}, 0
        if not self.path.is_file():
            return
        bad, start = [], 0
        with self.path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    self._lines += 1  # so that keep_latest writes the file without it
                elif not self._remember(line, start):
                    bad.append((start, len(line)))
                start += len(line)
        if bad:
            self._set_aside(bad)

    def _remember(self, line: bytes, start: int) -> bool:
        found = read_entry(line, start, self._runs)
        self._lines += 1
        if found is not None:
            self._entries[found[0]] = found[1]
        return found is not None

    def _set_aside(self, bad: Sequence[tuple[int, int]]) -> None:
        """Keep damaged lines in a file of their own; keep_latest drops them from this one."""
        with told(self.folder), self.path.open("rb") as file, (self.folder / _DAMAGED).open("ab") as aside:
            for start, length in bad:
                file.seek(start)
                aside.write(file.read(length))
        self.damaged += len(bad)


@contextmanager
def opened(folder: Path) -> Iterator[SavedRun]:
    """Hold an output folder, made where it is missing, with what earlier runs left in it.

    Raises:
        InputError: the folder cannot be made.
        OutputError: it cannot be written, or another run is at work in it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: cannot write there ({error.strerror}); choose another --out") from error
    with alone_in(folder):
        for name in _WRITTEN:  # halves of files that a killed run was writing
            for half in folder.glob(f".{name}.[0-9]*"):
                half.unlink(missing_ok=True)
        saved = SavedRun(folder)
        with told(folder):
            saved.read()
        yield saved


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Say what became of the run when its folder cannot be written any more."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{folder}: cannot write ({error.strerror}); what is in reports.jsonl is kept: make room, or allow "
            "writing, then run the same command again"
        ) from error


def _line(file: BinaryIO, entry: Entry) -> bytes:
    file.seek(entry.start)
    return file.read(entry.length)
