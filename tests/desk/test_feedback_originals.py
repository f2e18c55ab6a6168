"""A student's own file with the feedback in it: real Word comments, a page in front of a PDF, text behind text."""

import io
import random
import re
import zipfile

import docx
import pytest
from docx.enum.text import WD_BREAK
from pypdf import PdfReader, PdfWriter

from canvas.desk.feedback.appended import appended_html, appended_markdown, appended_text
from canvas.desk.feedback.docx_comments import annotated_docx
from canvas.desk.feedback.pdf import feedback_pdf
from canvas.desk.feedback.view import feedback_of
from canvas.desk.marking import default_rubric
from canvas.errors import InputError
from canvas.exchange.incoming.intake import read_file
from canvas.exchange.incoming.pdf_process import PDF_PROCESS
from canvas.exchange.outgoing.pdf_pages import with_pages_in_front
from canvas.models.review import Review, ReviewComment, ReviewState, Submission, SubmittedFile
from tests.exchange import hostile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word(*paragraphs):
    """Make a Word file; a paragraph is a text or a list of runs, each with its looks."""
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for text, bold in runs if isinstance(runs, list) else [(runs, False)]:
            paragraph.add_run(text).bold = bold
    return saved(document)


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def feedback(text, *quotes, summary="In short.", state=ReviewState.RELEASED):
    """Feedback on a text: each quote is (words, says), or (words, says, which of several equal ones)."""
    comments = []
    for number, (words, says, *which) in enumerate(quotes):
        start = [found.start() for found in re.finditer(re.escape(words), text)][which[0] if which else 0]
        comments.append(
            ReviewComment(id=f"c{number}", says=says, quote=words, start=start, end=start + len(words))
        )
    file = SubmittedFile(path="plan", kind="file", text=text)
    review = Review(student="1", comments=tuple(comments), summary=summary, state=state, private_note="SECRET")
    return feedback_of(Submission(key="1", name="Jane", files=(file,)), review, default_rubric())


def commented(data):
    """Return the text of each comment with the words it is anchored to."""
    document = docx.Document(io.BytesIO(data))
    found = {}
    for comment in document.comments:
        words, inside = [], False
        for element in document.element.body.iter():
            if element.tag == f"{W}commentRangeStart" and element.get(f"{W}id") == str(comment.comment_id):
                inside = True
            if element.tag == f"{W}commentRangeEnd" and element.get(f"{W}id") == str(comment.comment_id):
                inside = False
            if inside and element.tag == f"{W}t":
                words.append(element.text)
        found[comment.text] = "".join(words)
    return found


def visible(data):
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_comments_are_anchored_to_the_very_words_over_any_runs():
    text = "We call every customer after two weeks."
    original = word([("We call ev", False), ("ery cust", True), ("omer after two weeks.", False)])
    made = annotated_docx(original, feedback(text, ("every customer", "Who?"), ("weeks", "Why then?")))
    assert commented(made) == {"In short.": "We call ", "Who?": "every customer", "Why then?": "weeks"}
    assert visible(made) == [text]


def test_looks_stay_when_a_run_is_cut():
    made = annotated_docx(
        word([("We call every customer.", True)]), feedback("We call every customer.", ("call", "How?"))
    )
    runs = docx.Document(io.BytesIO(made)).paragraphs[0].runs
    assert {run.bold for run in runs if run.text} == {True}


def test_overlapping_comments_each_keep_their_words():
    text = "We call every customer after two weeks."
    view = feedback(text, ("call every customer", "a"), ("every customer after", "b"), ("customer", "c"))
    found = commented(annotated_docx(word(text), view))
    assert (found["a"], found["b"], found["c"]) == ("call every customer", "every customer after", "customer")


def test_of_equal_words_the_commented_ones_are_found():
    text = "We help. They wait. We help. You go. We help."
    for which, before in enumerate(("", "They wait. ", "You go. ")):
        made = annotated_docx(word(text), feedback(text, ("We help", "this", which)))
        body = docx.Document(io.BytesIO(made)).element.body
        start = next(body.iter(f"{W}commentRangeStart"))
        starts = [item for item in body.iter(f"{W}commentRangeStart") if item.get(f"{W}id") == "1"]
        walked = []
        for element in body.iter():
            if element is starts[0]:
                break
            if element.tag == f"{W}t":
                walked.append(element.text)
        assert start is not None
        assert "".join(walked).endswith(before)
        assert len("".join(walked)) == [found.start() for found in re.finditer("We help", text)][which]


def test_words_over_two_paragraphs_bullets_and_tables_are_found():
    document = docx.Document()
    document.add_paragraph("We call everyone", style="List Bullet")
    document.add_paragraph("We answer in a day", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 1).text = "Repairs are free"
    text = "- We call everyone\n- We answer in a day\n\nRepairs are free"
    view = feedback(text, ("everyone\n- We answer", "a"), ("are free", "b"))
    found = commented(annotated_docx(saved(document), view))
    assert (found["a"], found["b"]) == ("everyoneWe answer", "are free")


