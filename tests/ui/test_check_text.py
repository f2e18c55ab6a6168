"""Check a text: it is kept beside the plans while it is typed, and can become a plan or a file."""

import os

import pytest
from streamlit.testing.v1 import AppTest

from canvas.models.workbook import Workbook
from canvas.store.records import TextConflict
from canvas.writing.titles import title_for

from .conftest import NOW
from .long_fields import shown, typing

VAGUE = (
    "We give our customers the best service. We are always friendly and keep good relationships with everybody."
)


def script():
    from canvas.ui import session
    from canvas.ui.state import end_run
    from canvas.ui.views import check_text

    session.open_session()
    try:
        check_text.render()
    finally:
        end_run()


@pytest.fixture
def page(browser):
    """Open the page in a new session of the same browser."""
    return lambda: AppTest.from_function(script, default_timeout=20).run()


@pytest.fixture
def write(store, workspace):
    """Type words into the field of a page, and let the page run again as it does when the field is left."""

    def type_words(app, words, editor="an-editor"):
        answer = typing(store, workspace, shown(app, "Your text"), words, editor)
        app.run()
        assert not app.exception
        return answer

    return type_words


def text_in(app):
    return shown(app, "Your text")["text"]


def button(app, key):
    return next(found for found in app.button if found.key == key)


def headers(app):
    return [found.value for found in app.header]


def test_a_text_is_kept_while_it_is_typed(store, workspace, page, write):
    app = page()
    write(app, VAGUE)
    assert [(entry.title[:14], entry.only_text) for entry in store.workbooks(workspace)] == [
        ("Text: We give ", True)
    ]
    assert text_in(app) == text_in(page()) == VAGUE


def test_the_plan_in_work_stays_what_it_is(store, workspace, page, write):
    plan = store.create(workspace, Workbook(title="My plan", venture={"name": "Café"}), NOW)
    write(page(), VAGUE)
    assert store.workspace(workspace).selected == plan.id
    assert store.load(workspace, plan.id).revision == 1


def test_a_text_can_be_taken_home_as_soon_as_there_is_one(page, write):
    app = page()
    assert "Take it home" not in headers(app)
    write(app, VAGUE)
    assert "Take it home" in headers(app)


def test_another_text_begins_empty_and_the_first_one_stays(store, workspace, page, write):
    app = page()
    write(app, VAGUE)
    button(app, "another_text").click().run()
    assert text_in(app) == ""
    write(app, "A second text about calls to buyers.")
    assert len(store.workbooks(workspace)) == 2


def test_a_text_becomes_a_plan_and_the_page_is_empty_again(store, workspace, page, write, monkeypatch):
    monkeypatch.setattr("canvas.ui.views.check_text.go", lambda page: None)
    app = page()
    write(app, VAGUE)
    button(app, "turn_into_plan").click().run()
    [entry] = store.workbooks(workspace)
    assert store.workspace(workspace).selected == entry.id


def test_two_tabs_with_one_text_keep_both_versions(store, workspace, page, write):
    first = page()
    write(first, "one text", editor="first-editor")
    second = page()
    write(first, "one text, changed here", editor="first-editor")
    told = typing(store, workspace, shown(second, "Your text"), "one text, changed there", "second-editor")
    assert told == TextConflict(text="one text, changed here")
    [entry] = store.workbooks(workspace)
    history = store.versions(workspace, entry.id, limit=1_000)[::-1]
    texts = {store.version(workspace, entry.id, one.number).draft.text for one in history}
    assert {"one text, changed here", "one text, changed there"} <= texts


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "{{ 7*7 }} __class__ 5*3*2", "שלום 🧀 عالم", "x " * 25_000, "word"]
)
def test_any_text_comes_back_unchanged(page, write, text):
    write(page(), text)
    assert text_in(page()) == text


def test_a_long_first_line_makes_a_short_title():
    assert title_for("word " * 100).startswith("Text: word word")
    assert len(title_for("x" * 5_000)) <= 80


def test_a_text_deleted_in_another_tab_stays_when_it_is_written_on(store, workspace, page, write):
    app = page()
    write(app, "one text")
    store.delete(workspace, store.workbooks(workspace)[0].id, NOW)
    write(app, "one text, written on")
    [entry] = store.workbooks(workspace)
    assert store.load(workspace, entry.id).workbook.draft.text == "one text, written on"


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no file that is open")
def test_a_text_is_kept_when_the_store_is_deleted_under_the_running_server(
    store, workspace, page, write, tmp_path
):
    app = page()
    write(app, "one text")
    (tmp_path / "canvas.sqlite3").unlink()
    write(app, "one text, written on")
    [entry] = store.workbooks(workspace)
    assert store.load(workspace, entry.id).workbook.draft.text == "one text, written on"
