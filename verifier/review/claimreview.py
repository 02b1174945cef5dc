"""Approved verdicts as ClaimReview (schema.org) in JSON-LD, for a page that publishes them."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Literal, Self
from urllib.parse import quote

from pydantic import ConfigDict, Field, HttpUrl, ValidationError, model_validator
from pydantic.alias_generators import to_camel

from verifier.errors import ReviewError
from verifier.records import Label, Record, Stance
from verifier.reports.explain import explanation
from verifier.reports.templating import web_address
from verifier.reports.words import LABEL_WORDS
from verifier.review.standing import Reviewed

RATINGS = {Label.REFUTED: 1, Label.CONFLICTING: 3, Label.SUPPORTED: 5}  # other verdicts rate nothing


class _Node(Record):
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)


class Organization(_Node):
    """Who reviews."""

    type_: Literal["Organization"] = Field(default="Organization", alias="@type")
    name: str = Field(min_length=1)


class Speaker(_Node):
    """Who made a claim; without a type, as the vocabulary knows Person and Organization and the article may not say."""

    name: str = Field(min_length=1)


class Rating(_Node):
    """The verdict on a scale, and in words."""

    type_: Literal["Rating"] = Field(default="Rating", alias="@type")
    rating_value: int
    best_rating: int = 5
    worst_rating: int = 1
    alternate_name: str = Field(min_length=1)

    @model_validator(mode="after")
    def _on_the_scale(self) -> Self:
        if not self.worst_rating <= self.rating_value <= self.best_rating:
            raise ValueError("the rating lies outside of its scale")
        return self


class Work(_Node):
    """The article that makes the claim."""

    type_: Literal["Article"] = Field(default="Article", alias="@type")
    headline: str | None = None
    url: HttpUrl | None = None
    date_published: date | None = None


class Reviewable(_Node):
    """The claim as its author made it."""

    type_: Literal["Claim"] = Field(default="Claim", alias="@type")
    author: Speaker | None = None
    date_published: date | None = None
    appearance: Work


class ClaimReview(_Node):
    """One review; the fields without default are those that search engines and the vocabulary's users need."""

    context: Literal["https://schema.org"] = Field(default="https://schema.org", alias="@context")
    type_: Literal["ClaimReview"] = Field(default="ClaimReview", alias="@type")
    url: HttpUrl
    claim_reviewed: str = Field(min_length=1)
    date_published: date
    author: Organization
    review_rating: Rating
    item_reviewed: Reviewable
    review_body: str
    is_based_on: tuple[HttpUrl, ...] = ()


def publishable(items: Sequence[Reviewed]) -> list[Reviewed]:
    """Return what may be published: people agree, on a verdict that rates the claim."""
    return [item for item in items if item.verdict in RATINGS]


def claim_reviews(items: Sequence[Reviewed], url: str, publisher: str) -> str:
    """Return a JSON array of ClaimReview, approved claims only.

    Args:
        items: reviewed claims.
        url: address of the page that will carry the reviews; each gets its anchor there.
        publisher: the organisation that stands for them.

    Raises:
        ReviewError: the address or the name cannot be used.
    """
    try:
        made = [_review(item, item.verdict, url, publisher) for item in publishable(items) if item.verdict]
    except ValidationError as error:
        first = error.errors()[0]
        raise ReviewError(f"ClaimReview {'.'.join(map(str, first['loc']))}: {first['msg']}; mend --url") from error
    rows = [review.model_dump(mode="json", by_alias=True, exclude_none=True) for review in made]
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def _review(item: Reviewed, label: Label, url: str, publisher: str) -> ClaimReview:
    claim, verdict, article = item.checked.claim, item.checked.verdict, item.report.article
    latest = item.decisions[-1]
    used = (e.hit.passage.url for e in verdict.evidence if e.stance in (Stance.SUPPORTS, Stance.REFUTES))
    links = tuple(HttpUrl(link) for link in dict.fromkeys(used) if link and web_address(link))
    source = web_address(article.source)
    return ClaimReview(
        url=HttpUrl(f"{url}#{quote(f'{article.id}-{claim.id}')}"),
        claim_reviewed=claim.text,
        date_published=latest.time.date(),
        author=Organization(name=publisher),
        review_rating=Rating(rating_value=RATINGS[label], alternate_name=LABEL_WORDS[label].capitalize()),
        item_reviewed=Reviewable(
            author=Speaker(name=claim.attribution.speaker) if claim.attribution else None,
            date_published=article.published,
            appearance=Work(
                headline=article.title, url=HttpUrl(source) if source else None, date_published=article.published
            ),
        ),
        review_body=explanation(item.checked) if label is verdict.label else latest.reason,
        is_based_on=links if label is verdict.label else (),
    )
