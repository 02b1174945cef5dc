"""Batches: articles in, reports out, resumed where an earlier run stopped."""
