"""Start: three doors, the way on, and several plans that can be opened, renamed, deleted and brought back."""

import pytest

from canvas.models.workbook import Workbook

from .conftest import NOW


def button(app, key):
    return next(found for found in app.button if found.key == key)


@pytest.fixture
def plans(store, workspace):
    """Two plans and a text, by title."""
    kept = {}
    for workbook in (
        Workbook(title="Old plan", venture={"name": "Café"}),
        Workbook(title="Text: We call", draft={"text": "We call every guest."}),
        Workbook(title="New plan <b>*x*</b>", venture={"name": "Shop"}),
    ):
        kept[workbook.title] = store.create(
            workspace, workbook, NOW, select=not workbook.title.startswith("Text")
        ).id
    return kept


def test_a_first_visit_shows_three_doors_and_no_list(browser):
    app = browser()
    assert not app.exception
    assert [found.value for found in app.title] == ["How will you treat your customers?"]
    assert {found.key for found in app.button} >= {"begin_plan", "begin_check", "begin_sample"}
    assert "Your plans and texts" not in [found.value for found in app.header]


def test_a_plan_can_be_deleted_and_brought_back(store, workspace, browser, plans):
    app = browser()
    button(app, f"delete_{plans['Old plan']}").click().run()
    assert plans["Old plan"] not in [entry.id for entry in store.workbooks(workspace)]
    button(app, "bring_back").click().run()
    assert plans["Old plan"] in [entry.id for entry in store.workbooks(workspace)]
    assert not app.exception


def test_deleting_the_open_plan_leaves_an_empty_one(store, workspace, browser, plans):
    app = browser()
    current = plans["New plan <b>*x*</b>"]
    assert store.workspace(workspace).selected == current
    button(app, f"delete_{current}").click().run()
    assert app.session_state["canvas_workbook"] == Workbook()
    assert not app.exception


def test_another_plan_can_be_opened_and_begun(store, workspace, browser, plans):
    app = browser()
    button(app, f"open_{plans['Old plan']}").click().run()
    assert app.session_state["canvas_workbook"].title == "Old plan"
    assert store.workspace(workspace).selected == plans["Old plan"]
    app = browser()
    button(app, "begin_plan").click().run()
    assert app.session_state["canvas_workbook"] == Workbook()
    assert store.workspace(workspace).selected is None
    assert len(store.workbooks(workspace)) == 3


@pytest.mark.parametrize("which", ["Old plan", "New plan <b>*x*</b>"])
def test_a_plan_open_or_not_can_be_renamed(store, workspace, browser, plans, which):
    app = browser()
    field = next(found for found in app.text_input if found.value == which)
    field.set_value("Another name")
    rename = [found for found in app.button if found.label == "Rename"]
    position = [found.value for found in app.text_input].index("Another name")
    rename[position].click().run()
    assert not app.exception
    entry = next(entry for entry in store.workbooks(workspace) if entry.id == plans[which])
    assert entry.title == "Another name"
    assert store.versions(workspace, entry.id, limit=1_000)[::-1][-1].reason == "rename"


def test_a_new_name_that_is_too_long_is_told_and_changes_nothing(store, workspace, browser, plans):
    app = browser()
    next(found for found in app.text_input if found.value == "Old plan").set_value("x" * 81)
    position = [found.value for found in app.text_input].index("x" * 81)
    [found for found in app.button if found.label == "Rename"][position].click().run()
    assert not app.exception
    assert any("81 of 80 characters" in one.proto.body for one in app.get("html"))
    assert "Old plan" in [entry.title for entry in store.workbooks(workspace)]


def test_names_are_shown_as_they_were_typed(browser, plans):
    shown = [found.value for found in browser().markdown]
    assert r"**New plan \<b\>\*x\*\</b\>**" in shown
