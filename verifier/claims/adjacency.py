"""Hangs what stands right behind a noun, or within one name, where a parser hung it on a noun farther off."""

from typing import Any

from verifier.claims.lexicon import HOLDING, REPORTING
from verifier.language import children, hang, subtree


def rejoin(doc: Any) -> None:
    """Mend the tree in place."""
    _one_name(doc)
    _before_an_insertion(doc)
    for token in doc:
        if token.dep_ == "acl" and token.tag_ == "VBN":
            _behind_an_event(token)
        elif token.dep_ == "acl:relcl" and token.tag_ == "VBD":
            _without_a_pronoun(token)
        elif token.dep_ == "obj" and token.head.i > token.i:
            _of_the_verb_before(token)
        elif token.dep_ == "compound" and token.head.i < token.i:
            _of_the_noun_behind(token)
        elif token.dep_ == "conj" and token.tag_ == "VBD":
            _shares_a_perfect(token)
            _of_who_believes(token)
        elif token.dep_ == "conj" and token.tag_ == "VBN":
            _listed_with_a_noun(token)
            _of_who_believes(token)
        elif token.dep_ == "ccomp":
            _of_who_believes(token)
        elif token.dep_ == "conj" and token.tag_ == "VBG":
            _thing_of_a_list(token)
        elif token.dep_ == "nsubj" and token.i + 2 < len(doc):
            _measured(token)
            _of_the_verb_behind(token)


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


def _measured(token: Any) -> None:
    """Make one subject of "A magnitude 6.4 earthquake struck", taken for two."""
    number, noun = token.doc[token.i + 1], token.doc[token.i + 2]
    twice = noun.dep_ == "nsubj" and noun.head.i == token.head.i and noun.pos_ == token.pos_ == "NOUN"
    if number.tag_ == "CD" and number.head.i == token.i and twice:
        hang(token, noun)
        token.dep_ = "compound"


def _of_the_noun_behind(token: Any) -> None:
    """Hang "FTSE" on what follows in "N plc, the FTSE 250 housebuilder, warned"."""
    doc = token.doc
    noun = next((t for t in doc[token.i + 1 : token.i + 5] if t.pos_ == "NOUN"), None)
    if noun is not None and any(t.text == "," for t in doc[token.head.i : token.i]):
        hang(token, noun)


def _shares_a_perfect(token: Any) -> None:
    """Make participles of "opened" and "begun" in "has activated its centre, opened a unit and begun a survey"."""
    from lemminflect import getInflection

    perfect = token.head.tag_ == "VBN" and any(c.lemma_ == "have" for c in children(token.head, "aux"))
    past = getInflection(token.lemma_, tag="VBD")
    if perfect and past and token.lower_ not in past and not any(children(token, "nsubj", "aux")):
        for verb in children(token.head, "conj"):
            if verb.tag_ == "VBD" and not any(children(verb, "nsubj", "aux")):
                verb.tag_ = "VBN"


def _of_who_believes(token: Any) -> None:
    """Hang "remained" on "believed" in "had considered leaving but believed enough time remained"."""
    start = min(subtree(token))
    verb = token.doc[start - 1] if start else token
    told = verb.lemma_.lower() in REPORTING | HOLDING and verb.pos_ == "VERB" and not any(children(verb, "ccomp"))
    own = any(children(token, "nsubj", "nsubj:pass")) and not any(children(token, "cc"))
    if told and own and verb.i != token.head.i:
        hang(token, verb)
        token.dep_ = "ccomp"


def _thing_of_a_list(token: Any) -> None:
    """Make a noun's word of "planning" in "blamed wages, planning delays and a fire", taken for what was done."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    listed = after.dep_ == "conj" and after.head.i < token.i and after.pos_ == "NOUN" and token.head.tag_ != "VBG"
    if listed and token.nbor(-1).text in (",", "and") and not any(children(token, "obj", "obl")):
        hang(token, after)
        token.dep_, token.tag_ = "compound", "NN"


def _of_the_verb_before(token: Any) -> None:
    """Hang "a queen" on "shows" in "The statue, which shows a queen, stands in the hall", taken for what stands."""
    start = min(subtree(token))
    verb = token.doc[start - 1] if start else token
    if verb.dep_ == "acl:relcl" and verb.pos_ == "VERB" and not any(children(verb, "obj", "ccomp")):
        hang(token, verb)


def _of_the_verb_behind(token: Any) -> None:
    """Hang "N" on "has" in "It fell, and N, which was built in 2015, now has 197", a second subject of what fell."""
    verb = token.head
    later = next((c for c in children(verb, "conj") if c.i > token.i and not any(children(c, "nsubj"))), None)
    second = verb.i < token.i and any(c.i < verb.i for c in children(verb, "nsubj", "nsubj:pass"))
    if second and later is not None:
        hang(token, later)


def _without_a_pronoun(token: Any) -> None:
    """Make a participle of "signed" in "The treaty that ended the war, signed in 1624, returned"."""
    beside = token.i > 0 and token.nbor(-1).text == "," and min(subtree(token)) >= token.i - 1
    if beside and not any(children(token, "nsubj", "nsubj:pass", "aux", "aux:pass", "obj")):
        token.tag_, token.dep_ = "VBN", "acl"


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
