"""Revisions are only ever added; undo and redo walk by adding copies; two writers never overwrite each other."""

import pytest
from sqlalchemy import create_engine, text

from canvas.errors import StaleRevisionError, StoreError
from canvas.models.workbook import CheckedDraft, Workbook
from canvas.store.revisions import CHECKED
from canvas.store.workspaces import new_workspace_id

pytestmark = pytest.mark.usefixtures("workspace")


@pytest.fixture
def typed(store, workspace, later, titled):
    """A plan saved five times, with the titles 1 to 5."""
    saved = store.create(workspace, titled("1"), later())
    for title in "2345":
        saved = store.save(workspace, saved.id, titled(title), saved.revision, later())
    return saved


def test_what_was_saved_is_loaded(store, workspace, later):
    workbook = Workbook(
        title="Käse & “Brot” 🧀 שלום", draft={"text": "<script>\n{{ 7*7 }} __class__ 5*3*2 " + "x" * 50_000}
    )
    moment = later()
    entry = store.create(workspace, workbook, moment)
    loaded = store.load(workspace, entry.id)
    assert loaded.workbook == workbook
    assert loaded.saved_at == moment
    assert loaded.revision == 1


def test_undo_walks_back_many_steps_and_stops_at_the_first(store, workspace, later, typed):
    titles = []
    while reached := store.undo(workspace, typed.id, typed.revision, later()):
        titles.append(reached.workbook.title)
        typed = reached
    assert titles == ["4", "3", "2", "1"]
    assert not typed.can_undo
    assert typed.can_redo


def test_redo_walks_forward_again_to_the_last_change(store, workspace, later, typed):
    for _ in range(3):
        typed = store.undo(workspace, typed.id, typed.revision, later())
    titles = []
    while reached := store.redo(workspace, typed.id, typed.revision, later()):
        titles.append(reached.workbook.title)
        typed = reached
    assert titles == ["3", "4", "5"]
    assert store.undo(workspace, typed.id, typed.revision, later()).workbook.title == "4"


def checked(store, workspace, saved, moment):
    """Remember a check of a plan, as a page does."""
    done = saved.workbook.model_copy(update={"checked": (CheckedDraft(text="A text", at=moment),)})
    return store.save(workspace, saved.id, done, saved.revision, moment, CHECKED)


def test_remembering_a_check_is_no_step_of_undo(store, workspace, later, typed):
    after = checked(store, workspace, typed, later())
    back = store.undo(workspace, typed.id, after.revision, later())
    assert (back.workbook.title, back.workbook.checked) == ("4", after.workbook.checked)
    again = store.redo(workspace, typed.id, back.revision, later())
    assert (again.workbook.title, again.workbook.checked) == ("5", after.workbook.checked)


def test_remembering_a_check_ends_no_redo(store, workspace, later, typed):
    back = store.undo(workspace, typed.id, typed.revision, later())
    after = checked(store, workspace, back, later())
    assert store.redo(workspace, typed.id, after.revision, later()).workbook.title == "5"


def test_a_change_after_undo_ends_redo_but_not_undo(store, workspace, later, titled, typed):
    back = store.undo(workspace, typed.id, typed.revision, later())
    new = store.save(workspace, typed.id, titled("another"), back.revision, later())
    assert not new.can_redo
    assert store.redo(workspace, typed.id, new.revision, later()) is None
    assert store.undo(workspace, typed.id, new.revision, later()).workbook.title == "4"


def test_the_history_only_grows(store, url, workspace, later, titled, typed):
    def rows():
        engine = create_engine(url)
        with engine.connect() as connection:
            query = text("SELECT number, content FROM revisions WHERE workbook_id = :id ORDER BY number")
            found = [tuple(row) for row in connection.execute(query, {"id": typed.id})]
        engine.dispose()
        return found

    before = rows()
    back = store.undo(workspace, typed.id, typed.revision, later())
    forward = store.redo(workspace, typed.id, back.revision, later())
    store.save(workspace, typed.id, titled("6"), forward.revision, later())
    after = rows()
    assert after[: len(before)] == before
    assert len(after) == len(before) + 3
    reasons = [revision.reason for revision in store.versions(workspace, typed.id, limit=1_000)[::-1]]
    assert reasons == ["new", "edit", "edit", "edit", "edit", "undo", "redo", "edit"]


def test_the_second_of_two_writers_is_told_and_writes_nothing(store, workspace, later, titled, typed):
    store.save(workspace, typed.id, titled("from the first tab"), typed.revision, later())
    with pytest.raises(StaleRevisionError, match="another tab"):
        store.save(workspace, typed.id, titled("from the second tab"), typed.revision, later())
    with pytest.raises(StaleRevisionError):
        store.undo(workspace, typed.id, typed.revision, later())
    assert store.load(workspace, typed.id).workbook.title == "from the first tab"
    assert len(store.versions(workspace, typed.id, limit=1_000)[::-1]) == 6


def test_a_plan_of_another_workspace_is_not_there(store, later, titled, typed):
    stranger = new_workspace_id()
    for act in (
        lambda: store.load(stranger, typed.id),
        lambda: store.save(stranger, typed.id, titled("mine now"), typed.revision, later()),
        lambda: store.undo(stranger, typed.id, typed.revision, later()),
        lambda: store.select(stranger, typed.id),
        lambda: store.delete(stranger, typed.id, later()),
        lambda: store.restore(stranger, typed.id),
        lambda: store.versions(stranger, typed.id, limit=1_000)[::-1],
    ):
        with pytest.raises(StoreError, match="not here"):
            act()


def test_a_plan_that_cannot_be_read_says_so_and_what_to_do(store, url, workspace, typed):
    engine = create_engine(url)
    with engine.begin() as connection:
        change = "UPDATE revisions SET content = '{\"schema_number\": 99}' WHERE workbook_id = :id"
        connection.execute(text(change), {"id": typed.id})
    engine.dispose()
    with pytest.raises(StoreError, match="cannot be read") as caught:
        store.load(workspace, typed.id)
    assert "newer version" in caught.value.mend
