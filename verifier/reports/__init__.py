"""Shows reports: JSON Lines, terminal, Markdown, one-file HTML. Nothing here computes a verdict."""
