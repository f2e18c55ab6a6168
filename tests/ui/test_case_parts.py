"""The cards of a case show a student's words as words, whatever they hold."""

from canvas.casework.judge import judge
from canvas.content.cases import load_case, load_language
from canvas.ui.parts.case_feedback import card_html, facts_html, improved
from canvas.ui.parts.case_ideas import sample_html

CASE = load_case("boomer_games")
HOSTILE = (
    "Ask <script>alert(1)</script> players; invite <b>eight</b> & more Clash Of Armies players to a focus group."
)


def judged(answer):
    return judge(answer, CASE, load_language())


def test_no_tag_of_an_answer_reaches_a_card():
    found = judged(HOSTILE)
    cards = "".join(card_html(one, found.criteria[one.id]) for one in CASE.criteria)
    assert "<script" not in cards
    assert "<b>" not in cards


def test_facts_that_were_used_are_marked_and_the_others_say_that_they_were_not():
    chips = facts_html(CASE, judged("Ask the Clash Of Armies players."))
    assert chips.count('class="used"') == 1
    assert chips.count("(not used)") == len(CASE.facts) - 1


def test_what_is_better_now_is_what_was_not_met_before():
    before, now = judged("They should do a survey."), judged("They should do a survey and hold a focus group.")
    assert [one.id for one in improved(CASE, before, now)] == ["two_activities", "customer_insight"]


def test_every_remark_on_a_sample_stands_at_its_words():
    for sample in CASE.samples:
        assert sample_html(sample).count("<mark>") == len(sample.notes)
