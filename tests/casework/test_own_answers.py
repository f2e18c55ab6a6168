"""The case's own answers: what a wrong verdict says about what was seen and what is to be mended."""

import pytest

from canvas.casework.judge import Examiner
from canvas.casework.own_answers import own_verdicts, untold_facts
from canvas.content.cases import load_case, load_language
from canvas.models.case import Expected, Kind

CASE = load_case("boomer_games")
EXAMINER = Examiner(CASE, load_language())
RIGHT = {"two_activities": False, "customer_insight": False, "case_facts": False, "actionable": False}


def wrong(text, ideas=(), kind=Kind.ANSWER, **declared):
    answer = Expected(title="x", answer=text, criteria=RIGHT | declared, ideas=ideas, kind=kind)
    (one,) = own_verdicts(CASE.model_copy(update={"answers": (answer,)}), EXAMINER)
    return {item.what.partition(":")[0]: item for item in one.wrong}


def test_an_answer_that_gets_its_verdicts_has_nothing_wrong():
    assert wrong("They could do a survey.", ideas=("other",)) == {}


def test_each_wrong_verdict_is_told_with_both_verdicts():
    found = wrong("They could do a survey.", ideas=("focus_group",), kind=Kind.RETELLING, case_facts=True)
    assert set(found) == {"case_facts", "ideas", "kind"}
    assert found["case_facts"].what == "case_facts: declared true, the engine says false."
    assert found["ideas"].what == "ideas: declared [focus_group], the engine says [other]."


def test_what_was_seen_is_quoted():
    found = wrong("They could do a survey about the Grinch over pizza.", ideas=("other",))
    assert "grinch_catches_santa “Grinch”, pizza_blueprint “pizza”" in found["case_facts"].saw
    assert "unless" in found["case_facts"].mend


def test_a_sentence_in_which_nothing_was_seen_is_named():
    found = wrong("They could do a survey. They should drink more tea.", ideas=("other",), two_activities=True)
    assert "“They should drink more tea" in found["two_activities"].mend
    assert "survey. They" not in found["two_activities"].mend


@pytest.mark.parametrize("brief", ["Nothing of it is told.", ""])
def test_facts_that_the_brief_does_not_tell_are_found(brief):
    assert untold_facts(CASE, load_language()) == ()
    silent = CASE.model_copy(update={"brief": brief})
    assert untold_facts(silent, load_language()) == tuple(range(len(CASE.facts)))
