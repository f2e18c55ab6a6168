"""The state behind the pages: loaded before any field, saved at every end, undone with fields drawn afresh."""

import os
from datetime import UTC, datetime
from itertools import count

import pytest
from streamlit.testing.v1 import AppTest

from canvas.errors import StoreError
from canvas.models.workbook import Workbook
from canvas.store.records import SentText
from canvas.ui.state import Key
from canvas.writing.field_paths import written
from canvas.writing.titles import as_copy

from .conftest import NOW


def page():
    """A page with one field, as the frame runs it."""
    import streamlit as st

    from canvas.errors import InputError
    from canvas.ui import history, session, state
    from canvas.writing.edits import set_title

    def typed(key):
        state.change(set_title(state.workbook(), st.session_state[key]))

    session.open_session()
    try:
        key = f"title@{state.epoch()}"
        st.caption(state.document())
        if not st.checkbox("Hide"):
            st.text_input("Title", state.workbook().title, key=key, on_change=typed, args=(key,))
        st.button("Undo", on_click=history.undo)
        st.button("Redo", on_click=history.redo)
        st.button("Newer", on_click=session.take_newer)
        st.button("Mine", on_click=session.keep_mine)
        if st.button("Stop"):
            state.change(set_title(state.workbook(), "changed, then stopped"))
            st.stop()
        if st.button("Fail"):
            state.change(set_title(state.workbook(), "changed, then failed"))
            raise InputError("It failed.")
        if st.button("Build"):
            state.change(set_title(state.workbook(), "built"), reason="build")
            st.rerun()
    finally:
        state.end_run()


@pytest.fixture
def tab(browser):
    """Open the page in another tab of the same browser."""
    return lambda: AppTest.from_function(page, default_timeout=20).run()


def button(app, label):
    return next(found for found in app.button if found.label == label)


def titles(store, workspace):
    return [entry.title for entry in store.workbooks(workspace)]


def test_what_is_typed_is_saved_and_found_again_in_a_new_session(store, workspace, tab):
    app = tab()
    app.text_input[0].set_value("Café Lumen").run()
    assert titles(store, workspace) == ["Café Lumen"]
    assert tab().text_input[0].value == "Café Lumen"


def test_looking_alone_saves_nothing(store, workspace, tab):
    app = tab()
    app.run()
    assert titles(store, workspace) == []


@pytest.mark.parametrize(("label", "kept"), [("Stop", "changed, then stopped"), ("Fail", "changed, then failed")])
def test_a_change_is_saved_when_the_page_stops_or_fails(store, workspace, tab, label, kept):
    app = tab()
    button(app, label).click().run()
    assert titles(store, workspace) == [kept]


def test_undo_and_redo_walk_many_steps_and_draw_the_field_afresh(store, workspace, tab):
    app = tab()
    for title in ("one", "two", "three"):
        app.text_input[0].set_value(title).run()
    seen = []
    for label in ("Undo", "Undo", "Undo", "Undo", "Redo", "Redo", "Redo", "Redo"):
        button(app, label).click().run()
        seen.append(app.text_input[0].value)
    assert seen == ["two", "one", "", "", "one", "two", "three", "three"]
    assert titles(store, workspace) == ["three"]


def test_typing_keeps_the_fields_and_a_built_text_renews_them(tab):
    app = tab()
    before = app.session_state[Key.EPOCH]
    app.text_input[0].set_value("typed").run()
    assert app.session_state[Key.EPOCH] == before
    button(app, "Build").click().run()
    assert app.session_state[Key.EPOCH] > before
    assert app.text_input[0].value == "built"


def test_a_reload_keeps_the_epoch_so_that_text_in_the_browser_is_not_dropped(tab):
    app = tab()
    app.text_input[0].set_value("typed").run()
    button(app, "Undo").click().run()
    assert tab().session_state[Key.EPOCH] == app.session_state[Key.EPOCH]


def test_a_tab_that_only_looks_takes_what_another_tab_saved(tab):
    first, second = tab(), tab()
    first.text_input[0].set_value("from the first").run()
    third = tab()
    first.text_input[0].set_value("from the first, again").run()
    assert third.run().text_input[0].value == "from the first, again"
    assert second.text_input[0].value == ""


@pytest.fixture
def conflict(tab):
    """Two tabs changed the same plan; the second one was too late."""
    first = tab()
    first.text_input[0].set_value("beginning").run()
    second = tab()
    first.text_input[0].set_value("from the first").run()
    second.text_input[0].set_value("from the second").run()
    assert second.session_state[Key.CONFLICT]
    return second


