"""Writes the graph that runs the encoder on onnxruntime; all its weights are read from the safetensors beside it.

    python models/retriever/graph.py models/retriever/weights

So the file is small, and what sentence-transformers opens and what the program runs are one set of numbers. Fails when a
text's vector is another one than sentence-transformers gives.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from convert import PROBES, WEIGHTS, vectors
from onnx import TensorProto
from transformers import AutoModel

from verifier.retrieval.on_onnx import GRAPH, OnnxEncoder

LEAST_COSINE = 0.99999


class Meaning(torch.nn.Module):
    """The mean of a text's tokens at the last layer, of length 1."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Return (1, dimensions) of (1, tokens)."""
        states = self.model(ids, attention_mask=torch.ones_like(ids)).last_hidden_state
        return torch.nn.functional.normalize(states.mean(1), dim=1)


def write(folder: Path) -> None:
    """Write the graph without its weights."""
    model = AutoModel.from_pretrained(str(folder), dtype=torch.float32, attn_implementation="eager")
    with tempfile.TemporaryDirectory() as work:
        whole = Path(work) / GRAPH
        torch.onnx.export(
            Meaning(model).eval(),
            (torch.tensor([[101, 2000, 102]]),),
            str(whole),
            dynamo=False,
            opset_version=17,
            do_constant_folding=False,  # which would rename transposed weights
            input_names=["ids"],
            output_names=["vector"],
            dynamic_axes={"ids": {1: "tokens"}},
        )
        (folder / GRAPH).write_bytes(emptied(onnx.load(str(whole))).SerializeToString(deterministic=True))


def emptied(made: onnx.ModelProto) -> onnx.ModelProto:
    """Let every weight of the model point at the safetensors, by its name there."""
    for constant in made.graph.initializer:
        old, new = constant.name, constant.name.removeprefix("model.")
        if old == new:
            continue  # no weight but a number of the graph
        for node in made.graph.node:
            node.input[:] = [new if name == old else name for name in node.input]
        dims = list(constant.dims)
        constant.Clear()
        constant.name, constant.data_type, constant.data_location = new, TensorProto.FLOAT, TensorProto.EXTERNAL
        constant.dims.extend(dims)
        constant.external_data.add(key="location", value=WEIGHTS)
    return made


def main() -> None:
    """Write the graph, and take it away again if it says something else."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    write(folder)
    cosine = float(np.min(np.sum(vectors(folder) * OnnxEncoder(folder).encode(PROBES), axis=1)))
    print(f"{(folder / GRAPH).stat().st_size / 1e3:.0f} kB; least cosine to sentence-transformers: {cosine:.7f}")
    if cosine < LEAST_COSINE:
        (folder / GRAPH).unlink()
        raise SystemExit(f"less than {LEAST_COSINE}: the graph is removed")


if __name__ == "__main__":
    main()
