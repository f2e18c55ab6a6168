"""What the lessons show as weak is weak for the checks too, and what they show as better is clear."""

import pytest

from canvas.checks.run import check_text, title_of
from canvas.content.library import library
from canvas.content.rules import load_rules
from canvas.models.vocabulary import Mistake, Shape
from canvas.writing.section import build


def flagged(text, workbook=None):
    return check_text(text, load_rules(), workbook).flagged


def test_the_weak_example_is_too_general_and_nothing_else():
    assert flagged(library().weak_example.text) == (Mistake.TOO_GENERAL,)


def test_its_mended_form_has_no_mistake():
    assert flagged(library().weak_example.better) == ()


@pytest.mark.parametrize("mistake", Mistake)
def test_a_mistake_card_shows_its_mistake_and_mends_it(mistake):
    card = library().mistakes[mistake]
    assert mistake in flagged(card.weak)
    assert mistake not in flagged(card.better)


@pytest.mark.parametrize("shape", Shape)
def test_the_sample_plan_passes_every_check_in_every_shape(shape):
    sample = library().sample
    section = build(sample, shape)
    assert section.gaps == ()
    report = check_text(section.text, load_rules(), sample)
    assert report.flagged == ()
    assert report.questions == ()


@pytest.mark.parametrize("mistake", Mistake)
def test_a_check_and_its_card_call_the_mistake_by_one_name(mistake):
    assert title_of(mistake) == library().mistakes[mistake].name
