"""From a text to facts: units, lemmas, patterns, negation, facts. No files, no clock, no network."""
