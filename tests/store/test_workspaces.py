"""A workspace belongs to one browser: it has its own plans, knows the current one, and forgets nothing."""

import pytest

from canvas.errors import StaleRevisionError, StoreError
from canvas.models.workbook import Workbook
from canvas.store.store import open_store
from canvas.store.workspaces import new_workspace_id


def test_ids_of_workspaces_are_long_random_and_fit_into_a_cookie():
    names = {new_workspace_id() for _ in range(20)}
    assert len(names) == 20
    assert all(len(name) >= 22 and name.replace("-", "").replace("_", "").isalnum() for name in names)


def test_a_workspace_is_kept_from_the_first_save_on(store, workspace, later, titled):
    assert store.workspace(workspace).selected is None
    assert store.workbooks(workspace) == ()
    assert store.answer(workspace, "boomer_games") == ""
    assert not store.has_workspace(workspace)
    store.create(workspace, titled("x"), later())
    assert store.has_workspace(workspace)


@pytest.mark.parametrize(
    "first_save",
    [
        lambda store, workspace, now: store.save_answer(workspace, "a_case", "x", "", now),
        lambda store, workspace, now: store.save_attempt(workspace, "a_case", "x", now),
        lambda store, workspace, now: store.next_epoch(workspace, now),
    ],
)
def test_whatever_is_saved_first_keeps_the_workspace(store, workspace, later, first_save):
    first_save(store, workspace, later())
    assert store.has_workspace(workspace)


def test_the_newest_plan_is_selected_and_another_can_be(store, workspace, later, titled):
    first = store.create(workspace, titled("first"), later())
    second = store.create(workspace, titled("second"), later())
    assert store.workspace(workspace).selected == second.id
    assert store.select(workspace, first.id).workbook.title == "first"
    assert store.workspace(workspace).selected == first.id
    store.unselect(workspace)
    assert store.workspace(workspace).selected is None


def test_plans_are_listed_with_the_newest_first_under_a_name_people_know(store, workspace, later):
    store.create(workspace, Workbook(), later())
    store.create(workspace, Workbook(venture={"name": "Café Lumen"}), later())
    store.create(workspace, Workbook(title="My plan", venture={"name": "Café Lumen"}), later())
    assert [entry.title for entry in store.workbooks(workspace)] == ["My plan", "Café Lumen", "Untitled plan"]


def test_a_text_without_a_plan_is_told_apart_until_a_plan_grows_around_it(store, workspace, later):
    text = Workbook(title="Text", draft={"text": "We call every guest."})
    saved = store.create(workspace, text, later(), select=False)
    assert store.workspace(workspace).selected is None
    assert [entry.only_text for entry in store.workbooks(workspace)] == [True]
    plan = text.model_copy(update={"venture": Workbook(venture={"name": "Café"}).venture})
    store.save(workspace, saved.id, plan, saved.revision, later())
    assert [entry.only_text for entry in store.workbooks(workspace)] == [False]


def test_a_deleted_plan_comes_back_with_its_whole_history(store, workspace, later, titled):
    saved = store.create(workspace, titled("1"), later())
    saved = store.save(workspace, saved.id, titled("2"), saved.revision, later())
    store.delete(workspace, saved.id, later())
    assert store.workbooks(workspace) == ()
    assert store.workspace(workspace).selected is None
    assert store.newest_revision(workspace, saved.id) == 0
    with pytest.raises(StoreError, match="not here"):
        store.load(workspace, saved.id)
    with pytest.raises(StaleRevisionError, match="not here"):
        store.save(workspace, saved.id, titled("3"), saved.revision, later())
    assert store.restore(workspace, saved.id).workbook.title == "2"
    assert store.workspace(workspace).selected == saved.id
    assert store.undo(workspace, saved.id, 2, later()).workbook.title == "1"


def test_the_epoch_only_grows_and_outlives_the_process(store, url, workspace, later):
    assert store.workspace(workspace).epoch == 0
    assert [store.next_epoch(workspace, later()) for _ in range(3)] == [1, 2, 3]
    again = open_store(url)
    assert again.workspace(workspace).epoch == 3
    again.close()


def test_answers_to_a_case_are_kept_and_attempts_are_never_changed(store, workspace, later):
    assert store.answer(workspace, "boomer_games") == ""
    store.save_answer(workspace, "boomer_games", "half an ans", "", later())
    store.save_answer(workspace, "boomer_games", "half an answer", "half an ans", later())
    assert store.answer(workspace, "boomer_games") == "half an answer"
    store.save_attempt(workspace, "boomer_games", "first", later())
    store.save_attempt(workspace, "boomer_games", "second", later())
    store.save_attempt(workspace, "another_case", "other", later())
    found = store.attempts(workspace, "boomer_games")
    assert [(attempt.number, attempt.answer) for attempt in found] == [(1, "first"), (2, "second")]
    stranger = new_workspace_id()
    assert store.attempts(stranger, "boomer_games") == ()
    assert store.answer(stranger, "boomer_games") == ""


def test_an_answer_to_a_case_is_never_written_over_one_its_writer_has_not_seen(store, workspace, later):
    store.save_answer(workspace, "boomer_games", "from the first tab", "", later())
    with pytest.raises(StaleRevisionError, match="another tab"):
        store.save_answer(workspace, "boomer_games", "", "something older", later())
    assert store.answer(workspace, "boomer_games") == "from the first tab"
