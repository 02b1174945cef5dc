"""The command line: the only place that prints and exits."""

from verifier.cli.main import main

__all__ = ["main"]
