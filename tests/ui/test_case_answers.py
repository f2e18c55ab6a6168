"""The answer to a case: the browser keeps it, attempts are made of what is kept, and no tab destroys another's."""

import os

import pytest
from streamlit.testing.v1 import AppTest

from canvas.store.records import TextConflict

from .long_fields import shown, typing

SLUG = "boomer_games"


def script():
    import streamlit as st

    from canvas.ui import session
    from canvas.ui.parts import case_attempts, case_kept
    from canvas.ui.state import end_run

    session.open_session()
    try:
        case_attempts.draw_field("boomer_games", "Your answer", button="Check my answer")
        st.button("Hand in", on_click=case_kept.hand_in, args=("boomer_games",))
        st.button("Again", on_click=case_kept.put, args=("boomer_games", ""))
    finally:
        end_run()


@pytest.fixture
def tab(browser):
    """Open the case in another tab of the same browser."""
    return lambda: AppTest.from_function(script, default_timeout=20).run()


@pytest.fixture
def write(store, workspace):
    """Type words into the field of a tab, and let the page run again."""

    def type_words(app, words, editor="an-editor"):
        answer = typing(store, workspace, shown(app, "Your answer"), words, editor)
        app.run()
        assert not app.exception
        return answer

    return type_words


def answer_in(app):
    return shown(app, "Your answer")["text"]


def button(app, label):
    return next(found for found in app.button if found.label == label)


def test_an_answer_is_found_again(store, workspace, tab, write):
    write(tab(), "Ask the players.")
    assert answer_in(tab()) == store.answer(workspace, SLUG) == "Ask the players."


def test_an_empty_second_tab_shows_the_answer_with_its_next_run(store, workspace, tab, write):
    empty, second = tab(), tab()
    write(second, "Ask the players.")
    empty.run()
    assert answer_in(empty) == store.answer(workspace, SLUG) == "Ask the players."


def test_two_tabs_that_both_write_keep_both_answers(store, workspace, tab, write):
    first, second = tab(), tab()
    write(first, "from the first", editor="first-editor")
    told = typing(
        store, workspace, {**shown(second, "Your answer"), "mark": ""}, "from the second", "second-editor"
    )
    assert told == TextConflict(text="from the first")
    assert store.answer(workspace, SLUG) == "from the first"
    kept = [store.load(workspace, entry.id).workbook.draft.text for entry in store.workbooks(workspace)]
    assert kept == ["from the second"]


def test_a_new_answer_begins_empty_and_the_attempt_stays(store, workspace, tab, write):
    app = tab()
    write(app, "Ask the players.")
    before = shown(app, "Your answer")["revision"]
    button(app, "Hand in").click().run()
    button(app, "Hand in").click().run()
    button(app, "Again").click().run()
    assert answer_in(app) == store.answer(workspace, SLUG) == ""
    assert shown(app, "Your answer")["revision"] > before  # tells the field that this text is newer than its own
    assert [one.answer for one in store.attempts(workspace, SLUG)] == ["Ask the players."]


def test_an_empty_answer_is_no_attempt(store, workspace, tab):
    button(tab(), "Hand in").click().run()
    assert store.attempts(workspace, SLUG) == ()


def test_control_characters_are_cleaned_before_they_reach_the_store(store, workspace, tab, write):
    write(tab(), "Ask\x00 the\x0bplayers.")
    assert store.answer(workspace, SLUG) == "Ask the\nplayers."


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no file that is open")
def test_a_store_deleted_under_the_running_server_takes_the_answer_again(store, workspace, tab, write, tmp_path):
    app = tab()
    write(app, "Ask the players.")
    (tmp_path / "canvas.sqlite3").unlink()
    write(app, "Ask the players, all of them.")
    assert store.answer(workspace, SLUG) == "Ask the players, all of them."
