"""Reports as Markdown, for editors and version control."""

from collections.abc import Iterable, Iterator

from verifier.records import Report
from verifier.reports.templating import environment


class MarkdownRenderer:
    """Writes report.md."""

    def pieces(self, reports: Iterable[Report]) -> Iterator[str]:
        """Yield the text of the file, a few lines at a time."""
        return environment(False).get_template("report.md.jinja").generate(reports=reports)

    def render(self, reports: Iterable[Report]) -> str:
        """Return the text of the file."""
        return "".join(self.pieces(reports))
