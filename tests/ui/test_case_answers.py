"""The answer to a case: the browser keeps it, attempts are made of what is kept, and no tab destroys another's."""

import os

import pytest
from streamlit.testing.v1 import AppTest

from canvas.store.records import TextConflict

from .conftest import NOW
from .long_fields import shown, typing

SLUG = "boomer_games"


def script():
    import streamlit as st

    from canvas.content.cases import load_case
    from canvas.ui import session
    from canvas.ui.parts import case_attempts, case_kept
    from canvas.ui.state import end_run

    session.open_session()
    try:
        case_attempts.draw_field("boomer_games", "Your answer", button="Check my answer")
        st.button("Hand in", on_click=case_kept.hand_in, args=("boomer_games",))
        st.button("Again", on_click=case_kept.put, args=(load_case("boomer_games"), ""))
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


def earlier_in(app):
    """Return the words of earlier attempts as they stand on the page."""
    return "".join(one.proto.body for fold in app.expander for one in fold.get("html"))


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


def test_words_typed_since_the_last_check_stay_as_an_attempt_when_a_new_answer_begins(
    store, workspace, tab, write
):
    app = tab()
    write(app, "Ask the players.")
    button(app, "Hand in").click().run()
    write(app, "Ask the players, and twenty minutes of new words.")
    button(app, "Again").click().run()
    assert answer_in(app) == store.answer(workspace, SLUG) == ""
    assert [one.answer for one in store.attempts(workspace, SLUG)] == [
        "Ask the players.",
        "Ask the players, and twenty minutes of new words.",
    ]
    button(app, "Again").click().run()
    assert len(store.attempts(workspace, SLUG)) == 2


def test_what_another_tab_wrote_since_stays_too_when_a_new_answer_begins(store, workspace, tab, write):
    first = tab()
    write(first, "Ask the players.", editor="first-editor")
    second = tab()
    write(second, "Ask the players of Clash Of Armies.", editor="second-editor")
    button(first, "Again").click().run()
    assert [one.answer for one in store.attempts(workspace, SLUG)] == ["Ask the players of Clash Of Armies."]


def test_a_new_answer_replaces_nothing_that_is_written_in_the_same_moment(
    store, workspace, tab, write, monkeypatch
):
    app = tab()
    write(app, "Ask the players.")
    real = store.save_attempt

    def while_another_tab_writes(*arguments):
        store.save_answer(workspace, SLUG, "Words of another tab.", "Ask the players.", NOW)
        return real(*arguments)

    monkeypatch.setattr(store, "save_attempt", while_another_tab_writes)
    button(app, "Again").click().run()
    assert store.answer(workspace, SLUG) == "Words of another tab."
    assert [one.answer for one in store.attempts(workspace, SLUG)] == ["Ask the players."]


def last_step():
    from canvas.content.cases import load_case
    from canvas.ui import session
    from canvas.ui.parts.case_writing import draw_writing
    from canvas.ui.state import end_run

    session.open_session()
    try:
        draw_writing(load_case("boomer_games"), None)
    finally:
        end_run()


def test_the_words_of_an_answer_that_was_put_aside_are_found_below_the_new_one(store, workspace, browser, write):
    app = AppTest.from_function(last_step, default_timeout=20).run()
    store.save_attempt(workspace, SLUG, "Ask the players.", NOW)
    write(app, "Ask the players.")
    button(app, "Show me the feedback").click().run()
    assert "Ask the players." not in earlier_in(app)
    write(app, "Ask the players, and twenty minutes of <new> words.")
    button(app, "Start a new answer").click().run()
    assert answer_in(app) == ""
    assert "Ask the players, and twenty minutes of &lt;new&gt; words." in earlier_in(app)
    assert button(app, "Start a new answer")  # no own look is asked for that nobody wanted feedback on
    assert "Feedback on attempt 2" in [one.value for one in app.header]


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
