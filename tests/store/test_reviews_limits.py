"""A review that breaks a limit would hide its whole batch: it is never written."""

import pytest

from canvas.errors import InputError
from canvas.models import limits
from canvas.models.review import Review, ReviewComment

from .conftest import NOON

COMMENT = ReviewComment(id="c1", says="x")


@pytest.fixture
def batch(store, make_batch, rubric):
    made = make_batch(3)
    store.create_batch(made, {}, rubric, NOON)
    return made.id


@pytest.mark.parametrize(
    "changes",
    [
        {"comments": (COMMENT,) * (limits.COMMENTS + 1)},
        {"summary": "x" * (limits.FEEDBACK + 1)},
        {"private_note": "\ud800"},
        {"comments": (COMMENT.model_copy(update={"quote": "\ud800"}),)},
    ],
)
def test_a_review_that_could_not_be_read_again_is_never_written(store, batch, changes):
    with pytest.raises(InputError):
        store.save_review(batch, Review(student="s1").model_copy(update=changes), 0, NOON)
    assert store.reviews(batch) == ()
