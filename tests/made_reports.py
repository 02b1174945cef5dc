"""What the browser tests share: a headless Chromium where one is installed, and reports made for them."""

import os
import shutil
from datetime import date

from verifier.records import (
    Article,
    CheckedClaim,
    Claim,
    Edit,
    EditKind,
    Evidence,
    Failure,
    Finding,
    Hit,
    Judgement,
    Kind,
    Label,
    Passage,
    Report,
    RunInfo,
    Skipped,
    Span,
    Stance,
    Verdict,
)

EVIL = '</script><script>document.title="owned"</script><img src=x onerror="document.title=1">'
DAY = date(2024, 8, 30)
LABELS = tuple(Label)


def chromium():
    """Return the path of the installed Chromium, None where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


def claim(number, text, start, end):
    """Return the claim `number`; verdicts take turns, so that each occurs."""
    label = LABELS[number % len(LABELS)]
    kind = Kind.STATEMENT if label is Label.NOT_CHECKABLE else Kind.FACT
    passage = Passage(id=f"t/{number}", text=f"Passage {number}. {EVIL}", source="source", url="https://example.org/p",
                      valid_from=date(2002, 7, 1))  # fmt: skip
    judgement = Judgement(entailment=0.9, neutral=0.06, contradiction=0.04)
    hit = Hit(passage=passage, score=0.5, rank=1)
    told = Evidence(hit=hit, judgement=judgement, stance=Stance.SUPPORTS, notes=("a note",))
    rest = Evidence(hit=hit, judgement=judgement, stance=Stance.NEUTRAL)
    finding = Finding(stance=Stance.SUPPORTS, check="t.member", derivation=("searched 9", EVIL), passages=(passage,))
    edit = Edit(kind=EditKind.REFERENCE, start=0, end=5, replacement="Topic", reason="the topic")
    return CheckedClaim(
        claim=Claim(id=f"c{number}", text=f"Topic{text[5:]}", kind=kind, spans=(Span(start=start, end=end),),
                    edits=(edit,)),
        verdict=Verdict(label=label, confidence=(number % 10) / 10, as_of=DAY, evidence=(told, rest), finding=finding,
                        decider="exact:t.member", reason="r"),
    )  # fmt: skip


def report_of(claims, name="a1", title=f"Title {EVIL}"):
    """Return a report with so many claims, one a sentence; its texts are full of markup and script."""
    sentences = [f"Thing {n} is number {n} {EVIL}" for n in range(1, claims + 1)]
    text, made, at = "", [], 0
    for number, sentence in enumerate(sentences, 1):
        made.append(claim(number, sentence, at, at + len(sentence)))
        text += sentence + ("\n\n" if number % 5 == 0 else " ")
        at = len(text)
    return Report(
        article=Article(id=name, title=title, text=f"{text}Bye {EVIL}", published=DAY),
        claims=tuple(made),
        skipped=(Skipped(span=Span(start=at, end=at + 3), reason="site furniture"),),
        failures=(Failure(stage="judge", item="c99", error="ModelError", message=f"broken {EVIL}"),),
        run=RunInfo(version="0", config={"k": 1}, models={"nli": "m"}, corpus="icc, as of 2025-12-31", key="key1"),
    )
