"""The onnx graph of the cross-encoder with 8-bit products, for `fast.py`.

A row of activations is rounded twice: to 8 bits by its own largest value, then the rest that is left over, again to
8 bits. So every token has a scale of its own (nothing depends on other pairs, nor on other tokens), and with weights that
already lie on an 8-bit grid the product is as exact as one in float. Where one rounding does no harm, it does alone.

Activations use 127 of the 256 steps: processors without VNNI add two 8-bit products in 16 bits, where more would be
cut off in silence (2 % of the labels changed), so every processor computes the same integers.
"""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

EMBEDDINGS = "embeddings.word_embeddings.weight"
MICROSOFT = "com.microsoft"
MIDDLE = 64  # the zero of unsigned 8-bit activations
STEPS = 63  # on each side of it: 2 * (MIDDLE + STEPS) * 127 < 2 ** 15
Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Rounded:
    """A weight on its grid: (values * scale).T / smooth is the float weight (outputs, inputs)."""

    values: npt.NDArray[np.int8]  # (inputs, outputs)
    scale: Array  # (outputs,)
    smooth: Array  # (inputs,), by which activations are divided (SmoothQuant, Xiao et al. 2023)

    def plain(self) -> Array:
        """Return the float weight, (outputs, inputs)."""
        weight: Array = (self.values * self.scale).T / self.smooth
        return weight


