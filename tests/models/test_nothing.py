"""One definition of an answer that says nothing; a short real answer is never taken for one."""

import pytest

from canvas.models.nothing import says_something


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "  \n",
        "-",
        "?",
        "???",
        "…",
        "n/a",
        "N.A.",
        "none",
        "later",
        "Later!",
        "maybe later",
        "i dont know yet",
        "I don't know",
        "I don’t know yet.",
        "we do not know yet",
        "idk",
        "no idea",
        "I have no idea yet",
        "to be decided",
        "It will be decided later",
        "still to be defined",
        "TBD",
        "to do",
        "not sure yet",
        "We are not sure yet",
        "I'm not sure",
        "not decided yet",
        "we will decide later",
        "xxx",
    ],
)
def test_this_says_nothing(answer):
    assert not says_something(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "Shop",
        "We call later",
        "A call two weeks later",
        "We do not know their names, so we ask",
        "No contact before the purchase",
        "Nobody answers at night",
        "Call",
        "24/7",
        "🙂",
        "مرحبا",
        "5*3*2",
        "We don't know yet who, but Mia calls",
        "yes",
        "Soon after, Mia calls",
    ],
)
def test_this_says_something(answer):
    assert says_something(answer)
