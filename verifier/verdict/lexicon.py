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
ADVERBS = frozenset(
    "also officially formally already both then itself too likewise indeed however meanwhile eventually finally duly "
    "subsequently thereby thus therefore nonetheless nevertheless long legally".split()
)
PRESENT = frozenset({"currently", "now", "presently", "still"})
AUXILIARIES = frozenset({"has", "have", "had", "did", "does", "do", "'s"})
SKIPPABLE = ARTICLES | PUNCTUATION | ADVERBS | PRESENT | AUXILIARIES
# adverbials of several words that change nothing in what is claimed to hold
ADVERBIALS = tuple(
    tuple(phrase.split())
    for phrase in (
        "as well", "so far", "to date", "at present", "in fact", "of course", "in turn", "for its part", "by now",
        "until now", "up to now", "to this day", "at the time", "at that time", "at this time", "as of now",
        "for their part", "for the time being", "in addition", "as yet", "even today",
    )
)  # fmt: skip
CLEFT = frozenset({("it", "was", "that"), ("it", "is", "that"), ("it", "was", "when")})  # "It was in 2004 that ..."

NEGATIONS = frozenset({"not", "n't", "n’t"})
NEVER = frozenset({"never"})
ANY_MORE = (("any", "more"), ("any", "longer"), ("anymore",))
FORMERLY = frozenset({"former", "formerly", "erstwhile", "onetime", "one-time", "ex"})
DENYING_BEFORE_TO = frozenset({"fail", "yet", "still"})  # "yet to ratify"; "refused to" says more than "did not"

BE_FORMS = frozenset({"is", "are", "was", "were", "be", "been"})
PAST_FORMS = frozenset({"was", "were", "had"})
PRESENT_FORMS = frozenset({"is", "are", "has", "have", "'s"})
EXTENTS = frozenset(
    "about some only roughly approximately around nearly almost just over under more less fewer than at least "
    "most estimated exactly close to population".split()
)

# nouns that name the same kind of thing, whichever of them a corpus uses
SORTS = tuple(
    frozenset(group.split())
    for group in (
        "country state nation government",
        "person people man woman politician leader",
        "version release edition product",
        "team club side",
        "town city place municipality",
        "company firm business",
    )
)
ANY_SORT = frozenset({"those", "one"})

# verbs and adjectives, by dictionary form, for what happens to a thing only once: another date contradicts
HAPPENS_ONCE = frozenset(
    "abolish accede adopt assassinate bear born build coin complete construct create destroy die discover dissolve "
    "enact enter erect establish found inaugurate incorporate invent open originate ratify sign sink unveil".split()
)
AGAIN = frozenset("again anew second third twice another also re-elected reopened".split())
NOBODY = frozenset({"nobody", "none", "no-one"})
PERSONS = frozenset("person people man woman passenger victim resident inhabitant".split())
PRONOUNS = frozenset("it its they their he his she her this".split())
# what says that something happened before: evidence that does not say so does not support it
REPEATING = frozenset(
    "rejoin readmit reenter re-enter reopen rebuild reelect re-elect reappoint reinstate relaunch reissue regain "
    "resume again anew".split()
)
