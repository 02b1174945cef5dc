"""Dependency trees, tags and names from a small pretrained encoder."""
