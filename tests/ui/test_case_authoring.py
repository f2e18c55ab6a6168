"""What an instructor sees of a case on the own machine: nothing of it is kept, and a class does not see it."""

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest


def page():
    from canvas.content.cases import load_case
    from canvas.ui.parts.case_authoring import draw_authoring

    draw_authoring(load_case("boomer_games"))


@pytest.fixture
def app():
    return AppTest.from_function(page, default_timeout=30).run()


def htmls(app):
    return "".join(one.proto.body for one in app.get("html"))


def test_it_is_folded_until_somebody_asks(app):
    assert not app.tabs
    assert htmls(app) == ""


def test_it_shows_facts_wordings_and_the_verdicts_of_the_own_answers(app):
    app.toggle[0].set_value(True).run()
    assert not app.exception
    shown = htmls(app)
    assert "<code>santa run</code>" in shown
    assert "&lt;people&gt;" in shown
    assert "✓ The brief, copied" in shown
    assert "✗" not in shown


def test_an_answer_can_be_tried(app):
    app.toggle[0].set_value(True).run()
    app.text_area[0].set_value("Nobody was asked about the Grinch. Hold <b>a focus group</b>.")
    app.button[0].click().run()
    assert not app.exception
    shown = htmls(app)
    assert "a focus group" in shown.lower()
    assert "<b>" not in shown


def test_where_others_reach_the_server_it_is_not_offered(monkeypatch):
    given = st.get_option
    monkeypatch.setattr(st, "get_option", lambda name: "0.0.0.0" if name == "server.address" else given(name))
    assert not AppTest.from_function(page, default_timeout=30).run().toggle
