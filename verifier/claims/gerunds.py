"""Clauses without a subject of their own: "before ratifying it", ", missing the summit", "Since taking office"."""

from collections.abc import Iterator
from typing import Any

from verifier.claims.coordination import SUBJECTS, auxiliaries, subject_of
from verifier.claims.drafts import Added, Draft, Parsed, copula, trimmed, with_time_after
from verifier.claims.lexicon import HOLDING, KEEP_WHOLE_MARKS, REPORTING
from verifier.claims.modifiers import Found
from verifier.claims.noun_phrases import without_asides
from verifier.claims.pasts import past_form
from verifier.dates import find_times
from verifier.language import children, is_finite, subtree
from verifier.records import EditKind

SAYING = "what the subject said"
_SEQUENCE = ("before", "after", "then")
NO_DOING = frozenset(
    "including excluding according following regarding concerning considering depending ranging starting beginning "
    "compared based owing being barring pending comprising consisting containing totalling totaling numbering "
    "relating pertaining belonging".split()
)  # more prepositions than verbs: nobody does them
_EVENTS = frozenset(
    "meaning marking resulting leading showing suggesting indicating bringing underscoring underlining highlighting "
    "signalling signaling reflecting prompting triggering sparking fuelling fueling allowing enabling".split()
)  # what the event before the comma does, not its subject
# likewise with "it": "making it the largest"
_RESULTS = frozenset("making leaving taking giving putting turning rendering sending keeping".split())


_MARKS = frozenset("after when as while since".split())
_QUOTES = ('"', "“", "”")
_CAUSING = frozenset("forcing causing stranding disrupting halting delaying exposing freeing cutting blocking".split())
_STATES = frozenset("knowing having hoping believing wanting fearing".split())  # hold for the time of the host alone
_PLANNING = frozenset(
    "agree plan want aim hope intend decide vow promise offer propose threaten seek try attempt expect prepare".split()
)
_TO_COME = ("on course", "on track", "set to", "poised to", "likely to", "expected to", "due to")
_MOVING = frozenset("sending pushing driving lifting dragging pulling".split())  # "sending its shares down"
_ACCUSING = frozenset("charge count accuse convict suspect guilty allegation accusation acquit".split())
_ACCIDENTS = frozenset("sink crash collapse capsize overturn derail fall topple plunge tumble".split())
_HARMING = frozenset("killing injuring wounding hurting trapping burying".split())  # the accident does, not the ship


