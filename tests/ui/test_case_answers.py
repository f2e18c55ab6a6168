"""The answer to a case in two tabs: neither one ever destroys what the other one wrote."""

import os

import pytest
from streamlit.testing.v1 import AppTest

from canvas.models import limits

SLUG = "boomer_games"


def script():
    import streamlit as st

    from canvas.content.cases import load_case
    from canvas.ui import session
    from canvas.ui.parts import case_attempts
    from canvas.ui.state import save

    session.open_session()
    case = load_case("boomer_games")
    try:
        typed = case_attempts.draw_answer(case)
        if st.button("Hand in"):
            case_attempts.hand_in(case, typed)
        st.button("Again", on_click=case_attempts.begin_again, args=(case.slug,))
    finally:
        save()


@pytest.fixture
def tab(browser):
    """Open the case in another tab of the same browser."""
    return lambda: AppTest.from_function(script, default_timeout=20).run()


def button(app, label):
    return next(found for found in app.button if found.label == label)


def write(app, words):
    return app.text_area[0].set_value(words).run()


def kept_texts(store, workspace):
    return [store.load(workspace, entry.id).workbook.draft.text for entry in store.workbooks(workspace)]


def test_an_answer_is_found_again(store, workspace, tab):
    write(tab(), "Ask the players.")
    assert store.answer(workspace, SLUG) == "Ask the players."
    assert tab().text_area[0].value == "Ask the players."


def test_an_empty_second_tab_does_not_empty_the_answer_but_shows_it(store, workspace, tab):
    empty, second = tab(), tab()
    write(second, "Ask the players.")
    empty.run()
    assert store.answer(workspace, SLUG) == "Ask the players."
    assert empty.text_area[0].value == "Ask the players."


def test_two_tabs_that_both_write_keep_both_answers(store, workspace, tab):
    first, second = tab(), tab()
    write(first, "from the first")
    write(second, "from the second")
    assert store.answer(workspace, SLUG) == "from the second"
    assert second.text_area[0].value == "from the second"
    assert kept_texts(store, workspace) == ["from the first"]
    assert any("changed in another tab" in one.value for one in second.markdown)
    button(second, "Use the other version").click().run()
    assert second.text_area[0].value == store.answer(workspace, SLUG) == "from the first"
    assert "from the second" in kept_texts(store, workspace)
    assert not any("changed in another tab" in one.value for one in second.markdown)


def test_keeping_this_version_ends_the_question(store, workspace, tab):
    first, second = tab(), tab()
    write(first, "from the first")
    write(second, "from the second")
    button(second, "Keep this one").click().run()
    assert not any("changed in another tab" in one.value for one in second.markdown)
    assert store.answer(workspace, SLUG) == "from the second"


def test_a_student_may_empty_the_field_but_no_other_tab_empties_it(store, workspace, tab):
    first = tab()
    write(first, "half an idea")
    second = tab()
    write(first, "")
    assert store.answer(workspace, SLUG) == ""
    second.run()
    assert second.text_area[0].value == store.answer(workspace, SLUG) == "half an idea"


def test_a_new_answer_begins_empty_and_the_attempt_stays(store, workspace, tab):
    app = tab()
    write(app, "Ask the players.")
    button(app, "Hand in").click().run()
    button(app, "Again").click().run()
    assert app.text_area[0].value == store.answer(workspace, SLUG) == ""
    assert [one.answer for one in store.attempts(workspace, SLUG)] == ["Ask the players."]


def test_an_answer_that_is_too_long_stays_in_the_field_and_the_shorter_one_is_kept(store, workspace, tab):
    app = tab()
    write(app, "short")
    write(app, "🧀" * (limits.CASE + 1))
    button(app, "Hand in").click().run()
    assert len(app.text_area[0].value) == limits.CASE + 1
    assert any("9,601 of 9,600 characters" in one.proto.body for one in app.get("html"))
    assert "Not saved" in app.caption[0].value
    assert store.answer(workspace, SLUG) == "short"
    assert store.attempts(workspace, SLUG) == ()
    write(app, "🧀" * limits.CASE)
    assert len(store.answer(workspace, SLUG)) == limits.CASE


def test_control_characters_are_cleaned_before_they_reach_the_store(store, workspace, tab):
    app = write(tab(), "Ask\x00 the\x0bplayers.")
    assert store.answer(workspace, SLUG) == "Ask the\nplayers."
    app.run()
    assert store.workbooks(workspace) == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no file that is open")
def test_a_store_deleted_under_the_running_server_gets_the_answer_again(store, workspace, tab, tmp_path):
    app = write(tab(), "Ask the players.")
    (tmp_path / "canvas.sqlite3").unlink()
    app.run()
    assert store.answer(workspace, SLUG) == app.text_area[0].value == "Ask the players."
