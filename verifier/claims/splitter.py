"""The bundled splitter: sentences, clauses, names and dates; every claim keeps its origin."""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from verifier.claims.clauses import asks, take_apart, unfinished, whole
from verifier.claims.coordination import coordinated, subject_of
from verifier.claims.descriptions import Descriptions
from verifier.claims.distribution import spread
from verifier.claims.drafts import Added, Draft, Parsed
from verifier.claims.gerunds import SAYING
from verifier.claims.guards import WHOLE
from verifier.claims.interviews import in_turn
from verifier.claims.kinds import classify
from verifier.claims.kinds_of_things import Kinds
from verifier.claims.made import Made, numbered
from verifier.claims.names import find_names
from verifier.claims.parentheses import stated
from verifier.claims.pasts import past_form
from verifier.claims.pieces import Insert, Piece, build
from verifier.claims.plain import PlainSentences
from verifier.claims.quantified import distributed, enumerated, stands_for_list
from verifier.claims.realise import finished, inserted, pieces_of, replaced, swaps
from verifier.claims.references import Reader
from verifier.claims.reporting import Speech
from verifier.claims.sentences import Sentence, find_sentences
from verifier.claims.speech import find_speech, second_that, tells_in_turn
from verifier.claims.substitution import Substitution
from verifier.claims.things import PRONOUNS
from verifier.claims.times import Times, last_time, read_times
from verifier.claims.unfolding import joined
from verifier.claims.unsaid import unsaid
from verifier.facts import Corpus
from verifier.language import children, is_finite, load_parser, main_root, subtree
from verifier.records import (
    Article,
    Attribution,
    Flag,
    Kind,
    Modality,
    Skipped,
    Span,
    Split,
    TimeSpan,
)

_FUTURE_IN_THE_PAST = re.compile(r" would (?!have )")
_ENDS_ON_BE = re.compile(r"\b(?:is|are|was|were)(?:n['’]t| not)?\.$")  # "It isn't."
_OF_THE_FRAME = ("title", "apposition", "relative clause", "age")  # what the writer says of the speaker


class RuleSplitter:
    """Splits by dependency rules over a trained parser; a failed guard keeps the sentence whole.

    Raises:
        ModelError: the folder holds no parser.
    """

    def __init__(self, parser: Path, corpus: Corpus | None = None) -> None:
        self._plain = PlainSentences(load_parser(parser))
        self._descriptions = Descriptions(corpus)
        self._kinds = Kinds(corpus)

    def reading(self, plain: PlainSentences) -> "RuleSplitter":
        """Return the same splitter with sentences parsed in another way."""
        other = copy(self)
        other._plain = plain
        return other

    def split(self, article: Article) -> Split:
        """Return the claims in reading order, and what was left out and why."""
        sentences, skipped = find_sentences(article.text)
        parsed = [self._plain.of(article.text, sentence) for sentence in sentences]
        docs = [p.doc for group in parsed for p in group]
        names = find_names(article.text, docs, self._descriptions.persons)
        reader = Reader(article.text, names, self._kinds, self._descriptions, article.published, docs)
        made: list[Made] = []
        time: TimeSpan | None = None
        for number, (sentence, group) in enumerate(zip(sentences, parsed, strict=True)):
            reader.read(sentence, group)
            spoken = (m.attribution for m in reversed(made) if m.sentence == number - 1)
            speaker = next((attribution.speaker for attribution in spoken if attribution), "unknown")
            references = Substitution(article.text, reader.found)
            work = _Work(article, sentence, number, speaker, self._plain, references, time)
            claims = [in_turn(claim, sentence.speaker) for p in group for claim in work.claims(p, group)]
            made += claims
            time = last_time(article.text[sentence.start : sentence.end], article.published)
            if claims:
                skipped += unsaid(article.text, sentence.start, sentence.end, [claim.built for claim in claims])
            else:
                span = Span(start=sentence.start, end=sentence.end)
                skipped.append(Skipped(span=span, reason="no statement found"))
        return Split(claims=tuple(numbered(made)), skipped=tuple(sorted(skipped, key=lambda s: s.span.start)))


