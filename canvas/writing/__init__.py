"""From answers to a section: view models, the only Jinja and Markdown environment, the draft."""
