"""Graphs on onnxruntime: each call on one thread, so that company and threads leave every bit as it is."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

_NONE: Mapping[str, npt.NDArray[np.float32]] = MappingProxyType({})


def open_graph(path: Path, weights: Mapping[str, npt.NDArray[np.float32]] = _NONE) -> Any:
    """Return an onnxruntime session on the processor; raises exceptions of many kinds where the file is no such graph.

    Args:
        path: the graph.
        weights: those that it names and does not hold, in float32.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only
    if weights:
        values = [onnxruntime.OrtValue.ortvalue_from_numpy(weight) for weight in weights.values()]
        options.add_external_initializers(list(weights), values)
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
