"""The words that search compares: stems of English content words.

Porter (2001), "Snowball: A language for stemming algorithms".
"""

from verifier.text import content_words


class Terms:
    """Reduces a text to the stems of its content words."""

    def __init__(self) -> None:
        from Stemmer import Stemmer

        self._stemmer = Stemmer("english")

    def of(self, text: str) -> list[str]:
        """Return the stems in order; parts of hyphenated words stand alone, initials lose their stops.

        >>> Terms().of("U.S. signatories ratified the BRICS-led treaty.")
        ['us', 'signatori', 'ratifi', 'bric', 'led', 'treati']
        """
        words = [part for word in content_words(text.replace("-", " ")) if (part := word.replace(".", ""))]
        stems: list[str] = self._stemmer.stemWords(words)
        return stems
