"""Claims inside noun phrases: relative clauses, appositions, titles, reduced relatives."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any

from verifier.claims.coordination import SUBJECTS, has_finite, subject_of
from verifier.claims.drafts import Draft, Parsed, Part, trimmed
from verifier.claims.extent import to_the_end
from verifier.claims.lexicon import OCCUPATIONS, PLACES, ROLES
from verifier.claims.mentions import PEOPLE
from verifier.claims.noun_phrases import phrase
from verifier.claims.reach import of_more
from verifier.dates import find_times
from verifier.language import children, is_finite, subtree

_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_UNITS = frozenset("minute hour day week month year".split())
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")


@dataclass(frozen=True, slots=True)
class Found:
    """Drafts that a modifier yields, and the tokens that may leave its host."""

    drafts: tuple[Draft, ...]
    removed: frozenset[int] = frozenset()


def relative_clauses(parsed: Parsed) -> Iterator[Found]:
    """Yield claims of non-restrictive relative clauses: "the Court, which sits in The Hague"."""
    for pronoun in parsed.doc:
        if pronoun.lower_ in ("who", "which", "whom") and pronoun.i >= 2:
            found = _relative(parsed, pronoun)
            if found:
                yield found


def _relative(parsed: Parsed, pronoun: Any) -> Found | None:
    doc = parsed.doc
    preposition = doc[pronoun.i - 1] if doc[pronoun.i - 1].pos_ == "ADP" else None
    start = preposition.i if preposition is not None else pronoun.i
    if start < 2 or doc[start - 1].text != "," or (preposition is not None and doc[start - 2].lower_ == "according"):
        return None
    clause = next((a for a in pronoun.ancestors if has_finite(a) and min(subtree(a)) >= start - 1), None)
    antecedent = antecedent_before(doc, start)
    if antecedent is not None and clause is not None and pronoun.lower_ == "who":
        antecedent = _person(antecedent)
    if antecedent is not None and antecedent.dep_ == "appos" and antecedent.head.pos_ == "PROPN":
        antecedent = antecedent.head if antecedent.pos_ == "NOUN" else antecedent  # "Ole Berg, a cellist, who died"
    if antecedent is not None and pronoun.lower_ == "which":
        antecedent = whole_name(antecedent) if preposition is None else _determined(antecedent)
    if clause is None or antecedent is None or not _fits(antecedent, pronoun, clause) or of_more(clause, antecedent):
        return None
    if (preposition is not None and (_placed(antecedent) or _one_of_many(antecedent))) or antecedent.tag_ == "CD":
        return None
    if preposition is not None and find_times(f"in {parsed.text(list(phrase(antecedent)))}"):
        return None  # "at dawn on Monday, after which it stopped"
    if (
        preposition is None
        and _one_of_many(antecedent)
        and not any(t.tag_ == "VBZ" for t in doc[pronoun.i : clause.i + 1])
    ):
        return None  # "dust and gas, which contained"
    if antecedent.dep_ == "conj" and clause.tag_ == "VBP" and any(t.lower_ == "together" for t in clause.subtree):
        return None  # "lighting and rugs, which together account for"
    if preposition is not None and preposition.lower_ == "of" and _counts(doc[min(pronoun.i + 1, len(doc) - 1)]):
        return None  # "34 species, of which 21 are"
    if pronoun.lower_ == "who" and _of_a_job(antecedent):
        return None  # "a photographer for the Courier, who was hurt"
    if pronoun.lower_ == "who" and antecedent.pos_ == "NOUN" and antecedent.dep_ == "nmod":
        return None  # "a member of the public, who"
    if any(t.lemma_ == "be" and _tells_how_much_later(doc[t.i + 1 : t.i + 5]) for t in doc[pronoun.i + 1 :]):
        return None  # "leaves after lunch, which was an hour after the time": the leaving was
    if pronoun.dep_ == "det" or doc[max(min(phrase(antecedent)) - 1, 0)].lower_ in _REFLEXIVE:
        return None  # "during which time", "N, himself a sailor, who"
    whole = to_the_end(clause, start)
    subject = subject_of(clause)
    removed = (
        frozenset(whole) | {start, start - 1} | (closing_comma(doc, max(whole)) - _opening(doc, start, max(whole)))
    )
    body = trimmed(parsed, [i for i in whole if i not in (start, pronoun.i)])
    case = [i for i in phrase(antecedent) if i < antecedent.i and doc[i].pos_ == "ADP" and doc[i].lower_ != "of"]
    named: list[Part] = [i for i in phrase(antecedent) if not case or i > case[-1]]  # "least of all to N, who"
    if subject is None:
        return None
    unsaid = not body or doc[body[-1]].tag_ == "MD" or any(doc[i].lower_ == "whose" for i in body)
    if unsaid or any(doc[i].tag_ == "PRP" for i in phrase(antecedent)):
        return None  # "two thirds of them, for whom", "which neither can"
    if preposition is not None:
        return Found((Draft((*body, preposition.i, *named), "relative clause"),), removed)
    if subject.i == pronoun.i:
        return Found(tuple(_each_verb(parsed, clause, named, body)), removed)
    taken = clause.head.i == antecedent.i and pronoun.dep_ == "obj" and pronoun.head.i == clause.i
    if not taken or any(children(clause, "conj")):
        return None
    behind = sum(i <= clause.i for i in body)  # "which he denied": he denied it
    return Found((Draft((*body[:behind], *named, *body[behind:]), "relative clause"),), removed)


def _tells_how_much_later(words: Any) -> bool:
    """Say whether a time after another one stands here: "forty minutes after"."""
    said = [(t.lemma_.lower(), u.lower_) for t, u in pairwise(words)]
    return any(unit in _UNITS and word in ("after", "before", "later", "earlier") for unit, word in said)


def _person(antecedent: Any) -> Any:
    """Return the person that a phrase is of: "A diplomat briefed on the talks, who declined to be named"."""
    persons = PEOPLE | {"people", "person", "official", "resident"}
    if antecedent.pos_ != "NOUN" or antecedent.lemma_.lower() in persons:
        return antecedent
    before = takewhile(lambda t: not t.is_punct, reversed(antecedent.doc[: antecedent.i]))
    return next((t for t in before if t.pos_ == "NOUN" and t.lemma_.lower() in persons), antecedent)


def _of_a_job(name: Any) -> bool:
    """Say whether a name only tells for whom somebody works: "a photographer for the newspaper El Sol"."""
    inside = False
    while name.dep_.partition(":")[0] in ("nmod", "flat", "appos", "compound") and name.head.i != name.i:
        inside |= name.dep_ == "nmod" and any(children(name, "case"))
        name = name.head
        if inside and (name.lower_ in ROLES | OCCUPATIONS or name.ent_type_ == "PER"):
            return True
    return False


def _counts(token: Any) -> bool:
    """Say whether a word tells how many of something: "21", "most"."""
    return token.tag_ == "CD" or token.lower_ in (
        "some",
        "many",
        "most",
        "few",
        "several",
        "none",
        "all",
        "both",
        "each",
    )


def _one_of_many(antecedent: Any) -> bool:
    """Say whether a noun ends a longer phrase that may be meant: "a pact between Peru and Chile, by which"."""
    return bool(antecedent.dep_ == "conj" and antecedent.head.dep_ == "nmod")


def _placed(antecedent: Any) -> bool:
    """Say whether a name only tells where the noun before it is: "a park off Hue, in which they hold shares"."""
    where = any(c.lower_ in ("off", "in", "near", "at", "outside") for c in children(antecedent, "case"))
    above = antecedent.head
    return bool(where and antecedent.dep_ == "nmod" and above.pos_ == "NOUN" and any(children(above, "det")))


def _each_verb(parsed: Parsed, clause: Any, named: list[Part], body: list[int]) -> Iterator[Draft]:
    """Yield a draft for each finite verb of "which signed it in 1999 and ratified it in 2001".

    In "which was built in 1987 and refitted in 2019" the second may share the auxiliary: both stay together.
    """
    later = [c for c in children(clause, "conj") if c.i in body and is_finite(c) and subject_of(c) is None]
    passive = next(children(clause, "aux:pass"), None)
    if passive is not None and any(c.tag_ == "VBD" and not any(children(c, "obj")) for c in later):
        later = []
    shared = [] if passive is None or later else [(verb, passive.i) for verb in _participles(clause, body)]
    second = [(c, p) for c in children(clause, "conj") if c.i in body and (p := _pronoun(c)) is not None]
    rest = {i for c in (*later, *(verb for verb, _ in (*shared, *second))) for i in subtree(c)}
    yield Draft((*named, *trimmed(parsed, set(body) - rest)), "relative clause")
    for verb in later:
        yield Draft((*named, *trimmed(parsed, subtree(verb) & set(body))), "relative clause")
    for verb, auxiliary in shared:
        yield Draft((*named, auxiliary, *trimmed(parsed, subtree(verb) & set(body))), "relative clause")
    for verb, pronoun in second:
        said = trimmed(parsed, (subtree(verb) & set(body)) - {pronoun.i})
        behind = 0 if pronoun.dep_ in SUBJECTS else sum(i <= verb.i for i in said)
        yield Draft((*said[:behind], *named, *said[behind:]), "relative clause")


def _participles(clause: Any, body: list[int]) -> Iterator[Any]:
    """Yield what shares the auxiliary of a clause: "repaired" in "which was built in 1920 and repaired in 2001"."""
    for verb in children(clause, "conj"):
        if verb.i in body and verb.tag_ == "VBN" and not any(children(verb, "aux", "aux:pass", *SUBJECTS)):
            yield verb


def _pronoun(clause: Any) -> Any:
    """Return the pronoun of a second relative clause: "which" in "and which the museum bought"."""
    return next((c for c in children(clause, *SUBJECTS, "obj") if c.tag_ in ("WDT", "WP")), None)


def closing_comma(doc: Any, end: int) -> set[int]:
    """Return the comma behind a place, if there is one."""
    return {end + 1} if end + 1 < len(doc) and doc[end + 1].text == "," else set()


def _opening(doc: Any, start: int, end: int) -> set[int]:
    """Return the comma that parts an opening phrase from its host: "Unlike Peru, which has joined, Chile"."""
    phrase_first = doc[0].pos_ == "ADP" and not any(is_finite(t) or t.text == "," for t in doc[: start - 1])
    return closing_comma(doc, end) if phrase_first and any(is_finite(t) for t in doc[end + 1 :]) else set()


def antecedent_before(doc: Any, start: int) -> Any | None:
    """Return the head of the noun phrase that ends right before the comma."""
    at = start - 2
    if doc[at].text == ")":
        at = next((i for i in range(at, 0, -1) if doc[i].text == "("), 1) - 1
    token = doc[at]
    while token.dep_ in ("flat", "compound", "nmod:poss", "fixed", "goeswith") and token.head.pos_ in _NOMINAL:
        token = token.head
    return token if token.pos_ in _NOMINAL else None


def _determined(noun: Any) -> Any:
    """Return the noun with a determiner that a bare one belongs to: "her work" of "her work on dyes, for which"."""
    bare = noun.pos_ == "NOUN" and not any(children(noun, "det", "nmod:poss", "nummod"))
    return noun.head if bare and noun.dep_ == "nmod" and any(children(noun.head, "det", "nmod:poss")) else noun


def whole_name(token: Any) -> Any:
    """Return the head of the name that ends with a token: "the Academy" of "the Academy of Arts, which"."""
    above = token.head
    of = any(t.lower_ == "of" for t in children(token, "case"))
    whole = token.dep_ == "nmod" and of and token.pos_ == above.pos_ == "PROPN" and above.lower_ not in ROLES
    whole = whole and above.ent_type_ != "PER"  # "Ann Berg of the Reef Trust, which"
    return above if whole else token


def _fits(antecedent: Any, pronoun: Any, clause: Any) -> bool:
    """Check number, and that "who" speaks of a person, not of a place."""
    verb = next((t for t in (*children(clause, "cop", "aux", "aux:pass"), clause) if t.tag_ in ("VBZ", "VBP")), None)
    plural = antecedent.tag_ in ("NNS", "NNPS") or any(c.i < pronoun.i for c in children(antecedent, "conj"))
    is_subject = pronoun.dep_ in ("nsubj", "nsubj:pass")
    agrees = verb is None or not is_subject or (verb.tag_ == "VBZ") != plural
    past = next((t.lower_ for t in children(clause, "cop", "aux", "aux:pass") if t.lower_ in ("was", "were")), "")
    agrees = agrees and not (is_subject and past == ("was" if plural else "were"))
    agrees = agrees and len(list(children(clause, "nsubj", "nsubj:pass"))) < 2  # "a word, which the judge thought odd"
    place = antecedent.lower_ in PLACES or antecedent.ent_type_ in ("LOC", "ORG")
    person = pronoun.lower_ == "which" or not place or clause.head.i == antecedent.i  # "Rovers, who have not won"
    indefinite = antecedent.lower_ in ("anyone", "someone", "people", "those", "nobody", "everyone")
    return agrees and person and not indefinite
