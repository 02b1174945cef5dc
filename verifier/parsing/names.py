"""Names as wholes: what a hyphen or the tree holds together is one name, and every name begins once."""

from collections.abc import Sequence

from verifier.parsing.tree import Tree

_HYPHENS = frozenset("-‐‑–")


def join_names(tree: Tree, words: Sequence[str], spaces: Sequence[bool]) -> None:
    """Mend the names in place: "al-Tamim", "Andean Community", "Brandt & Lowe"."""
    names = tree.names
    for at in range(1, len(words)):
        if "O" in (names[at - 1], names[at]):
            continue
        if tree.labels[at] == "flat" and tree.heads[at] == at - 1:
            names[at] = f"I-{names[at - 1][2:]}"
        elif tree.labels[at - 1] == "compound" and tree.heads[at - 1] == at:
            names[at - 1 : at + 1] = f"{names[at - 1][:2]}{names[at][2:]}", f"I-{names[at][2:]}"
    for at in range(1, len(words) - 1):
        glued = words[at] in _HYPHENS and not spaces[at - 1] and not spaces[at]
        if glued and "O" not in (names[at - 1], names[at + 1]):
            names[at] = names[at + 1] = f"I-{names[at - 1][2:]}"
    _join_firms(names, words)
    before = "O"
    for at, name in enumerate(names):
        if name.startswith("I-") and before[2:] != name[2:]:
            names[at] = f"B-{name[2:]}"
        before = names[at]


def _join_firms(names: list[str], words: Sequence[str]) -> None:
    """Make one organisation of what "&" joins: "Brandt & Lowe"."""
    for at in range(1, len(words) - 1):
        if words[at] == "&" and "O" not in (names[at - 1], names[at + 1]):
            start, end = at - 1, at + 2
            while start and names[start].startswith("I-"):
                start -= 1
            while end < len(names) and names[end].startswith("I-"):
                end += 1
            names[start:end] = ["B-ORG", *["I-ORG"] * (end - start - 1)]
