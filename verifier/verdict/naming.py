"""One name for one thing in both texts that an NLI model reads: "the ICC" where the passage says "the ICC"."""

from verifier.text import tokenize
from verifier.verdict.mentions import Linker


class Naming:
    """Names what a claim speaks of as a passage does; small models take two names of one thing for two things.

    >>> from verifier.facts import Entity
    >>> naming = Naming(Linker([Entity("un", "body", ("United Nations", "UN"))]))
    >>> naming.as_in("Palau joined the UN in 1994.", "The United Nations admitted Palau.")
    'The UN admitted Palau.'
    """

    def __init__(self, linker: Linker) -> None:
        self._linker = linker

    def as_in(self, premise: str, hypothesis: str) -> str:
        """Return the hypothesis with each declared name that has one meaning in the premise's spelling."""
        tokens = tokenize(premise)
        named: dict[frozenset[str], list[str]] = {}
        for mention in self._linker.link(tokens):
            text = premise[tokens[mention.first].start : tokens[mention.last - 1].end]
            named.setdefault(mention.entities, []).append(text)
        own = tokenize(hypothesis)
        for mention in reversed(self._linker.link(own)):
            start, end = own[mention.first].start, own[mention.last - 1].end
            names = named.get(mention.entities, [])
            if len(mention.entities) == 1 and names and hypothesis[start:end] not in names:
                hypothesis = hypothesis[:start] + names[0] + hypothesis[end:]
        return hypothesis
