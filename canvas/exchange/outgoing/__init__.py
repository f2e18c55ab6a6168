"""Files out: from a plan to Word, PDF, a web page, Markdown and JSON."""
