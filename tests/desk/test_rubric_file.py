"""A rubric as a file: out and in again, and every problem of a wrong one at once."""

from decimal import Decimal

import pytest

from canvas.desk.marking import default_rubric
from canvas.desk.rubric_file import rubric_file, rubric_from_file
from canvas.errors import ContentError


def test_a_rubric_comes_back_as_it_went():
    assert rubric_from_file(rubric_file(default_rubric())) == default_rubric()


def test_any_words_and_numbers_come_back():
    row = (
        default_rubric()
        .rows[0]
        .model_copy(update={"title": 'Says "no" \\ and — ü\n\x7f\x01', "weight": Decimal("0.1")})
    )
    odd = default_rubric().model_copy(update={"rows": (row,), "maximum": Decimal("33.3"), "step": Decimal("0.01")})
    assert rubric_from_file(rubric_file(odd)) == odd


def test_a_file_from_a_windows_editor_is_read():
    data = b"\xef\xbb\xbf" + rubric_file(default_rubric()).replace(b"\n", b"\r\n")
    assert rubric_from_file(data) == default_rubric()


def test_all_problems_are_told_at_once_with_their_lines():
    text = rubric_file(default_rubric()).decode()
    text = text.replace("weight = 1", 'weight = "heavy"', 1).replace('level = "basic"', 'level = "okay"', 1)
    with pytest.raises(ContentError) as caught:
        rubric_from_file(text.replace("maximum = 10", "maxmum = 10").encode(), "mine.toml")
    told = str(caught.value)
    assert told.startswith("mine.toml: 3 problems.")
    assert "did you mean 'maximum'?" in told
    assert "rows[0].weight" in told
    assert "'okay' is not known" in told
    assert told.count("line ") == 3


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("step = 0.5", "step = 20", "more than the maximum"),
        ("points = 1", "points = 3", "must not fall"),
        ('level = "basic"', 'level = "good"', "stands twice"),
        ('id = "fit"', 'id = "journey"', "same id"),
        ("title =", "titel", "not valid TOML"),
    ],
)
def test_what_cannot_be_scored_is_told(old, new, says):
    with pytest.raises(ContentError, match=says):
        rubric_from_file(rubric_file(default_rubric()).decode().replace(old, new, 1).encode())


def test_problems_between_fields_are_told_together():
    text = (
        rubric_file(default_rubric())
        .decode()
        .replace("step = 0.5", "step = 20")
        .replace("points = 1", "points = 3", 1)
    )
    with pytest.raises(ContentError) as caught:
        rubric_from_file(text.encode())
    assert "more than the maximum" in str(caught.value)
    assert "must not fall" in str(caught.value)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"x" * 300_000, b""])
def test_what_is_no_rubric_is_refused(data):
    with pytest.raises(ContentError):
        rubric_from_file(data)
