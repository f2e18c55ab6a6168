"""The Markdown export: any reader shows the student's words exactly, and nothing in them becomes formatting."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from canvas.content.library import library
from canvas.exchange.outgoing.document import Choice
from canvas.exchange.outgoing.markdown import escaped, to_markdown
from canvas.models.finding import Finding, Quote, Report, Strength
from canvas.models.vocabulary import Mistake, RelationshipType, Verdict
from canvas.models.workbook import Commitment, Segment, Venture, Workbook
from canvas.writing.edits import set_draft_text


def shown(text):
    """What a reader sees of one line of Markdown."""
    return unescape(re.sub(r"<[^>]+>", "", markdown(text))).strip()


@pytest.mark.parametrize(
    "words",
    [
        "__class__ and 5*3*2",
        "{{ 7*7 }}",
        "<script>alert(1)</script>",
        "&amp; & &lt;b&gt;",
        "# no heading",
        "- no bullet",
        "1. no number",
        "2026. A year",
        "[a](http://b) ![c](d)",
        "`code` ~~gone~~ $x$ a|b",
        "مرحبا بالعالم 🙂",
        "C:\\new\\*",
        "> no quote",
        "===",
    ],
)
def test_words_are_shown_as_they_are(words):
    html = markdown(escaped(words))
    assert shown(escaped(words)) == words
    assert html.startswith("<p>")
    assert html.count("<") == 2


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zs", "Zl", "Zp", "Cs")), min_size=1))
def test_no_text_becomes_formatting(words):
    assert markdown(escaped(words)).count("<") in (0, 2)


def test_the_draft_is_what_is_exported():
    text = to_markdown(set_draft_text(library().sample, "First line\nsecond *line*\n\n- one\n- two"))
    assert text.endswith("## Customer Relationships\n\nFirst line  \nsecond \\*line\\*\n\n- one\n- two\n")


def test_plan_and_canvas_stand_in_it_when_chosen():
    text = to_markdown(library().sample, choice=Choice(plan=True, canvas=True, author="Mira Lind"))
    assert text.startswith("# The Seventh Chair\n\nMira Lind\n\n## Customer Relationships")
    assert text.index("## The plan") < text.index("## Business Model Canvas")


def test_bullets_of_the_draft_are_lists_and_those_of_a_cell_are_lines():
    cell = Commitment(segment="a", type=RelationshipType.COMMUNITIES, after="- i ride\n- they rate us")
    workbook = Workbook(venture=Venture(segments=(Segment(id="a", name="A"),)), commitments=(cell,))
    workbook = set_draft_text(workbook, "We do this:\n- i show it\n• they wait\n-coffee")
    text = to_markdown(workbook, choice=Choice(plan=True))
    assert "We do this:\n\n- i show it\n- they wait\n- coffee\n" in text
    assert "After:<br>• i ride<br>• they rate us |" in text
    assert markdown(text).count("<li>") == 3


def test_without_a_draft_the_answers_are_built():
    assert "For student groups, this is what we do (communities and self-service)." in to_markdown(
        library().sample
    )


def test_a_plan_without_relationships_has_no_table():
    workbook = Workbook(venture=Venture(segments=(Segment(id="a", name="A"),)))
    assert "The plan:" not in to_markdown(workbook, choice=Choice(plan=True))


def test_remarks_stand_at_the_end_when_asked_for():
    quote = Quote(quote="Our *adverts*", start=0, end=13)
    report = Report(
        text="Our *adverts*",
        works=(Strength(says="You begin."),),
        types=(),
        stages=(),
        findings={
            Mistake.CHANNEL_CONFUSION: Finding(
                verdict=Verdict.FLAGGED, quotes=(quote,), why="Because.", ask="How?"
            )
        },
    )
    text = to_markdown(library().sample, report)
    assert text.endswith(
        "## Remarks\n\n### What works\n\n- You begin.\n\n### Confusing customer relationships with marketing "
        "channels\n\n> Our \\*adverts\\*\n\nBecause. How?\n"
    )


def test_the_same_plan_gives_the_same_text():
    assert to_markdown(library().sample) == to_markdown(library().sample.model_copy(deep=True))
