"""The cards of a case show a student's words as words, whatever they hold."""

from streamlit.testing.v1 import AppTest

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


def facts_in(answer):
    """The facts below an answer: what stands open, and what is folded under "Other facts"."""

    def page(answer):
        from canvas.casework.judge import judge
        from canvas.content.cases import load_case, load_language
        from canvas.ui.parts.case_feedback import draw_facts

        case = load_case("boomer_games")
        draw_facts(case, judge(answer, case, load_language()), all_in_sight=False)

    app = AppTest.from_function(page, args=(answer,)).run()
    assert not app.exception
    folded = [one.proto.body for fold in app.expander for one in fold.get("html")]
    everything = [one.proto.body for one in app.get("html")]
    return "".join(one for one in everything if one not in folded), "".join(folded)


def test_used_facts_stand_open_and_the_others_are_folded():
    shown, folded = facts_in("Ask the Clash Of Armies players.")
    assert shown.count('class="used"') == 1
    assert 'class="unused"' not in shown
    assert folded.count('class="unused"') == len(CASE.facts) - 1


def test_facts_are_escaped():
    assert "&lt;b&gt;" in facts_html([CASE.facts[0].model_copy(update={"statement": "<b>"})], used=frozenset())


def test_what_is_better_now_is_what_was_not_met_before():
    before, now = judged("They should do a survey."), judged("They should do a survey and hold a focus group.")
    assert [one.id for one in improved(CASE, before, now)] == ["two_activities", "customer_insight"]


def test_every_remark_on_a_sample_stands_at_its_words():
    for sample in CASE.samples:
        assert sample_html(sample).count("<mark>") == len(sample.notes)
