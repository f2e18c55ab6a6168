"""Reviews: one for each student and reviewer, nothing overwritten unseen, and a bank of comments."""

import signal
import threading
from decimal import Decimal

import pytest

from canvas.errors import InputError, StaleRevisionError
from canvas.models.review import BankComment, Review, ReviewComment, ReviewState, Skipped
from canvas.models.vocabulary import Mistake
from canvas.store.store import open_store

from .conftest import NOON
from .test_schema import python


@pytest.fixture
def batch(store, make_batch, rubric):
    made = make_batch(3)
    store.create_batch(made, {}, rubric, NOON)
    return made.id


def full(student="s1", reviewer="Ada"):
    comment = ReviewComment(id="c1", says="Who calls?", quote="We call", start=0, end=7, bank="b1")
    remark = ReviewComment(id="c2", says="And then?", mistake=Mistake.NO_AFTER_SALES)
    return Review(
        student=student,
        reviewer=reviewer,
        levels={"journey": 2, "fit": 0},
        override=Decimal("7.25"),
        comments=(comment, remark),
        summary="Good work.\n\nGo on — “so”.",
        private_note="Ask a colleague.",
        state=ReviewState.REVIEWED,
    )


def test_a_review_that_nobody_wrote_is_empty(store, batch):
    assert store.review(batch, "s1", "Ada") == Review(student="s1", reviewer="Ada")


def test_a_review_comes_back_as_it_was_saved(store, batch, later):
    moment = later()
    saved = store.save_review(batch, full(), 0, moment)
    assert saved == full().model_copy(update={"revision": 1, "saved_at": moment})
    assert store.review(batch, "s1", "Ada") == saved
    assert store.reviews(batch) == (saved,)


def test_each_save_counts_one_revision(store, batch, later):
    first = store.save_review(batch, full(), 0, later())
    second = store.save_review(batch, first.model_copy(update={"summary": "Better."}), 1, later())
    assert (second.revision, store.review(batch, "s1", "Ada").summary) == (2, "Better.")


@pytest.mark.parametrize("base", [0, 2, 7])
def test_a_review_that_grew_from_another_one_overwrites_nothing(store, batch, later, base):
    kept = store.save_review(batch, full(), 0, later())
    with pytest.raises(StaleRevisionError, match="another tab"):
        store.save_review(batch, full().model_copy(update={"summary": "Lost?"}), base, later())
    assert store.review(batch, "s1", "Ada") == kept


def test_a_revision_cannot_be_invented_for_a_new_review(store, batch, later):
    with pytest.raises(StaleRevisionError):
        store.save_review(batch, full(), 3, later())
    assert store.reviews(batch) == ()


def test_two_reviewers_of_one_student_both_keep_their_work(store, batch, later):
    ada = store.save_review(batch, full(reviewer="Ada"), 0, later())
    bob = store.save_review(batch, full(reviewer="Bob"), 0, later())
    assert store.reviews(batch) == (ada, bob)
    assert store.reviews(batch, "Bob") == (bob,)
    assert store.reviews(batch, "Cid") == ()


def test_of_two_saves_in_the_same_moment_one_wins_and_the_other_is_told(store, batch, later):
    store.save_review(batch, full(), 0, later())
    gate, outcomes = threading.Barrier(2), []

    def save(words, moment):
        gate.wait()
        try:
            store.save_review(batch, full().model_copy(update={"summary": words}), 1, moment)
            outcomes.append(words)
        except StaleRevisionError:
            outcomes.append("stale")

    writers = [threading.Thread(target=save, args=(words, later())) for words in ("one", "two")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert "stale" in outcomes
    assert store.review(batch, "s1", "Ada").summary in outcomes
    assert store.review(batch, "s1", "Ada").revision == 2


def test_a_student_of_another_batch_is_refused(store, batch):
    with pytest.raises(InputError, match="not in the batch"):
        store.save_review(batch, full("s99"), 0, NOON)


def test_a_student_without_a_readable_text_can_be_reviewed(store, make_batch, rubric):
    made = make_batch(1, name="more", missing=(("m1", "Mia"),), skipped=(Skipped(path="x", why="?", key="s8"),))
    store.create_batch(made, {}, rubric, NOON)
    for student in ("m1", "s8"):
        assert store.save_review("more", Review(student=student, reviewer="Ada"), 0, NOON).revision == 1


def test_the_list_of_reviews_says_how_far_each_is(store, batch, later):
    saved = store.save_review(batch, full(), 0, later())
    store.save_review(batch, Review(student="s2", reviewer="Ada"), 0, later())
    found = [(entry.student, entry.reviewer, entry.state, entry.revision) for entry in store.review_entries(batch)]
    assert found == [("s1", "Ada", ReviewState.REVIEWED, 1), ("s2", "Ada", ReviewState.DRAFT, 1)]
    assert store.review_entries(batch)[0].saved_at == saved.saved_at


def test_nothing_is_saved_in_a_deleted_batch(store, batch):
    store.delete_batch(batch, NOON)
    with pytest.raises(StaleRevisionError, match="not here any more"):
        store.save_review(batch, full(), 0, NOON)


def test_the_bank_counts_the_reviews_that_hold_a_comment(store, batch, later):
    store.save_bank_comment(BankComment(id="b1", says="Who calls?", row="specific"))
    store.save_bank_comment(BankComment(id="b2", says="And after the sale?"))
    first = store.save_review(batch, full(), 0, later())
    store.save_review(batch, full("s2"), 0, later())
    assert [(one.id, one.row, one.used) for one in store.bank()] == [("b1", "specific", 2), ("b2", None, 0)]
    store.save_review(batch, first.model_copy(update={"comments": ()}), 1, later())
    assert store.bank()[0].used == 1


def test_a_comment_of_the_bank_can_be_changed_and_taken_out(store, batch, later):
    store.save_bank_comment(BankComment(id="b1", says="Who calls?"))
    saved = store.save_review(batch, full(), 0, later())
    store.save_bank_comment(BankComment(id="b1", says="Who exactly calls?", row="specific"))
    assert [(one.says, one.row, one.used) for one in store.bank()] == [("Who exactly calls?", "specific", 1)]
    store.delete_bank_comment("b1")
    assert store.bank() == ()
    assert store.review(batch, "s1", "Ada") == saved


def test_a_process_killed_while_saving_loses_no_saved_review(tmp_path, make_batch, rubric):
    script = """
        import sys
        from datetime import UTC, datetime
        from canvas.models.review import Review
        from canvas.store.store import open_store
        store, now = open_store(sys.argv[1]), datetime(2026, 3, 2, tzinfo=UTC)
        review = store.review("class", "s1", "Ada")
        while True:
            words = f"words {review.revision + 1}"
            review = store.save_review("class", review.model_copy(update={"summary": words}), review.revision, now)
            print(review.revision, flush=True)
    """
    url = f"sqlite:///{tmp_path / 'killed.sqlite3'}"
    opened = open_store(url)
    opened.create_batch(make_batch(1), {}, rubric, NOON)
    opened.close()
    process = python(script, url)
    for _ in range(25):
        told = int(process.stdout.readline())
    process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    rest = process.communicate(timeout=60)[0].split("\n")[:-1]
    told = int(rest[-1]) if rest else told
    again = open_store(url)
    found = again.review("class", "s1", "Ada")
    again.close()
    assert found.revision >= told
    assert found.summary == f"words {found.revision}"
