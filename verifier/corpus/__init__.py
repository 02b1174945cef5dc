"""Reads a reference corpus from a folder: corpus.toml, tables and documents."""
