"""What a sentence leaves out because the one before said it: "Chad did so in 2006", "Peru never joined"."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from verifier.claims.coordination import coordinated, subject_of
from verifier.claims.drafts import Parsed
from verifier.claims.things import Reading
from verifier.dates import find_times
from verifier.language import children, main_root, subtree

Words = Callable[[Parsed, Sequence[int]], str]  # the words of some tokens, references read

_ARGUMENTS = ("obj", "iobj", "obl", "xcomp", "ccomp", "compound:prt", "obl:agent")
NEED_OBJECT = frozenset(
    "join sign ratify adopt approve endorse reject recognise recognize visit denounce accept amend repeal".split()
)
_PARTICLES = frozenset("away up down out off back in on over apart forward through along together aside".split())
_EMPTY = ("so", "too", "likewise", "also")


def left_out(parsed: Parsed, before: Sequence[Parsed], words: Words) -> Iterator[Reading]:
    """Yield the readings of verbs and nouns that stand for more than they say."""
    clauses = [(parsed, head) for head in _heads(parsed)]
    earlier = [(p, head) for p in before for head in _heads(p)]
    for at, (_, head) in enumerate(clauses):
        known = [*earlier, *clauses[:at]]
        found = (
            _did(parsed, head, known, words)
            or _followed(parsed, head, known, words)
            or _one(parsed, head, known, words)
            or _object(parsed, head, known, words)
        )
        if found:
            yield found


def _heads(parsed: Parsed) -> list[Any]:
    if not len(parsed.doc):
        return []
    root = main_root(parsed.doc)
    return sorted([root, *(head for head, _ in coordinated(parsed, root))], key=lambda head: head.i)


def _reading(parsed: Parsed, first: int, last: int, text: str, reason: str) -> Reading:
    begin, end = parsed.doc[first], parsed.doc[last]
    where = parsed.virtual.span(begin.idx, end.idx + len(end.text))
    return Reading(*where, text, reason, rule="ellipsis")


def _did(parsed: Parsed, head: Any, known: Sequence[tuple[Parsed, Any]], words: Words) -> Reading | None:
    """Read "did", "did so", "did the same" and "did not" as the verb phrase of the clause before."""
    if head.lemma_ != "do" or head.tag_ not in ("VBD", "VBZ", "VBP") or subject_of(head) is None:
        return None
    rest = [c for c in head.children if c.i > head.i and c.pos_ != "PUNCT" and not _timed(c)]
    filled = [
        c for c in rest if c.lower_ not in (*_EMPTY, "not", "n't", "n’t", "same") and c.dep_ in (*_ARGUMENTS, "advcl")
    ]
    full = [(source, verb) for source, verb in known if verb.lemma_ != "do"]
    if not full or any(t.is_quote for t in full[-1][0].doc):
        return None
    source, verb = full[-1]
    if _of_what_is_held(verb, subject_of(head)):
        return None
    phrase = _verb_phrase(source, verb, words)
    if filled or phrase is None:
        return None
    negated = next((c for c in rest if c.lower_ in ("not", "n't", "n’t") and c.i == head.i + 1), None)
    same = next((t for t in parsed.doc[head.i + 1 : head.i + 3] if t.lower_ in ("so", "same")), None)
    last = max([head.i, *(c.i for c in (negated, same) if c is not None)])
    form = f"{parsed.doc[head.i : negated.i + 1].text} {verb.lemma_}" if negated is not None else _form(verb, head.tag_)
    return _reading(parsed, head.i, last, f"{form} {phrase}".strip(), f"'{parsed.doc[head.i : last + 1].text}'")


def _of_what_is_held(verb: Any, subject: Any) -> bool:
    """Say whether "did" may take up what somebody believed: "He believed that they would come; they did not"."""
    first = subject_of(verb)
    several = subject.lower_ == "they" or subject.tag_ in ("NNS", "NNPS")
    return several and any(children(verb, "ccomp")) and first is not None and first.tag_ not in ("NNS", "NNPS")


def _followed(parsed: Parsed, head: Any, known: Sequence[tuple[Parsed, Any]], words: Words) -> Reading | None:
    """Read "Peru followed in 2019" after "Chile ratified the treaty" as "Peru ratified the treaty".

    Both subjects are names of one sort: what follows a storm is no second storm.
    """
    rest = [c for c in head.children if c.i > head.i and c.pos_ != "PUNCT" and not _timed(c) and c.lower_ != "suit"]
    subject = next(children(head, "nsubj"), None)
    if head.lemma_.lower() != "follow" or head.tag_ != "VBD" or subject is None or rest or not known:
        return None
    source, verb = known[-1]
    if any(t.is_quote for t in source.doc):
        return None  # somebody else's words
    first = next(children(verb, "nsubj"), None)
    alike = first is not None and first.pos_ == subject.pos_ == "PROPN" and first.ent_type_ == subject.ent_type_ != ""
    phrase = _verb_phrase(source, verb, words) if alike and verb.tag_ == "VBD" else None
    if not phrase or any(children(verb, "advmod", "mark", "conj", "advcl")):
        return None
    suit = next((c.i for c in head.children if c.lower_ == "suit"), head.i)
    return _reading(parsed, head.i, suit, f"{verb.text} {phrase}", f"'{parsed.doc[head.i : suit + 1].text}'")


def _form(verb: Any, tag: str) -> str:
    from lemminflect import getInflection

    return str(verb.text if verb.tag_ == tag else (getInflection(verb.lemma_, tag=tag) or (verb.text,))[0])


def _verb_phrase(parsed: Parsed, verb: Any, words: Words) -> str | None:
    """Return what follows the verb of an active clause and says no time; None when it is no such clause."""
    passive = any(children(verb, "aux:pass", "cop", "nsubj:pass"))
    if verb.pos_ != "VERB" or verb.lemma_ == "do" or passive:
        return None
    inside = {i for c in children(verb, *_ARGUMENTS) if c.i > verb.i and not _timed(c) for i in subtree(c)}
    end = max(inside, default=verb.i)
    between = {t.i for t in parsed.doc[verb.i + 1 : end + 1] if t.pos_ == "PUNCT"}
    owned = any(parsed.doc[i].tag_ == "PRP$" for i in inside)  # whose, then? "sold its shares"
    if between or owned:
        return None
    said = words(parsed, [verb.i]).partition(" ")[2]  # where an object was added to it
    if particle(verb):
        return f"{particle(verb)} {words(parsed, sorted(inside))}".strip()
    return words(parsed, sorted(inside)) if inside else said or None


def particle(verb: Any) -> str:
    """Return the adverb that makes one verb with the word before it, with a space: " away" of "stayed away"."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    return f" {after.text}" if after is not None and after.dep_ == "advmod" and after.lower_ in _PARTICLES else ""


