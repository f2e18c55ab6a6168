"""The embedded copy: intact, edited, damaged, newer; it never breaks out of the place it stands in."""

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest

from canvas.content.library import library
from canvas.exchange.embedded import sealed, unsealed
from canvas.exchange.embedded_places import get_html, put_html, put_markdown, split_markdown
from canvas.exchange.incoming.intake import read_file
from canvas.exchange.outgoing.document import Choice
from canvas.exchange.outgoing.formats import export
from canvas.models.intake import Claim, Origin, TextChange
from canvas.models.vocabulary import Mistake
from canvas.models.workbook import SCHEMA_NUMBER, Workbook
from canvas.writing.edits import set_draft_text

SAMPLE = set_draft_text(
    library().sample, "We call every owner after two weeks.\n\n- Mara visits each hotel\n- a forum"
)
CANVAS = Choice(canvas=True)
CLAIM = Claim(checker_version="0.1.0", flagged=(Mistake.TOO_GENERAL,), types=())
FIXTURES = Path(__file__).parent.parent / "fixtures" / "exports"


def word_replaced(data, old, new):
    """The Word file with one word changed in its text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old, new, 1) if name == "word/document.xml" else content)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "md", "json"])
def test_an_export_opens_as_the_plan_it_came_from(kind):
    made = export(SAMPLE, kind, choice=Choice(plan=True, author="Mira Lind"))
    taken = read_file(f"plan{made.ending}", made.data)
    assert (taken.origin, taken.workbook, taken.text) == (Origin.INTACT, SAMPLE, SAMPLE.draft.text)
    assert (taken.changes, taken.lost, taken.note) == ((), (), "")


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "md"])
def test_headings_inside_a_section_are_headings_of_the_document(kind):
    own = set_draft_text(SAMPLE, "We call.\n\n## 7.1 Our guests\nThen we ask.\n\n# Café *Ω*")
    taken = read_file(f"plan.{kind}", export(own, kind).data)
    assert (taken.origin, taken.text) == (Origin.INTACT, own.draft.text)
    assert ("#" in taken.whole) is (kind != "pdf")  # there a heading is only larger
    assert kind == "pdf" or "# 7.1 Our guests\n" in taken.whole
    assert "# # " not in taken.whole


@pytest.mark.parametrize(
    "title", ["Customer Relationships", "# Customer relationships:", "**CUSTOMER RELATIONSHIPS**"]
)
def test_the_title_of_the_section_stands_once(title):
    own = set_draft_text(SAMPLE, f"{title}\n\nWe call every owner.")
    data = export(own, "docx").data
    taken = read_file("plan.docx", data)
    assert taken.whole.lower().count("customer relationships") == 1
    assert (taken.origin, taken.text, taken.workbook) == (Origin.INTACT, "We call every owner.", own)
    edited = read_file("plan.docx", word_replaced(data, b"owner", b"rider"))
    assert edited.changes == (TextChange(exported="owner.", visible="rider."),)


@pytest.mark.parametrize("kind", ["docx", "html", "md"])
def test_one_changed_word_is_found_and_named(kind):
    data = export(SAMPLE, kind).data
    old, new = b"owner", b"rider"
    changed = word_replaced(data, old, new) if kind == "docx" else data.replace(old, new, 1)
    taken = read_file(f"plan.{kind}", changed)
    assert taken.origin is Origin.EDITED
    assert taken.workbook == SAMPLE
    assert taken.changes == (TextChange(exported="owner", visible="rider"),)
    assert "one place" in taken.note
    assert "rider" in taken.text


def test_a_change_outside_the_section_is_an_edit_too():
    data = export(SAMPLE, "html", choice=Choice(author="Mira Lind")).data.replace(b"Mira Lind", b"Tom Berg")
    taken = read_file("plan.html", data)
    assert (taken.origin, taken.changes) == (Origin.EDITED, ())
    assert "something else" in taken.note


def edited_in_word(change, choice):
    """The export of the sample as it is read after somebody changed its document."""
    document = docx.Document(io.BytesIO(export(SAMPLE, "docx", choice=choice).data))
    change(document)
    file = io.BytesIO()
    document.save(file)
    return read_file("plan.docx", file.getvalue())


@pytest.mark.parametrize(("heading", "taken_over"), [("Channels", False), ("Our story", False), ("After", True)])
def test_a_part_that_somebody_added_behind_the_section_is_no_part_of_it(heading, taken_over):
    def change(document):
        behind = next(line for line in document.paragraphs if line.text.startswith("The plan:"))
        behind.insert_paragraph_before(heading, style="Heading 1")
        behind.insert_paragraph_before("We sell in the shop.")

    taken = edited_in_word(change, Choice(plan=True))
    assert taken.origin is Origin.EDITED
    assert bool(taken.changes) is taken_over
    assert ("We sell" in taken.text) is taken_over


def test_a_heading_of_the_students_own_text_stays_in_the_section():
    own = set_draft_text(SAMPLE, "We call.\n\n# Our story\n\nThen we ask.")
    data = export(own, "docx", choice=Choice(author="Mira Lind")).data
    taken = read_file("plan.docx", word_replaced(data, b"Mira Lind", b"Tom Berg"))
    assert (taken.origin, taken.changes) == (Origin.EDITED, ())


def test_a_comment_in_an_export_is_told_but_never_our_own_picture():
    taken = edited_in_word(lambda document: document.add_comment(document.paragraphs[3].runs, "Why?"), CANVAS)
    assert (taken.origin, taken.lost) == (Origin.INTACT, ("1 comment could not be read.",))
    assert edited_in_word(lambda document: document.add_paragraph("More."), CANVAS).lost == ()


def test_other_line_breaks_and_list_marks_are_no_edit():
    text = export(SAMPLE, "md").data.decode()
    changed = text.replace("We call every", "We call\nevery", 1).replace("- Mara", "* Mara", 1)
    assert read_file("plan.md", changed.encode()).origin is Origin.INTACT


@pytest.mark.parametrize(
    "change", [("owner", "rider"), ('"workbook":{', '"workbook":{{'), ("content_hash", "hash")]
)
def test_a_copy_that_was_changed_is_damaged_and_the_visible_text_counts(change):
    head, mark, copy = export(SAMPLE, "md").data.decode().partition("<!-- canvas-coach")
    taken = read_file("plan.md", f"{head}{mark}{copy.replace(*change, 1)}".encode())
    assert (taken.origin, taken.workbook) == (Origin.DAMAGED, None)
    assert "We call every owner" in taken.text
    assert "damaged" in taken.note


def test_a_copy_of_a_newer_program_gives_its_visible_text_and_a_message():
    text = export(SAMPLE, "md").data.decode().replace('"schema_number":1,"types"', '"schema_number":2,"types"', 1)
    taken = read_file("plan.md", text.encode())
    assert (taken.origin, taken.workbook) == (Origin.NO_DATA, None)
    assert "newer version" in taken.note
    assert "We call every owner" in taken.text


def test_the_claim_comes_back():
    assert unsealed(sealed(SAMPLE, "We call.", CLAIM), "We  call.").claim == CLAIM


@pytest.mark.parametrize("text", ["{}", "[]", "null", "{", '{"workbook": 1}', "9" * 9_000, "[" * 90_000])
def test_what_is_no_copy_is_damaged_and_raises_nothing(text):
    assert unsealed(text, None).origin is Origin.DAMAGED


def test_no_text_breaks_out_of_its_place():
    nasty = set_draft_text(
        SAMPLE, "We --> call </script><script>x</script> & ]]> <!-- owners \ufffe of \u2028boats."
    )
    copy = sealed(nasty, None, CLAIM)
    assert not set("<>&") & set(copy)
    assert copy.isascii()
    assert json.loads(copy)["workbook"]["draft"]["text"] == nasty.draft.text
    assert get_html(put_html("<body><p>x</p></body>", copy)) == copy
    assert split_markdown(put_markdown("We call.", copy))[1] == copy
    for kind in ("docx", "html", "md"):
        assert read_file(f"x.{kind}", export(nasty, kind).data).workbook == nasty


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("schema_*")), ids=lambda path: path.name)
def test_a_file_of_every_released_schema_opens(path):
    taken = read_file(path.name, path.read_bytes())
    assert taken.origin is Origin.INTACT
    assert isinstance(taken.workbook, Workbook)
    assert taken.workbook.venture.name == "The Seventh Chair"


def test_every_schema_has_its_files():
    formats = {"docx", "pdf", "html", "md", "json"}
    wanted = {f"schema_{number}.{kind}" for number in range(1, SCHEMA_NUMBER + 1) for kind in formats}
    assert {path.name for path in FIXTURES.glob("schema_*")} == wanted
