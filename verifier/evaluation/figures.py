"""Figures of a run as SVG (matplotlib): confusion, reliability, risk and coverage, speed and accuracy."""

import io
from collections import Counter
from collections.abc import Sequence
from typing import Any

from verifier.errors import InputError
from verifier.evaluation.metrics import reliability, risk_coverage
from verifier.evaluation.records import Result


def drawing() -> Any:
    """Return matplotlib's pyplot, drawing without a screen.

    Raises:
        InputError: the extra with matplotlib is not installed.
    """
    try:
        import matplotlib as mpl
    except ImportError as error:
        raise InputError('figures need matplotlib: pip install "verifier[eval]"') from error
    mpl.use("Agg")
    mpl.rcParams["svg.hashsalt"] = "verifier"  # the same figure is the same file
    from matplotlib import pyplot

    return pyplot


def _svg(pyplot: Any, figure: Any) -> str:
    target = io.StringIO()
    figure.tight_layout()
    figure.savefig(target, format="svg", metadata={"Date": None})
    pyplot.close(figure)
    text = target.getvalue()
    return text[text.index("<svg") :]


def confusion_svg(result: Result) -> str:
    """Draw gold labels against answers."""
    pyplot = drawing()
    golds = sorted({o.gold for o in result.outcomes})
    answers = golds + sorted({o.predicted for o in result.outcomes} - set(golds))
    counts = Counter((o.gold, o.predicted) for o in result.outcomes)
    table = [[counts[gold, answer] for answer in answers] for gold in golds]
    figure, axes = pyplot.subplots(figsize=(1.6 + 1.1 * len(answers), 1.4 + 0.7 * len(golds)))
    top = max(map(max, table))
    axes.imshow(table, cmap="Blues", vmin=0, vmax=top)
    for row, line in enumerate(table):
        for column, count in enumerate(line):
            axes.text(column, row, count, ha="center", va="center", color="white" if count > top / 2 else "black")
    axes.set_xticks(range(len(answers)), [_short(a) for a in answers], rotation=30, ha="right")
    axes.set_yticks(range(len(golds)), [_short(g) for g in golds])
    axes.set_xlabel("answer")
    axes.set_ylabel("gold")
    return _svg(pyplot, figure)


def _short(label: str) -> str:
    return {"": "no answer", "not_enough_info": "not enough", "not_checkable": "not judged"}.get(label, label)


def reliability_svg(result: Result) -> str:
    """Draw accuracy over stated confidence; on the diagonal both agree."""
    pyplot = drawing()
    bins = reliability(result.outcomes)
    figure, axes = pyplot.subplots(figsize=(4, 3.4))
    axes.plot([0, 1], [0, 1], color="grey", linestyle=":")
    axes.scatter([b[0] for b in bins], [b[1] for b in bins], s=[20 + 2 * b[2] for b in bins])
    axes.set(xlabel="confidence", ylabel="accuracy", xlim=(0, 1.02), ylim=(0, 1.02))
    return _svg(pyplot, figure)


def risk_svg(results: Sequence[Result]) -> str:
    """Draw the error of the answers over their share, a line a system."""
    pyplot = drawing()
    figure, axes = pyplot.subplots(figsize=(5, 3.4))
    for result in results:
        coverage, risk = risk_coverage(result.outcomes)
        if coverage:
            axes.plot(coverage, risk, label=result.system)
    axes.set(xlabel="share of items answered", ylabel="wrong among them", ylim=(0, None))
    if axes.lines:
        axes.legend(fontsize=7)
    return _svg(pyplot, figure)


def speed_svg(results: Sequence[Result]) -> str:
    """Draw accuracy over items a second for the systems that were timed."""
    pyplot = drawing()
    figure, axes = pyplot.subplots(figsize=(5, 3.4))
    for result in results:
        accuracy = result.score("accuracy")
        if accuracy and result.seconds and result.outcomes:
            speed = len(result.outcomes) / result.seconds
            axes.scatter(speed, accuracy.value)
            axes.annotate(f"{result.suite}: {result.system}", (speed, accuracy.value), fontsize=6)
    axes.set(xlabel="items a second, on this machine", ylabel="accuracy", xscale="log")
    return _svg(pyplot, figure)
