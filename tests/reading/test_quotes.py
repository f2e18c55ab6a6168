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
        ("who", "who"),
    ],
)
def test_a_quote_has_no_loose_end(text, quoted):
    (unit,) = units(text)
    start, end = trimmed(text, unit.words, 0, len(unit.words) - 1)
    assert text[start:end] == quoted
