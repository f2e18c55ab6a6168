"""The arithmetic of agreement, and how sure its figures are."""

import pytest

from canvas.accuracy.measures import measure, share

YES_NO = [[(True, True)]] * 3 + [[(True, False)]] + [[(False, True)]] * 2 + [[(False, False)]] * 4


def test_precision_recall_f1_and_kappa():
    found = measure(YES_NO)
    assert (found.precision.value, found.recall.value) == (0.6, 0.75)
    assert found.f1.value == pytest.approx(2 / 3, abs=1e-4)
    assert found.kappa.value == pytest.approx(0.4)
    assert (found.scored, found.positives, found.said) == (10, 4, 5)
    assert found.prevalence == 0.4
    for figure in (found.precision, found.recall, found.f1, found.kappa):
        assert figure.low <= figure.value <= figure.high


def test_the_ranges_are_the_same_every_time_and_nothing_scored_is_zero():
    assert measure(YES_NO) == measure(YES_NO)
    assert measure([]).f1.value == 0


def test_agreement_no_better_than_chance_has_kappa_0_and_full_agreement_1():
    chance = [[(True, True)], [(True, False)], [(False, True)], [(False, False)]]
    assert measure(chance).kappa.value == 0
    assert measure([[(True, True)], [(False, False)]]).kappa.value == 1


def test_sixteen_right_verdicts_are_no_certainty():
    found = measure([[(True, True)]] * 16 + [[(False, False)]] * 16)
    assert found.precision.value == 1
    assert found.precision.low < 0.85


def test_more_texts_make_a_narrower_range():
    few, many = measure(YES_NO).f1, measure(YES_NO * 20).f1
    assert many.high - many.low < (few.high - few.low) / 2


def test_a_share_lies_in_its_range():
    half = share(5, 10)
    assert (half.low, half.high) == (pytest.approx(0.2366, abs=1e-4), pytest.approx(0.7634, abs=1e-4))
    nothing = share(0, 0)
    assert (nothing.value, nothing.low, nothing.high) == (0, 0, 1)