@dataclass(frozen=True, slots=True)
class _Work:
    """Everything that the claims of one sentence need."""

    article: Article
    sentence: Sentence
    number: int
    speaker: str  # of the claim before, for a quotation that goes on
    plain: PlainSentences
    references: Substitution
    time: TimeSpan | None  # the last one of the sentence before

    def claims(self, parsed: Parsed, group: Sequence[Parsed]) -> Iterator[Made]:
        """Yield the claims of one parsed sentence."""
        if not any(token.is_alpha for token in parsed.doc):
            return
        root = main_root(parsed.doc)
        speech = None if asks(parsed) else find_speech(parsed, self.sentence, root) or self._goes_on(parsed)
        if speech is not None:
            yield from self._said(parsed, speech)
            return
        listed = self._listed(parsed, group)
        heads = [root, *(head for head, _ in coordinated(parsed, root))]
        told = [(head, pieces) for head in heads for pieces in distributed(parsed, head, listed)]
        told += [
            (head, pieces)
            for head in heads
            for pieces in enumerated(parsed, head, subject_of(head) or subject_of(root))
        ]
        apart = {head.i for head, _ in told}
        for draft in take_apart(parsed):
            if draft.rule == SAYING:
                yield from self._saying(parsed, draft)
            elif tells_in_turn(parsed, draft.parts):
                again = list(self.plain.unfolded(joined(parsed, draft.tokens())))
                yield from (claim for part in again for claim in self.claims(part, again))
            elif draft.parts and not (apart & set(draft.tokens()) and stands_for_list(parsed, draft)):
                yield from (self._claim(parsed, one) for one in spread(parsed, draft))
        for _, pieces in told:
            yield self._dated(parsed, pieces)
        for fuller, draft in parsed.asides:
            yield self._claim(fuller, draft)
        yield from self._bracketed(parsed, group)

    def _said(self, parsed: Parsed, speech: Speech) -> Iterator[Made]:
        speaker = self._name(parsed, speech.speaker) or self.speaker
        attribution = Attribution(speaker=speaker, cue=speech.cue, quoted=speech.quoted)
        own = [t.i for t in parsed.doc if not self.sentence.quoted(parsed.virtual.origin[t.idx])]
        said = {*speech.content, *speech.more}
        frame = Draft(tuple(i for i in own if i not in said), "frame")
        times = read_times(parsed, frame, self.article.published, self.time)
        pieces = self.references.sentence(parsed.virtual.ranges(), self.sentence.quotes)
        pieces = inserted(self.article.text, pieces, swaps(parsed, times.replacements))
        statement = build(self.article.text, finished(self.article.text, pieces))
        flags = self._left_open(parsed, own, said, times, speaker)
        yield Made(statement, Kind.STATEMENT, Modality.ASSERTED, self.number, attribution, flags=flags)
        of_frame = [
            d for d in take_apart(parsed) if d.rule in _OF_THE_FRAME and not set(d.tokens()) & {*speech.content}
        ]
        for fuller, draft in (*((parsed, draft) for draft in of_frame), *parsed.asides):
            if not self._in_quote(fuller, draft):
                yield self._claim(fuller, draft)
        yield from self._reported(parsed, speech.content, attribution)
        added = Attribution(speaker=speaker, cue=speech.more_cue, quoted=False)
        yield from self._reported(parsed, speech.more, added)

    def _left_open(
        self, parsed: Parsed, own: list[int], said: set[int], times: Times, speaker: str
    ) -> tuple[Flag, ...]:
        """Return what a statement leaves open outside its quotations; what is said tells its own times."""
        flags = self.references.apply(pieces_of(parsed, Draft(tuple(own), "statement"), ()))[1] if own else []
        if speaker.lower() in PRONOUNS:
            flags.append(Flag.UNRESOLVED_PRONOUN)
        content = Draft(tuple(i for i in own if i in said), "content")
        told = read_times(parsed, content, self.article.published, self.time)
        if times.unresolved or told.unresolved or told.replacements:
            flags.append(Flag.UNRESOLVED_DATE)
        return tuple(dict.fromkeys(flags))

    def _goes_on(self, parsed: Parsed) -> Speech | None:
        """Return a frame without words for a sentence that is all quotation: its speaker is named before."""
        words = [token for token in parsed.doc if token.is_alpha and token.i >= _labelled(parsed.doc)]
        quoted = all(self.sentence.quoted(parsed.virtual.origin[token.idx]) for token in words)
        return Speech((), "quoted", True) if quoted and len(words) > 1 else None

    def _saying(self, parsed: Parsed, draft: Draft) -> Iterator[Made]:
        """Yield "N said ..." of "N left, saying ...", and what N said."""
        at, verb = next((n, p) for n, p in enumerate(draft.parts) if isinstance(p, Added))
        speaker = self._name(parsed, [p for p in draft.parts[:at] if isinstance(p, int)])
        attribution = Attribution(speaker=speaker or "unknown", cue=verb.text, quoted=self._in_quote(parsed, draft))
        yield replace(self._claim(parsed, draft), kind=Kind.STATEMENT, attribution=attribution)
        said = tuple(p for p in draft.parts[at + 1 :] if isinstance(p, int))
        told = next(children(parsed.doc[verb.replaces], "ccomp"), None) if verb.replaces is not None else None
        said = tuple(i for i in said if told is None or i >= min(subtree(told)))  # not whom: "telling reporters he had"
        words = [parsed.doc[i] for i in said[:4]]
        content = said[next((n + 1 for n, t in enumerate(words) if t.lower_ == "that" and t.tag_ == "IN"), 0) :]
        if not attribution.quoted and any(is_finite(parsed.doc[i]) for i in content):
            yield from self._reported(parsed, content, attribution)

    def _reported(self, parsed: Parsed, content: Sequence[int], attribution: Attribution) -> Iterator[Made]:
        """Yield what somebody is said to have said, as claims of their own that name the speaker."""
        plain = [i for i in content if not second_that(parsed.doc[i])]
        group = list(self.plain.unfolded(joined(parsed, plain))) if plain else []
        for claim in (claim for part in group for claim in self.claims(part, group)):
            if claim.attribution is not None:
                yield claim
                continue
            kind, modality = claim.kind, claim.modality
            if _FUTURE_IN_THE_PAST.search(claim.built.text):
                kind, modality = Kind.FORECAST, Modality.PLANNED
            elif modality is Modality.ASSERTED:
                modality = Modality.REPORTED
            yield replace(claim, kind=kind, modality=modality, attribution=attribution)

    def _name(self, parsed: Parsed, tokens: Sequence[int]) -> str:
        """Return who stands at some tokens, by the name that a pronoun stands for."""
        pieces = self.references.apply(pieces_of(parsed, Draft(tuple(tokens), "speaker"), ()))[0] if tokens else []
        return build(self.article.text, pieces).text.strip()

    def _in_quote(self, parsed: Parsed, draft: Draft) -> bool:
        origin = parsed.virtual.origin
        return any(self.sentence.quoted(origin[parsed.doc[i].idx]) for i in draft.tokens())

    def _claim(self, parsed: Parsed, draft: Draft) -> Made:
        times = read_times(parsed, draft, self.article.published, self.time)
        pieces, flags = self.references.apply(pieces_of(parsed, draft, times.replacements))
        built = build(self.article.text, finished(self.article.text, pieces))
        if times.unresolved:
            flags.append(Flag.UNRESOLVED_DATE)
        if draft.rule == whole(parsed).rule and len(parsed.doc) > 0 and not _simple(parsed):
            flags.append(Flag.WHOLE_SENTENCE)
        kind, modality = classify(built.text)
        kind = kind if _has_a_verb(parsed, draft) and not _ENDS_ON_BE.search(built.text) else Kind.OTHER
        return Made(built, kind, modality, self.number, None, times.span, tuple(flags))

    def _dated(self, parsed: Parsed, pieces: tuple[Piece, ...]) -> Made:
        """Return a claim of pieces whose relative dates are read."""
        begins = {piece.start for piece in pieces if not isinstance(piece, Insert)}
        kept = tuple(t.i for t in parsed.doc if parsed.virtual.origin[t.idx] in begins)
        times = read_times(parsed, Draft(kept, "list"), self.article.published, self.time)
        made = self._plain(replaced(parsed, pieces, times.replacements))
        flags = (*made.flags, Flag.UNRESOLVED_DATE) if times.unresolved else made.flags
        return replace(made, time=times.span, flags=flags)

    def _plain(self, pieces: tuple[Piece, ...]) -> Made:
        named, flags = self.references.apply(pieces)
        built = build(self.article.text, finished(self.article.text, named))
        kind, modality = classify(built.text)
        return Made(built, kind, modality, self.number, flags=tuple(flags))

    def _listed(self, parsed: Parsed, group: Sequence[Parsed]) -> list[tuple[int, int]]:
        """Return where the names stand that "these" can mean: a list of this sentence or the one before."""
        names = next((p.virtual.listed for p in group if p.virtual.listed), ())
        found = []
        for name in names:
            at = self.article.text.find(name, self.sentence.start, self.sentence.end)
            found.append((at, at + len(name)))
        return found or self.references.taken_up(parsed.virtual.origin)

    def _bracketed(self, parsed: Parsed, group: Sequence[Parsed]) -> Iterator[Made]:
        if parsed is not group[-1]:
            return
        drafts = take_apart(parsed)
        thing = _subject_pieces(parsed)
        for pieces in stated(self.article.text, self.sentence.start, self.sentence.end, thing if drafts else ()):
            yield self._plain(pieces)


