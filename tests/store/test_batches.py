"""Batches: they come back whole, one student is read alone, a deleted one can be brought back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from canvas.errors import InputError, StaleRevisionError, StoreError
from canvas.models.finding import Report
from canvas.models.intake import Origin
from canvas.models.review import Platform, Review, ReviewState, Skipped
from canvas.models.workbook import Objection, Workbook

from .conftest import NOON


@pytest.fixture
def batch(store, make_batch, rubric):
    made = make_batch(
        3,
        skipped=(Skipped(path="a.exe", why="This is a program.", key="s8", name="Sam"),),
        ignored=("desktop.ini",),
        missing=(("m1", "Mia O’Neil"), ("m2", "李雷")),
    )
    store.create_batch(made, {"s1/plan.md": b"\x00one", "s2/plan.md": b"two"}, rubric, NOON)
    return made


def report(text):
    return Report(text=text, works=(), types=(), stages=(), findings={})


def keep_reports(store, batch, checker):
    store.save_reports(batch.id, checker, [(one, report(one.text)) for one in batch.submissions])


def test_a_batch_comes_back_as_it_was_kept(store, batch):
    assert store.batch(batch.id) == batch
    assert store.batch_head(batch.id) == batch.model_copy(update={"submissions": ()})


def test_one_student_is_read_alone(store, batch):
    assert store.submission(batch.id, "s2") == batch.submissions[1]
    with pytest.raises(InputError, match="handed in nothing"):
        store.submission(batch.id, "s9")


def test_files_are_kept_as_they_came(store, batch):
    assert store.original(batch.id, "s1/plan.md") == b"\x00one"
    with pytest.raises(InputError, match="not in the batch"):
        store.original(batch.id, "s1/other.md")


def test_a_path_of_any_length_and_script_is_kept(store, make_batch, rubric):
    path = "ünï/" + "長い" * 5_000
    store.create_batch(make_batch(1, path=path), {path: b"here"}, rubric, NOON)
    assert store.original("class", path) == b"here"


def test_the_list_of_students_says_what_a_table_shows(store, make_batch, rubric, submitted):
    objecting = Workbook(objections=(Objection(mistake="too_general", because="It names Tom."),))
    late = submitted("s7", "We call after two weeks.", late=True, workbook=objecting, origin=Origin.EDITED)
    store.create_batch(make_batch(0, more=(late,)), {}, rubric, NOON)
    (entry,) = store.submissions("class")
    assert (entry.key, entry.late, entry.words, entry.origin, entry.objections) == (
        "s7",
        True,
        5,
        Origin.EDITED,
        1,
    )


def test_the_list_of_batches_counts(store, batch, make_batch, rubric):
    store.create_batch(make_batch(1, name="older", late=True), {}, rubric, NOON - timedelta(days=1))
    for student, reviewer, state in (
        ("s1", "Ada", ReviewState.RELEASED),
        ("s1", "Bob", ReviewState.DRAFT),
        ("s2", "Ada", ReviewState.REVIEWED),
        ("m1", "Ada", ReviewState.DRAFT),
    ):
        store.save_review(batch.id, Review(student=student, reviewer=reviewer, state=state), 0, NOON)
    newest, older = store.batches()
    assert (newest.id, newest.submissions, newest.skipped, newest.missing, newest.late) == ("class", 3, 1, 2, 0)
    assert (newest.drafts, newest.reviewed, newest.released) == (1, 1, 1)
    assert (older.id, older.late, older.drafts) == ("older", 1, 0)


def test_an_id_is_given_once(store, batch, rubric):
    with pytest.raises(StoreError, match="here already"):
        store.create_batch(batch, {}, rubric, NOON)


def test_a_deleted_batch_comes_back_with_everything(store, batch):
    saved = store.save_review(batch.id, Review(student="s1"), 0, NOON)
    store.delete_batch(batch.id, NOON)
    assert store.batches() == ()
    assert [entry.id for entry in store.batches(deleted=True)] == ["class"]
    with pytest.raises(StaleRevisionError, match="not here any more"):
        store.batch(batch.id)
    store.restore_batch(batch.id)
    assert store.batch(batch.id) == batch
    assert store.reviews(batch.id) == (saved,)
    assert store.original(batch.id, "s2/plan.md") == b"two"


def test_a_batch_deleted_for_thirty_days_is_removed_for_good(store, batch, make_batch, rubric):
    store.delete_batch(batch.id, NOON)
    store.create_batch(make_batch(1, name="soon"), {}, rubric, NOON + timedelta(days=29))
    assert [entry.id for entry in store.batches(deleted=True)] == ["class"]
    store.create_batch(make_batch(1, name="late"), {}, rubric, NOON + timedelta(days=31))
    assert store.batches(deleted=True) == ()
    with pytest.raises(StaleRevisionError):
        store.restore_batch(batch.id)


def test_an_erased_batch_leaves_nothing(store, batch, rubric):
    store.save_review(batch.id, Review(student="s1"), 0, NOON)
    keep_reports(store, batch, "1")
    store.erase_batch(batch.id)
    store.create_batch(batch, {}, rubric, NOON)
    assert store.reviews(batch.id) == ()
    assert store.reports(batch.id, "1") == {}
    with pytest.raises(InputError):
        store.original(batch.id, "s1/plan.md")


def test_another_upload_keeps_reviews_and_changes_only_what_is_new(store, batch, submitted):
    saved = store.save_review(batch.id, Review(student="s2"), 0, NOON)
    keep_reports(store, batch, "1")
    changed, added = submitted("s2", "We visit every hotel.", digest="2"), submitted("m1", "New here.")
    upload = batch.model_copy(update={"submissions": (changed, added), "title": "Again", "skipped": ()})
    before, after = store.add_upload(batch.id, upload, {"s2/plan.md": b"newer", "m1/plan.md": b"added"})
    assert before == batch
    assert store.batch(batch.id) == after
    assert [one.text for one in after.submissions] == [
        batch.submissions[0].text,
        "We visit every hotel.",
        batch.submissions[2].text,
        "New here.",
    ]
    assert (after.title, after.missing) == (batch.title, (("m2", "李雷"),))
    assert store.reviews(batch.id) == (saved,)
    assert store.original(batch.id, "s2/plan.md") == b"newer"
    assert store.original(batch.id, "s1/plan.md") == b"\x00one"
    assert set(store.reports(batch.id, "1")) == {"s1", "s3"}


def test_files_that_no_student_has_any_more_go(store, batch, submitted):
    other = submitted("s1", "In another file.", path="s1/other.md", digest="2")
    store.add_upload(batch.id, batch.model_copy(update={"submissions": (other,)}), {"s1/other.md": b"new"})
    with pytest.raises(InputError):
        store.original(batch.id, "s1/plan.md")
    assert store.original(batch.id, "s1/other.md") == b"new"
    assert store.original(batch.id, "s2/plan.md") == b"two"


def test_uploads_at_the_same_time_bring_in_everybody(store, batch, submitted):
    together = Barrier(4)

    def upload(number):
        new = submitted(f"n{number}", f"We call customer {number}.")
        together.wait()
        store.add_upload(
            batch.id, batch.model_copy(update={"submissions": (new,)}), {f"n{number}/plan.md": b"new"}
        )

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(upload, range(4)))
    kept = [one.key for one in store.submissions(batch.id)]
    assert kept[:3] == ["s1", "s2", "s3"]
    assert sorted(kept[3:]) == ["n0", "n1", "n2", "n3"]
    assert all(store.original(batch.id, f"n{number}/plan.md") == b"new" for number in range(4))


def test_an_upload_of_another_platform_changes_nothing(store, batch, submitted):
    upload = batch.model_copy(update={"submissions": (submitted("n1", "New."),), "platform": Platform.CANVAS})
    with pytest.raises(InputError, match="from Canvas, the batch from Moodle"):
        store.add_upload(batch.id, upload, {"n1/plan.md": b"new"})
    assert store.batch(batch.id) == batch


def test_every_upload_has_a_sign_of_its_own(store, batch, make_batch, rubric):
    signs = [store.upload_of(batch.id)]
    for _ in range(2):
        store.add_upload(batch.id, batch, {})
        signs.append(store.upload_of(batch.id))
    store.create_batch(make_batch(1, name="other"), {}, rubric, NOON)
    signs.append(store.upload_of("other"))
    assert all(signs)
    assert len(set(signs)) == 4
    store.save_brief(batch.id, "Two segments.")
    assert store.upload_of(batch.id) == signs[2]


def test_reports_of_another_checker_are_not_believed(store, batch, submitted):
    store.save_reports(
        batch.id,
        "1",
        [(batch.submissions[0], report("We call.")), (submitted("stranger", "x"), report("x"))],
    )
    assert store.reports(batch.id, "1") == {"s1": report("We call.")}
    assert store.reports(batch.id, "2") == {}
    store.save_reports(batch.id, "2", [(batch.submissions[0], report("Newer."))])
    assert store.reports(batch.id, "2") == {"s1": report("Newer.")}
    assert store.reports(batch.id, "1") == {}


@pytest.mark.parametrize(
    "newer", [{"text": "We visit every hotel."}, {"workbook": Workbook(title="Another plan")}]
)
def test_a_report_on_a_work_that_was_handed_in_again_is_not_kept(store, batch, submitted, newer):
    checked = batch.submissions[1]
    again = submitted("s2", **{"text": checked.text, "digest": "2", **newer})
    store.add_upload(batch.id, batch.model_copy(update={"submissions": (again,)}), {"s2/plan.md": b"new"})
    store.save_reports(batch.id, "1", [(checked, report("old")), (batch.submissions[0], report("still true"))])
    assert store.reports(batch.id, "1") == {"s1": report("still true")}


def test_a_rubric_changes_for_its_batch(store, batch, rubric):
    new = rubric.model_copy(update={"title": "Stricter"})
    store.save_rubric(batch.id, new, seen=rubric)
    assert store.rubric(batch.id) == new
    with pytest.raises(StaleRevisionError, match="rubric was changed"):
        store.save_rubric(batch.id, rubric.model_copy(update={"title": "Milder"}), seen=rubric)
    assert store.rubric(batch.id) == new


def test_a_brief_is_kept_with_its_batch_and_stays_after_another_upload(store, make_batch, rubric):
    made = make_batch(2)
    store.create_batch(made, {}, rubric, NOON)
    store.save_brief(made.id, "Two segments, three stages.")
    read = store.batch(made.id)
    assert read == made.model_copy(update={"brief": "Two segments, three stages."})
    store.add_upload(made.id, made, {})  # read before the brief was written
    assert store.batch_head(made.id).brief == "Two segments, three stages."


def test_a_brief_of_another_reviewer_is_not_overwritten_unseen(store, make_batch, rubric):
    made = make_batch(1)
    store.create_batch(made, {}, rubric, NOON)
    store.save_brief(made.id, "First.")
    with pytest.raises(StaleRevisionError, match="brief was changed"):
        store.save_brief(made.id, "Second.", seen="")
    assert store.batch_head(made.id).brief == "First."
