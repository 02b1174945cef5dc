"""The public format of SciFact (Wadden et al. 2020): claims with evidence by document, abstracts by sentence."""

from typing import Any

_LABELS = {"SUPPORT": "supported", "CONTRADICT": "refuted"}


def claim(row: dict[str, Any]) -> dict[str, Any]:
    """Return a claim with its verdict and the documents that settle or at least concern it."""
    evidence = row.get("evidence") or {}
    found = {_LABELS[item["label"]] for items in evidence.values() for item in items}
    label = "conflicting" if len(found) > 1 else next(iter(found), "not_enough_info")
    relevant = [str(name) for name in evidence] or [str(name) for name in row.get("cited_doc_ids") or ()]
    return {"id": str(row["id"]), "claim": row["claim"], "label": label, "evidence": tuple(relevant)}


def document(row: dict[str, Any]) -> dict[str, Any]:
    """Return an abstract as one document."""
    return {"id": str(row["doc_id"]), "title": row["title"], "text": " ".join(row["sentences"])}
