"""The generated pair and its labels."""

import random
from collections.abc import Iterable
from typing import NamedTuple, Protocol, TypeVar

E, N, C = "entailment", "neutral", "contradiction"


class Row(NamedTuple):
    """One labelled pair and the phenomenon that it shows."""

    premise: str
    hypothesis: str
    label: str
    phenomenon: str


class HeldOut(Protocol):
    """Anything that says whether training may see it."""

    @property
    def held_out(self) -> bool:
        """Say whether only the development set uses it."""


T = TypeVar("T", bound=HeldOut)


def pick(choices: Iterable[T], held_out: bool, rng: random.Random) -> T:
    """Return one of the choices that training sees, or one of those that it does not see."""
    return rng.choice([choice for choice in choices if choice.held_out == held_out])
