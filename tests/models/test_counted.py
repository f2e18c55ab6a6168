"""Things are counted in good English."""

import pytest

from canvas.models.counted import counted


@pytest.mark.parametrize(
    ("number", "nouns", "words"),
    [
        (0, ["mark"], "0 marks"),
        (1, ["mark"], "1 mark"),
        (1200, ["mark"], "1,200 marks"),
        (1, ["text box", "text boxes"], "1 text box"),
        (3, ["text box", "text boxes"], "3 text boxes"),
    ],
)
def test_a_number_stands_with_its_noun(number, nouns, words):
    assert counted(number, *nouns) == words
