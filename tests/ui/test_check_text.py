"""Check a text: it is kept beside the plans, checked when asked, and can become a plan."""

import os

import pytest
from streamlit.testing.v1 import AppTest

from canvas.models import limits
from canvas.models.workbook import Workbook
from canvas.ui import texts
from canvas.writing.titles import title_for

from .conftest import NOW

VAGUE = (
    "We give our customers the best service. We are always friendly and keep good relationships with everybody."
)


def script():
    from canvas.ui import session
    from canvas.ui.state import save
    from canvas.ui.views import check_text

    session.open_session()
    try:
        check_text.render()
    finally:
        save()


@pytest.fixture
def page(browser):
    """Open the page in a new session of the same browser."""
    return lambda: AppTest.from_function(script, default_timeout=20).run()


def button(app, key):
    return next(found for found in app.button if found.key == key)


def headers(app):
    return [found.value for found in app.header]


def test_a_text_is_kept_as_soon_as_it_is_left(store, workspace, page):
    app = page()
    app.text_area[0].set_value(VAGUE).run()
    assert [(entry.title[:14], entry.only_text) for entry in store.workbooks(workspace)] == [
        ("Text: We give ", True)
    ]
    assert page().text_area[0].value == VAGUE


def test_the_plan_in_work_stays_what_it_is(store, workspace, page):
    plan = store.create(workspace, Workbook(title="My plan", venture={"name": "Café"}), NOW)
    app = page()
    app.text_area[0].set_value(VAGUE).run()
    assert store.workspace(workspace).selected == plan.id
    assert store.load(workspace, plan.id).revision == 1


def test_the_check_waits_until_it_is_asked_for_and_then_follows_the_text(page):
    app = page()
    app.text_area[0].set_value(VAGUE).run()
    assert "What the check sees" not in headers(app)
    button(app, "check").click().run()
    assert not app.exception
    assert "What the check sees" in headers(app)
    app.text_area[0].set_value(f"{VAGUE} After two weeks our staff call every buyer.").run()
    assert "What the check sees" in headers(app)


def test_an_empty_text_asks_for_one(page):
    app = page()
    button(app, "check").click().run()
    assert "There is no text yet" in app.info[0].value


def test_another_text_begins_empty_and_the_first_one_stays(store, workspace, page):
    app = page()
    app.text_area[0].set_value(VAGUE).run()
    button(app, "another_text").click().run()
    assert app.text_area[0].value == ""
    app.text_area[0].set_value("A second text about calls to buyers.").run()
    assert len(store.workbooks(workspace)) == 2


def test_two_tabs_with_one_text_keep_both_versions(store, workspace, page):
    first = page()
    first.text_area[0].set_value("one text").run()
    second = page()
    first.text_area[0].set_value("one text, changed here").run()
    second.text_area[0].set_value("one text, changed there").run()
    kept = {store.load(workspace, entry.id).workbook.draft.text for entry in store.workbooks(workspace)}
    assert kept == {"one text, changed here", "one text, changed there"}


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "{{ 7*7 }} __class__ 5*3*2", "שלום 🧀 عالم", "x " * 25_000, "word"]
)
def test_any_text_comes_back_unchanged_and_is_checked(page, text):
    app = page()
    app.text_area[0].set_value(text).run()
    button(app, "check").click().run()
    assert not app.exception
    assert page().text_area[0].value == text


def test_a_long_first_line_makes_a_short_title():
    assert title_for("word " * 100).startswith("Text: word word")
    assert len(title_for("x" * 5_000)) <= 80


def test_control_characters_make_no_revision_with_every_look(store, workspace, page):
    app = page()
    app.text_area[0].set_value("We call\x07 every guest.").run()
    for _ in range(3):
        app.run()
    [entry] = store.workbooks(workspace)
    assert entry.revision == 1
    assert store.load(workspace, entry.id).workbook.draft.text == "We call every guest."


def test_a_text_that_is_too_long_stays_in_the_field_and_the_shorter_one_is_kept(store, workspace, page):
    app = page()
    app.text_area[0].set_value(VAGUE).run()
    app.text_area[0].set_value("é" * (limits.DRAFT + 1)).run()
    button(app, "check").click().run()
    assert not app.exception
    assert len(app.text_area[0].value) == limits.DRAFT + 1
    assert any("100,001 of 100,000 characters" in one.proto.body for one in app.get("html"))
    [entry] = store.workbooks(workspace)
    assert store.load(workspace, entry.id).workbook.draft.text == VAGUE


def test_a_text_deleted_in_another_tab_stays_when_it_is_written_on(store, workspace, page):
    app = page()
    app.text_area[0].set_value("one text").run()
    store.delete(workspace, store.workbooks(workspace)[0].id, NOW)
    app.text_area[0].set_value("one text, written on").run()
    [entry] = store.workbooks(workspace)
    assert store.load(workspace, entry.id).workbook.draft.text == "one text, written on"


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no file that is open")
def test_a_text_is_kept_when_the_store_is_deleted_under_the_running_server(store, workspace, page, tmp_path):
    app = page()
    app.text_area[0].set_value("one text").run()
    (tmp_path / "canvas.sqlite3").unlink()
    app.run()
    [entry] = store.workbooks(workspace)
    assert store.load(workspace, entry.id).workbook.draft.text == "one text"
