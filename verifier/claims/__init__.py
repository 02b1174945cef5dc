"""Splits an article into self-contained atomic claims with exact provenance."""
