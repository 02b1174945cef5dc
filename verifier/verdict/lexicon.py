"""Closed word classes that the frame reader may pass over, and what the others mean."""

from enum import StrEnum


class Polarity(StrEnum):
    """What a claim's negation words say about the time of a state or event."""

    AFFIRMED = "affirmed"
    DENIED = "denied"  # not
    NEVER = "never"
    NO_LONGER = "no_longer"


ARTICLES = frozenset({"the", "a", "an"})
PUNCTUATION = frozenset({",", ".", ";", ":", '"', "“", "”", "'", "‘", "’", "(", ")", "!"})
ADVERBS = frozenset({"also", "officially", "formally", "already", "both", "then", "itself"})
PRESENT = frozenset({"currently", "now", "presently", "still"})
AUXILIARIES = frozenset({"has", "have", "had", "did", "does", "do", "'s"})
NEGATIONS = frozenset({"not", "n't", "n’t"})
SKIPPABLE = ARTICLES | PUNCTUATION | ADVERBS | PRESENT | AUXILIARIES
PAST_FORMS = frozenset({"was", "were", "had"})
PRESENT_FORMS = frozenset({"is", "are", "has", "have", "'s"})
EXTENTS = frozenset(
    "about some only roughly approximately around nearly almost just over under more less fewer than at least "
    "most estimated exactly close to population".split()
)
