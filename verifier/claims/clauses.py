"""Takes a parsed sentence apart into drafts; what cannot stand alone stays in its host."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from verifier.claims.adverbials import PRESUPPOSED, comments, factive
from verifier.claims.appositives import appositions, named_roles
from verifier.claims.coordination import coordinated, without
from verifier.claims.definitions import defined
from verifier.claims.denials import denied_each, denies_both
from verifier.claims.drafts import Added, Draft, Parsed, Part, trimmed
from verifier.claims.gerunds import fronted, gerunds, passives, results_in
from verifier.claims.guards import WHOLE, well_formed
from verifier.claims.inverted import inverted
from verifier.claims.lexicon import DISCOURSE, KEEP_WHOLE_MARKS
from verifier.claims.modifiers import (
    Found,
    relative_clauses,
)
from verifier.claims.participles import dated_participles, inserted_participles, loose_participles
from verifier.claims.relative_adverbs import where_and_when
from verifier.claims.whose import possessive_clauses
from verifier.language import children, is_finite, main_root, subtree

_BELOW = ("acl", "acl:relcl", "advcl", "advcl:relcl")


def take_apart(parsed: Parsed) -> list[Draft]:
    """Return the drafts of a sentence, the main clause first; the whole sentence when a guard fails."""
    if asks(parsed) or _cleft(parsed.doc) or _by_which_time(parsed.doc) or _alleged(parsed.doc):
        return [whole(parsed)]
    if turned := inverted(parsed):
        return turned
    if denies_both(parsed):
        denied = denied_each(parsed)
        return denied if denied and all(well_formed(parsed, draft) for draft in denied) else [whole(parsed)]
    root = main_root(parsed.doc)
    clauses = [(root, ()), *coordinated(parsed, root)]
    found = _nested([f for f in _modifiers(parsed, [head for head, _ in clauses]) if _stands(parsed, f)])
    removed = {i for f in found for i in f.removed} | _asides(parsed)
    clauses = [(head, subject) for head, subject in clauses if head is root or head.i not in removed]
    heads = {head.i for head, _ in clauses}
    own = []
    for head, _ in clauses:
        below = {i for token in head.subtree if token.i in heads - {head.i} for i in subtree(token)}
        own.append(trimmed(parsed, without(parsed, head, below | removed)))
    shared = [_kept(subject, removed) for _, subject in clauses]
    drafts = [
        Draft((*subject, *tokens), "clause")
        for subject, tokens in zip(shared, _with_tails(parsed.doc, shared, own), strict=True)
    ]
    torn = len(clauses) > 1 and results_in(parsed.doc[clauses[-1][0].i :])
    if torn or not all(well_formed(parsed, draft) for draft in drafts) or _lost(parsed, drafts, removed):
        drafts = [whole(parsed)]
        found = [f for f in found if _leaves_a_sentence(parsed, f)]
    return [*drafts, *_extras(found)]


def _with_tails(doc: Any, subjects: list[tuple[Part, ...]], own: list[list[int]]) -> list[list[int]]:
    """Give what stands behind the last verb of "took X and left Y after the vote" to that verb, whatever the parse.

    Not where that has a subject of its own: "30 died and 100 were hurt when it fell" may say it of both.
    """
    lists = [list(tokens) for tokens in own]
    for n, tokens in enumerate(lists):
        after = [other for other, subject in zip(lists[n + 1 :], subjects[n + 1 :], strict=True) if subject]
        later = next((other for other in reversed(after) if other and other[-1] + 1 in tokens), None)
        tail = [i for i in tokens if later and i > later[-1]]
        first = doc[tail[doc[tail[0]].text == "," and len(tail) > 1]] if tail else None
        adverbial = first is not None and (first.pos_ in ("ADP", "SCONJ") or first.tag_ in ("WRB", "WDT", "WP$"))
        if later and adverbial and not any(doc[i].lower_ in KEEP_WHOLE_MARKS for i in tail):
            later += tail
            lists[n] = tokens[: -len(tail)]
    return lists


def _alleged(doc: Any) -> bool:
    """Say whether all is told with reserve by the way: "The money was spent, it is alleged, on a villa"."""
    words = [token.lower_ for token in doc]
    starts = (at for at in range(1, len(words) - 4) if words[at - 1 : at + 1] == [",", "it"])
    return any(words[at + 1] in ("is", "was") and doc[at + 2].tag_ == "VBN" and words[at + 3] == "," for at in starts)


def _cleft(doc: Any) -> bool:
    """Say whether a sentence is "It was N who ...", whose parts say less than the whole; "It is clear that" is not."""
    first = int(len(doc) > 0 and doc[0].lower_ in ("yet", "but", "and", "so"))
    first = 2 if len(doc) > 2 and doc[1].text == "," and doc[0].pos_ == "ADV" else first
    if len(doc) < first + 5 or doc[first].lower_ != "it" or doc[first + 1].lemma_ != "be":
        return False
    adjective = doc[first].head.pos_ == "ADJ" or doc[first + 2].tag_ == "JJ"
    return any(t.lower_ == "who" or (t.lower_ in ("that", "which") and not adjective) for t in doc[first + 3 :])


def _by_which_time(doc: Any) -> bool:
    """Say whether a clause hangs on with "by which time", "in which case": it means all that was said before."""
    return any(t.lower_ == "which" and t.nbor(-1).tag_ == "IN" and t.nbor(1).tag_ == "NN" for t in doc[1:-1])


def _leaves_a_sentence(parsed: Parsed, found: Found) -> bool:
    """Say whether the sentence stands without what a modifier took: else it took the sentence's own verb."""
    rest = [i for i in range(len(parsed.doc)) if i not in found.removed]
    return not found.removed or well_formed(parsed, Draft(tuple(trimmed(parsed, rest)), WHOLE))


