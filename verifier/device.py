"""Where models run, and in which precision."""

import ctypes
import sys
from dataclasses import dataclass
from enum import StrEnum

from verifier.errors import ConfigError


class Device(StrEnum):
    """What a user may ask for."""

    AUTO = "auto"  # an NVIDIA card where there is one, else the processor
    CPU = "cpu"
    CUDA = "cuda"
    MPS = "mps"  # Apple's graphics processor


@dataclass(frozen=True, slots=True)
class Placement:
    """How a cross-encoder is run on a device."""

    device: str
    dtype: str = "float32"  # attribute of torch
    batch: int = 1  # pairs a call; alone, a pair gets the same bits whatever else is asked


ON_CPU = Placement("cpu")
_BATCH = 64


def resolved(device: Device) -> Device:
    """Return the device that is meant on this machine.

    Raises:
        ConfigError: there is no such device.
    """
    if device is Device.CPU or (device is Device.AUTO and not _has_driver()):
        return Device.CPU
    import torch

    if device is Device.AUTO:
        return Device.CUDA if torch.cuda.is_available() else Device.CPU
    there = torch.cuda.is_available() if device is Device.CUDA else torch.backends.mps.is_available()
    if not there:
        raise ConfigError(f'device: torch finds no {device} here; say "cpu", or "auto" for what there is')
    return device


def _has_driver() -> bool:
    """Tell whether NVIDIA's driver is installed: asking torch takes seconds, in which nothing else is done."""
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True


def placement(device: Device) -> Placement:
    """Return how a cross-encoder runs on a resolved device: in half precision and in batches on an NVIDIA card."""
    if device is Device.CUDA:
        import torch

        return Placement(device, "bfloat16" if torch.cuda.is_bf16_supported() else "float16", _BATCH)
    return Placement(device, batch=_BATCH) if device is Device.MPS else ON_CPU
