"""A wrong content file says what is wrong, where, and how to mend it; all problems at once."""

from enum import StrEnum

import pytest

from canvas.content.loader import near, read_toml
from canvas.errors import ContentError
from canvas.models.base import Frozen


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


class Fact(Frozen):
    text: str
    aliases: tuple[str, ...] = ()
    colour: Colour = Colour.RED


class Sheet(Frozen):
    title: str
    facts: tuple[Fact, ...] = ()
    open: bool = False


def problem_of(tmp_path, text):
    path = tmp_path / "sheet.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_toml(path, Sheet)
    assert caught.value.where == str(path)
    return str(caught.value)


def test_a_right_file_becomes_the_model(tmp_path):
    path = tmp_path / "sheet.toml"
    path.write_text('title = "A"\n[[facts]]\ntext = "x"\naliases = ["y"]\ncolour = "green"', encoding="utf-8")
    assert read_toml(path, Sheet) == Sheet(title="A", facts=(Fact(text="x", aliases=("y",), colour=Colour.GREEN),))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            'title = "A"\n[[facts]]\ntext = "x"\n[[facts]]\ntext = "y"\nalias = ["z"]',
            "facts[1]: unknown field 'alias' — did you mean 'aliases'?",
        ),
        ('title = "A"\nqqq = 1', "unknown field 'qqq' — known fields are title, facts, open."),
        ("open = true", "the field 'title' is missing. Add it."),
        ('title = "A"\n[[facts]]\naliases = []', "facts[0]: the field 'text' is missing. Add it."),
        (
            'title = "A"\n[[facts]]\ntext = "x"\ncolour = "gren"',
            "facts[0].colour: 'gren' is not known here — did you mean 'green'?",
        ),
        (
            'title = "A"\n[[facts]]\ntext = "x"\ncolour = "zzz"',
            "facts[0].colour: 'zzz' is not known here — use 'red' or 'green'.",
        ),
        ("title = 3", "title: input should be a valid string. Write text in quotation marks."),
        ('title = "A"\nfacts = 3', "facts: input should be a valid tuple. Write a list in square brackets."),
        ('title = "A"\ntitle = "B"', "This is not valid TOML: Cannot overwrite a value (at line 2"),
        ('title = "A"\n[[facts\n', "(at line 2"),
    ],
)
def test_each_problem_names_field_and_mend(tmp_path, text, says):
    assert says in problem_of(tmp_path, text)


def test_all_problems_of_a_file_come_at_once(tmp_path):
    told = problem_of(tmp_path, 'titel = "A"\n[[facts]]\ntex = "x"')
    assert "4 problems." in told
    for part in (
        "unknown field 'titel' — did you mean 'title'?",
        "the field 'title' is missing",
        "facts[0]: unknown field 'tex' — did you mean 'text'?",
        "facts[0]: the field 'text' is missing",
    ):
        assert part in told


def test_a_missing_file_and_a_file_in_another_encoding_are_told(tmp_path):
    with pytest.raises(ContentError, match="cannot be read"):
        read_toml(tmp_path / "none.toml", Sheet)
    (tmp_path / "latin.toml").write_bytes('title = "é"'.encode("latin-1"))
    with pytest.raises(ContentError, match="not UTF-8"):
        read_toml(tmp_path / "latin.toml", Sheet)


def test_near_names_only_what_is_near():
    assert near("alias", ["aliases", "text"]) == "did you mean 'aliases'?"
    assert near("qqq", ["aliases", "text"]) == ""
