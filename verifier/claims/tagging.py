"""Mends word classes that a parser gets wrong where the rest of its own tree shows which is right."""

from typing import Any

from verifier.claims.attachment import reattach
from verifier.claims.lexicon import NEVER_PASSIVE
from verifier.claims.pasts import verb_lemmas
from verifier.claims.quantified import inflected
from verifier.claims.reach import some_of_them
from verifier.claims.roots import find_root, take_over
from verifier.dates import find_times
from verifier.language import children, hang, is_finite

_MAIN = ("ROOT", "conj", "parataxis", "ccomp")
_NOMINAL = ("nsubj", "nsubj:pass", "obj", "obl", "nmod")
_NO_NAME = ("PRP", "PRP$", "DT", "EX", "IN", "CC", "RB", "WRB", "WP", "WDT", "MD", "CD")
_OBJECTS = ("PROPN", "DET", "NUM")


def repaired(doc: Any) -> Any:
    """Tag as a verb what has a subject and no auxiliary ("she let him go", "Peru denies it"), with its lemma."""
    _find_verb(doc)
    _find_participle(doc)
    _find_name(doc)
    _end_name(doc)
    find_root(doc)
    reattach(doc)
    for token in doc:
        if token.tag_ == "EX" and any(children(token.head, "obj")):
            token.tag_, token.pos_, token.dep_ = "RB", "ADV", "advmod"  # "and there met her husband"
        if token.tag_ == "VB" and _as_its_host(token):
            token.tag_ = "VBD"
        if _by_somebody(token):
            token.tag_ = "VBN"
            continue
        if token.tag_ in ("NN", "NNP") and _before_an_amount(token):
            token.tag_, token.pos_, token.lemma_ = "VBD", "VERB", verb_lemmas(token.lower_)[0]
        goes_on = _alone(token) or _active_too(token) or _never_passive(token)
        main = token.tag_ in ("VBN", "VB") and token.dep_ in _MAIN and goes_on
        if main or (token.tag_ == "VBN" and token.dep_ == "advcl" and _in_a_clause(token)):
            token.tag_ = "VBD"
        elif token.tag_ == "VBG" and token.dep_ in _NOMINAL and any(children(token, "det", "nmod:poss")):
            token.tag_, token.pos_ = "NN", "NOUN"
        elif (
            token.tag_ == "NN"
            and token.dep_ == "advcl"
            and token.lower_.endswith("ing")
            and any(children(token, "ccomp"))
        ):
            token.tag_, token.pos_ = "VBG", "VERB"  # ", warning that"
        elif token.tag_ == "NN" and token.dep_ in ("advcl", "ROOT") and _lost_verb(token):
            token.tag_, token.pos_, token.lemma_ = "VBD", "VERB", verb_lemmas(token.lower_)[0]
        elif token.tag_ == "NNS" and token.dep_ in _MAIN and (_mistaken(token) or _taken_for_a_name(token)):
            _make_verb(token)
        if token.pos_ == "VERB" and token.lemma_ not in (lemmas := verb_lemmas(token.lower_)) and lemmas:
            token.lemma_ = lemmas[0]
    return doc


def _as_its_host(token: Any) -> bool:
    """Say whether a verb that is alike in all forms is past as the one before it: "approved a shelter, put off"."""
    helped = any(children(token, "aux", "mark", "nsubj")) or token.head.tag_ != "VBD"
    return token.dep_ == "conj" and not helped and inflected(token.lower_, "VBD") == token.lower_


def _find_verb(doc: Any) -> None:
    """Make "entered" the verb of "The treaty entered into force", read as a participle where no verb is left."""
    root = next((t for t in doc if t.head.i == t.i and t.pos_ in ("NOUN", "PROPN")), None)
    inside = [t for t in root.subtree if t.dep_ == "acl" and t.tag_ == "VBN" and t.i > root.i] if root else []
    verb = inside[0] if len(inside) == 1 else None  # "A path along the bank opened": it may hang on the last noun
    if root is None or verb is None or any(is_finite(t) for t in doc) or doc[verb.i - 1].text == ",":
        return
    hang(verb, verb)
    verb.tag_, verb.dep_ = "VBD", "ROOT"
    take_over(verb, root)
    root.dep_ = "nsubj"


def _find_participle(doc: Any) -> None:
    """Make "Led" a participle in "Led by Berg, the team ...", taken for a name because it opens the sentence."""
    first = doc[0] if len(doc) > 2 else None
    if first is None or first.tag_ != "NNP" or first.dep_ not in ("advcl", "acl") or doc[1].tag_ != "IN":
        return
    lemma = next(iter(verb_lemmas(first.lower_)), None)
    if lemma and lemma != first.lower_ and not first.lower_.endswith("s"):
        first.tag_, first.pos_, first.lemma_ = "VBN", "VERB", lemma


def _end_name(doc: Any) -> None:
    """Make a name's last word of a capitalised adverb within a sentence: "Clean Wells Now"."""
    for word in doc[2:]:
        before = word.nbor(-1)
        if word.tag_ == "RB" and word.text.istitle() and before.text.istitle() and before.pos_ in ("PROPN", "NOUN"):
            word.tag_, word.pos_, word.dep_ = "NNP", "PROPN", "flat"
            hang(word, before)


