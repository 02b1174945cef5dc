"""What a file says, whatever its format."""

from dataclasses import dataclass
from datetime import date, datetime

LARGEST = 200_000_000  # bytes that a file may unpack to; more is a mistake or an attack


@dataclass(frozen=True, slots=True)
class Content:
    """Text with what the file states about itself; offsets of passages refer to `text`."""

    text: str  # line ends are \n
    title: str | None = None
    published: date | None = None
    url: str | None = None


def unix_lines(text: str) -> str:
    """Return a text with line ends of Unix."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def day_of(value: object) -> date | None:
    """Return the day of a date, a time or an ISO text; None for anything else.

    >>> day_of("2024-08-30T12:00:00Z"), day_of("soon")
    (datetime.date(2024, 8, 30), None)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        return None
