"""Trains the classifier of checkable sentences: logistic regression over words, exported as plain JSON.

    python models/kinds/train.py train_small.jsonl.gz --test test.jsonl.gz

Rows are `{"text", "checkworthy": 0 or 1}`; scikit-learn comes with sentence-transformers.
"""

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from verifier.claims.checkable import features

_OUT = Path(__file__).parent / "weights" / "checkable.json"
_LEAST = 5  # sentences that have a feature
_STRENGTH = 0.3  # inverse of the penalty
_SMALL = 0.02  # weights below are left out


def rows(path: Path) -> tuple[list[dict[str, int]], list[int]]:
    """Return features and labels of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        read = [json.loads(line) for line in file]
    return [dict.fromkeys(features(row["text"]), 1) for row in read], [int(row["checkworthy"]) for row in read]


def main() -> None:
    """Train, write the weights, and print the average precision on the test file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("--test", type=Path, required=True)
    options = parser.parse_args()
    found, labels = rows(options.train)
    often = Counter(feature for row in found for feature in row)
    kept = [{f: 1 for f in row if often[f] >= _LEAST} for row in found]
    vectors = DictVectorizer()
    model = LogisticRegression(C=_STRENGTH, max_iter=500).fit(vectors.fit_transform(kept), labels)
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {name: round(float(weight), 3) for name, weight in named if abs(weight) >= _SMALL}
    stored = {"bias": round(float(model.intercept_[0]), 3), "weights": weights}
    _OUT.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    tested, gold = rows(options.test)
    scores = [stored["bias"] + sum(weights.get(f, 0.0) for f in row) for row in tested]
    print(f"{_OUT}: {len(weights)} weights; average precision {average_precision_score(gold, scores):.3f}")


if __name__ == "__main__":
    main()
