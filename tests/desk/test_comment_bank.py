"""The bank of comments: found with or without accents, those used most first."""

import pytest

from canvas.desk.comment_bank import folded, searched
from canvas.models.review import BankComment

BANK = (
    BankComment(id="b1", says="Who calls the customer, and when?", row="specific", used=2),
    BankComment(id="b2", says="Très bien: the café’s regulars get a name.", row="segments", used=5),
    BankComment(id="b3", says="What happens after the sale?", row="journey", used=5),
    BankComment(id="b4", says="Read it aloud once."),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["b2", "b3", "b1", "b4"]),
        ("tres cafe", ["b2"]),
        ("TRÈS", ["b2"]),
        ("cafe's", ["b2"]),
        ("cust call", ["b1"]),
        ("sale after", ["b3"]),
        ("alls", []),
        ("  ", ["b2", "b3", "b1", "b4"]),
    ],
)
def test_every_word_must_begin_a_word_of_the_comment(words, found):
    assert sorted(one.id for one in searched(BANK, words)) == sorted(found)


def test_those_used_most_come_first_and_those_of_the_row_before_them():
    assert [one.used for one in searched(BANK)] == [5, 5, 2, 0]
    assert searched(BANK, row="specific")[0].id == "b1"
    assert len(searched(BANK, row="specific")) == 4


@pytest.mark.parametrize(
    ("text", "plain"), [("Łódź Ærø ÇİÑ", "lodz aero cin"), ("Straße", "strasse"), ("李雷", "李雷")]
)
def test_accents_fall_away(text, plain):
    assert folded(text) == plain
