"""One type for everybody: a sentence that may mean a second one is asked about, not overlooked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvas.checks.one_type_for_all import judge
from canvas.content.rules import load_rules
from canvas.models.finding import Verdict
from canvas.reading import free_wording
from canvas.reading.evidence import Evidence
from canvas.reading.facts import observe

TEXT = "Mia advises every visitor in the shop. The wall is white."
SECOND = TEXT.index("The wall")


@pytest.fixture
def likely(monkeypatch):
    """Let every sentence look as if it may mean a community, not believed; a bench most of all."""

    class Likely:
        def probabilities(self, text):
            labels = load_rules().wording.labels
            community = free_wording.WORTH_ASKING + (0.05 if "bench" in text else 0)
            return {label: community if label == "communities" else 0.06 for label in labels}

    monkeypatch.setattr(free_wording, "scorer_of", lambda wording: Likely())


def test_what_may_be_a_second_type_is_asked_about_with_its_words():
    facts = replace(observe(TEXT, load_rules()), perhaps=())
    assert judge(facts).verdict is Verdict.FLAGGED
    quote = TEXT[SECOND:-1]
    found = judge(replace(facts, perhaps=(Evidence(SECOND, len(TEXT) - 1, quote, 1, False, "", ""),)))
    assert found.verdict is Verdict.CLEAR
    assert quote in found.ask


def test_a_sentence_that_shows_one_type_is_not_asked_about_another(likely):
    facts = observe(TEXT, load_rules())
    assert [item.unit for item in facts.perhaps] == [1]
    assert judge(facts).verdict is Verdict.CLEAR
    assert judge(observe(TEXT[: SECOND - 1], load_rules())).verdict is Verdict.FLAGGED


def test_the_half_of_a_sentence_that_shows_no_type_is_asked_about(likely):
    text = "Mia advises every visitor in the shop, and the wall is white for them."
    found = judge(observe(text, load_rules()))
    assert found.verdict is Verdict.CLEAR
    assert "“the wall is white for them”" in found.ask
    assert [item.quote for item in observe(text, load_rules()).perhaps] == ["the wall is white for them"]


def test_the_most_probable_sentence_is_asked_about(likely):
    found = judge(observe(f"{TEXT} The bench stands outside.", load_rules()))
    assert "“The bench stands outside”" in found.ask


def test_nobody_asks_about_a_third_type(likely):
    text = f"{TEXT} Riders help each other in our club forum."
    assert observe(text, load_rules()).perhaps == ()
