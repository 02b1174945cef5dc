"""Hangs what stands right behind a noun, or within one name, where a parser hung it on a noun farther off."""

from typing import Any

from verifier.claims.lexicon import REPORTING
from verifier.language import children, hang, subtree

_WITHIN = ("flat", "compound", "nmod:desc")


def rejoin(doc: Any) -> None:
    """Mend the tree in place."""
    _one_name(doc)
    _before_an_insertion(doc)
    for token in doc:
        if token.dep_ == "appos":
            _apposed(token)
        elif token.dep_ == "acl" and token.tag_ == "VBN":
            _behind_an_event(token)
        elif token.dep_ == "nsubj" and token.i + 2 < len(doc):
            _measured(token)
        elif token.dep_ == "conj" and token.tag_ == "VBN":
            _listed_with_a_noun(token)


def _one_name(doc: Any) -> None:
    """Make one name of "Burkina Faso", of which the parser made two things of a list."""
    for name in doc.ents:
        first = name[0]
        for token in name[1:]:
            apart = token.dep_ == "conj" and not name.start < token.head.i < name.end
            if apart and token.pos_ == first.pos_ == "PROPN" and first.head.i != token.i:
                hang(token, first)
                token.dep_ = "flat"


def _before_an_insertion(doc: Any) -> None:
    """Give "Without it" in "Without it, officials said, the firm could have grown" to what is said, not to "said"."""
    for cue in doc[2:-2]:
        said, subject = next(children(cue, "ccomp"), None), next(children(cue, "nsubj"), None)
        if cue.lemma_.lower() not in REPORTING or said is None or subject is None or doc[cue.i + 1].text != ",":
            continue
        start = min(subtree(subject))
        if start > 1 and doc[start - 1].text == "," and said.i > cue.i and subject.i < cue.i:
            for opening in [c for c in children(cue, "obl", "advcl") if c.i < start]:
                hang(opening, said)
                hang(doc[cue.i + 1], cue)


def _apposed(token: Any) -> None:
    """Hang "Hydronor" on the operator in "neither the council nor the operator, Hydronor, had acted"."""
    doc, start = token.doc, min((i for i in subtree(token) if not token.doc[i].is_punct), default=0)
    if start < 2 or doc[start - 1].text != "," or token.tag_ in ("NNS", "NNPS"):
        return
    noun = doc[start - 2]
    while noun.dep_ in _WITHIN:
        noun = noun.head
    listed = noun.dep_ == "conj" and noun.head.i == token.head.i and token.i not in (noun.i, noun.head.i)
    if listed and (noun.pos_ == "PROPN" or any(children(noun, "det"))):
        hang(token, noun)


def _measured(token: Any) -> None:
    """Make one subject of "A magnitude 6.4 earthquake struck", taken for two."""
    number, noun = token.doc[token.i + 1], token.doc[token.i + 2]
    twice = noun.dep_ == "nsubj" and noun.head.i == token.head.i and noun.pos_ == token.pos_ == "NOUN"
    if number.tag_ == "CD" and number.head.i == token.i and twice:
        hang(token, noun)
        token.dep_ = "compound"


def _behind_an_event(token: Any) -> None:
    """Hang "launched" on the invasion in "regions occupied after the invasion launched in 2022"."""
    doc, before = token.doc, token.doc[token.i - 1] if token.i else token
    if before.pos_ != "NOUN" or before.i == token.head.i or not any(children(before, "det")):
        return
    if any(t.tag_ in ("VBN", "VBG") and t.pos_ == "VERB" for t in doc[token.head.i + 1 : token.i]):
        hang(token, before)


def _listed_with_a_noun(token: Any) -> None:
    """Hang "landlocked" on the verb in "is located in East Asia, landlocked between", taken for one of a list."""
    noun = token.head
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    listed = any(children(token, "cc", "conj")) or any(c.dep_ == "cc" for c in noun.children)
    if verb is not None and noun.pos_ in ("NOUN", "PROPN") and token.doc[token.i - 1].text == "," and not listed:
        hang(token, verb)
        token.dep_ = "advcl"