def gerunds(parsed: Parsed, root: Any) -> Iterator[Found]:
    """Yield claims of subjectless -ing clauses that share the root's subject.

    "signed it in 2000, before ratifying it in 2002"; "avoided travel, missing the summit in May". The host keeps a
    clause after "before" that has no time of its own, since the order would be lost.
    """
    subject = subject_of(root)
    if subject is None or subject.tag_ == "EX" or parsed.doc[0].lower_ in KEEP_WHOLE_MARKS:
        return  # "If all goes well, it will fly past Venus, using": not without the condition
    for verb in _gerunds(parsed.doc[root.i :]):
        lead = _lead(verb) if _agentive(verb) and not _said(verb, root) else None
        lead = lead if lead is None or lead >= verb.i or not _of_a_time(verb, root) else None
        if any(c.i < verb.i and subject_of(c) is not None for c in children(root, "conj")):
            continue  # "the wind dropped, and we sat outside, watching"
        if verb.dep_ == "acl" and verb.head.i != subject.i and verb.head.dep_ in SUBJECTS:
            continue  # "its colours are cool and its light, falling from the left, is sharp"
        if _still_open(parsed.doc[: verb.i].text.lower()):
            continue  # "was on course for victory, ending"
        if root.lemma_.lower() in _PLANNING and any(c.tag_ == "VB" and c.i < verb.i for c in children(root, "xcomp")):
            continue  # "has agreed to buy its rival, creating"
        if lead is None or (verb.nbor(-1).lower_ in _SEQUENCE and any(c.tag_ == "MD" for c in root.children)):
            continue  # what comes before or after what will be may be long past
        inner = {i for c in children(verb, "conj") if c.tag_ == "VBG" for i in subtree(c)}
        clause = subtree(verb) | _apposed(verb)
        body = with_time_after(parsed, [i for i in trimmed(parsed, clause - inner) if i > verb.i])
        loose = (i for i in body if parsed.doc[i].lower_ in ("before", "after") and i + 1 not in body)
        body = trimmed(parsed, set(body) - {*loose})
        if verb.dep_ == "conj" and verb.head.tag_ == "VBG" and any(t.lower_ == "or" for t in parsed.doc[verb.head.i :]):
            continue  # "could end up paying more, losing services or both"
        if not body or (verb.lemma_.lower() in REPORTING | HOLDING and _unsaid(parsed.doc, body)):
            continue  # "planning" alone; "holding that a notice", whose verb was lost
        if verb.lower_ in _CAUSING and any(children(root, "nsubj:pass")):
            continue  # "roads were blocked, forcing troops to fly": the block did
        if verb.i + 1 < len(parsed.doc) and verb.nbor(1).tag_ in ("VBD", "VBN"):
            continue  # "after shelling killed 14"
        if verb.lemma_.lower() in REPORTING and _said_later(parsed.doc, body):
            continue  # "disagree, pointing out, rightly, that"
        if _of_another_clause(verb):
            continue  # "before Botha, bowling slowly, removed both"
        if verb.lower_ == "adding" and any(children(root, "nsubj:pass")):
            continue  # "services will be diverted, adding two hours to journeys": that they are does
        said = Draft((*without_asides(subject), _past(verb, root, subject), *body),
                     SAYING if _tells(parsed.doc, verb, body) else "participle clause")  # fmt: skip
        ordered = parsed.doc[verb.i - 1].lower_ in ("before", "after") and not find_times(parsed.text(body))
        taken = {*clause, *body, *(i for i in (lead, lead + 1) if i < verb.i)}
        yield Found((said,), frozenset() if ordered else frozenset(taken))


def results_in(words: Any) -> bool:
    """Say whether a stretch ends with what all before it comes to: ", making it the tallest"."""
    pairs = [(t, t.nbor(1)) for t in words[1:-1] if t.nbor(-1).text == "," and t.tag_ == "VBG"]
    moved = (
        t.lower_ in _MOVING and after.lower_ in ("its", "their") for t, after in pairs
    )  # "sending its shares down"
    return any(t.lower_ in _RESULTS and after.lower_ in ("it", "them") for t, after in pairs) or any(moved)


def _still_open(before: str) -> bool:
    return any(f" {phrase} " in before for phrase in _TO_COME)


def _of_another_clause(verb: Any) -> bool:
    """Say whether the name right before a gerund is the subject of a clause of time: "before Botha, bowling, fell"."""
    doc, at = verb.doc, verb.i - 2
    while at > 0 and doc[at].pos_ in ("PROPN", "NOUN", "ADJ", "DET"):
        at -= 1
    opens = doc[at].lower_ in _MARKS | {"before", "until"} and doc[at].tag_ in ("IN", "WRB") and at < verb.i - 2
    return opens and any(is_finite(t) for t in doc[verb.i + 1 :])


def _said_later(doc: Any, body: list[int]) -> bool:
    """Say whether what is said follows behind an insertion."""
    after = [t.lower_ for t in doc[body[-1] + 1 : body[-1] + 6]]
    return not any(is_finite(doc[i]) for i in body) and after[:1] == [","] and "that" in after


def _tells(doc: Any, verb: Any, body: list[int]) -> bool:
    """Say whether a verb of saying has something said behind it: not "adding a wing to the hall"."""
    clause = any(is_finite(doc[i]) or doc[i].text in _QUOTES or doc[i].text == ":" for i in body)
    return verb.lemma_.lower() in REPORTING and (clause or verb.lemma_.lower() != "add")


def _unsaid(doc: Any, body: list[int]) -> bool:
    """Say whether "that" opens what was said, and no verb is there."""
    return doc[body[0]].lower_ == "that" and not any(is_finite(doc[i]) for i in body)


