"""Shows reports: JSON Lines, terminal, Markdown, CSV, one-file HTML. Nothing here computes a verdict."""
