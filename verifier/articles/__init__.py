"""Reads what a user names on the command line into articles: text, Markdown, saved web pages, JSON Lines."""