def _of_a_time(verb: Any, root: Any) -> bool:
    """Say whether a gerund may be what a clause of time tells: "dug after a storm tore across it, killing nine"."""
    while verb.dep_ == "conj" and verb.head.tag_ == "VBG" and verb.head.i > root.i:
        verb = verb.head
    marks = [t.i for t in verb.doc[root.i + 1 : verb.i] if t.lower_ in _MARKS and t.tag_ in ("IN", "WRB")]
    between = verb.doc[marks[-1] + 1 : verb.i - 1] if marks else ()
    return any(t.tag_ == "VBD" or past_form(t) for t in between) and not any(t.text == "," for t in between)


def _apposed(verb: Any) -> set[int]:
    """Return a name that ends a sentence behind a gerund clause: ", telling aides she had met her rival, Ole Dahl"."""
    doc = verb.doc
    end = max(subtree(verb)) + 1
    if end + 1 >= len(doc) or doc[end].text != "," or doc[end + 1].pos_ not in ("DET", "PROPN"):
        return set()
    rest = range(end, len(doc) - (doc[-1].text in ".!?"))
    return set() if any(is_finite(doc[i]) or doc[i].lower_ in ("and", "but", ",") for i in rest[1:]) else set(rest)


_CLAUSES = (
    "ccomp",
    "advcl",
    "acl",
    "acl:relcl",
    "parataxis",
)  # whose verb it goes with: "so large that a jet sits, rusting, on"


def _said(verb: Any, root: Any) -> bool:
    """Say whether a gerund belongs to what the root reports: "said she would read it before deciding"."""
    inside = [a for a in verb.ancestors if a.i > root.i]
    return any(a.dep_ in _CLAUSES and subject_of(a) is not None for a in inside)


def _gerunds(words: Any) -> Iterator[Any]:
    yield from (t for t in words if t.tag_ == "VBG" and t.lower_.endswith("ing"))


def _agentive(verb: Any) -> bool:
    """Say whether somebody does what a gerund says, and its subject is the host's."""
    own = any(children(verb, *SUBJECTS)) or bool(auxiliaries(verb))
    sequence = verb.doc[verb.i - 1].lower_ in _SEQUENCE
    pronoun = verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].tag_ == "PRP"
    left = any(children(verb, "xcomp")) or any(c.lower_ == "with" for o in children(verb, "obl") for c in o.children)
    left = left and verb.lower_ == "leaving"  # "leaving Berg to explain", "leaving them with little choice"
    result = (verb.lower_ in _EVENTS or (pronoun and verb.lower_ in _RESULTS) or left) and not sequence
    listed = verb.dep_ == "conj" and verb.head.pos_ not in ("VERB", "AUX")
    listed = listed or _charged(verb)
    listed = listed or (verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "by" and not any(children(verb, "obj")))
    result = result or (verb.lower_ in _STATES and not sequence)
    moved = (o for o in children(verb, "obj") if any(c.tag_ == "PRP$" for c in o.children))
    result = result or (verb.lower_ in _MOVING and any(True for _ in moved))
    result = result or (verb.lower_ in _HARMING and verb.head.lemma_ in _ACCIDENTS)
    return not own and not result and not listed and verb.lower_ not in NO_DOING


def _charged(verb: Any) -> bool:
    """Say whether a gerund is one of several things that somebody is accused of: "on charges of theft, fleeing and"."""
    before = verb.doc[: verb.i]
    accused = next((t for t in reversed(before) if t.lemma_.lower() in _ACCUSING), None)
    between = verb.doc[accused.i : verb.i] if accused is not None else ()
    listed = any(t.text == "," for t in between) and any(t.lower_ in ("of", "with") for t in between)
    return listed and any(t.lower_ in ("and", "or") for t in verb.doc[verb.i + 1 :])


