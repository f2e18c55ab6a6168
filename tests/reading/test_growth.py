"""The work grows with the length of a text, however it is written: counted in steps of Python, not in time."""

import pytest

from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from tests.counted_work import instructions

RULES = load_rules()
LENGTH = 3_000


def first_words():
    """A text with the first word of each pattern, one after the other."""
    firsts = [pattern[0] for rule in RULES.rules for pattern in rule.patterns]
    return " ".join(
        " ".join(first.words[0]) if first.words else next(iter(RULES.classes.get(first.classes[0], ("5",))))
        for first in firsts
    )


PIECES = {
    "one word": "forum ",
    "empty bullets": "- \n",
    "bullets": "- our staff help\n",
    "brackets": "[",
    "open gaps": "[missing: ",
    "half pictures": "![a](",
    "half links": "[a](b",
    "half tags": "<a ",
    "not not not": "not ",
    "one long word": "a",
    "a long figure": "1.",
    "figures and letters": "1a",
    "first words of patterns": first_words() + " ",
    "short sentences": "a. ",
    "questions": "Lost? ",
    "empty phrases": "excellent service. ",
    "bait": "We support local farmers. ",
    "adverts": "We advertise on Instagram and sell on our website. ",
    "dots": ".",
    "adverts beside deeds": "We advertise on Instagram and our staff help each customer in the shop. ",
    "unseen signs": "\u200b ",
    "shouting": "HELP!!! ",
}


def steps(text):
    """Count the instructions that Python runs while it checks a text."""
    return instructions(lambda: check_text(text, RULES))


@pytest.mark.parametrize("name", PIECES)
def test_twice_the_text_is_at_most_twice_the_work(name):
    long = (PIECES[name] * (2 * LENGTH // len(PIECES[name]) + 1))[: 2 * LENGTH]
    check_text(long, RULES)  # words seen before cost less
    whole, half = steps(long), steps(long[:LENGTH])
    assert whole < 2.4 * half + 5_000


def test_the_count_would_show_a_square():
    assert steps("forum " * 400) > 1.5 * steps("forum " * 200) > 0
