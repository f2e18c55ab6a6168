"""Addresses and numbers of people are taken out of a sentence, however it is written, and never at any cost."""

import pytest

from canvas.desk.anonymous import Anonymiser
from tests.patience import within

LENGTH = 60_000
SECONDS = 5
"""Each takes some hundredths; what grows with the square of its length would take minutes."""
RUNS = [
    "@",
    "@a",
    "a@",
    "@.",
    "a@a",
    "a.",
    "a-",
    "1.",
    "1'",
    "1..",
    "1 ",
    "1",
    " ",
    "a",
    "[name] ",
    "w",
    "Tom ",
    "( ",
]
ANONYMISER = Anonymiser([], frozenset(["we", "write"]), ["We"])


def told(sentence):
    return ANONYMISER.anonymous(sentence, business="Velo Nord", author="Ana Kovač").text


@pytest.mark.parametrize("run", RUNS)
def test_a_long_run_costs_no_more_than_its_length(run):
    with within(SECONDS):
        assert told(f"We write {(run * LENGTH)[:LENGTH]}!")


@pytest.mark.parametrize(
    ("sentence", "anonymous"),
    [
        ("mail (a.b@c.org) now", "mail [address]) now"),
        ("@@a@b.com!", "[address]!"),
        (f"{'a' * 300}@{'b' * 300}.org", "[address]"),
        ("see shop.foo.de, foo-bar.com", "see shop.[address], [address]"),
        ("a@b is none", "a@b is none"),
        ("1.200 regular guests, 1'000 customers", "[number] regular guests, [number] customers"),
        ("in 1..2 guests", "in 1..[number] guests"),
        ("5+ customers", "[number] customers"),
    ],
)
def test_the_whole_of_an_address_or_number_is_taken_out(sentence, anonymous):
    assert told(sentence) == anonymous
