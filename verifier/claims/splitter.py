"""The bundled splitter: sentences, clauses, names and dates; every claim keeps its origin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from verifier.claims.clauses import take_apart, whole
from verifier.claims.coordination import coordinated
from verifier.claims.counted_lists import counted
from verifier.claims.descriptions import Descriptions
from verifier.claims.drafts import Draft, Parsed
from verifier.claims.gapping import gapped
from verifier.claims.insertions import interrupted
from verifier.claims.kinds import classify
from verifier.claims.names import find_names
from verifier.claims.opening import without_marker
from verifier.claims.parentheses import parentheticals, stated
from verifier.claims.pieces import Built, Piece, build
from verifier.claims.quantified import distributed, enumerated, stands_for_list
from verifier.claims.realise import finished, pieces_of, realise
from verifier.claims.references import Before, Resolver, subject_thing, unresolved
from verifier.claims.semicolons import apart
from verifier.claims.sentences import Sentence, find_sentences
from verifier.claims.speech import Speech, find_speech
from verifier.claims.tagging import repaired
from verifier.claims.times import read_times
from verifier.claims.unfolding import Rule
from verifier.claims.virtual import Virtual, virtual
from verifier.facts import Corpus
from verifier.language import load_parser, main_root
from verifier.records import (
    Article,
    Attribution,
    Claim,
    Flag,
    Kind,
    Modality,
    Skipped,
    Span,
    Split,
    TimeSpan,
)

_UNFOLDING: tuple[Rule, ...] = (apart, interrupted, counted, gapped)


@dataclass(frozen=True, slots=True)
class _Made:
    """A claim without its id and parent."""

    built: Built
    kind: Kind
    modality: Modality
    sentence: int
    attribution: Attribution | None = None
    time: TimeSpan | None = None
    flags: tuple[Flag, ...] = ()


class RuleSplitter:
    """Splits by dependency rules over a trained parser; a failed guard keeps the sentence whole.

    Raises:
        ModelError: the folder holds no parser.
    """

    def __init__(self, parser: Path, corpus: Corpus | None = None) -> None:
        self._parse = load_parser(parser)
        self._descriptions = Descriptions(corpus)

    def split(self, article: Article) -> Split:
        """Return the claims in reading order, and what was left out and why."""
        sentences, skipped = find_sentences(article.text)
        parsed = [[p for v in _virtuals(article.text, s) for p in self._parsed(v)] for s in sentences]
        docs = [p.doc for group in parsed for p in group]
        names = find_names(article.text, docs, self._descriptions.persons)
        resolver = Resolver(article.text, names, self._descriptions, article.published)
        made: list[_Made] = []
        before = Before()
        for number, (sentence, group) in enumerate(zip(sentences, parsed, strict=True)):
            work = _Work(article, sentence, number, resolver, before)
            claims = [claim for p in group for claim in work.claims(p, group)]
            made += claims
            if not claims:
                span = Span(start=sentence.start, end=sentence.end)
                skipped.append(Skipped(span=span, reason="no statement found"))
            last = group[-1] if group and len(group[-1].doc) else None
            thing = subject_thing(last, main_root(last.doc)) if last else None
            before = Before((*before.starts, sentence.start)[-3:], thing)
        return Split(claims=tuple(_numbered(made)), skipped=tuple(sorted(skipped, key=lambda s: s.span.start)))

    def _parsed(self, text: Virtual, asides: tuple[tuple[Parsed, Draft], ...] = ()) -> Iterator[Parsed]:
        """Yield the parses of the plain sentences that a sentence unfolds to, the host first."""
        parsed = Parsed(text, repaired(self._parse(text.text)), asides)
        unfolded = next((u for rule in _UNFOLDING if (u := rule(parsed))), None)
        if unfolded is None:
            yield parsed
            return
        more = (*asides, *((parsed, draft) for draft in unfolded.drafts))
        for number, plainer in enumerate(unfolded.texts):
            yield from self._parsed(plainer, more if number == 0 else ())


def _virtuals(article: str, sentence: Sentence) -> list[Virtual]:
    """Return the sentences to parse: without brackets and opening markers, lists unfolded."""
    start = without_marker(article, sentence.start, sentence.end)
    holes = parentheticals(article, start, sentence.end)
    if not holes:
        return [virtual(article, [(start, sentence.end)])]
    starts = [start, *(end for _, end in holes)]
    ends = [*(begin for begin, _ in holes), sentence.end]
    return [virtual(article, [r for r in zip(starts, ends, strict=True) if r[0] < r[1]])]


@dataclass(frozen=True, slots=True)
class _Work:
    """Everything that the claims of one sentence need."""

    article: Article
    sentence: Sentence
    number: int
    resolver: Resolver
    before: Before

    def claims(self, parsed: Parsed, group: Sequence[Parsed]) -> Iterator[_Made]:
        """Yield the claims of one parsed sentence."""
        if not any(token.is_alpha for token in parsed.doc):
            return
        root = main_root(parsed.doc)
        speech = find_speech(parsed, self.sentence, root)
        if speech is not None:
            yield from self._said(parsed, speech)
            return
        listed = self._listed(parsed, group)
        heads = [root, *(head for head, _ in coordinated(parsed, root))]
        spread = [pieces for head in heads for pieces in distributed(parsed, head, listed)]
        spread += [pieces for head in heads for pieces in enumerated(parsed, head)]
        for draft in take_apart(parsed):
            if draft.parts and not (spread and stands_for_list(parsed, draft)):
                yield self._claim(parsed, draft)
        for pieces in spread:
            yield self._plain(pieces)
        for fuller, draft in parsed.asides:
            yield self._claim(fuller, draft)
        yield from self._bracketed(parsed, group)

    def _said(self, parsed: Parsed, speech: Speech) -> Iterator[_Made]:
        attribution = Attribution(
            speaker=parsed.text(speech.speaker) or "unknown", cue=speech.cue, quoted=speech.quoted
        )
        source = (Span(start=self.sentence.start, end=self.sentence.end),)
        text = self.article.text[self.sentence.start : self.sentence.end]
        statement = Built(text, source, ())
        yield _Made(statement, Kind.STATEMENT, Modality.ASSERTED, self.number, attribution)
        for draft in take_apart(parsed):
            if draft.rule in ("title", "apposition") and not self._in_quote(parsed, draft):
                yield self._claim(parsed, draft)
        if speech.content is not None and len(speech.content.parts) > 2:
            yield self._claim(parsed, speech.content, attribution)
        for fuller, draft in parsed.asides:
            if not self._in_quote(fuller, draft):
                yield self._claim(fuller, draft)

    def _in_quote(self, parsed: Parsed, draft: Draft) -> bool:
        origin = parsed.virtual.origin
        return any(self.sentence.quoted(origin[parsed.doc[i].idx]) for i in draft.tokens())

    def _claim(self, parsed: Parsed, draft: Draft, attribution: Attribution | None = None) -> _Made:
        times = read_times(parsed, draft, self.article.published)
        event = times.span.first if times.span else None
        references = self.resolver.resolve(parsed, draft, self.sentence, self.before, event)
        dated = {i for r in times.replacements for i in range(r.first, r.last)}
        references = [r for r in references if not dated & set(range(r.first, r.last))]
        built = realise(self.article.text, parsed, draft, [*references, *times.replacements])
        replaced = {r.first for r in references}
        words = [parsed.doc[i].text if i not in replaced else "" for i in draft.tokens()]
        flags = unresolved(built.text, words)
        if times.unresolved:
            flags.append(Flag.UNRESOLVED_DATE)
        if draft.rule == whole(parsed).rule and len(parsed.doc) > 0 and not _simple(parsed):
            flags.append(Flag.WHOLE_SENTENCE)
        kind, modality = classify(built.text)
        if attribution and " would " in built.text:
            kind, modality = Kind.FORECAST, Modality.PLANNED
        elif attribution and modality is Modality.ASSERTED:
            modality = Modality.REPORTED
        return _Made(built, kind, modality, self.number, attribution, times.span, tuple(flags))

    def _plain(self, pieces: tuple[Piece, ...]) -> _Made:
        built = build(self.article.text, finished(self.article.text, pieces))
        kind, modality = classify(built.text)
        return _Made(built, kind, modality, self.number)

    def _listed(self, parsed: Parsed, group: Sequence[Parsed]) -> list[tuple[int, int]]:
        """Return where the names stand that "these" can mean: a list of this sentence or the one before."""
        names = next((p.virtual.listed for p in group if p.virtual.listed), ())
        found = []
        for name in names:
            at = self.article.text.find(name, self.sentence.start, self.sentence.end)
            found.append((at, at + len(name)))
        return found or list(self.before.listed)

    def _bracketed(self, parsed: Parsed, group: Sequence[Parsed]) -> Iterator[_Made]:
        if parsed is not group[-1]:
            return
        drafts = take_apart(parsed)
        thing = _subject_pieces(parsed)
        for pieces in stated(self.article.text, self.sentence.start, self.sentence.end, thing if drafts else ()):
            yield self._plain(pieces)


def _subject_pieces(parsed: Parsed) -> tuple[Piece, ...]:
    from verifier.claims.coordination import subject_of
    from verifier.claims.noun_phrases import phrase

    subject = subject_of(main_root(parsed.doc))
    if subject is None or subject.pos_ not in ("PROPN", "NOUN"):
        return ()
    return tuple(pieces_of(parsed, Draft(tuple(phrase(subject)), "subject"), ()))


def _simple(parsed: Parsed) -> bool:
    return not any(t.dep_ in ("conj", "acl:relcl", "advcl", "appos", "ccomp") for t in parsed.doc)


def _numbered(made: Sequence[_Made]) -> Iterator[Claim]:
    """Yield claims with ids; a repeated text is kept once; parts name their sentence's first claim."""
    seen: set[str] = set()
    parents: dict[int, str] = {}
    count = 0
    for item in made:
        if item.built.text in seen:
            continue
        seen.add(item.built.text)
        count += 1
        id_ = f"c{count}"
        yield Claim(
            id=id_,
            text=item.built.text,
            kind=item.kind,
            spans=item.built.spans,
            edits=item.built.edits,
            parent=parents.get(item.sentence),
            attribution=item.attribution,
            time=item.time,
            modality=item.modality,
            flags=item.flags,
        )
        parents.setdefault(item.sentence, id_)