def test_the_later_of_two_tabs_may_take_the_newer_version(store, workspace, conflict):
    button(conflict, "Newer").click().run()
    assert conflict.text_input[0].value == "from the first"
    assert not conflict.session_state[Key.CONFLICT]
    assert set(titles(store, workspace)) == {"from the first", "from the second (my copy)"}


def test_the_later_of_two_tabs_may_keep_its_own_as_a_new_plan(store, workspace, conflict):
    button(conflict, "Mine").click().run()
    assert conflict.text_input[0].value == "from the second"
    assert set(titles(store, workspace)) == {"from the first", "from the second (my copy)"}


def test_an_undecided_conflict_overwrites_nothing_and_keeps_what_is_typed_on(store, workspace, tab, conflict):
    assert set(titles(store, workspace)) == {"from the first", "from the second (my copy)"}
    conflict.text_input[0].set_value("from the second, more").run()
    assert set(titles(store, workspace)) == {"from the first", "from the second, more"}
    assert tab().text_input[0].value == "from the first"  # a reload shows the other one; mine is in the list


@pytest.mark.parametrize("leave", ["begin", "open", "delete"])
def test_whatever_a_student_does_with_an_undecided_conflict_loses_nothing(store, workspace, conflict, leave):
    def away(leave):
        from canvas.ui import plans, session

        session.open_session()
        if leave == "begin":
            plans.new_plan()
        else:
            [other] = [entry for entry in plans.plans() if entry.title == "from the first"]
            plans.open_plan(other.id) if leave == "open" else plans.delete_plan(other)

    leaving = AppTest.from_function(away, args=(leave,), default_timeout=20)
    for key in Key:
        if key in conflict.session_state:
            leaving.session_state[key] = conflict.session_state[key]
    assert not leaving.run().exception
    assert "from the second (my copy)" in titles(store, workspace)


def test_what_is_written_in_a_plan_that_another_tab_deleted_stays_as_a_copy(store, workspace, tab):
    first = tab()
    first.text_input[0].set_value("beginning").run()
    [entry] = store.workbooks(workspace)
    store.delete(workspace, entry.id, NOW)
    first.text_input[0].set_value("written on").run()
    assert titles(store, workspace) == ["written on (my copy)"]
    assert first.session_state[Key.CONFLICT]
    assert first.text_input[0].value == "written on"
    button(first, "Mine").click().run()
    assert tab().text_input[0].value == "written on (my copy)"


def test_undo_after_another_tab_saved_shows_what_the_other_one_made(store, workspace, tab):
    first = tab()
    first.text_input[0].set_value("one").run()
    second = tab()
    first.text_input[0].set_value("two").run()
    button(second, "Undo").click().run()
    assert second.text_input[0].value == "two"
    assert titles(store, workspace) == ["two"]


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no file that is open")
@pytest.mark.parametrize("typed", ["", " and more"])
def test_a_store_deleted_under_the_running_server_keeps_the_plan_and_says_so(
    store, workspace, tab, tmp_path, typed
):
    app, other = tab(), None
    app.text_input[0].set_value("mine").run()
    other = tab()
    (tmp_path / "canvas.sqlite3").unlink()
    app.text_input[0].set_value(f"mine{typed}").run()
    assert titles(store, workspace) == [f"mine{typed}"]
    assert app.session_state[Key.LOST]
    other.run()  # the other tab of the same browser shows a text too: it must not empty itself
    assert other.text_input[0].value == "mine"


@pytest.fixture
def types(store, workspace):
    """Let the route keep a text, as the editor in the browser sends it: `types(app, "We call.")`."""
    counted = count(1)

    def typing(app, text, field="draft.text", seen=""):
        sent = SentText(
            document=app.caption[0].value,
            field=field,
            text=text,
            seen=seen,
            editor="editor-one",
            sequence=next(counted),
        )
        return store.save_text(workspace, sent, datetime.now(UTC))

    return typing


def test_what_is_typed_while_the_page_changes_another_field_asks_nothing(store, workspace, tab, types):
    app = tab()
    app.text_input[0].set_value("Café Lumen").run()
    before = app.session_state[Key.EPOCH]
    for text in ("We", "We call", "We call."):
        types(app, text)
        app.text_input[0].set_value(f"Café Lumen, {text}").run()
    [entry] = store.workbooks(workspace)
    kept = store.load(workspace, entry.id).workbook
    assert (kept.title, kept.draft.text) == ("Café Lumen, We call.", "We call.")
    assert app.session_state[Key.WORKBOOK] == kept
    assert not app.session_state[Key.CONFLICT]
    assert app.session_state[Key.EPOCH] == before


