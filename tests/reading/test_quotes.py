"""What is quoted: whole words, nothing left hanging at an end."""

import pytest

from canvas.reading.quotes import trimmed
from canvas.reading.units import units


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("who prefer it book and", "prefer it book"),
        ("deliver to the door (same day", "deliver to the door"),
        ("deliver (same day)", "deliver (same day)"),
        ("our TikTok where", "our TikTok"),
        ("the app and see what", "the app and see"),
        ("Self-service [page, form", "Self-service"),
        ("Self-service [page]", "Self-service [page]"),
        ("who", "who"),
    ],
)
def test_a_quote_has_no_loose_end(text, quoted):
    (unit,) = units(text)
    start, end = trimmed(text, unit.words, 0, len(unit.words) - 1)
    assert text[start:end] == quoted


@pytest.mark.parametrize(
    ("text", "last", "quoted"),
    [
        ("Parcels by bicycle in two days", 1, "Parcels by bicycle"),
        ("We bring jam to our guests", 3, "We bring jam to our guests"),
        ("The boat we came with, and a rope", 4, "The boat we came with"),
        ("A stall at", 2, "A stall at"),
        ("Self-service web portal for towns", 2, "Self-service web portal"),
        ("Self-service – app download, forum", 3, "Self-service – app download"),
        ("Bloggers with more than 900 readers", 1, "Bloggers with more than 900 readers"),
    ],
)
def test_a_quote_does_not_end_with_a_preposition(text, last, quoted):
    (unit,) = units(text)
    start, end = trimmed(text, unit.words, 0, last)
    assert text[start:end] == quoted
