"""Reports as one HTML file that works without a network: article and claims side by side, filters, review."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from verifier.records import CheckedClaim, Label, Record, Report
from verifier.reports import assets
from verifier.reports.templating import environment
from verifier.reports.words import counts


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the rest of the file says of one article."""

    id: str  # anchor, "a1"
    title: str
    published: date | None
    claims: int
    counts: dict[Label, int]
    failures: int
    known: dict[str, str]  # what the script needs to file decisions


@dataclass(frozen=True, slots=True)
class HtmlRenderer:
    """Writes report.html, with what people decided on its claims where that is given."""

    decisions: Sequence[Record] = ()

    def pieces(self, reports: Iterable[Report]) -> Iterator[str]:
        """Yield the text of the file, an article at a time; reports are gone through twice."""
        return _page(reports, assets.policy(), decisions=self.decisions)

    def render(self, reports: Iterable[Report]) -> str:
        """Return the text of the file."""
        return "".join(self.pieces(reports))


def live_page(reports: Sequence[Report], secret: str) -> str:
    """Return the page as the review server gives it: decisions go to the server, with this secret."""
    return "".join(_page(reports, assets.live_policy(), secret=secret))


def answers(checked: Sequence[CheckedClaim]) -> str:
    """Return the verdicts on another wording, to be shown within the page."""
    return environment(True).get_template("wording.html.jinja").render(answers=checked)


def _page(
    reports: Iterable[Report], policy: str, *, secret: str = "", decisions: Sequence[Record] = ()
) -> Iterator[str]:
    sheets = [_sheet(f"a{number}", report) for number, report in enumerate(reports, 1)]
    template = environment(True).get_template("report.html.jinja")
    return template.generate(
        sheets=sheets,
        articles=zip(sheets, reports, strict=True),
        decided=[decision.model_dump(mode="json") for decision in decisions],
        style=assets.style(),
        script=assets.script(),
        policy=policy,
        secret=secret,
    )


def _sheet(id_: str, report: Report) -> Sheet:
    article = report.article
    digest = hashlib.sha256(article.text.encode()).hexdigest()[:16]  # decisions on another text must not meet this one
    return Sheet(
        id=id_,
        title=article.title or article.id,
        published=article.published,
        claims=len(report.claims),
        counts=counts(report.claims),
        failures=len(report.failures),
        known={"sheet": id_, "article": article.id, "run": report.run.key, "digest": digest},
    )
