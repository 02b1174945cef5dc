"""Reads what a user names on the command line into articles: text, Markdown, web pages, PDF, Word, JSON Lines."""
