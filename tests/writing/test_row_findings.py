"""What the program shows for each row of the rubric: quotes, and never a level."""

import pytest

from canvas.checks.run import check_text
from canvas.content.library import library
from canvas.content.rules import load_rules
from canvas.models.vocabulary import Shape
from canvas.reading.facts import observe
from canvas.writing import edits
from canvas.writing.draft import fill
from canvas.writing.row_findings import row_findings

RULES = load_rules()


def found_in(workbook):
    text = workbook.draft.text
    rows = row_findings(workbook, check_text(text, RULES, workbook), observe(text, RULES))
    return {row.row: row for row in rows}


@pytest.fixture
def rows(plan):
    return found_in(fill(plan, Shape.BY_SEGMENT))


def test_every_row_of_the_rubric_is_answered_in_its_order(rows):
    assert list(rows) == [row.id for row in library().rubric]


def test_it_quotes_what_happens_at_each_stage(rows):
    assert any(says.startswith("After the purchase: “") for says in rows["journey"].seen)


def test_a_stage_without_words_is_named(plan):
    rows = found_in(edits.set_draft_text(plan, "Mia shows three bikes to each rider in the shop."))
    assert any("after the purchase" in says for says in rows["journey"].missing)


def test_segments_are_looked_for_in_the_text(plan):
    rows = found_in(
        edits.set_draft_text(plan, "A commuter may try each bike in the shop. We call young families.")
    )
    assert len(rows["segments"].seen) == 2
    assert rows["segments"].missing[0].startswith("“Local firms” stands in your plan")


def test_words_shared_with_other_blocks_are_quoted(plan):
    rows = found_in(edits.set_draft_text(plan, "Your bike is ready before you finish work."))
    assert "“bike”" not in rows["fit"].seen[0]  # words of up to four letters say little
    assert (
        "“ready” with your value proposition: “Your bike is ready before you finish work.”." in rows["fit"].seen[0]
    )


def test_a_long_sentence_and_a_gap_are_told_in_the_row_of_english(plan):
    long = "We " + "really " * 45 + "care."
    rows = found_in(edits.set_draft_text(plan, f"{long} [missing: who does it]"))
    assert len(rows["english"].missing) == 2
    assert rows["english"].seen == ()


def test_an_empty_text_shows_nothing(plan):
    rows = found_in(plan)
    assert all(not row.seen for row in rows.values())
