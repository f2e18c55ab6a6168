"""A pattern is read as a text is: words are cut where reading cuts them, and what can never fire is refused."""

import pytest

from canvas.models.pattern import Element, parse


@pytest.mark.parametrize(
    ("written", "words"),
    [("3d", ("3", "d")), ("self-service", ("self", "service")), ("members'", ("members",)), ("24/7", ("24/7",))],
)
def test_a_word_is_cut_as_in_a_text(written, words):
    assert parse(written) == (Element(words=(words,)),)
    assert parse(f"({written}|help)") == (Element(words=(words, ("help",))),)


@pytest.mark.parametrize("written", ["(and|,) then", "q (&|and) a", "(look up <0-4> in)", "records*"])
def test_what_can_never_stand_in_a_text_is_refused(written):
    with pytest.raises(ValueError, match="never stand"):
        parse(written)


def test_a_class_may_stand_inside_an_alternative():
    assert parse("(our <staff>|<colleague>)") == (Element(words=(("our", "<staff>"),), classes=("colleague",)),)


def test_a_possessive_after_a_group_is_no_word():
    assert parse("(bank|dealer)'s help") == parse("(bank|dealer) help")


def test_two_gaps_side_by_side_would_skip_more_than_one_may():
    with pytest.raises(ValueError, match="two gaps"):
        parse("help <0-12> <0-6> customers")
