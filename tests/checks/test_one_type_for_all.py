"""One type for everybody: a sentence that may mean a second one is asked about, not overlooked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canvas.checks.one_type_for_all import judge
from canvas.content.rules import load_rules
from canvas.models.finding import Verdict
from canvas.reading import free_wording
from canvas.reading.facts import Evidence, observe

TEXT = "Mia advises every visitor in the shop. The wall is white."
SECOND = TEXT.index("The wall")


@pytest.fixture
def likely(monkeypatch):
    """Let every sentence look as if it may mean a community, without being believed."""

    class Likely:
        def probabilities(self, text):
            labels = load_rules().wording.labels
            return {label: free_wording.WORTH_ASKING if label == "communities" else 0.06 for label in labels}

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
