"""The arithmetic of agreement, and what is scored."""

import json

import pytest

from canvas.accuracy.labelled import read_labelled
from canvas.accuracy.measures import measure
from canvas.accuracy.score import Verdicts, score
from canvas.errors import InputError

YES_NO = [[(True, True)]] * 3 + [[(True, False)]] + [[(False, True)]] * 2 + [[(False, False)]] * 4


def test_precision_recall_f1_and_kappa():
    found = measure(YES_NO)
    assert (found.precision, found.recall) == (0.6, 0.75)
    assert found.f1 == pytest.approx(2 / 3)
    assert found.kappa == pytest.approx(0.4)
    assert found.prevalence == 0.4
    assert found.low <= found.f1 <= found.high


def test_the_interval_is_the_same_every_time_and_nothing_scored_is_zero():
    assert measure(YES_NO) == measure(YES_NO)
    assert measure([]).f1 == 0


def labelled(**given):
    return read_labelled([json.dumps({"id": "a", "text": "t", **given})], "here")


def says(*labels):
    return lambda text: Verdicts(frozenset(labels), tuple(labels), {}, 0, 0)


def test_disputed_and_null_labels_are_not_scored():
    texts = labelled(
        types=["communities"], types_disputed=["self_service"], too_general=None, no_after_sales=False
    )
    found = score(texts, says("communities", "self_service", "too_general"))
    assert found.types.precision == 1
    assert "too_general" not in found.rows
    assert found.rows["no_after_sales"].scored == 1


def test_a_statement_is_right_when_its_type_stands_first():
    texts = labelled(type="communities")
    assert score(texts, says("communities", "self_service")).first_right == (1, 1)
    assert score(texts, says("self_service", "communities")).first_right == (0, 1)


def test_a_vague_sentence_is_scored_as_too_general():
    found = score(labelled(vague=True), says())
    assert [(wrong.label, wrong.said) for wrong in found.wrong] == [("too_general", False)]


def test_a_clean_text_that_is_accused_is_counted():
    clean = dict.fromkeys(("no_after_sales", "one_type_for_all", "channel_confusion", "too_general"), False)
    assert score(labelled(**clean), says("too_general")).accused == (1, 1)


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": 1}', '{"id": 1, "text": "t"}', '{"id": 1, "text": "t", "types": ["x"]}']
)
def test_a_line_of_no_known_shape_is_named(line):
    with pytest.raises(InputError, match="line 2"):
        read_labelled(["", line], "here")
