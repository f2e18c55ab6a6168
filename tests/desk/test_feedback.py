"""What one student gets: what was released, at its words, in every form, and never the private note."""

import io
from datetime import UTC, datetime
from decimal import Decimal

import docx
import pytest
from pypdf import PdfReader

from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from canvas.desk.feedback.docx import feedback_docx
from canvas.desk.feedback.html import feedback_html
from canvas.desk.feedback.pdf import feedback_pdf
from canvas.desk.feedback.text import feedback_text, marks_of, reviews_of
from canvas.desk.feedback.view import feedback_of
from canvas.desk.marking import default_rubric
from canvas.desk.sheets.sheet import read_sheet
from canvas.errors import InputError
from canvas.models import limits
from canvas.models.review import (
    Batch,
    GivenMark,
    Marks,
    ObjectionReply,
    Platform,
    Review,
    ReviewComment,
    ReviewState,
    Submission,
    SubmittedFile,
)
from canvas.models.vocabulary import Mistake
from canvas.models.workbook import Objection, Workbook

TEXT = (
    "Our staff advise every visitor.\n- We post daily\n- We call after two weeks\n\nWe post daily on Sundays too."
)
HOSTILE = '<script>alert(1)</script> {{ 7*7 }} #import "x" \\u{0} $a$ =1+1'


def submission(text=TEXT, **more):
    file = SubmittedFile(path="plan.md", kind="file", format="md", text=text, **more)
    return Submission(key="4711", name="Jane O'Brien", files=(file,))


def at(text, words, says, name, **more):
    start = text.rindex(words)
    return ReviewComment(id=name, says=says, quote=words, start=start, end=start + len(words), **more)


def review(**more):
    told = {
        "student": "4711",
        "reviewer": "Dr Ada",
        "levels": {"journey": 2, "segments": 0},
        "comments": (at(TEXT, "We post daily", "Second one?", "c2"), at(TEXT, "every visitor", "Who?", "c1")),
        "summary": "A good start.\n\n- one\n- two",
        "private_note": "SECRET looks copied",
        "state": ReviewState.RELEASED,
        "saved_at": datetime(2026, 3, 6, 12, tzinfo=UTC),
    }
    return Review(**told | more)


def words_of_docx(data):
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def words_of_pdf(data):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def test_a_review_that_is_not_released_reaches_nobody():
    for state in (ReviewState.DRAFT, ReviewState.REVIEWED):
        with pytest.raises(InputError, match="not released"):
            feedback_of(submission(), review(state=state), default_rubric())
        assert feedback_of(submission(), review(state=state), default_rubric(), preview=True).summary


def test_a_review_of_somebody_else_is_refused():
    with pytest.raises(InputError, match="another student"):
        feedback_of(submission(), review(student="4712"), default_rubric())


def test_comments_stand_in_the_order_of_the_text_at_their_words():
    view = feedback_of(submission(), review(), default_rubric())
    assert [(item.number, item.quote) for item in view.comments] == [(1, "every visitor"), (2, "We post daily")]
    marked = [(piece.words, piece.numbers) for line in view.passages for piece in line.pieces if piece.marked]
    assert marked == [("every visitor", (1,)), ("We post daily", (2,))]
    assert [line.numbers for line in view.passages] == [(1,), (), (), (2,)]
    assert "".join(piece.words for line in view.passages for piece in line.pieces) == TEXT.replace("\n", "")


def test_overlapping_comments_and_those_over_two_lines_keep_all_words():
    comments = (
        at(TEXT, "staff advise every", "a", "a"),
        at(TEXT, "advise every visitor.\n- We post", "b", "b"),
        at(TEXT, "every", "c", "c"),
    )
    view = feedback_of(submission(), review(comments=comments), default_rubric())
    assert "".join(piece.words for line in view.passages for piece in line.pieces) == TEXT.replace("\n", "")
    assert sorted(number for line in view.passages for number in line.numbers) == [1, 2, 3]


