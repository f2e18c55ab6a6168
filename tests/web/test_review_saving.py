"""A review that another window saves in the same moment: changed anew on top of that, or told as not saved."""

import pytest

from canvas.errors import InputError, StaleRevisionError
from canvas.web.review_saving import changed_review

from .conftest import NOW


@pytest.fixture
def between(desk, monkeypatch):
    """Let another window save a review in the next moments between reading and saving, so many times."""

    def so_often(times):
        read = desk.review
        left = [times]

        def review(batch_id, student, reviewer):
            found = read(batch_id, student, reviewer)
            if left[0]:
                left[0] -= 1
                theirs = found.model_copy(update={"private_note": f"{found.private_note}+"})
                desk.save_review(batch_id, theirs, found.revision, NOW)
            return found

        monkeypatch.setattr(desk, "review", review)

    return so_often


def closed(review):
    return review.model_copy(update={"summary": "Well done."})


@pytest.mark.parametrize("times", [0, 1, 2])
def test_what_another_window_saved_meanwhile_is_kept_beside_the_change(desk, between, times):
    between(times)
    before, after = changed_review(desk, "one", "k1", "", closed, NOW)
    assert (before.summary, after.summary, after.revision) == ("", "Well done.", times + 1)
    assert desk.review("one", "k1", "").private_note == "+" * times


def test_a_review_that_is_saved_elsewhere_again_and_again_is_left_alone_and_told(desk, between):
    between(3)
    assert changed_review(desk, "one", "k1", "", closed, NOW) is None
    assert desk.review("one", "k1", "").summary == ""


def test_what_changes_nothing_is_not_saved(desk):
    before, after = changed_review(desk, "one", "k1", "", lambda review: review, NOW)
    assert before == after
    assert desk.review("one", "k1", "").revision == 0


def test_a_change_that_is_refused_and_a_batch_that_is_gone_are_told(desk):
    def refused(review):
        raise InputError("No.")

    with pytest.raises(InputError):
        changed_review(desk, "one", "k1", "", refused, NOW)
    desk.delete_batch("one", NOW)
    with pytest.raises(StaleRevisionError):
        changed_review(desk, "one", "k1", "", closed, NOW)


def test_who_is_saved_elsewhere_again_and_again_is_counted_as_left_out(desk, reviewer, between):
    between(3)
    assert reviewer.post("/accept", mistake="one_type_for_all").json() == {"accepted": 2, "left_out": 1}