def _timed(token: Any) -> bool:
    tokens = sorted(subtree(token))
    return bool(find_times(token.doc[tokens[0] : tokens[-1] + 1].text))


def _one(parsed: Parsed, head: Any, known: Sequence[tuple[Parsed, Any]], words: Words) -> Reading | None:
    """Read "one" in "N is one as well" as what the sentence before says that somebody is."""
    alone = not any(children(head, "nmod", "amod", "acl", "acl:relcl", "det", "case"))
    if head.lower_ != "one" or not any(children(head, "cop")) or not alone or not known:
        return None
    source, noun = known[-1]
    article = next(children(noun, "det"), None)
    if noun.tag_ != "NN" or not any(children(noun, "cop")) or article is None or article.lower_ not in ("a", "an"):
        return None
    inside = {article.i, noun.i}
    inside |= {i for c in children(noun, "nmod", "amod", "compound") if not _timed(c) for i in subtree(c)}
    return _reading(parsed, head.i, head.i, words(source, sorted(inside)), "'one'")


def left_open(parsed: Parsed) -> Iterator[int]:
    """Yield the places of verbs that say nothing by themselves where no verb of the sentence has an object.

    "Peru never signed", "Chad followed in 2004": whoever reads that alone does not know what is meant.
    """
    heads = [head for head in _heads(parsed) if head.pos_ == "VERB"]
    lemmas = {head: head.lemma_.lower() for head in heads}
    if not heads or any(lemma not in NEED_OBJECT | {"follow"} for lemma in lemmas.values()):
        return
    full = (c for head in heads for c in children(head, *_ARGUMENTS, "aux:pass", "cop") if not _timed(c))
    if not any(full):
        yield from (parsed.virtual.origin[h.idx] for h in heads if h.tag_ in ("VBD", "VBN") or lemmas[h] != "follow")


def _object(parsed: Parsed, head: Any, known: Sequence[tuple[Parsed, Any]], words: Words) -> Reading | None:
    """Give a verb that needs an object the only one that the same verb had before."""
    lemma = head.lemma_.lower()
    subject = next(children(head, "nsubj"), None)
    last = next((t for t in head.doc[head.i + 1 :] if t.pos_ != "PUNCT"), None)
    blocked = any(children(head, *_ARGUMENTS, "aux:pass", "cop")) and not all(
        _timed(c) for c in children(head, *_ARGUMENTS)
    )
    if (
        lemma not in NEED_OBJECT
        or subject is None
        or blocked
        or (last is not None and not _timed(last) and last.dep_ != "advmod")
    ):
        return None
    objects = [
        words(source, sorted(subtree(c)))
        for source, verb in known
        if verb.lemma_.lower() == lemma
        for c in children(verb, "obj")
    ]
    if len(set(objects)) != 1 or not any(character.isupper() for character in objects[0]):
        return None
    return _reading(
        parsed, head.i, head.i, f"{head.text} {objects[0]}", f"'{head.text}': object of the sentence before"
    )
