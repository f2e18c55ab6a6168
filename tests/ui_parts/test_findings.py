"""A report as cards and a marked text: what works first, every word escaped, nothing accused without a reason."""

import re
from html import unescape
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from canvas.checks import plan as plan_checks
from canvas.models.finding import Finding, Note, PlanQuestion, Quote, Report, Strength
from canvas.models.vocabulary import Mistake, Verdict
from canvas.ui.parts.findings import notes_html, remarks_of, skipped_html, summary
from canvas.ui.parts.marked_text import Mark, marked_html
from canvas.web.topics import PLAN_TOPICS

CLEAR = Finding(verdict=Verdict.CLEAR)


def report(text="Our adverts run.", **findings):
    return Report(
        text=text,
        works=(Strength(says="Good."),),
        types=(),
        stages=(),
        findings={mistake: findings.get(mistake.value, CLEAR) for mistake in Mistake},
    )


def body(html):
    """The text that a reader sees inside the box, without the hidden words and the numbers."""
    box = html.partition('words">')[2].removesuffix("</div>")
    without = re.sub(r'<sup>.*?</sup>|<span class="unseen">.*?</span>', "", box)
    return unescape(re.sub(r"<[^>]+>", "", without))


def test_mistakes_come_before_questions():
    asked = Finding(verdict=Verdict.CLEAR, ask="When do you call?")
    flagged = Finding(verdict=Verdict.FLAGGED, missing="x", why="Because.", ask="Who?")
    found = report(no_after_sales=asked, too_general=flagged)
    found = found.model_copy(
        update={"questions": (PlanQuestion(id="a", origin="venture.name", ask="Really?", why="So."),)}
    )
    assert [remark.ask for remark in remarks_of(found)] == ["Who?", "When do you call?", "Really?"]
    assert summary(found) == "1 remark and 2 questions."


def test_a_clean_text_has_no_remarks():
    assert remarks_of(report()) == ()
    assert summary(report()) == "No remarks."


def test_what_was_not_judged_says_why():
    skipped = Finding(verdict=Verdict.SKIPPED, why="two words are not enough to judge")
    found = report(**{mistake.value: skipped for mistake in Mistake})
    assert "two words are not enough" in skipped_html(found)
    assert summary(found) == "Too short to judge."


def test_marked_words_are_escaped_and_numbered():
    html = marked_html("<b>we</b> sell", [Mark(start=0, end=9, number=2), Mark(start=10, end=14)])
    assert '<mark class="remark">&lt;b&gt;we&lt;/b&gt;</mark><sup>' in html
    assert '<mark class="works">sell' in html


def test_where_marks_overlap_the_remark_wins():
    html = marked_html("abcdef", [Mark(start=0, end=4), Mark(start=2, end=6, number=1)])
    assert '<mark class="works">abcd' not in html
    assert 'ab<mark class="remark">cdef</mark>' in html


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.none() | st.integers(1, 3)), max_size=5),
)
def test_the_text_stays_the_text(text, places):
    text = text.replace("\r", "")
    marks = [Mark(start=min(a, len(text)), end=min(b, len(text)), number=number) for a, b, number in places]
    assert body(marked_html(text, marks)) == text


def test_quotes_of_a_remark_are_those_of_the_finding():
    quote = Quote(quote="adverts", start=4, end=11)
    flagged = Finding(verdict=Verdict.FLAGGED, quotes=(quote,), why="Because.")
    [remark] = remarks_of(report(channel_confusion=flagged))
    assert remark.quotes == (quote,)
    assert remark.ask  # from the card, where the check has none


def test_a_question_of_the_plan_is_named_by_its_topic_and_segment(plan):
    origins = {
        "nothing_after": "commitments.riders.self_service.after",
        "segment_without_relationship": "venture.segments.firms.name",
        "same_type_everywhere": "commitments.riders.self_service",
        "promise_without_a_person": "venture.value_proposition",
    }
    asked = tuple(PlanQuestion(id=key, origin=origin, ask="?", why="So.") for key, origin in origins.items())
    found = report().model_copy(update={"questions": asked})
    assert [remark.name for remark in remarks_of(found, plan)] == [
        "After the purchase: Commuters",
        "No relationship yet: Local firms",
        "The same for everyone",
        "Your promise",
    ]
    assert remarks_of(found)[0].name == "After the purchase"


def test_every_question_that_a_plan_can_raise_has_a_topic():
    files = Path(plan_checks.__file__).parent.glob("plan*.py")
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    assert set(re.findall(r'(?:id=|_question\(\s*)"(\w+)"', source)) == set(PLAN_TOPICS)


def test_notes_on_the_language_are_shown_apart_and_counted_nowhere():
    note = Note(kind="slang", quote=Quote(quote="<b>", start=0, end=3), says="“<b>” is spoken English.")
    noted = report().model_copy(update={"notes": (note,)})
    assert "“&lt;b&gt;” is spoken English." in notes_html(noted)
    assert remarks_of(noted) == ()
    assert summary(noted) == "No remarks."
