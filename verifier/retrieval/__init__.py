"""Finds the passages of a corpus that may speak of a claim: by words, by meaning, by both."""
