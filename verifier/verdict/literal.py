"""Whether a passage says a claim word for word."""

from verifier.text import STOP_WORDS, fold, split_sentences, tokenize
from verifier.verdict.lexicon import ARTICLES
from verifier.verdict.negation import is_negative_word

_SAYING = frozenset(
    "say says said claim claims claimed allege alleges alleged argue argues argued believe believes believed deny "
    "denies denied according reportedly allegedly would could might may if unless".split()
)
_GOES_ON = frozenset({",", ";", "and", "("})


def says(claim: str, premise: str) -> bool:
    """Say whether a sentence of the premise is the claim, or begins with all of it and goes on with something more.

    >>> says("It has no police.", "It has no police."), says("It has no police.", "It has no police cars.")
    (True, False)
    """
    words = _words(claim)
    return any(_begins(words, premise[start:end]) for start, end in split_sentences(premise))


def _begins(words: list[str], sentence: str) -> bool:
    theirs = _words(sentence)
    if theirs[: len(words)] != words or all(word in STOP_WORDS for word in words):
        return False
    rest = theirs[len(words) :]
    if not rest:
        return True
    denying = [at for at, word in enumerate(words) if is_negative_word(word) and (word != "no" or at == 0)]
    spread = rest[0] == "and" and bool(denying)  # "did not sign and ratify it" does not say that it did not sign it
    return rest[0] in _GOES_ON and not spread and not _SAYING & set(rest)


def _words(text: str) -> list[str]:
    words = [fold(token.text) for token in tokenize(text.rstrip(" ."))]
    return [word for word in words if word not in ARTICLES]