def test_a_text_typed_before_anything_else_is_the_plan_of_this_page(store, workspace, tab, types):
    app = tab()
    types(app, "We call.")
    app.text_input[0].set_value("Café Lumen").run()
    assert titles(store, workspace) == ["Café Lumen"]
    assert app.session_state[Key.WORKBOOK].draft.text == "We call."
    assert tab().session_state[Key.WORKBOOK].draft.text == "We call."


def test_undo_takes_a_burst_of_typing_back_and_redo_brings_it_again(tab, types):
    app = tab()
    app.text_input[0].set_value("Café Lumen").run()
    for text in ("We", "We call", "We call."):
        types(app, text)
    drafts = []
    for label in ("Undo", "Redo", "Undo", "Undo"):
        button(app, label).click().run()
        drafts.append((app.text_input[0].value, app.session_state[Key.WORKBOOK].draft.text))
    assert drafts == [("Café Lumen", ""), ("Café Lumen", "We call."), ("Café Lumen", ""), ("", "")]


def test_a_page_and_another_tab_that_change_different_fields_are_joined(store, workspace, tab):
    app = tab()
    app.text_input[0].set_value("Café Lumen").run()
    [entry] = store.workbooks(workspace)
    other = written(store.load(workspace, entry.id).workbook, "venture.offer", "Coffee")
    store.save(workspace, entry.id, other, entry.revision, NOW)
    before = app.session_state[Key.EPOCH]
    app.text_input[0].set_value("Café Lumière").run()
    kept = store.load(workspace, entry.id).workbook
    assert (kept.title, kept.venture.offer) == ("Café Lumière", "Coffee")
    assert app.session_state[Key.EPOCH] > before  # its fields show what the other tab wrote
    assert app.text_input[0].value == "Café Lumière"
    assert not app.session_state[Key.CONFLICT]


def test_what_is_typed_in_a_plan_that_another_tab_deleted_is_what_the_page_goes_on_with(
    store, workspace, tab, types
):
    app = tab()
    app.text_input[0].set_value("Café Lumen").run()
    [entry] = store.workbooks(workspace)
    store.delete(workspace, entry.id, NOW)
    types(app, "We call.")
    app.run()
    assert titles(store, workspace) == ["Café Lumen (my copy)"]
    assert app.session_state[Key.WORKBOOK].draft.text == "We call."
    assert app.session_state[Key.CONFLICT] == entry.id


def test_the_title_of_a_copy_is_always_a_title():
    for title in ("", "x" * 80, "A plan", "A plan (my copy)"):
        assert as_copy(Workbook(title=title)).title.endswith(" (my copy)")
    assert as_copy(Workbook(title="A plan (my copy)")).title == "A plan (my copy)"


def test_a_store_that_fails_is_reported_and_the_text_stays(store, workspace, tab, monkeypatch):
    app = tab()
    app.text_input[0].set_value("kept").run()

    def full(*arguments):
        raise StoreError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(type(store), "save", full)
        app.text_input[0].set_value("not yet saved").run()
        assert app.session_state[Key.SAVE_PROBLEM].what == "The disk is full."
        assert app.text_input[0].value == "not yet saved"
    app.run()
    assert app.session_state[Key.SAVE_PROBLEM] is None
    assert titles(store, workspace) == ["not yet saved"]


def test_a_browser_without_a_cookie_works_in_a_new_workspace(store, workspace, browser, monkeypatch):
    from canvas.ui import session

    store.create(workspace, Workbook(title="of somebody else"), NOW)
    monkeypatch.setattr(session, "named_workspace", lambda: None)
    app = AppTest.from_function(page, default_timeout=20).run()
    assert app.text_input[0].value == ""
    assert app.session_state[Key.NO_COOKIE]
    assert app.session_state[Key.WORKSPACE] != workspace
    assert not store.has_workspace(app.session_state[Key.WORKSPACE])


def test_a_missing_field_never_empties_the_plan(store, workspace, tab):
    app = tab()
    app.text_input[0].set_value("kept").run()
    app.checkbox[0].check().run()
    app.checkbox[0].uncheck().run()
    assert titles(store, workspace) == ["kept"]
    assert app.text_input[0].value == "kept"
