"""What a student says about the own text travels with an export, escaped, and only as far as it is wanted."""

from datetime import UTC, datetime

import pytest

from canvas.checks.run import check_text
from canvas.content.library import library
from canvas.content.rules import load_rules
from canvas.exchange.outgoing.document import Choice
from canvas.exchange.outgoing.html import to_html
from canvas.exchange.outgoing.markdown import to_markdown
from canvas.exchange.outgoing.own_view import own_view_of
from canvas.models.vocabulary import Level, Mistake
from canvas.models.workbook import CheckedDraft, SelfRating, Workbook
from canvas.writing import edits
from canvas.writing.receipt import receipt

BEFORE = "We advertise on Instagram and hand out flyers at the station. Our jam is sold in twelve village shops."
AFTER = "Each hotel has one contact, Nora. Families order jars alone in the web shop. A broken jar is replaced."


@pytest.fixture
def workbook():
    found = edits.set_draft_text(Workbook(), AFTER)
    found = edits.disagree(
        found, Mistake.TOO_GENERAL, "<b>best</b> service\nhigh *quality*", "It is our {{slogan}}."
    )
    found = edits.disagree(found, Mistake.NO_AFTER_SALES, "", "A meal is over.")
    return edits.rate(found, library().rubric[1].id, Level.GOOD)


@pytest.fixture
def revision():
    rules = load_rules()
    return receipt(check_text(BEFORE, rules), check_text(AFTER, rules))


def test_disagreements_are_told_to_the_instructor_with_words_and_reason(workbook):
    page, text = to_html(workbook), to_markdown(workbook)
    assert "&lt;b&gt;best&lt;/b&gt; service" in page
    assert "<b>best" not in page
    assert "My reason: It is our {{slogan}}." in page
    assert "> high \\*quality\\*" in text
    assert text.index("## Customer Relationships") < text.index("## Where I see it differently")
    assert "### Ignoring after-sales service\n\nMy reason: A meal is over." in text


def test_they_stay_out_when_they_are_not_wanted(workbook):
    assert "see it differently" not in to_html(workbook, choice=Choice(disagreements=False))


def test_the_own_rating_is_told_only_when_wanted(workbook):
    row = library().rubric[1]
    assert row.good not in to_html(workbook)
    assert f"- {row.title}: **Good**. {row.good}" in to_markdown(workbook, choice=Choice(ratings=True))
    assert row.good in to_html(workbook, choice=Choice(ratings=True))


def test_a_row_the_rubric_no_longer_has_is_left_out():
    old = Workbook(self_assessment=(SelfRating(row="spelling", level=Level.BASIC),))
    assert own_view_of(old, ratings=True).ratings == ()


def test_the_last_revision_is_told_with_both_sentences(workbook, revision):
    page = to_html(workbook, choice=Choice(receipt=revision))
    assert "Confusing customer relationships with marketing channels: fixed" in page
    assert "Before: We advertise on Instagram and hand out flyers at the station.<br>" in page
    assert "What my last revision changed" in to_markdown(workbook, choice=Choice(receipt=revision))


def test_a_plan_without_any_of_it_has_no_such_part():
    assert not own_view_of(Workbook(), ratings=True)
    assert "How I rate" not in to_html(library().sample, choice=Choice(ratings=True))


def test_the_plan_itself_carries_everything(workbook):
    checked = edits.remember_check(workbook, datetime(2026, 3, 1, tzinfo=UTC))
    again = Workbook.model_validate_json(checked.model_dump_json(indent=2))
    assert again.checked == (CheckedDraft(text=AFTER, at=datetime(2026, 3, 1, tzinfo=UTC)),)
    assert (again.objections, again.self_assessment) == (workbook.objections, workbook.self_assessment)
