"""What is set in a process that is the program's own; a library that is used in someone else's sets nothing."""

import logging
import os
import sys

_CHATTY = ("sentence_transformers", "transformers", "httpx", "huggingface_hub")


def prepare_process() -> None:
    """Keep libraries from reaching for the network, writing to the terminal and loading what nobody asks for."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.ERROR)
    _spare_torch()


def _spare_torch() -> None:
    """Import the base of spaCy, which imports torch wherever that is installed, as if it were not: it costs seconds."""
    if "torch" in sys.modules or "thinc" in sys.modules:
        return
    sys.modules["torch"] = None  # type: ignore[assignment]  # an import of it fails, as the import system documents
    try:
        import thinc.compat  # noqa: F401
    finally:
        del sys.modules["torch"]
