"""Stores a sentence encoder in half precision, and proves that nothing was lost by it.

    python models/retriever/convert.py SOURCE models/retriever/weights

SOURCE is a sentence-transformers folder with float32 weights. Its settings are copied byte for byte, so
that every version of the library that reads the source reads the copy.
"""

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from sentence_transformers import SentenceTransformer

LEAST_COSINE = 0.999  # between a text's vectors before and after
WEIGHTS = "model.safetensors"
SETTINGS = (
    "1_Pooling/config.json",
    "config.json",
    "config_sentence_transformers.json",
    "modules.json",
    "sentence_bert_config.json",
    "special_tokens_map.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "vocab.txt",
)
PROBES = (
    "Mongolia signed the Rome Statute on 29 December 2000.",
    "The International Criminal Court issued an arrest warrant against Vladimir Putin.",
    "Slovakia has 5.4 million inhabitants.",
    "A landlocked country in East Asia between Russia and China.",
    "Der Gerichtshof hat seinen Sitz in Den Haag.",
    "x",
    "He was re-elected; turnout fell by 3.2 % (2019: 61.4 %). " * 40,
)


def convert(source: Path, target: Path) -> None:
    """Write the half-precision copy."""
    for name in SETTINGS:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target / name)
    weights = load_file(source / WEIGHTS)
    halved = {name: w.half() if w.is_floating_point() else w for name, w in weights.items()}
    save_file(halved, target / WEIGHTS, metadata={"format": "pt"})


def least_cosine(source: Path, target: Path) -> float:
    """Return the least cosine between the probes' vectors of the two models, both run in float32."""
    before, after = (vectors(folder) for folder in (source, target))
    return float(np.min(np.sum(before * after, axis=1)))


def vectors(folder: Path) -> np.ndarray:
    """Return the probes' vectors as sentence-transformers computes them."""
    model = SentenceTransformer(str(folder), device="cpu", model_kwargs={"dtype": torch.float32})
    return model.encode(list(PROBES), normalize_embeddings=True)


def main() -> None:
    """Convert, and fail when the vectors moved."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    convert(arguments.source, arguments.target)
    cosine = least_cosine(arguments.source, arguments.target)
    print(f"least cosine to the float32 vectors: {cosine:.6f}")
    if cosine < LEAST_COSINE:
        raise SystemExit(f"less than {LEAST_COSINE}: the conversion lost too much")


if __name__ == "__main__":
    main()
