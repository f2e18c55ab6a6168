"""Where a clause begins, and that an `unless` of a rule speaks for its own clause only."""

from itertools import pairwise

import pytest

from canvas.models.pattern import parse
from canvas.models.rule_book import ReadyRule, RuleBook
from canvas.reading.clauses import clause_starts, closes_a_statement
from canvas.reading.patterns import Matcher
from canvas.reading.units import units


def clauses(text):
    (unit,) = units(text)
    borders = [0, *clause_starts(unit.words), len(unit.words)]
    return [" ".join(word.text for word in unit.words[start:end] if word.text) for start, end in pairwise(borders)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Staff help, answer and repair.", ["staff help answer and repair"]),
        ("Staff help, but nobody repairs.", ["staff help", "but nobody repairs"]),
        ("Forums need time, so we open none.", ["forums need time", "so we open none"]),
        ("A bot answers and we call later.", ["a bot answers", "and we call later"]),
        ("A bot answers while staff repair.", ["a bot answers", "while staff repair"]),
        ("Peers and teachers help.", ["peers and teachers help"]),
    ],
)
def test_a_clause_begins_with_a_subject_of_its_own(text, parts):
    assert [part for part in clauses(text) if part] == parts


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("All clubs get the same: our coach reads the rules.", True),
        ("Everybody pays one price: the list hangs at the door.", True),
        ("A cracked oar: we glue it the same day.", False),
        ("Clubs: one coach for the season.", False),
        ("All clubs, our coach and the members.", False),
    ],
)
def test_a_colon_closes_a_statement_where_a_new_one_begins(text, closed):
    (unit,) = units(text)
    assert any(closes_a_statement(unit.words, index) for index in range(len(unit.words))) is closed


def test_no_gap_reaches_over_a_colon_with_which_a_statement_closes():
    reads = matcher("same <0-3> coach")
    assert not reads.hits(units("All clubs get the same: our coach reads the rules."))
    assert reads.hits(units("All clubs get the same good coach."))


def matcher(pattern, *unless):
    rule = ReadyRule(
        "chat", "communities", True, (), (parse(pattern),), tuple(map(parse, unless)), why="They meet."
    )
    return Matcher(RuleBook((rule,), {}, {}, {}, "1"))


CHAT = matcher("riders chat", "staff only", "^ no")


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Riders chat.", True),
        ("Riders chat with staff only.", False),
        ("Staff only: riders chat.", False),
        ("Riders chat, and the workshop is for staff only.", True),
        ("The workshop is for staff only, but riders chat.", True),
        ("The workshop is staff only. Riders chat.", True),
        ("Riders chat.\n- staff only", True),
        ("No riders chat.", False),
        ("Shop hours, riders chat, desk for staff only", True),
        ("Riders chat, staff only", False),
        ("We open, riders chat, desk for staff only", False),
    ],
)
def test_an_unless_silences_its_own_clause_only(text, fires):
    assert bool(CHAT.hits(units(text))) is fires


def test_an_unless_that_reaches_over_two_clauses_silences_both():
    both = matcher("riders chat", "workshop <0-6> but <0-3> staff")
    assert not both.hits(units("In the workshop riders chat, but with staff."))
    assert not both.hits(units("The workshop is loud, but staff say riders chat."))


def test_a_silenced_hit_names_the_words_that_silence_it():
    text = "We open. Riders chat with Staff only."
    (hit,) = CHAT.found(units(text))
    start, end = hit.silenced_by
    assert text[start:end] == "Staff only"
