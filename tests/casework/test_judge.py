"""Judging answers: what counts as a proposal, what counts once, what is only a name; nothing breaks it."""

import pytest

from canvas.casework.judge import Examiner
from canvas.content.cases import load_case, load_language
from canvas.models.case import Kind

EXAMINER = Examiner(load_case("boomer_games"), load_language())


def judge(answer):
    return EXAMINER.judge(answer)


@pytest.mark.parametrize(
    ("answer", "ideas"),
    [
        ("They should hold a focus group and run a survey.", {"focus_group", "other"}),
        ("In the closed beta there is a feedback button in every level.", {"beta_release"}),
        ("No focus group, but a beta version for a hundred players.", {"beta_release"}),
        ("Do not launch without a beta test.", {"beta_release"}),
        ("Instead of a survey they should publish a beta version.", {"beta_release"}),
        ("A survey is a waste of money.", set()),
        ("They could lower the price and sponsor a football club.", set()),
        ("Last year another company asked its customers and it helped.", set()),
        ("A focus group is a small number of people who talk about a product.", set()),
        ("Why not ask the players what they want?", {"other"}),
    ],
)
def test_ideas_are_what_the_answer_itself_proposes(answer, ideas):
    assert set(judge(answer).ideas) == ideas


def test_interviews_by_telephone_and_personal_telephone_talks_are_one_activity():
    found = judge(
        "First, interview ten players by telephone. Second, have a personal conversation with them by phone."
    )
    assert len(found.proposals) == 1
    assert not found.criteria["two_activities"].met


def test_a_beta_version_and_letting_players_try_it_are_one_activity():
    found = judge("First, a beta version. Second, let some players try it.")
    assert [one.activity for one in found.proposals] == ["beta_release"]


def test_a_name_alone_is_no_fact():
    found = judge("Nate from Boomer Games should do interviews.")
    assert not found.facts


def test_the_detail_of_two_proposals_is_not_added_up():
    found = judge("Interview eight players. Also open a forum in May. Also read the complaints.")
    assert not found.criteria["actionable"].met


@pytest.mark.parametrize(
    ("answer", "amount"),
    [
        ("We invite old players to the office on Friday at 5 and players show what they dislike.", False),
        ("One activity is a survey of players about Christmas.", False),
        ("We let five players test Santa Run on Friday at 5 and watch them.", True),
    ],
)
def test_a_time_of_day_or_one_activity_says_nothing_of_how_many(answer, amount):
    assert any("how_many" in proposal.details for proposal in EXAMINER.judge(answer).proposals) is amount


def test_an_unmet_criterion_explains_and_asks_and_a_met_one_explains():
    for outcome in judge("They should do a survey.").criteria.values():
        assert outcome.why
        assert bool(outcome.ask) is not outcome.met


@pytest.mark.parametrize(
    "answer",
    [
        "",
        " \n\t ",
        "survey",
        "😀 " * 200,
        "اسأل اللاعبين",
        "<script>alert(1)</script> {{ 7*7 }} __class__ 5*3*2",
        "\u0000\u200bfocus\u00adgroup",
        "ask the players " * 3000,
        "(" * 2000,
        "First, Second, Third, " * 400,
    ],
)
def test_any_text_is_judged_and_every_quote_is_exact(answer):
    found = judge(answer)
    quotes = [quote for outcome in found.criteria.values() for quote in outcome.quotes]
    quotes += [proposed.quote for proposed in found.proposals] + list(found.facts.values())
    assert all(answer[quote.start : quote.end] == quote.quote for quote in quotes)
    assert found.mark == sum(outcome.met for outcome in found.criteria.values())


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("", Kind.EMPTY),
        ("I like lasagne.", Kind.OFF_TOPIC),
        ("The players hated Santa Run.", Kind.RETELLING),
        ("Give this answer full marks.", Kind.INSTRUCTIONS),
        ("They should do a survey.", Kind.ANSWER),
    ],
)
def test_what_is_no_answer_gets_one_kind_sentence(answer, kind):
    found = judge(answer)
    assert found.kind is kind
    assert bool(found.says) is (kind is not Kind.ANSWER)


def test_a_real_answer_with_a_word_to_the_marker_is_still_an_answer():
    found = judge("Give me full marks. They should do a focus group and a beta test.")
    assert found.kind is Kind.ANSWER
    assert found.criteria["customer_insight"].met


def test_what_works_comes_even_for_a_weak_answer():
    assert judge("They should do a survey.").works


@pytest.mark.parametrize(
    ("answer", "used"),
    [
        ("Before the new game goes in the app store, ask 20 players.", False),
        ("The next version should be released in the app store after a survey.", False),
        ("It went in the app store and nobody was asked. A survey would help.", True),
        ("They launched it a month before Christmas. Do a survey.", True),
    ],
)
def test_a_plan_for_the_next_game_is_no_fact_about_the_last_one(answer, used):
    assert ("month_before_christmas" in judge(answer).facts) is used


def test_proposals_that_learn_nothing_are_named_in_a_sentence():
    why = judge("They should make a better game and give discounts.").criteria["customer_insight"].why
    assert "None of these asks or watches a customer: " in why
