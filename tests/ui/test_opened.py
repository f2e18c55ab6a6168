"""A file that is opened becomes a plan or a text of its own; what was open stays as it was."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from canvas.models import limits
from canvas.models.intake import Origin, Taken
from canvas.models.workbook import Workbook
from canvas.ui.keys import Key
from canvas.ui.pages import Page

from .conftest import NOW

CAFE = Workbook(title="Café", venture={"name": "Café"})
BIKES = Workbook(venture={"name": "Bikes"}, draft={"text": "We call every rider two weeks later."})
EDITED = "We call every rider two months later."


def script():
    import streamlit as st

    from canvas.ui import opened, session
    from canvas.ui.state import end_run

    session.open_session()
    try:
        asked = st.session_state.pop("ask", None)
        if asked:
            st.session_state["page"] = getattr(opened, asked[0])(*asked[1:])
    finally:
        end_run()


@pytest.fixture
def ask(browser):
    """Call one of the functions inside a page, in a fresh session of this browser; return the AppTest."""

    def call(name, *arguments):
        app = AppTest.from_function(script, default_timeout=20)
        app.session_state["ask"] = (name, *arguments)
        app.run()
        assert not app.exception
        return app

    return call


def taken(**more):
    return Taken(**{"name": "bikes.docx", "format": "docx", "text": BIKES.draft.text, "whole": "…"} | more)


def intact(workbook=BIKES):
    return taken(workbook=workbook, origin=Origin.INTACT)


def edited(text=EDITED):
    return taken(workbook=BIKES, origin=Origin.EDITED, text=text)


def told(app):
    return app.session_state[Key.OPENED]


def test_an_unchanged_export_becomes_a_new_plan_and_the_open_one_is_named(store, workspace, ask):
    cafe = store.create(workspace, CAFE, NOW)
    app = ask("keep_workbook", intact())
    assert app.session_state["page"] is Page.HAND_IN
    new = store.load(workspace, store.workspace(workspace).selected)
    assert new.workbook == BIKES
    assert (told(app).id, told(app).before.id, told(app).before.title) == (new.id, cafe.id, "Café")
    assert store.load(workspace, cafe.id).workbook == CAFE
    assert store.load(workspace, cafe.id).revision == 1


def test_the_plan_that_was_open_comes_back(store, workspace, ask):
    cafe = store.create(workspace, CAFE, NOW)
    opened = told(ask("keep_workbook", intact()))
    ask("go_back", opened)
    assert store.workspace(workspace).selected == cafe.id
    assert len(store.workbooks(workspace)) == 2


@pytest.mark.parametrize(
    ("which", "stands", "aside", "name"),
    [
        ("edited", EDITED, BIKES.draft.text, "As exported in bikes.docx"),
        ("exported", BIKES.draft.text, EDITED, "As edited in bikes.docx"),
    ],
)
def test_of_an_edited_export_the_other_text_is_a_named_version(store, workspace, ask, which, stands, aside, name):
    app = ask("keep_workbook", edited(), which)
    kept = store.load(workspace, told(app).id)
    assert (kept.workbook.draft.text, told(app).aside) == (stands, name)
    [version] = store.versions(workspace, kept.id, named=True)
    assert version.name == name
    assert store.version(workspace, kept.id, version.number).draft.text == aside
    assert store.undo(workspace, kept.id, kept.revision, NOW).workbook.draft.text == aside


def test_other_spaces_and_lines_alone_are_no_other_text(store, workspace, ask):
    app = ask("keep_workbook", edited(BIKES.draft.text.replace(" every", "\n\nevery") + "\n"), "edited")
    assert store.load(workspace, told(app).id).workbook == BIKES
    assert told(app).aside == ""


def test_an_edited_text_too_long_for_a_draft_leaves_the_exported_one(store, workspace, ask):
    app = ask("keep_workbook", edited("word " * limits.DRAFT), "edited")
    assert store.load(workspace, told(app).id).workbook == BIKES


def test_a_version_is_named_after_a_file_with_a_very_long_name(store, workspace, ask):
    app = ask("keep_workbook", edited().model_copy(update={"name": "b" * 300 + ".docx"}), "edited")
    assert len(told(app).aside) <= limits.NAME


def test_the_export_of_a_checked_text_comes_back_as_a_text(store, workspace, ask):
    cafe = store.create(workspace, CAFE, NOW)
    app = ask("keep_workbook", intact(Workbook(draft={"text": "We call every guest."})))
    assert (app.session_state["page"], app.session_state[Key.TEXT]) == (Page.CHECK_TEXT, told(app).id)
    assert store.workspace(workspace).selected == cafe.id


def test_words_of_another_file_become_a_text_beside_the_one_that_is_there(store, workspace, ask):
    first = store.create(workspace, Workbook(title="Text: one", draft={"text": "One."}), NOW, select=False)
    app = ask("keep_text", taken(name="Plan v3 (final).docx"), "We call every guest.\n")
    assert app.session_state["page"] is Page.CHECK_TEXT
    kept = store.load(workspace, told(app).id).workbook
    assert (kept.title, kept.draft.text) == ("Plan v3 (final)", "We call every guest.")
    assert told(app).before.id == first.id
    assert store.load(workspace, first.id).workbook.draft.text == "One."
    ask("go_back", told(app))
    assert len(store.workbooks(workspace)) == 2


@pytest.mark.parametrize("name", [".docx", "\u202egnp.docx", "x" * 400 + ".docx", "<b>*x*</b>.md", "\n.md"])
def test_any_name_of_a_file_makes_a_title(store, workspace, ask, name):
    app = ask("keep_text", taken(name=name), "We call every guest.")
    title = store.load(workspace, told(app).id).workbook.title
    assert 0 < len(title) <= limits.NAME
    assert "\u202e" not in title


def test_only_an_unchanged_export_opens_without_a_question():
    from canvas.ui.opened import needs_no_choice

    assert needs_no_choice(intact())
    assert not needs_no_choice(edited())
    assert not needs_no_choice(taken())
    assert not needs_no_choice(taken(origin=Origin.DAMAGED))
