"""What is scored, and what is not: shapes, disputed labels, clean texts, statements, answers."""

import json

import pytest

from canvas.accuracy.answers import score_answers
from canvas.accuracy.labelled import read_labelled
from canvas.accuracy.score import score
from canvas.accuracy.verdicts import Verdicts
from canvas.content.cases import load_case, load_language
from canvas.content.rules import load_rules
from canvas.models.trust import TextKind

CLEAN = dict.fromkeys(("no_after_sales", "one_type_for_all", "channel_confusion", "too_general"), False)


def labelled(**given):
    found = read_labelled([json.dumps({"id": "a", "text": "t", **given})], "here")
    assert found.problems == []
    return found.texts


def says(*labels, probable=()):
    return lambda item: Verdicts(labels=frozenset(labels), order=labels, probable=frozenset(probable))


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"types": [], "stages": [], **CLEAN}, TextKind.SECTIONS),
        ({"types": ["communities"], "stages": ["after"], "vague": False}, TextKind.SENTENCES),
        ({"type": "communities"}, TextKind.STATEMENTS),
        ({"vague": True}, TextKind.VAGUE),
        ({"two_activities": True, "ideas": ["other"], "mark": 2}, TextKind.ANSWERS),
        ({"case": "campus_bakery", "listens": False}, TextKind.ANSWERS),
    ],
    ids=lambda given: str(given) if isinstance(given, TextKind) else "",
)
def test_the_shape_of_a_text_is_known_by_its_fields(given, kind):
    assert labelled(**given)[0].kind is kind


def test_disputed_and_null_labels_are_not_scored():
    texts = labelled(
        types=["communities"], types_disputed=["self_service"], too_general=None, no_after_sales=False
    )
    table = score(texts, says("communities", "self_service", "too_general")).table
    assert table.sums["all types"].precision.value == 1
    assert "too_general" not in table.rows
    assert table.rows["no_after_sales"].scored == 1


def test_a_statement_is_right_when_its_type_stands_first():
    texts = labelled(type="communities")
    right = score(texts, says("communities", "self_service")).table.first
    wrong = score(texts, says("self_service", "communities"))
    assert (right.part, right.whole) == (1, 1)
    assert (wrong.table.first.part, wrong.wrong[0].label) == (0, "communities first")


def test_a_vague_sentence_is_scored_as_too_general():
    found = score(labelled(vague=True), says())
    assert [(wrong.label, wrong.said) for wrong in found.wrong] == [("too_general", False)]


def test_a_clean_text_that_is_accused_is_counted():
    accused = score(labelled(**CLEAN), says("too_general")).table.accused
    assert (accused.part, accused.whole) == (1, 1)


def test_a_text_with_an_open_label_is_no_clean_text():
    assert score(labelled(**CLEAN | {"too_general": None}), says()).table.accused is None


def test_types_that_are_only_probable_are_counted_for_themselves():
    table = score(
        labelled(types=["communities"]), says("communities", "co_creation", probable=["co_creation"])
    ).table
    assert (table.sure.part, table.sure.whole) == (1, 1)
    assert (table.probable.part, table.probable.whole) == (0, 1)


def test_the_floor_stands_beside_the_checker():
    table = score(labelled(types=["communities"]), says("communities"), floor=says()).table
    assert table.rows["communities"].f1.value == 1
    assert table.keywords["communities"] == 0


def test_what_was_taken_for_what_is_counted():
    found = score(labelled(types=["communities"]), says("co_creation"))
    assert found.confusion == {("communities", "co_creation"): 1}


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "7",
        '{"id": 1}',
        '{"id": 1, "text": "t"}',
        '{"id": 1, "text": 5, "vague": true}',
        '{"id": 1, "text": "t", "types": ["x"]}',
        '{"id": 1, "text": "t", "type": "x"}',
        '{"id": 1, "text": "t", "vague": "yes"}',
        '{"id": 1, "text": "t", "ideas": [], "mark": "four"}',
        "[" * 100_000,
    ],
    ids=lambda line: line[:40],
)
def test_a_line_of_no_known_shape_is_named_and_the_others_are_read(line):
    found = read_labelled(["", line, '{"id": "b", "text": "t", "vague": true}'], "here")
    [problem] = found.problems
    assert problem.where == "here, line 2"
    assert problem.mend
    assert [text.id for text in found.texts] == ["b"]


def test_an_answer_is_examined_by_its_case_with_ideas_as_labels():
    answer = (
        "Nobody was asked about the Grinch. First, invite eight Clash Of Armies players to a focus group in May "
        "and show them three stories; the worst is dropped. Second, run a beta version with 100 players."
    )
    given = {"two_activities": True, "customer_insight": True, "case_facts": True, "actionable": True}
    texts = labelled(**given | {"text": answer, "ideas": ["focus_group", "beta_release"], "mark": 4})
    table = score_answers(texts, {"boomer_games": load_case("boomer_games")}, load_language(), load_rules()).table
    assert table.sums["all criteria"].f1.value == 1
    assert table.sums["all ideas"].f1.value == 1
    assert (table.near.part, table.same.part) == (1, 1)
    assert table.exact.part == table.exact.whole > 0


def test_a_mark_that_is_two_off_is_a_wrong_verdict():
    texts = labelled(text="They should do a survey.", two_activities=False, ideas=[], mark=4)
    found = score_answers(texts, {"boomer_games": load_case("boomer_games")}, load_language(), load_rules())
    assert found.table.near.part == 0
    assert "mark 4" in [wrong.label for wrong in found.wrong]