def test_a_comment_whose_words_are_gone_is_kept_with_its_quote():
    view = feedback_of(submission("Another text of theirs."), review(), default_rubric())
    assert view.passages == ()
    assert {item.quote for item in view.general} == {"every visitor", "We post daily"}


def test_the_rows_tell_level_and_meaning_and_the_mark_waits_for_all_rows():
    view = feedback_of(submission(), review(), default_rubric())
    assert [(row.level, row.title.split()[0]) for row in view.rows] == [("Good", "Attract,"), ("Not yet", "Tied")]
    assert view.mark == ""
    assert (
        feedback_of(submission(), review(override="7.5"), default_rubric(), decimal_mark=",").mark == "7,5 of 10"
    )


@pytest.mark.parametrize(
    ("step", "levels", "override"), [("0.125", (2, 0, 2, 3, 1), None), ("0.5", (0,) * 5, Decimal("7.125"))]
)
def test_the_feedback_and_the_sheet_tell_one_mark(step, levels, override):
    rubric = default_rubric().model_copy(update={"step": Decimal(step)})
    rated = review(levels=dict(zip((row.id for row in rubric.rows), levels, strict=True)), override=override)
    batch = Batch(id="b", title="t", platform=Platform.MOODLE, seed=1, submissions=(submission(),))
    sheet = read_sheet(
        "grades.csv",
        b"Identifier,Full name,Status,Grade,Maximum Grade,Grade can be changed\r\n"
        b"Participant 4711,Jane O'Brien,Submitted for grading,,10.00,Yes\r\n",
    )
    [change] = sheet.filled(marks_of(batch, {"4711": rated}, rubric), batch).changes
    assert feedback_of(submission(), rated, rubric).mark == f"{change.after} of 10"
    assert "." in change.after


def test_an_accepted_remark_without_words_speaks_as_the_check():
    comment = ReviewComment(id="c", says="", mistake=Mistake.NO_AFTER_SALES)
    text = "Our staff advise every visitor in the shop and help them choose a bicycle that fits."
    report = check_text(text, load_rules())
    view = feedback_of(submission(text), review(comments=(comment,)), default_rubric(), report)
    assert view.general[0].topic == "Ignoring after-sales service"
    assert report.findings[Mistake.NO_AFTER_SALES].ask in feedback_text(view)


def test_what_the_checks_found_stays_out_until_it_is_accepted():
    text = "We are on Instagram and Facebook. We offer the best quality and excellent service for everyone."
    report = check_text(text, load_rules())
    assert report.flagged
    view = feedback_of(submission(text), review(comments=(), summary="Well."), default_rubric(), report)
    assert (view.general, view.comments, view.replies) == ((), (), ())


def test_a_reply_reaches_the_student_with_the_own_reason_and_takes_the_remark_back():
    objection = Objection(mistake=Mistake.TOO_GENERAL, words="We post daily", because="Daily is a number.")
    comments = (
        at(TEXT, "We post daily", "Vague.", "a", mistake=Mistake.TOO_GENERAL),
        at(TEXT, "every visitor", "Vague too.", "b", mistake=Mistake.TOO_GENERAL),
    )
    reply = ObjectionReply(mistake=Mistake.TOO_GENERAL, words="We post daily", accepted=True, reply="Fair.")
    view = feedback_of(
        submission(workbook=Workbook(objections=(objection,))),
        review(comments=comments, replies=(reply,)),
        default_rubric(),
    )
    assert [item.quote for item in view.comments] == ["every visitor"]
    assert (view.replies[0].because, view.replies[0].reply[0].lines) == ("Daily is a number.", ("Fair.",))
    assert "taken back" in view.replies[0].verdict
    stays = reply.model_copy(update={"accepted": False})
    view = feedback_of(submission(), review(comments=comments, replies=(stays,)), default_rubric())
    assert len(view.comments) == 2
    assert "stays" in view.replies[0].verdict


