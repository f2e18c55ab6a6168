"""From levels to a mark: one stated rule, exact, and worked out anew whenever the rubric changes."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from canvas.content.library import library
from canvas.desk.marking import computed_mark, default_rubric, in_hundredths, mark_of, shown, unrated
from canvas.models.review import MarkingLevel, MarkingRow, MarkingRubric, Review
from canvas.models.vocabulary import Level

FULL = {"journey": 3, "segments": 3, "specific": 3, "fit": 3, "english": 3}


def rubric(rows, maximum="10", step="0.5"):
    """Rows as (id, weight, points of its levels)."""
    made = [
        MarkingRow(
            id=name,
            title=name,
            weight=Decimal(weight),
            levels=tuple(
                MarkingLevel(level=level, says="", points=Decimal(number))
                for level, number in zip(Level, points, strict=False)
            ),
        )
        for name, weight, points in rows
    ]
    return MarkingRubric(title="R", rows=tuple(made), maximum=Decimal(maximum), step=Decimal(step))


def review(**levels):
    return Review(student="s", levels=levels)


def test_the_default_rubric_has_the_words_of_the_lesson():
    rows = default_rubric().rows
    assert [row.title for row in rows] == [row.title for row in library().rubric]
    assert all([level.level for level in row.levels] == list(Level) for row in rows)
    assert rows[0].levels[3].says == library().rubric[0].excellent


@pytest.mark.parametrize(
    ("levels", "mark"),
    [
        (FULL, "10"),
        (dict.fromkeys(FULL, 0), "0"),
        (dict.fromkeys(FULL, 2), "6.5"),  # 6.666… is nearer to 6.5 than to 7
        (FULL | {"fit": 0}, "8"),
        (FULL | {"fit": 1, "english": 2}, "8"),
    ],
)
def test_levels_give_a_mark(levels, mark):
    assert mark_of(review(**levels), default_rubric()) == Decimal(mark)


@pytest.mark.parametrize(
    ("maximum", "step", "level", "mark"),
    [
        ("10", "1", 1, "3"),  # 2.5 goes up
        ("10", "0.25", 1, "2.5"),
        ("100", "1", 1, "25"),
        ("1", "0.1", 1, "0.3"),  # 0.25 goes up, in decimals, not in binary fractions
        ("10", "3", 4, "10"),  # the maximum is no multiple of the step, and full points still give it
        ("10", "4", 3, "8"),
        ("10", "7", 3, "7"),
    ],
)
def test_marks_are_rounded_half_up_to_the_step(maximum, step, level, mark):
    given_rubric = MarkingRubric.model_validate(
        {
            "title": "R",
            "maximum": maximum,
            "step": step,
            "rows": [
                {
                    "id": "a",
                    "title": "A",
                    "weight": 1,
                    "levels": [{"level": "good", "says": "", "points": number} for number in range(5)],
                }
            ],
        }
    )
    assert mark_of(review(a=level), given_rubric) == Decimal(mark)


@pytest.mark.parametrize(
    ("maximum", "step", "points", "mark"),
    [
        ("10", "0.125", 43, "5.38"),  # 5.375
        ("10", "0.001", 33, "4.13"),  # 4.125
        ("10.125", "0.5", 80, "10.12"),  # rounded half up it would be above the maximum
        ("10.125", "0.125", 0, "0"),
    ],
)
def test_a_mark_is_in_hundredths_whatever_the_step(maximum, step, points, mark):
    fine = rubric([("a", "1", (0, points, 80))], maximum=maximum, step=step)
    found = mark_of(review(a=1), fine)
    assert found == in_hundredths(found) == Decimal(mark)
    assert found <= fine.maximum


def test_a_mark_set_by_hand_is_in_hundredths_wherever_it_came_from():
    own = Review(student="s", override=Decimal("7.125"))
    assert mark_of(own, default_rubric()) == Decimal("7.13")


def test_rows_count_by_their_weight():
    weighted = rubric([("a", "3", (0, 1)), ("b", "1", (0, 1)), ("c", "0", (0, 1))], maximum="100", step="1")
    assert mark_of(review(a=1, b=0), weighted) == 75
    assert unrated(review(a=1), weighted) == ("b",)


@pytest.mark.parametrize("levels", [{}, {"journey": 3}, FULL | {"fit": 4}, FULL | {"fit": -1}])
def test_there_is_no_mark_as_long_as_a_row_is_not_rated(levels):
    assert mark_of(review(**levels), default_rubric()) is None


def test_the_reviewers_own_mark_wins_and_the_sum_is_still_known():
    own = review(**FULL).model_copy(update={"override": Decimal("4.25")})
    assert mark_of(own, default_rubric()) == Decimal("4.25")
    assert computed_mark(own, default_rubric()) == 10
    assert mark_of(Review(student="s", override=Decimal(0)), default_rubric()) == 0


def test_changing_the_rubric_changes_every_mark():
    rated = review(**FULL | {"journey": 0})
    heavier = default_rubric().rows[0].model_copy(update={"weight": Decimal(6)})
    changed = default_rubric().model_copy(update={"rows": (heavier, *default_rubric().rows[1:])})
    assert mark_of(rated, default_rubric()) == 8
    assert mark_of(rated, changed) == 4


@settings(deadline=None)
@given(st.lists(st.integers(0, 3), min_size=5, max_size=5), st.sampled_from(["0.01", "0.1", "0.5", "1", "3"]))
def test_a_mark_is_near_the_exact_share_and_within_the_maximum(levels, step):
    stepped = default_rubric().model_copy(update={"step": Decimal(step)})
    mark = mark_of(review(**dict(zip(FULL, levels, strict=True))), stepped)
    exact = Decimal(10) * sum(levels) / 15
    assert 0 <= mark <= 10
    assert abs(mark - exact) <= Decimal(step) / 2 + Decimal("1e-20")


@pytest.mark.parametrize(
    ("mark", "told"), [("10.0", "10"), ("7.50", "7.5"), ("0", "0"), ("1E+2", "100"), ("0.0", "0"), ("100", "100")]
)
def test_marks_are_shown_without_zeros_at_their_end(mark, told):
    assert shown(Decimal(mark)) == told
    assert shown(Decimal(mark), ",") == told.replace(".", ",")


def test_no_mark_is_shown_as_nothing():
    assert shown(None) == ""


@pytest.mark.parametrize("field", ["maximum", "step"])
def test_a_number_with_a_million_decimals_is_refused_before_anybody_reckons_with_it(field):
    with pytest.raises(ValidationError, match="decimal places"):
        MarkingRubric.model_validate(default_rubric().model_dump() | {field: Decimal("1E-999999")})
