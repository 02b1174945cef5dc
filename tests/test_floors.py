"""The layout's one rule: imports point down only, and sibling folders never import each other."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "verifier"

FLOORS = {
    "errors": 0, "records": 0, "__init__": 0, "__main__": 7,
    "access": 1, "bundled": 1, "device": 1, "protocols": 1, "facts": 1, "text": 1, "dates": 1, "date_phrases": 1,
    "date_meanings": 1, "date_hedges": 1, "date_later": 1, "date_near": 1, "date_years": 1,
    "quantities": 1, "units": 1, "agreement": 1, "blocks": 1, "language": 1, "store": 1, "cache": 1, "extract": 1,
    "copies": 1, "threads": 1, "parsing": 1, "process": 1, "graphs": 1,
    "articles": 2, "claims": 2, "corpus": 2, "retrieval": 2, "nli": 2, "verdict": 2, "reports": 2,
    "pipeline": 3, "config": 3, "redecide": 3, "corpus_store": 3,
    "build": 4, "asked": 4, "sound": 4,
    "runs": 5, "review": 5, "evaluation": 5, "serve": 5,
    "cli": 6,
}  # fmt: skip


def room(path: Path) -> str:
    """Return the folder or file name right below the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """Return the rooms that a file imports from, at any depth of the file."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("verifier."):
            rooms.add(node.module.split(".")[1])
        elif isinstance(node, ast.ImportFrom) and node.module == "verifier":
            rooms |= {alias.name for alias in node.names if alias.name in FLOORS}
        elif isinstance(node, ast.Import):
            rooms |= {a.name.split(".")[1] for a in node.names if a.name.startswith("verifier.")}
    return rooms


FILES = sorted(p for p in PACKAGE.rglob("*.py") if "bundle" not in p.relative_to(PACKAGE).parts)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_imports_only_from_lower_floors(path):
    """A file imports its own room or a lower floor; within floor 1, files may use one another."""
    own = room(path)
    for other in imported_rooms(path) - {own}:
        same_ground = FLOORS[own] == FLOORS[other] == 1
        assert FLOORS[other] < FLOORS[own] or same_ground, f"{own} must not import {other}"


def test_every_room_has_a_floor():
    """A new file or folder states its floor in the table."""
    assert {room(path) for path in FILES} <= set(FLOORS)