@dataclass(slots=True)
class Graph:
    """Nodes and constants, gathered in order."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: dict[str, onnx.TensorProto] = field(default_factory=dict)

    def constant(self, name: str, value: object, kind: type = np.float32) -> str:
        """Keep a constant and return its name."""
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(np.asarray(value, dtype=kind)), name)
        return name

    def add(self, op: str, inputs: list[str], out: str, domain: str = "", **options: object) -> str:
        """Append a node and return the name of its one output."""
        self.nodes.append(helper.make_node(op, inputs, [out], domain=domain, **options))
        return out

    def rounded(self, x: str, scale: str, out: str) -> str:
        """Round rows to 8 bits; `scale` is one number a row."""
        self.add("Mul", [scale, self.constant("none", 0.0)], f"{out}.none")
        self.add("Add", [f"{out}.none", self.constant("middle", MIDDLE)], f"{out}.middle")
        self.add("Cast", [f"{out}.middle"], f"{out}.zero", to=TensorProto.UINT8)
        return self.add("QuantizeLinear", [x, scale, f"{out}.zero"], out, axis=1)

    def normed(self, x: str, weight: str, bias: str, name: str, config: dict[str, int]) -> str:
        """Normalise rows; in plain operators, which onnxruntime computes faster than its own normalisation."""
        last = self.constant("last", [-1], np.int64)
        self.add("ReduceMean", [x, last], f"{name}.mean", keepdims=1)
        self.add("Sub", [x, f"{name}.mean"], f"{name}.centred")
        self.add("ReduceSumSquare", [f"{name}.centred", last], f"{name}.squares", keepdims=1)
        self.add("Mul", [f"{name}.squares", self.constant("share", 1 / config["hidden_size"])], f"{name}.variance")
        self.add("Add", [f"{name}.variance", self.constant("epsilon", config["layer_norm_eps"])], f"{name}.above")
        self.add("Sqrt", [f"{name}.above"], f"{name}.spread")
        self.add("Div", [f"{name}.centred", f"{name}.spread"], f"{name}.even")
        self.add("Mul", [f"{name}.even", weight], f"{name}.scaled")
        return self.add("Add", [f"{name}.scaled", bias], name)

    def product(self, x: str, weight: Rounded, name: str, *, twice: bool) -> str:
        """Multiply rows by a weight, in integers."""
        x = self.add("Mul", [x, self.constant(f"{name}.smooth", 1 / weight.smooth)], f"{name}.x")
        self.add("Abs", [x], f"{name}.abs")
        self.add("ReduceMax", [f"{name}.abs", self.constant("last", [-1], np.int64)], f"{name}.max", keepdims=1)
        self.add("Max", [f"{name}.max", self.constant("least", 1e-12)], f"{name}.most")
        self.add("Mul", [f"{name}.most", self.constant("step", 1 / STEPS)], f"{name}.by")
        made = self._part(x, weight, f"{name}.by", f"{name}.1")
        if not twice:
            return made
        zero = f"{name}.1.q.zero"
        self.add("DequantizeLinear", [f"{name}.1.q", f"{name}.1.flat", zero], f"{name}.got", axis=1)
        rest = self.add("Sub", [x, f"{name}.got"], f"{name}.rest")
        self.add("Mul", [f"{name}.by", self.constant("fine", 1 / (2 * STEPS))], f"{name}.fine")
        return self.add("Add", [made, self._part(rest, weight, f"{name}.fine", f"{name}.2")], name)

    def _part(self, x: str, weight: Rounded, by: str, name: str) -> str:
        flat = self.add("Reshape", [by, self.constant("flat", [-1], np.int64)], f"{name}.flat")
        values = self.constant(f"{name[:-2]}.weight", weight.values, np.int8)
        scale = self.constant(f"{name[:-2]}.scale", weight.scale)
        inputs = [self.rounded(x, flat, f"{name}.q"), values, self.constant("one", 1.0), scale]
        zero = self.constant("zero", MIDDLE, np.uint8)
        self.add("MatMulIntegerToFloat", [*inputs, zero], f"{name}.sum", MICROSOFT)
        return self.add("Mul", [f"{name}.sum", by], f"{name}.part")


def read_back(path: Path) -> dict[str, Rounded]:
    """Return the rounded weights of a graph, by name."""
    constants = {c.name: c for c in onnx.load(str(path), load_external_data=False).graph.initializer}

    def array(name: str) -> npt.NDArray[np.generic]:
        return numpy_helper.to_array(constants[name])

    names = [name.removesuffix(".smooth") for name in constants if name.endswith(".smooth")]
    return {n: Rounded(array(f"{n}.weight"), array(f"{n}.scale"), 1 / array(f"{n}.smooth")) for n in names}


def build(config: dict[str, int], weights: dict[str, Array], rounded: dict[str, Rounded], once: set[str]) -> bytes:
    """Return the model of a BERT encoder with a mean-pooled linear head; products named in `once` round once."""
    graph, epsilon = Graph(), float(config["layer_norm_eps"])
    names = ("position_embeddings.weight", "token_type_embeddings.weight", "LayerNorm.weight", "LayerNorm.bias")
    parts = [graph.constant(n, weights[n]) for n in (f"embeddings.{name}" for name in names)]
    x = graph.add(
        "EmbedLayerNormalization", ["ids", "segments", EMBEDDINGS, *parts], "start", MICROSOFT, epsilon=epsilon
    )
    graph.nodes[-1].output.append("")  # a mask that nobody needs
    for layer in range(config["num_hidden_layers"]):
        x = _layer(graph, f"encoder.layer.{layer}", x, config, weights, rounded, once)
    graph.add("ReduceMean", [x, graph.constant("tokens", [1], np.int64)], "mean", keepdims=0)
    head = [graph.constant(name, weights[name]) for name in ("linear.weight", "linear.bias")]
    graph.add("Gemm", ["mean", *head], "logits", transB=1)
    return _model(graph, config, len(weights["linear.bias"]))


def _layer(
    graph: Graph, at: str, x: str, config: dict[str, int], weights: dict[str, Array], rounded: dict[str, Rounded],
    once: set[str],
) -> str:  # fmt: skip
    def product(inward: str, name: str) -> str:
        return graph.product(inward, rounded[name], name, twice=name not in once)

    def bias(name: str) -> str:
        return graph.constant(f"{name}.bias", weights[f"{name}.bias"])

    def normed(made: str, before: str, name: str) -> str:
        biased = graph.add("Add", [made, bias(f"{name}.dense")], f"{name}.biased")
        both = graph.add("Add", [biased, before], f"{name}.both")
        norm = [graph.constant(f"{name}.LayerNorm.{k}", weights[f"{name}.LayerNorm.{k}"]) for k in ("weight", "bias")]
        return graph.normed(both, *norm, f"{name}.out", config)

    qkv = product(x, f"{at}.qkv")
    parts = [f"{at}.q", f"{at}.k", f"{at}.v"]
    graph.nodes.append(helper.make_node("Split", [qkv], parts, axis=-1, num_outputs=3))
    own = graph.constant(f"{at}.qkv.bias", weights[f"{at}.qkv.bias"])
    heads = config["num_attention_heads"]
    seen = graph.add("MultiHeadAttention", [*parts, own], f"{at}.seen", MICROSOFT, num_heads=heads)
    x = normed(product(seen, f"{at}.attention.output.dense"), x, f"{at}.attention.output")
    wide = product(x, f"{at}.intermediate.dense")
    bent = graph.add("BiasGelu", [wide, bias(f"{at}.intermediate.dense")], f"{at}.bent", MICROSOFT)
    return normed(product(bent, f"{at}.output.dense"), x, f"{at}.output")


def _model(graph: Graph, config: dict[str, int], labels: int) -> bytes:
    outside = TensorProto(name=EMBEDDINGS, data_type=TensorProto.FLOAT)
    outside.dims.extend([config["vocab_size"], config["hidden_size"]])
    outside.data_location = TensorProto.EXTERNAL
    outside.external_data.add(key="location", value="model.safetensors")
    made = helper.make_graph(
        graph.nodes,
        "nli",
        [helper.make_tensor_value_info(name, TensorProto.INT32, [1, "tokens"]) for name in ("ids", "segments")],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, labels])],
        [outside, *graph.constants.values()],
    )
    sets = [helper.make_opsetid("", 21), helper.make_opsetid(MICROSOFT, 1)]
    model: bytes = helper.make_model(made, opset_imports=sets, ir_version=10).SerializeToString(deterministic=True)
    return model