def _lead(verb: Any) -> int | None:
    """Return the comma or "before/after" that opens the clause; None when the verb is no such clause."""
    doc = verb.doc
    at: int = verb.i - 1
    if doc[at].lower_ in ("before", "after") and verb.dep_ in ("advcl", "obl", "nmod", "acl", "dep", "ROOT"):
        return at - 1 if doc[at - 1].text == "," else at
    while doc[at].lower_ in ("and", "then", "also", "thus", "thereby"):
        at -= 1
    if verb.dep_ == "conj" and verb.head.tag_ == "VBG" and at < verb.i - 1 and _lead(verb.head) is not None:
        return int(verb.i) - 1  # ", killing 97 people and destroying homes"
    if doc[at].text == "," and verb.dep_ in ("advcl", "conj", "acl", "dep", "xcomp", "parataxis"):
        return at
    return None


def fronted(parsed: Parsed) -> Iterator[Found]:
    """Yield "N took office in 2010" of "Since taking office in 2010, N has ..."; the host stays whole."""
    doc = parsed.doc
    if len(doc) < 6 or doc[0].lower_ not in ("before", "after", "since") or doc[1].tag_ != "VBG":
        return
    comma = next((t.i for t in doc if t.text == ","), None)
    verb = next((t for t in doc[comma + 1 :] if is_finite(t)), None) if comma else None
    if comma is None or verb is None or verb.i == comma + 1 or doc[1].lower_ in NO_DOING:
        return
    named = range(comma + 1, verb.i)
    if all(doc[i].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM") for i in named):
        form = Added(_form(doc[1], "VBD"), EditKind.INFLECTION, f"'{doc[1].text}' with its own subject", replaces=1)
        yield Found((Draft((*named, form, *range(2, comma)), "participle clause"),))


def passives(parsed: Parsed, root: Any) -> Iterator[Found]:
    """Yield "N was ratified by 30 states" of "N began after being ratified by 30 states"; the host stays whole."""
    subject = subject_of(root)
    for being in parsed.doc[root.i + 1 : -1]:
        verb = parsed.doc[being.i + 1]
        after = parsed.doc[being.i - 1].lower_ in ("before", "after", "since")
        if being.lower_ != "being" or verb.tag_ != "VBN" or not after or subject is None:
            continue
        if parsed.doc[being.i - 1].lower_ == "before" and any(c.tag_ == "MD" for c in root.children):
            continue  # "would serve half before being released"
        body = [i for i in trimmed(parsed, subtree(verb)) if i >= verb.i]
        was = copula(subject.tag_ in ("NNS", "NNPS"), past=True)
        yield Found((Draft((*without_asides(subject), was, *body), "participle clause"),))


def _past(verb: Any, root: Any, subject: Any) -> Added:
    """Inflect a gerund to the tense of its host's verb; under "would" and "can" it stays as open as that is."""
    modal = next((child for child in root.children if child.tag_ == "MD"), None)
    if modal is not None:
        lemma = _form(verb, "VB")
        return Added(f"{modal.lower_} {lemma}", EditKind.INFLECTION, f"'{verb.text}' under '{modal}'", replaces=verb.i)
    if verb.nbor(-1).lower_ == "after":
        return Added(_form(verb, "VBD"), EditKind.INFLECTION, f"'{verb.text}' with its own subject", replaces=verb.i)
    finite = next((t for t in (*auxiliaries(root), root) if is_finite(t)), root)
    plural = subject.tag_ in ("NNS", "NNPS") or any(children(subject, "conj"))
    return inflected_like(verb, finite, plural)


def inflected_like(verb: Any, finite: Any, plural: bool) -> Added:
    """Inflect a gerund like a finite verb; "Rovers beat" tells by no ending which tense it is: news is past."""
    same = finite.tag_ == "VBP" and _form(finite, "VBD") == finite.lower_
    past = finite.tag_ == "VBD" or finite.lemma_ == "have" or same
    form = _form(verb, "VBD" if past else "VBP" if plural else "VBZ")
    return Added(form, EditKind.INFLECTION, f"'{verb.text}' with its own subject", replaces=verb.i)


def _form(verb: Any, tag: str) -> str:
    from lemminflect import getInflection, getLemma

    lemma = (getLemma(verb.lower_, upos="VERB") or (verb.lemma_,))[0]
    return str((getInflection(lemma, tag=tag) or (verb.text,))[0])
