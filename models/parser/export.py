"""Writes a checkpoint as the graph that the package reads, its large matrices on a grid of 8 bits.

    python models/parser/export.py --checkpoint WORK/checkpoint.pt --kinds parser.json --base BASE --out trees

A matrix is kept as 8-bit numbers with one scale a column (a row of the embeddings), and multiplied out once, when the
graph is opened: the products are in float32, the same on every processor.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from attend import TreeEncoder
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from verifier.parsing.encoder import GRAPH, KINDS, TOKENIZER

SMALL = 20_000  # numbers; smaller constants stay as they are
INPUTS = ("ids", "shapes", "first", "last")


class Alone(nn.Module):
    """The parser of one sentence, of which every piece counts."""

    def __init__(self, model: TreeEncoder) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, ids: torch.Tensor, shapes: torch.Tensor, first: torch.Tensor, last: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """Return what the model returns."""
        return self.model(ids, torch.ones_like(ids), shapes, first, last)


def graph(model: TreeEncoder, target: Path) -> None:
    """Write the graph in float32."""
    pieces, words = torch.tensor([[101, 2000, 2001, 2002, 102]]), torch.tensor([[1, 3]])
    torch.onnx.export(
        Alone(model).eval(),
        (pieces, torch.zeros_like(pieces), words, words),
        str(target),
        dynamo=False,
        opset_version=17,
        input_names=list(INPUTS),
        output_names=["tags", "classes", "names", "heads", "labels"],
        dynamic_axes={name: {1: "pieces" if name in INPUTS[:2] else "words"} for name in INPUTS},
    )


def rounded(model: onnx.ModelProto) -> onnx.ModelProto:
    """Put the large constants on the grid."""
    nodes, constants = [], []
    for constant in model.graph.initializer:
        values = numpy_helper.to_array(constant)
        if values.dtype != np.float32 or values.size < SMALL or values.ndim < 2:
            constants.append(constant)
            continue
        name = constant.name
        axis = values.ndim - 1 if "embedding" in name else values.ndim - 2
        scale = np.maximum(np.abs(values).max(axis, keepdims=True), 1e-9) / 127
        constants.append(numpy_helper.from_array(np.round(values / scale).astype(np.int8), f"{name}.grid"))
        constants.append(numpy_helper.from_array(scale.astype(np.float32), f"{name}.scale"))
        nodes.append(helper.make_node("Cast", [f"{name}.grid"], [f"{name}.float"], to=TensorProto.FLOAT))
        nodes.append(helper.make_node("Mul", [f"{name}.float", f"{name}.scale"], [name]))
    nodes += model.graph.node
    del model.graph.node[:], model.graph.initializer[:]
    model.graph.node.extend(nodes)
    model.graph.initializer.extend(constants)
    onnx.checker.check_model(model)
    return model


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("checkpoint", "kinds", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    kinds = json.loads(options.kinds.read_text())
    model = TreeEncoder(options.base, **{name: len(values) for name, values in kinds.items()})
    model.load_state_dict(torch.load(options.checkpoint, weights_only=True)["model"])
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / GRAPH
    graph(model, path)
    path.write_bytes(rounded(onnx.load(str(path))).SerializeToString(deterministic=True))
    shutil.copyfile(options.base / "tokenizer.json", options.out / TOKENIZER)
    shutil.copyfile(options.kinds, options.out / KINDS)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
