"""Takes the text, title and date out of files: saved web pages, PDF, Word, Markdown, plain text."""
