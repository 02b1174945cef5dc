"""What "neither A nor B" denies: "Neither A nor B came" says "A did not come" and "B did not come"."""

from typing import Any

from verifier.claims.drafts import Added, Draft, Parsed, Part, trimmed
from verifier.claims.ellipsis import NEED_OBJECT
from verifier.claims.quantified import singular_verb
from verifier.language import is_finite
from verifier.records import EditKind

_RULE = "neither ... nor"


def denies_both(parsed: Parsed) -> bool:
    """Say whether a sentence has a "nor", whose parts cannot be told apart by their verbs alone."""
    return any(token.lower_ == "nor" for token in parsed.doc)


def denied_each(parsed: Parsed) -> list[Draft]:
    """Return a draft for each of two denied things; none where the sentence is built in another way."""
    doc = parsed.doc
    words = [token.lower_ for token in doc]
    if words.count("neither") != 1 or words.count("nor") != 1 or words.index("nor") < words.index("neither"):
        return []
    neither, nor = words.index("neither"), words.index("nor")
    end = next((t.i for t in reversed(doc) if t.is_alpha or t.like_num), len(doc) - 1) + 1
    first, second = range(neither + 1, nor), range(nor + 1, end)
    if any(doc[i].text in ";:" for i in range(end)):
        return []
    if neither == 0 or (words[neither - 1] == "," and not any(is_finite(t) for t in doc[:neither])):
        return _of_subjects(parsed, range(neither), first, second)
    return _of_predicates(parsed, range(neither), first, second)


def _of_subjects(parsed: Parsed, opening: range, first: range, second: range) -> list[Draft]:
    """Read "Neither A nor B has left": the verb is the first behind B."""
    doc = parsed.doc
    verb = next((i for i in second if is_finite(doc[i])), None)
    if verb is None or verb == second.start or any(is_finite(doc[i]) for i in first):
        return []
    if any(doc[i].tag_ in ("WDT", "WP", "WP$", "WRB") for i in range(first.start, verb)):
        return []  # "nor the Front, which seized the hills, accepted it": that verb is not what is denied
    rest = range(verb + 1, second.stop)
    runs = [_closed(parsed, first), _closed(parsed, range(second.start, verb))]
    if not all(runs):
        return []
    return [Draft((*opening, *run, *_negated(doc[verb], _plural(doc, run)), *rest), _RULE) for run in runs]


def _closed(parsed: Parsed, run: range) -> list[int]:
    """Return a noun phrase, with the comma that closes its apposition."""
    kept = trimmed(parsed, run)
    inner = any(parsed.doc[i].text == "," for i in kept)
    return [*kept, run.stop - 1] if inner and parsed.doc[run.stop - 1].text == "," else kept


def _of_predicates(parsed: Parsed, subject: range, first: range, second: range) -> list[Draft]:
    """Read "A is neither B nor C", "A speaks neither B nor C" and "A neither speaks B nor reads C"."""
    doc = parsed.doc
    verbs = [i for i in (*first, *second) if is_finite(doc[i])]
    perfect = doc[subject.stop - 1].lower_ in ("has", "have", "had")
    verbs = [i for i in verbs if not (perfect and i in (first.start, second.start))]  # participles behind "have"
    opens = [run.start for run in (first, second) if run and run.start in verbs]
    runs = [trimmed(parsed, first), trimmed(parsed, second)]
    if all(runs) and len(runs[0]) == 1 and doc[runs[0][0]].lemma_ in NEED_OBJECT and doc[runs[1][0]].tag_[:2] == "VB":
        runs[0] = [*runs[0], *runs[1][1:]]  # "neither signed nor ratified it"
    shared = len(runs[0]) == 1 and doc[first.start].pos_ == "VERB" and len(runs[1]) > 1  # "neither signed nor kept it"
    if not all(runs) or shared or verbs != opens or len(verbs) not in (0, 2):
        return []
    before = doc[subject.stop - 1]
    if verbs and before.pos_ != "AUX":
        plural = doc[verbs[0]].tag_ == "VBP"
        return [Draft((*subject, *_negated(doc[r[0]], plural), *r[1:]), _RULE) for r in runs]
    finite = [i for i in subject if is_finite(doc[i])]  # "has neither signed nor ratified": read as past forms at times
    if len(finite) != 1 or (finite[0] != before.i and before.pos_ != "AUX"):
        return []
    lead = (*range(finite[0]), *_negated(doc[finite[0]], plural=doc[finite[0]].tag_ == "VBP"))
    return [Draft((*lead, *range(finite[0] + 1, subject.stop), *run), _RULE) for run in runs]


def _negated(verb: Any, plural: bool) -> tuple[Part, ...]:
    """Return a finite verb with its negation; an auxiliary takes "not", any other verb "did not"."""
    if verb.pos_ == "AUX" or verb.lemma_ == "be" or verb.tag_ == "MD":
        form = verb.text if plural else singular_verb(verb)
        own: Part = verb.i if form == verb.text else Added(form, EditKind.INFLECTION, "said of one", replaces=verb.i)
        return own, Added("not", EditKind.FUNCTION_WORD, "'neither'")
    does = "did" if verb.tag_ == "VBD" else "do" if plural else "does"
    return (Added(f"{does} not {verb.lemma_}", EditKind.INFLECTION, "'neither'", replaces=verb.i),)


def _plural(doc: Any, run: list[int]) -> bool:
    head = next((doc[i] for i in run if doc[i].head.i not in run), doc[run[-1]])
    return head.tag_ in ("NNS", "NNPS")
