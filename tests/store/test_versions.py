"""The history as a page shows it: names, words changed, one version's text, and the way back to it."""

from datetime import timedelta

import pytest

from canvas.errors import InputError, StaleRevisionError, StoreError
from canvas.models.workbook import Workbook
from canvas.store.workspaces import new_workspace_id

from .conftest import NOON


def plan_of(draft, offer="Coffee"):
    return Workbook(venture={"offer": offer}, draft={"text": draft})


@pytest.fixture
def saved(store, workspace, later):
    """A plan with three versions of its draft."""
    kept = store.create(workspace, plan_of("We call."), later())
    for draft in ("We call every guest.", "We write to every guest."):
        kept = store.save(workspace, kept.id, plan_of(draft, offer=draft[:5]), kept.revision, later())
    return kept


def test_versions_stand_newest_first_with_the_words_that_changed(store, workspace, saved):
    found = store.versions(workspace, saved.id)
    assert [one.number for one in found] == [3, 2, 1]
    assert [one.words_changed for one in found] == [3, 5, 3]
    assert {one.reason for one in found} == {"new", "edit"}


def test_a_page_asks_for_a_few_at_a_time(store, workspace, saved):
    first = store.versions(workspace, saved.id, limit=2)
    rest = store.versions(workspace, saved.id, limit=2, before=first[-1].number)
    assert [one.number for one in (*first, *rest)] == [3, 2, 1]
    assert (*first, *rest) == store.versions(workspace, saved.id)


def test_a_version_can_be_named_renamed_and_found_by_its_name(store, workspace, saved):
    store.name_version(workspace, saved.id, 2, " Before the interview\n")
    assert [(one.number, one.name) for one in store.versions(workspace, saved.id, named=True)] == [
        (2, "Before the interview")
    ]
    store.name_version(workspace, saved.id, 2, "")
    assert store.versions(workspace, saved.id, named=True) == ()
    with pytest.raises(InputError, match="too long"):
        store.name_version(workspace, saved.id, 2, "x" * 81)


def test_a_restored_draft_is_a_new_version_and_undo_takes_it_back(store, workspace, saved, later):
    assert store.version(workspace, saved.id, 1).draft.text == "We call."
    restored = store.restore_version(workspace, saved.id, 1, later())
    assert restored.workbook == plan_of("We call.", offer="We wr")
    assert restored.revision == 4
    assert store.versions(workspace, saved.id)[0].reason == "restore"
    assert store.undo(workspace, saved.id, 4, later()).workbook == saved.workbook


def test_a_whole_plan_can_be_restored_too(store, workspace, saved, later):
    assert store.restore_version(workspace, saved.id, 1, later(), only_draft=False).workbook == plan_of("We call.")


def test_versions_of_others_and_versions_that_are_gone_are_not_there(store, workspace, saved, later):
    stranger = new_workspace_id()
    for act in (
        lambda: store.versions(stranger, saved.id),
        lambda: store.version(stranger, saved.id, 1),
        lambda: store.name_version(stranger, saved.id, 1, "mine"),
        lambda: store.restore_version(stranger, saved.id, 1, later()),
    ):
        with pytest.raises(StaleRevisionError, match="not here"):
            act()
    with pytest.raises(StoreError, match="not kept any more"):
        store.version(workspace, saved.id, 99)


def test_a_code_opens_one_workspace_and_its_hash_gives_nothing_away(store, url, workspace):
    from sqlalchemy import create_engine, text

    code = store.make_resume_code(workspace, NOON)
    assert len(code.replace("-", "")) * 5 >= 80  # bits
    assert store.workspace_of_code(code.lower().replace("-", " ")) == workspace
    misread = code.replace("0", "O").replace("1", "l")
    assert store.workspace_of_code(misread) == workspace
    engine = create_engine(url)
    with engine.connect() as connection:
        rows = str(connection.execute(text("SELECT * FROM resume_codes")).all())
    engine.dispose()
    assert code not in rows
    assert code.replace("-", "") not in rows
    newer = store.make_resume_code(workspace, NOON + timedelta(minutes=1))
    assert store.workspace_of_code(code) is None
    store.revoke_resume_code(workspace)
    assert store.workspace_of_code(newer) is None
