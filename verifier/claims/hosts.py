"""Which noun an apposition or a relative clause speaks of, where a parser took another one of the same phrase."""

from typing import Any

from verifier.claims.coordination import disagrees
from verifier.claims.kinds_of_things import nameable
from verifier.claims.lexicon import OCCUPATIONS, ORGANISATIONS, PLACES, ROLES
from verifier.claims.mentions import PEOPLE
from verifier.language import children, hang, subtree

_WITHIN = ("flat", "compound", "nmod:desc")
_BELOW = ("nmod", "appos")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "PRON")
_PERSONS = PEOPLE | ROLES | OCCUPATIONS
_THINGS = PLACES | ORGANISATIONS
_ACTORS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "eer", "man", "woman", "ess")  # ends of words for persons


def rehost(doc: Any) -> None:
    """Mend the tree in place."""
    for token in doc:
        if token.dep_ == "appos" and not _of_a_list_in_a_clause(token):
            _in_a_list(token)
            _name_of_a_role(token)
            _by_what_it_is(token)
        elif token.dep_ == "advcl":
            _with_whose(token)
        elif token.dep_ == "conj":
            _of_an_open_list(token)
            _of_verbs_of_a_clause(token)
        elif token.dep_ == "acl:relcl":
            _by_its_number(token)
            _of_the_first(token)


def _in_a_list(token: Any) -> None:
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


def _of_an_open_list(token: Any) -> None:
    """End the list of "tracks, which shifted with the seasons, the tides, and the tolls" with the tolls."""
    if not any(children(token, "cc")):
        return
    for clause in children(token.head, "acl:relcl"):
        for member in (t for t in clause.subtree if t.dep_ == "conj" and clause.i < t.i < token.i):
            first, end = member.head, max(subtree(member)) + 1
            listed = first.dep_ != "conj" and first.pos_ == member.pos_ == token.pos_ == "NOUN"
            if (
                listed
                and not any(any(children(c, "cc")) for c in children(first, "conj"))
                and end >= min(subtree(token))
            ):
                hang(token, first)
                return


def _with_whose(clause: Any) -> None:
    """Hang "whose studies helped" on the noun before it in "N, a physicist whose studies helped, died"."""
    subject = next(children(clause, "nsubj", "nsubj:pass"), None)
    whose = next((t for t in children(subject, "nmod:poss") if t.tag_ == "WP$"), None) if subject is not None else None
    if whose is not None and whose.i and whose.nbor(-1).pos_ in ("NOUN", "PROPN"):
        hang(clause, whose.nbor(-1))
        clause.dep_ = "acl:relcl"


def _of_verbs_of_a_clause(verb: Any) -> None:
    """Hang "dug" on "drained" in "passed to the family, who drained the bog, dug the canal and sold peat"."""
    if verb.pos_ != "VERB" or any(children(verb, "nsubj", "nsubj:pass", "cc")):
        return
    for clause in verb.doc[verb.head.i + 1 : verb.i]:
        joined = [c for c in (*children(clause, "conj"), *children(verb.head, "conj")) if c.i > verb.i]
        last = next((c for c in joined if any(t.nbor(-1).text != "," for t in children(c, "cc"))), None)
        if clause.dep_ == "acl:relcl" and last is not None and last.tag_ == verb.tag_ == clause.tag_:
            hang(verb, clause)
            hang(last, clause)


def _of_a_list_in_a_clause(token: Any) -> bool:
    """Make a list of "the track, which moved with the seasons, the fords, and the tolls, is": no track is the fords."""
    host, start = token.head, min(subtree(token))
    clause = next((c for c in children(host, "acl:relcl") if host.i < c.i < token.i), None)
    later = next((c for c in children(host, "conj") if c.i > token.i and any(children(c, "cc"))), None)
    first = token.doc[start - 1 if token.doc[start].text == "," else start - 2]
    if clause is None or later is None or first.pos_ != "NOUN" or first.i not in subtree(clause):
        return False
    for member in (token, later):
        hang(member, first)
        member.dep_ = "conj"
    return True


def _name_of_a_role(name: Any) -> None:
    """Give "Ana Berg" in "the attorney-general of Peru, Ana Berg," to the attorney-general: she is not Peru."""
    place = name.head
    if name.pos_ != "PROPN" or place.dep_ != "nmod" or place.pos_ != "PROPN":
        return
    role = place.head
    while role.i and role.dep_ == "appos" and role.nbor(-1).text == "-":  # "attorney-general"
        role = role.head
    person = name.ent_type_ == "PER" or any(children(name, "nmod:desc"))
    if role.pos_ == "NOUN" and person and role.lemma_.lower() not in _THINGS:
        hang(name, role)


def _by_what_it_is(token: Any) -> None:
    """Give "its largest market" in "sales in Peru, its largest market," to Peru: sales are no market."""
    host, before = token.head, _before(token)
    if before is None or token.pos_ != "NOUN":
        return
    counts = token.tag_ == "NN" and host.tag_ in ("NNS", "NNPS") and before.tag_ in ("NN", "NNP")
    of_thing = _person(host) and not _may_be_person(token) and not _person(before)
    of_person = _person(token) and not _may_be_person(host) and not _thing(before)
    if counts or of_thing or of_person:
        hang(token, before)


def _by_its_number(clause: Any) -> None:
    """Give "which was opened" in "rooms at the villa, which was opened in 2016," to the villa: rooms were."""
    host, before = clause.head, _before(clause)
    relative = any(t.tag_ in ("WDT", "WP") for t in children(clause, "nsubj", "nsubj:pass"))
    if relative and before is not None and disagrees(host, clause) and not disagrees(before, clause):
        hang(clause, before)


def _of_the_first(clause: Any) -> None:
    """Give "and which we bought" in "the statue, which shows a queen and which we bought," to the statue."""
    start, host = min(subtree(clause)), clause.head
    pronoun = next((t for t in clause.doc[start : start + 3] if t.tag_ in ("WDT", "WP", "WP$")), None)
    first = next((a for a in host.ancestors if a.dep_ == "acl:relcl"), None)
    if pronoun is None or first is None or first.head.i > host.i or pronoun.i < 2:
        return
    if pronoun.nbor(-1).lower_ == "and" and pronoun.nbor(-2).text != ",":
        hang(clause, first)
        clause.dep_ = "conj"


def _before(token: Any) -> Any:
    """Return the noun that ends right before a part of the sentence and stands below its host, if there is one."""
    doc, host, start = token.doc, token.head, min(subtree(token))
    start -= doc[start].text != ","
    if start <= 0 or doc[start].text != "," or any(t.lower_ == "among" for t in doc[start : token.i]):
        return None
    noun = doc[start - 1]
    while noun.dep_ in _WITHIN and noun.head.i > host.i:
        noun = noun.head
    above = noun
    while above.dep_ in _BELOW and above.head.i > host.i:
        above = above.head
    below = above.dep_ in _BELOW and above.head.i == host.i and noun.pos_ in _NOMINAL
    return noun if below and noun.dep_ == "nmod" and noun.i != token.i else None


def _person(noun: Any) -> bool:
    return noun.lemma_.lower() in _PERSONS or noun.ent_type_ == "PER"


def _may_be_person(noun: Any) -> bool:
    """Say whether a noun is a person, or may be by its ending; "a joiner" is in no list."""
    return _person(noun) or noun.pos_ == "PROPN" or noun.lemma_.lower().endswith(_ACTORS)


def _thing(noun: Any) -> bool:
    return noun.ent_type_ in ("LOC", "ORG") or noun.lemma_.lower() in _THINGS or nameable(noun.lemma_.lower())
