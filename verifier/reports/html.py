"""Reports as one HTML file that works without a network: article and claims side by side, filters, review."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.records import CheckedClaim, Record, Report
from verifier.reports import assets
from verifier.reports.templating import environment


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article of the file."""

    id: str  # anchor, "a1"
    report: Report
    digest: str  # of the text: decisions on another text of the same name must not meet this one

    @property
    def title(self) -> str:
        """The article's title, else its id."""
        return self.report.article.title or self.report.article.id

    @property
    def known(self) -> dict[str, str]:
        """What the script needs to file decisions."""
        return {"sheet": self.id, "article": self.report.article.id, "run": self.report.run.key, "digest": self.digest}


@dataclass(frozen=True, slots=True)
class HtmlRenderer:
    """Writes report.html, with what people decided on its claims where that is given."""

    decisions: Sequence[Record] = ()

    def render(self, reports: Sequence[Report]) -> str:
        """Return the text of the file."""
        return _page(reports, assets.policy(), decisions=self.decisions)


def live_page(reports: Sequence[Report], secret: str) -> str:
    """Return the page as the review server gives it: decisions go to the server, with this secret."""
    return _page(reports, assets.live_policy(), secret=secret)


def answers(checked: Sequence[CheckedClaim]) -> str:
    """Return the verdicts on another wording, to be shown within the page."""
    return environment(True).get_template("wording.html.jinja").render(answers=checked)


def _page(reports: Sequence[Report], policy: str, *, secret: str = "", decisions: Sequence[Record] = ()) -> str:
    sheets = [
        Sheet(f"a{number}", report, hashlib.sha256(report.article.text.encode()).hexdigest()[:16])
        for number, report in enumerate(reports, 1)
    ]
    template = environment(True).get_template("report.html.jinja")
    return template.render(
        sheets=sheets,
        decided=[decision.model_dump(mode="json") for decision in decisions],
        style=assets.style(),
        script=assets.script(),
        policy=policy,
        secret=secret,
    )