def _find_name(doc: Any) -> None:
    """Make one subject of the capitalised words that open a definition: "ECharts Java is a library"."""
    start = int(len(doc) > 0 and doc[0].lower_ == "the")
    end = start
    while end < len(doc) and (doc[end].text[:1].isupper() or doc[end].like_num or doc[end].text in "-&"):
        end += 1
    first = doc[start] if end - start > 1 and end < len(doc) - 1 else None
    if first is None or doc[end].lower_ not in ("is", "was") or doc[end + 1].lower_ not in ("a", "an", "the", "one"):
        return
    verb = doc[end]
    predicate = verb.head if verb.dep_ == "cop" else None
    if (
        predicate is None
        or predicate.i < end
        or find_times(first.text)
        or first.tag_ in _NO_NAME
        or first.dep_ in ("obl:unmarked", "advmod")
    ):
        return
    head = doc[end - 1]
    hang(head, predicate)  # first: it may hang on a word that is to hang on it
    head.dep_ = "nsubj"
    for token in doc[:end]:
        if token.i < start:
            hang(token, head)
            token.dep_ = "det"
        elif token.i < head.i:
            hang(token, head)
            token.dep_ = "punct" if token.text == "-" else "compound"
        if token.i >= start and token.text not in "-&" and not token.like_num:
            token.tag_, token.pos_ = "NNP", "PROPN"


def _alone(verb: Any) -> bool:
    subject = next(children(verb, "nsubj"), None)
    helped = any(children(verb, "aux", "aux:pass", "cop", "mark"))
    return subject is not None and subject.i < verb.i and not helped


def _mistaken(token: Any) -> bool:
    """Say whether a plural noun is the verb of its clause; not in ", most of them children"."""
    return _alone(token) and bool(verb_lemmas(token.lower_)) and not some_of_them(token)


def _active_too(verb: Any) -> bool:
    """Say whether a participle is the second verb of "scored in May and struck in June": its first is no passive."""
    first = verb.head
    active = first.tag_ == "VBD" and not any(children(first, "aux", "aux:pass", "cop"))
    own = any(children(verb, "aux", "aux:pass", "cop", "nsubj", "nsubj:pass", "obl:agent"))
    return verb.tag_ == "VBN" and verb.dep_ == "conj" and active and not own and any(children(verb, "cc"))


def _never_passive(verb: Any) -> bool:
    """Say whether a verb behind a passive is active all the same: "was adopted and entered into force"."""
    joined = verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(children(verb, "aux", "aux:pass"))
    return joined and verb.lemma_.lower() in NEVER_PASSIVE and any(children(verb.head, "aux:pass"))


def _in_a_clause(verb: Any) -> bool:
    """Say whether a participle is the verb of "because a witness lied": with conjunction and subject, no auxiliary."""
    subject = next(children(verb, "nsubj"), None)
    mark = next(children(verb, "mark"), None)
    helped = any(children(verb, "aux", "aux:pass", "cop"))
    return subject is not None and mark is not None and mark.i < subject.i < verb.i and not helped


def _by_somebody(token: Any) -> bool:
    """Say whether a past form is a participle: "A plan to buy it, put forward by Peru, was rejected"."""
    doc, at = token.doc, token.i
    between = (
        token.tag_ in ("VBD", "VBN", "VB") and at > 1 and doc[at - 1].text == "," and not any(children(token, "obj"))
    )
    by = between and any(t.lower_ == "by" for t in doc[at + 1 : at + 4])
    return by and any(t.text == "," and t.i + 1 < len(doc) and is_finite(t.nbor(1)) for t in doc[at + 2 :])


def _before_an_amount(token: Any) -> bool:
    """Say whether a noun is the verb of "prices rose 2.3 percent": an irregular past form between noun and number."""
    doc, at = token.doc, token.i
    between = 0 < at < len(doc) - 1 and doc[at - 1].pos_ in ("NOUN", "PROPN") and doc[at + 1].tag_ in ("CD", "$")
    irregular = any(lemma != token.lower_ for lemma in verb_lemmas(token.lower_)) and not token.lower_.endswith("s")
    return between and irregular and token.text.islower()


def _lost_verb(token: Any) -> bool:
    """Say whether a noun is the verb of "while demand rose": an irregular past form in a clause without a verb."""
    irregular = any(lemma != token.lower_ for lemma in verb_lemmas(token.lower_)) and not token.lower_.endswith("s")
    subject = any(c.i < token.i for c in children(token, "nsubj")) and any(children(token, "obj", "obl"))
    opens = any(children(token, "mark")) or (token.dep_ == "ROOT" and subject)
    return irregular and opens and not any(is_finite(t) for t in token.subtree if t.dep_ != "conj")


def _taken_for_a_name(token: Any) -> bool:
    """Say whether "borders" in "Chad borders Niger" was read as a plural noun: between names, and no verb at all."""
    doc, at = token.doc, token.i
    between = 0 < at < len(doc) - 1 and doc[at - 1].pos_ == "PROPN" and doc[at + 1].pos_ in _OBJECTS
    return between and bool(verb_lemmas(token.lower_)) and not any(is_finite(other) for other in doc)


def _make_verb(token: Any) -> None:
    token.tag_, token.pos_ = "VBZ", "VERB"
    for child in token.children:
        if child.i < token.i and child.dep_ == "compound":
            child.dep_ = "nsubj"
        elif child.i > token.i and child.dep_ in ("appos", "nmod", "dep", "flat"):
            child.dep_ = "obj"
