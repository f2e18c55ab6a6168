"""The steps from one list of words to another, also where it says the same thing over and over."""

import pytest

from canvas.models.steps import steps
from tests.patience import within


def rebuilt(old, new):
    """The new list, put together from the steps."""
    found, at = [], (0, 0)
    for kind, i1, i2, j1, j2 in steps(old, new):
        assert (i1, j1) == at
        found += old[i1:i2] if kind == "equal" else new[j1:j2]
        at = (i2, j2)
    assert at == (len(old), len(new))
    return found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("we call every customer", "we call each customer today"),
        ("", "we call"),
        ("we call", ""),
        ("we call", "we call"),
        ("a " * 3_000 + "end", "a " * 2_000 + "end"),
        ("a " * 2_000, "a " * 3_000),
        ("a b " * 2_000 + "end", "b c a " * 2_000 + "end"),
        ("a " * 3_000, "a " * 3_000),
    ],
)
def test_the_steps_lead_from_one_to_the_other(old, new):
    with within(10):
        assert rebuilt(old.split(), new.split()) == new.split()


def test_what_begins_and_ends_alike_stays_where_words_are_said_over_and_over():
    old, new = ["we", *"ab" * 1_000, "end"], ["we", *"bca" * 1_000, "end"]
    assert [step[0] for step in steps(old, new)] == ["equal", "replace", "equal"]
    assert [step[0] for step in steps(list("abcd"), list("axcd"))] == ["equal", "replace", "equal"]
