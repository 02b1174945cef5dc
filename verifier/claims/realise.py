"""Turns a draft with its replacements into the claim's text and provenance."""

from collections.abc import Sequence
from dataclasses import replace

from verifier.claims.drafts import Added, Draft, Parsed, Replacement
from verifier.claims.pieces import Insert, Piece, Source, Swap
from verifier.records import EditKind
from verifier.text import known_word

_PARTIES = frozenset(
    "conservative liberal democrat democratic republican labour green socialist national communist centrist".split()
)  # "Conservative" before a name is the party’s


def pieces_of(parsed: Parsed, draft: Draft, replacements: Sequence[Replacement]) -> list[Piece]:
    """Return the pieces of a draft in its order."""
    whole = [r for r in replacements if _run_of(draft, r)]
    starts = {replacement.first: replacement for replacement in whole}
    covered = {i for replacement in whole for i in range(replacement.first + 1, replacement.last)}
    pieces: list[Piece] = []
    for part in draft.parts:
        if isinstance(part, Added):
            pieces.append(_added(parsed, part))
        elif part in starts:
            replacement = starts[part]
            start, _ = _span(parsed, part)
            _, end = _span(parsed, replacement.last - 1)
            pieces.append(Swap(start, end, replacement.text, replacement.kind, replacement.reason))
        elif part not in covered:
            pieces.append(_lowered(parsed, part) if pieces and part == 0 else Source(*_span(parsed, part)))
    return pieces


def replaced(parsed: Parsed, pieces: Sequence[Piece], replacements: Sequence[Replacement]) -> tuple[Piece, ...]:
    """Return pieces with the replacements whose tokens they hold side by side; the others stay as they are."""
    done = list(pieces)
    for replacement in replacements:
        spans = [_span(parsed, i) for i in range(replacement.first, replacement.last)]
        wanted: list[Piece] = [Source(*span) for span in spans]
        at = next((n for n in range(len(done)) if done[n : n + len(wanted)] == wanted), None)
        if at is not None:
            swap = Swap(spans[0][0], spans[-1][1], replacement.text, replacement.kind, replacement.reason)
            done[at : at + len(wanted)] = [swap]
    return tuple(done)


def swaps(parsed: Parsed, replacements: Sequence[Replacement]) -> list[Swap]:
    """Return replacements by their place in the article."""
    found = []
    for r in replacements:
        start, end = _span(parsed, r.first)[0], _span(parsed, r.last - 1)[1]
        found.append(Swap(start, end, r.text, r.kind, r.reason))
    return found


def inserted(article: str, pieces: Sequence[Piece], changes: Sequence[Swap]) -> list[Piece]:
    """Return pieces with changes within the article's own words put in."""
    done = list(pieces)
    for swap in changes:
        for n, piece in enumerate(done):
            if isinstance(piece, Source) and piece.start <= swap.start and swap.end <= piece.end:
                before = Source(piece.start, piece.start + len(article[piece.start : swap.start].rstrip()))
                after = Source(piece.end - len(article[swap.end : piece.end].lstrip()), piece.end)
                done[n : n + 1] = [p for p in (before, swap, after) if p.start < p.end]
                break
    return done


def _lowered(parsed: Parsed, part: int) -> Piece:
    """Return a sentence's first word as it is written within one: "Berg is the mayor" of "The mayor, Berg, ..."."""
    token, span = parsed.doc[part], _span(parsed, part)
    name = (
        token.pos_ == "PROPN"
        or (token.pos_ in ("ADJ", "NOUN") and token.ent_type_)
        or token.text == "I"
        or (token.pos_ in ("NOUN", "ADJ") and not known_word(token.lower_))
        or (token.i + 1 < len(token.doc) and token.pos_ == "NOUN" and token.nbor(1).pos_ == "PROPN")
        or (token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "POS" and token.pos_ != "DET")
        or token.lower_ in _PARTIES
        or (len(token.text) > 1 and not token.text[1:].islower())
    )
    return Source(*span) if name else Swap(*span, token.lower_, EditKind.INFLECTION, "within the sentence")


def _run_of(draft: Draft, replacement: Replacement) -> bool:
    """Say whether the draft has the replaced tokens side by side; else they stay as they are."""
    wanted = tuple(range(replacement.first, replacement.last))
    at = draft.parts.index(wanted[0]) if wanted and wanted[0] in draft.parts else None
    return at is not None and draft.parts[at : at + len(wanted)] == wanted


def _capital(article: str, piece: Piece) -> list[Piece]:
    if not isinstance(piece, Source):
        return [replace(piece, text=piece.text[:1].upper() + piece.text[1:])]
    words = article[piece.start : piece.end]
    if not words.strip():
        return [piece]
    word = words.split(maxsplit=1)[0]
    if not word.islower():
        return [piece]
    end = piece.start + len(word)
    capital = Swap(piece.start, end, word.capitalize(), EditKind.INFLECTION, "sentence start")
    return [capital, Source(end + 1, piece.end)] if end + 1 < piece.end else [capital]


def _added(parsed: Parsed, part: Added) -> Piece:
    if part.replaces is None:
        return Insert(part.text, part.kind, part.reason)
    return Swap(*_span(parsed, part.replaces), part.text, part.kind, part.reason)


def _span(parsed: Parsed, token: int) -> tuple[int, int]:
    word = parsed.doc[token]
    return parsed.virtual.span(word.idx, word.idx + len(word.text))


def finished(article: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Open with a capital letter and end with a stop."""
    done = list(pieces)
    done[:1] = _capital(article, done[0])
    last = done[-1]
    written = article[max(0, last.end - 2) : last.end] if isinstance(last, Source) else last.text[-2:]
    if not written.rstrip("”\"»’'").endswith((".", "!", "?")):
        done.append(Insert(".", EditKind.FUNCTION_WORD, "full stop"))
    return done
