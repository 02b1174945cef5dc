"""What an encoder says of the words of a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tree:
    """One entry a word, in order; a root is its own head."""

    tags: list[str]  # Penn Treebank
    classes: list[str]  # Universal Dependencies, as the labels
    names: list[str]  # B-, I- and O
    heads: list[int]
    labels: list[str]
