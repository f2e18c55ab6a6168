"""Files out (and later in): Markdown, HTML."""
