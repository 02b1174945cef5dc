"""Reports as one HTML file: no script from elsewhere, no font, no request."""

from collections.abc import Sequence

from verifier.records import Report
from verifier.reports.templating import environment


class HtmlRenderer:
    """Writes report.html."""

    def render(self, reports: Sequence[Report]) -> str:
        """Return the text of the file."""
        return environment(True).get_template("report.html.jinja").render(reports=reports)
