"""The state behind the pages: loaded before any field, saved at every end, undone with fields drawn afresh."""

import pytest
from streamlit.testing.v1 import AppTest

from canvas.errors import StoreError
from canvas.models.workbook import Workbook
from canvas.ui.state import Key

from .conftest import NOW


def page():
    """A page with one field, as the frame runs it."""
    import streamlit as st

    from canvas.errors import InputError
    from canvas.ui import session, state
    from canvas.writing.edits import set_title

    def typed(key):
        state.change(set_title(state.workbook(), st.session_state[key]))

    session.open_session()
    try:
        key = f"title@{state.epoch()}"
        if not st.checkbox("Hide"):
            st.text_input("Title", state.workbook().title, key=key, on_change=typed, args=(key,))
        st.button("Undo", on_click=state.undo)
        st.button("Redo", on_click=state.redo)
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
        state.save()


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
    assert titles(store, workspace) == ["from the first"]


def test_the_later_of_two_tabs_may_keep_its_own_as_a_new_plan(store, workspace, conflict):
    button(conflict, "Mine").click().run()
    assert conflict.text_input[0].value == "from the second"
    assert set(titles(store, workspace)) == {"from the first", "from the second (my copy)"}


def test_an_undecided_conflict_overwrites_nothing(store, workspace, conflict):
    conflict.text_input[0].set_value("from the second, more").run()
    button(conflict, "Undo").click().run()
    assert titles(store, workspace) == ["from the first"]
    button(conflict, "Mine").click().run()
    assert "from the second, more (my copy)" in titles(store, workspace)


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


def test_a_browser_without_a_known_cookie_works_in_a_new_workspace(store, workspace, browser, monkeypatch):
    from canvas.ui import session

    store.create(workspace, Workbook(title="of somebody else"), NOW)
    monkeypatch.setattr(session, "named_workspace", lambda: "x" * 32)
    app = AppTest.from_function(page, default_timeout=20).run()
    assert app.text_input[0].value == ""
    assert app.session_state[Key.NO_COOKIE]
    assert app.session_state[Key.WORKSPACE] != "x" * 32


def test_a_missing_field_never_empties_the_plan(store, workspace, tab):
    app = tab()
    app.text_input[0].set_value("kept").run()
    app.checkbox[0].check().run()
    app.checkbox[0].uncheck().run()
    assert titles(store, workspace) == ["kept"]
    assert app.text_input[0].value == "kept"
