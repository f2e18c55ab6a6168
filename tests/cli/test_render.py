"""`canvas render`: a workbook becomes a document; whatever is no workbook ends with one clear line."""

import pytest
from click.testing import CliRunner

from canvas.cli.render import command
from canvas.content.library import library
from canvas.errors import InputError


def render(*arguments):
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "plan.json"
    path.write_text(library().sample.model_dump_json(), encoding="utf-8")
    return path


@pytest.mark.parametrize(("kind", "begins"), [("md", "# The Seventh Chair"), ("html", "<!doctype html>")])
def test_a_workbook_becomes_a_document(saved, tmp_path, kind, begins):
    out = tmp_path / f"plan.{kind}"
    assert render(saved, "--to", kind, "-o", out).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith(begins)
    assert "For student groups, this is what we do" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot be read"),
        (b"\xff\xfe\x00binary", "no text file"),
        (b"{ not json", "no JSON (line 1"),
        (b"[1, 2]", "no workbook"),
        (b'{"schema_number": 99, "venture": {}}', "newer version"),
        (b'{"venture": {"name": "A", "colour": "red"}}', "venture.colour"),
        (b'{"venture": {"name": 5}}', "venture.name"),
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


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_formats_that_come_later_say_so_and_are_not_promised(saved, tmp_path, kind):
    result = render(saved, "--to", kind, "-o", tmp_path / "out")
    assert isinstance(result.exception, InputError)
    assert f"{kind} comes later" in str(result.exception)
    assert kind not in render("--help").output


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
