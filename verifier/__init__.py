"""Offline claim verification: article -> claims -> evidence -> verdicts -> report."""

__version__ = "0.1.0"