def _nested(found: list[Found]) -> list[Found]:
    """Take out of each modifier what others inside it took away; of two with the same words keep the first."""
    kept: list[Found] = []
    for item in found:
        inner = {i for other in found if other is not item and other.removed < item.removed for i in other.removed}
        drafts = tuple(replace(draft, parts=_kept(draft.parts, inner)) for draft in item.drafts)
        if not any(_said_before(draft, k) for draft in drafts for f in kept for k in f.drafts):
            kept.append(Found(drafts, item.removed))
    return kept


def _said_before(draft: Draft, other: Draft) -> bool:
    """Say whether another draft has the same words, or those of a presupposed clause and its time."""
    mine, its = set(draft.tokens()), set(other.tokens())
    return mine == its or (mine < its and draft.rule == PRESUPPOSED)


def _asides(parsed: Parsed) -> set[int]:
    """Return the tokens of ", for example," and the like within the sentence."""
    words = [token.lower_ for token in parsed.doc]
    found: set[int] = set()
    for marker in DISCOURSE:
        size = len(marker.split())
        for at in range(1, len(words) - size):
            flanked = words[at - 1] == "," and words[at + size] == ","
            if flanked and words[at : at + size] == marker.split():
                found |= set(range(at - 1, at + size + 1))
    return found


def asks(parsed: Parsed) -> bool:
    """Say whether a sentence is a question."""
    return parsed.doc[-1].text == "?" if len(parsed.doc) else False


def whole(parsed: Parsed) -> Draft:
    """Return the sentence as one draft, a question with its mark."""
    mark = (len(parsed.doc) - 1,) if asks(parsed) else ()
    return Draft((*trimmed(parsed, range(len(parsed.doc))), *mark), WHOLE)


def unfinished(root: Any) -> bool:
    """Say whether a sentence lacks its predicate: "Six episodes, set in Leeds.", "Not because it failed."."""
    mark = next((t for t in children(root, "mark") if t.lower_ == "because"), None)
    if mark is not None:
        return bool(mark.i <= min(subtree(root)) + 1) and not any(t.text == "," for t in root.doc)
    if (
        root.lower_.endswith("ing")
        and root.tag_ in ("VBG", "VBN")
        and not any(children(root, "aux", "nsubj", "nsubj:pass"))
    ):
        return True
    verbal = root.pos_ not in ("NOUN", "PROPN") or any(children(root, "cop", "nsubj", "nsubj:pass", "aux"))
    verbs = [t for t in root.doc if is_finite(t) or t.tag_ == "VBN"]
    apart = bool(verbs) and any(t.text == "," for t in root.doc[: verbs[0].i])
    return not verbal and apart and all(any(a.dep_ in _BELOW for a in (t, *t.ancestors)) for t in verbs)


def _modifiers(parsed: Parsed, heads: list[Any]) -> Iterator[Found]:
    yield from named_roles(parsed)
    yield from possessive_clauses(parsed)
    yield from appositions(parsed)
    yield from relative_clauses(parsed)
    yield from defined(parsed)
    yield from where_and_when(parsed)
    yield from dated_participles(parsed)
    yield from inserted_participles(parsed)
    yield from loose_participles(parsed)
    yield from comments(parsed)
    for head in heads:
        yield from gerunds(parsed, head)
        yield from passives(parsed, head)
    yield from fronted(parsed)
    yield from factive(parsed)


def _stands(parsed: Parsed, found: Found) -> bool:
    return all(well_formed(parsed, draft) for draft in found.drafts)


def _kept(parts: tuple[Part, ...], removed: set[int]) -> tuple[Part, ...]:
    return tuple(part for part in parts if isinstance(part, Added) or part not in removed)


def _extras(found: list[Found]) -> list[Draft]:
    return [draft for f in found for draft in f.drafts]


def _lost(parsed: Parsed, drafts: list[Draft], removed: set[int]) -> bool:
    """Say whether words of the sentence reached no draft: several roots, stray dependents."""
    kept = {i for draft in drafts for i in draft.tokens()} | removed
    words = [t for t in parsed.doc if t.i not in kept and t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM")]
    return bool(words)