@pytest.mark.parametrize("form", ["html", "docx", "pdf", "text"])
def test_every_form_holds_everything_but_the_private_note(form):
    reply = ObjectionReply(mistake=Mistake.TOO_GENERAL, words="We post daily", accepted=False, reply="Look again.")
    view = feedback_of(submission(), review(replies=(reply,), override="7"), default_rubric())
    seen = {
        "html": lambda: feedback_html(view),
        "docx": lambda: words_of_docx(feedback_docx(view)),
        "pdf": lambda: words_of_pdf(feedback_pdf(view).data),
        "text": lambda: feedback_text(view) + "7 of 10",
    }[form]()
    for told in (
        "A good start.",
        "two",
        "Second one?",
        "Who?",
        "every visitor",
        "Look again.",
        "Tied to each segment",
        "7",
    ):
        assert told in seen
    assert "SECRET" not in seen


@pytest.mark.parametrize("form", [feedback_html, feedback_docx, feedback_pdf])
def test_the_same_feedback_is_the_same_file(form):
    view = feedback_of(submission(), review(override="7"), default_rubric())
    assert form(view) == form(view.model_copy(deep=True))


def test_the_student_is_not_the_author_of_the_feedback():
    view = feedback_of(submission(), review(), default_rubric())
    properties = PdfReader(io.BytesIO(feedback_pdf(view).data)).metadata
    assert (properties.title, properties.author) == (view.title, None)
    assert f"For {view.name}" in words_of_pdf(feedback_pdf(view).data)


def test_hostile_words_are_words():
    comments = (at(HOSTILE, "alert(1)", HOSTILE, "a"), ReviewComment(id="b", says=HOSTILE))
    view = feedback_of(submission(HOSTILE), review(comments=comments, summary=HOSTILE), default_rubric())
    page = feedback_html(view)
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 4
    assert "{{ 7*7 }}" in page
    assert HOSTILE in words_of_docx(feedback_docx(view))
    assert "{{ 7*7 }}" in words_of_pdf(feedback_pdf(view).data)


def test_the_page_allows_its_own_style_and_nothing_else():
    import base64
    import hashlib
    import re

    page = feedback_html(feedback_of(submission(), review(), default_rubric()))
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    allowed = re.search(r"sha256-([^']+?)(?:'|&#39;)", page)[1].replace("&#43;", "+").replace("&#x2B;", "+")
    assert allowed == digest
    assert "default-src 'none'" in page


def test_long_feedback_never_leaves_the_field():
    comments = tuple(ReviewComment(id=f"c{number}", says="word " * 200) for number in range(30))
    told = feedback_text(feedback_of(submission(), review(comments=comments), default_rubric()))
    assert len(told) <= limits.FEEDBACK
    assert told.endswith("The rest stands in the feedback file.")


def test_a_sheet_gets_released_reviews_only():
    other = submission().model_copy(update={"key": "4712"})
    batch = Batch(id="b", title="B", platform=Platform.MOODLE, seed=1, submissions=(submission(), other))
    reviews = {"4711": review(override="7"), "4712": review(student="4712", state=ReviewState.REVIEWED)}
    given = marks_of(batch, reviews, default_rubric())
    assert set(given.students) == {"4711"}
    assert given.students["4711"].mark == 7
    assert "SECRET" not in given.students["4711"].comment


def test_marks_from_a_file_become_released_reviews():
    batch = Batch(id="b", title="B", platform=Platform.MOODLE, seed=1, submissions=(submission(),))
    marks = Marks(max=10, students={"4711": GivenMark(mark=0, comment=""), "1": GivenMark(mark=5)})
    made = reviews_of(batch, marks)
    assert feedback_of(batch.submissions[0], made["4711"], default_rubric()).mark == "0 of 10"
    assert list(made) == ["4711"]