def _labelled(doc: Any) -> int:
    """Return where the words of "The claim: ..." begin; 0 where nothing says whose words follow."""
    colon = next((t.i for t in doc[:4] if t.text == ":"), 0)
    return colon + 1 if colon and doc[colon - 1].lower_ in ("claim", "quote", "statement", "post") else 0


def _subject_pieces(parsed: Parsed) -> tuple[Piece, ...]:
    from verifier.claims.noun_phrases import phrase

    subject = subject_of(main_root(parsed.doc))
    if subject is None or subject.pos_ not in ("PROPN", "NOUN"):
        return ()
    return tuple(pieces_of(parsed, Draft(tuple(phrase(subject)), "subject"), ()))


def _simple(parsed: Parsed) -> bool:
    return not any(t.dep_ in ("conj", "acl:relcl", "advcl", "appos", "ccomp") for t in parsed.doc)


def _has_a_verb(parsed: Parsed, draft: Draft) -> bool:
    """Say whether a draft states something: "Main Hall, 2 May, 9 a.m.", "publishing a guide" and "Go early" do not."""
    words = [parsed.doc[i] for i in draft.tokens()]
    told = bool(words) and any(t.dep_ == "conj" and is_finite(t) for t in words[0].children)
    command = bool(words) and words[0].tag_ == "VB" and words[0].head.i == words[0].i
    if command and not told and draft.rule in (WHOLE, "clause"):
        return False  # "Go early."; but "Remove the iron, and its strength drops" tells something
    if len(words) > 2 and words[0].tag_ == "VB" and words[1].lower_ in ("not", "n't", "n’t"):
        return False  # "Do not count on it."
    if draft.rule in (WHOLE, "clause") and words and unfinished(main_root(parsed.doc)):
        return False
    return any(isinstance(part, Added) for part in draft.parts) or any(
        t.tag_ in ("VBD", "VBZ", "VBP", "MD", "VB", "VBN") or past_form(t) for t in words
    )