def test_tabs_breaks_and_letters_in_two_parts_do_not_hide_words():
    document = docx.Document()
    run = document.add_paragraph().add_run("The cafe\u0301\tis")
    run.add_break(WD_BREAK.LINE)
    run.add_text("open to\u00ad all")
    found = commented(annotated_docx(saved(document), feedback("The café is open to all", ("café is open", "a"))))
    assert found["a"] == "cafe\u0301isopen"


def test_a_comment_that_finds_no_place_is_told_at_the_beginning():
    text = "We call everyone. Gone words."
    found = commented(annotated_docx(word("We call everyone."), feedback(text, ("Gone words", "Where?"))))
    assert list(found.values()) == ["We call everyone."]
    assert "“Gone words”: Where?" in next(iter(found))


def test_an_empty_document_takes_the_feedback_too():
    assert list(commented(annotated_docx(word(), feedback("")))) == ["In short."]


def test_nothing_else_in_the_document_changes_and_the_bytes_are_the_same_each_time():
    original = word("We call everyone.")
    view = feedback("We call everyone.", ("call", "<b>&\x0bHow?"))
    made = annotated_docx(original, view)
    assert made == annotated_docx(original, view)
    before, after = (zipfile.ZipFile(io.BytesIO(data)) for data in (original, made))
    touched = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    for name in set(before.namelist()) - touched:
        assert before.read(name) == after.read(name)
    assert b"SECRET" not in b"".join(after.read(name) for name in after.namelist())
    assert read_file("plan.docx", made).text == read_file("plan.docx", original).text


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7"])
def test_what_is_no_word_file_is_told(data):
    with pytest.raises(InputError, match="Word file"):
        annotated_docx(data, feedback("x"))


def test_a_page_stands_in_front_of_a_pdf_and_the_rest_stays():
    view = feedback("We call.", ("call", "How?"))
    page = feedback_pdf(view).data
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_attachment("canvas-coach.json", b"{}")
    file = io.BytesIO()
    writer.write(file)
    made = with_pages_in_front(file.getvalue(), page)
    read = PdfReader(io.BytesIO(made))
    assert len(read.pages) == len(PdfReader(io.BytesIO(page)).pages) + 1
    assert "How?" in read.pages[0].extract_text()
    assert read.pages[-1].mediabox.width == 200
    assert list(read.attachments) == ["canvas-coach.json"]
    assert made == with_pages_in_front(file.getvalue(), page)


def test_a_broken_or_closed_pdf_is_told():
    page = feedback_pdf(feedback("We call.")).data
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("geheim")
    file = io.BytesIO()
    writer.write(file)
    for data, told in ((file.getvalue(), "password"), (b"%PDF-1.7 nothing", "broken"), (b"", "broken")):
        with pytest.raises(InputError, match=told):
            with_pages_in_front(data, page)


def test_a_students_pdf_is_opened_by_the_worker_alone(monkeypatch):
    def opened(*_, **__):
        raise AssertionError("a student's PDF was opened here")

    page = feedback_pdf(feedback("We call.")).data
    original = hostile.pdf()
    monkeypatch.setattr(PdfReader, "__init__", opened)
    assert with_pages_in_front(original, page).startswith(b"%PDF")
    monkeypatch.setattr(PDF_PROCESS, "ask", lambda *_: None)
    with pytest.raises(InputError, match="too long"):
        with_pages_in_front(original, page)


def test_a_large_pdf_leaves_the_worker_its_memory():
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_attachment("photo.raw", random.Random(1).randbytes(20_000_000))
    file = io.BytesIO()
    writer.write(file)
    page = feedback_pdf(feedback("We call.")).data
    assert {len(with_pages_in_front(file.getvalue(), page)) > 20_000_000 for _ in range(4)} == {True}


def test_markdown_and_text_get_the_feedback_behind_their_own_bytes():
    view = feedback("We call.", ("call", "*How* <b>?"), summary="- one\n# two")
    for original in (
        b"# Plan\n\nWe call.\n",
        b"We call.\r\n",
        "\ufeffWe call. é".encode("utf-16"),
        "é".encode("cp1252"),
    ):
        for made in (appended_markdown(original, view), appended_text(original, view)):
            assert made.startswith(original)
            assert len(made) > len(original)
    assert b"\\*How\\* &lt;b&gt;?" in appended_markdown(b"x\n", view)
    assert b"\n# two" not in appended_markdown(b"x\n", view)
    assert b"\n" not in appended_text(b"x\r\n", view).replace(b"\r\n", b"")


def test_a_page_gets_a_last_section_that_is_only_words():
    view = feedback("We call.", ("call", "<script>alert(1)</script> é 王"))
    made = appended_html("<html><body><p>é</p></body></html>".encode("latin-1"), view)
    assert b"<script" not in made
    assert made.endswith(b"</section>\n</body></html>")
    assert b"&#233; &#29579;" in made
    assert appended_html(b"<p>no body", view).startswith(b"<p>no body\n<hr>")
