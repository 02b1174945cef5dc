"""Reports as Markdown, for editors and version control."""

from collections.abc import Sequence

from verifier.records import Report
from verifier.reports.templating import environment


class MarkdownRenderer:
    """Writes report.md."""

    def render(self, reports: Sequence[Report]) -> str:
        """Return the text of the file."""
        return environment(False).get_template("report.md.jinja").render(reports=reports)
