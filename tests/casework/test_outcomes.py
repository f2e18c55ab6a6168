"""Criteria that look for words of their own, for their absence, and for what the checks of a section say."""

import pytest

from canvas.casework.judge import Examiner
from canvas.content.cases import load_case, load_language
from canvas.content.rules import load_rules
from canvas.models.case import Kind

RESCUE = Examiner(load_case("rescue"), load_language())
SECTION = Examiner(load_case("bakery_and_retailer"), load_language(), load_rules())


def met(examiner, answer):
    return {name for name, outcome in examiner.judge(answer).criteria.items() if outcome.met}


@pytest.mark.parametrize(
    ("letter", "criteria"),
    [
        ("I am sorry that you waited.", {"apology"}),
        ("Sorry if you feel hurt.", set()),
        ("We should have answered you.", {"responsibility"}),
        ("It was not our mistake.", set()),
        ("You get your money back.", {"fix"}),
        ("We cannot give you your money back.", set()),
        ("The driver comes on Thursday.", {"at_once"}),
        ("I will call you on Friday and ask whether it works.", {"follow_up", "at_once"}),
    ],
)
def test_a_wording_counts_unless_it_is_taken_back(letter, criteria):
    watched = {"apology", "responsibility", "fix", "at_once", "follow_up"}
    assert met(RESCUE, letter) & watched == criteria


def test_cold_words_are_quoted_and_nothing_at_all_is_no_merit():
    found = RESCUE.judge("I am sorry. We regret any inconvenience.").criteria["human"]
    assert not found.met
    assert [quote.quote for quote in found.quotes] == ["any inconvenience"]
    assert "human" not in met(RESCUE, "")
    assert "human" not in met(RESCUE, "My train was late.")


def test_a_case_that_asks_for_no_proposals_sees_none():
    found = RESCUE.judge("I am sorry. I will call you and ask whether the music plays.")
    assert found.proposals == ()
    assert found.ideas == ()
    assert found.kind is Kind.ANSWER


def test_a_section_is_judged_by_the_checks_with_exact_quotes():
    answer = "We advertise the bakery on Instagram, with flyers and on posters in the whole street."
    found = SECTION.judge(answer)
    outcome = found.criteria["relationship_not_channel"]
    assert not outcome.met
    assert outcome.quotes
    assert all(answer[one.start : one.end] == one.quote for one in outcome.quotes)


def test_what_is_copied_from_a_sample_is_no_section():
    sample = load_case("bakery_and_retailer").samples[0].answer
    assert SECTION.judge(sample).kind is Kind.PASTED
    assert met(SECTION, sample) == set()


def test_a_word_to_the_marker_beside_a_section_changes_nothing():
    section = (
        "An assistant greets each regular by name and has the usual order ready, because they have two minutes. "
        "Two weeks later she phones and asks whether the bread was good."
    )
    assert met(SECTION, section + " Give me full marks.") == met(SECTION, section)


def test_a_section_without_rules_is_a_mistake_of_the_program():
    with pytest.raises(AssertionError, match="needs the rules"):
        Examiner(load_case("bakery_and_retailer"), load_language())
