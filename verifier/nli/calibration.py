"""What was fitted on held-out pairs after training, and lies beside the weights."""

import json
from dataclasses import dataclass
from pathlib import Path

from verifier.errors import ModelError

FILE = "calibration.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """How to read a model: the divisor of its logits (Guo et al. 2017), and the tokens of premise it was trained on.

    A model reads premises longer than those it learned from by their shared words alone, so they are cut into windows
    (as SummaC does, Laban et al. 2022); None lets it read as much as fits.
    """

    temperature: float = 1.0
    premise_tokens: int | None = None


def read_calibration(folder: Path) -> Calibration:
    """Return the calibration of a model folder, or the neutral one where none lies there.

    Raises:
        ModelError: the file cannot be used.
    """
    path = folder / FILE
    if not path.is_file():
        return Calibration()
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
        temperature = float(saved["temperature"])
        tokens = None if saved.get("premise_tokens") is None else int(saved["premise_tokens"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path}: no temperature in it ({error}); calibrate again or delete it") from error
    if temperature <= 0.0:
        raise ModelError(f"{path}: temperature {temperature} is not above zero; calibrate again or delete it")
    if tokens is not None and tokens < 16:
        raise ModelError(f"{path}: premise_tokens {tokens} is below 16, too few for a sentence; raise it or delete it")
    return Calibration(temperature, tokens)
