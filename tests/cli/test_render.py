"""`canvas render`: a workbook becomes a document; whatever is no workbook ends with one clear line."""

import pytest
from click.testing import CliRunner

from canvas.cli.render import command
from canvas.content.library import library
from canvas.errors import InputError
from canvas.exchange.outgoing.json_file import to_json


def render(*arguments):
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "plan.json"
    path.write_text(to_json(library().sample), encoding="utf-8", newline="\n")
    return path


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        ("md", b"# The Seventh Chair"),
        ("html", b"<!doctype html>"),
        ("json", b'{\n  "schema_number": 1'),
        ("docx", b"PK"),
        ("pdf", b"%PDF-1.7"),
    ],
)
def test_a_workbook_becomes_a_document_and_the_document_a_workbook(saved, tmp_path, kind, begins):
    out = tmp_path / f"made.{kind}"
    assert render(saved, "--to", kind, "-o", out).exit_code == 0
    assert out.read_bytes().startswith(begins)
    again = tmp_path / "again.json"
    assert render(out, "--to", "json", "-o", again).exit_code == 0
    assert again.read_bytes() == saved.read_bytes()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "no such file"),
        (b"{ not json", "no JSON of a plan"),
        (b"[1, 2]", "no workbook"),
        (b'{"schema_number": 99, "venture": {}}', "newer version"),
        (b'{"venture": {"name": "A", "colour": "red"}}', "damaged"),
    ],
)
def test_what_is_no_workbook_is_named(tmp_path, content, says):
    path = tmp_path / "plan.json"
    if content is not None:
        path.write_bytes(content)
    result = render(path, "--to", "md", "-o", tmp_path / "out.md")
    assert isinstance(result.exception, InputError)
    assert says in str(result.exception)
    assert "\n" not in str(result.exception)


def test_a_text_of_somebody_is_no_plan(tmp_path):
    path = tmp_path / "mine.md"
    path.write_text("We call every customer after two weeks.", encoding="utf-8")
    result = render(path, "--to", "pdf", "-o", tmp_path / "out.pdf")
    assert "holds no saved plan" in str(result.exception)
    assert not (tmp_path / "out.pdf").exists()


def test_a_changed_export_gives_the_saved_plan_and_says_so(saved, tmp_path):
    page = tmp_path / "plan.html"
    render(saved, "--to", "html", "-o", page)
    page.write_text(page.read_text(encoding="utf-8").replace("student groups", "pupils"), encoding="utf-8")
    result = render(page, "--to", "json")
    assert "changed since" in result.stderr
    assert b"Student groups" in result.stdout_bytes


def test_remarks_author_and_paper_are_for_the_asking(saved, tmp_path):
    everything = render(saved, "--to", "md", "--remarks", "--author", "Mira Lind").stdout
    assert "## Remarks" in everything
    assert "Mira Lind" in everything
    assert "## Remarks" not in render(saved, "--to", "md").stdout
    for paper, width in (("a4", b"595.27"), ("letter", b"612 792")):
        out = tmp_path / f"{paper}.pdf"
        assert render(saved, "--to", "pdf", "--paper", paper, "-o", out).exit_code == 0
        assert width in out.read_bytes()


def test_without_a_file_it_is_printed(saved, tmp_path):
    out = tmp_path / "plan.md"
    render(saved, "--to", "md", "-o", out)
    assert render(saved, "--to", "md").stdout == out.read_text(encoding="utf-8")


def test_plan_and_canvas_come_when_asked_for(saved):
    assert "## The plan" not in render(saved, "--to", "md").stdout
    everything = render(saved, "--to", "md", "--plan", "--canvas").stdout
    assert "## The plan" in everything
    assert "## Business Model Canvas" in everything


def test_a_place_that_cannot_be_written_is_named(saved, tmp_path):
    result = render(saved, "--to", "md", "-o", tmp_path / "missing" / "out.md")
    assert "cannot be written" in str(result.exception)


@pytest.mark.parametrize("kind", ["md", "html", "docx", "pdf"])
def test_an_author_of_odd_signs_is_cleaned(saved, tmp_path, kind):
    assert render(saved, "--to", kind, "-o", tmp_path / "out", "--author", "Mi\udcffra\x07").exit_code == 0
    assert (tmp_path / "out").stat().st_size


def test_a_circle_of_links_is_no_place_to_write(saved, tmp_path):
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    result = render(saved, "--to", "md", "-o", tmp_path / "circle")
    assert "cannot be written" in str(result.exception)
