"""How an open place prints in a built text: neither evidence nor counted, and shown to be filled."""

from __future__ import annotations

GAP_PATTERN = r"\[missing:[^\[\]\n]{0,300}\]"
"""A regular expression that Python and the browser read alike; bounded, so that hostile text costs linear time."""
