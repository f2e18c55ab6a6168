"""What is asked and told about a file: the section found, what differs, what is damaged; names are only words."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from canvas.errors import InputError
from canvas.models import limits
from canvas.models.intake import FoundSection, Origin, Taken
from canvas.models.workbook import Workbook
from canvas.ui.keys import Key

BIKES = Workbook(venture={"name": "Bikes"}, draft={"text": "We call every rider. We answer within two weeks."})
HOSTILE = "<img src=x onerror=alert(1)> *b* [x](javascript:alert(1)).docx"


def script():
    from canvas.ui import session
    from canvas.ui.parts import opening
    from canvas.ui.state import end_run

    session.open_session()
    opening.draw_waiting()
    opening.draw_place("here")
    end_run()


@pytest.fixture
def asked(browser):
    """Show the question about a file that was read."""

    def show(**more):
        app = AppTest.from_function(script, default_timeout=20)
        fields = {"name": "plan.docx", "format": "docx", "text": "We call.", "whole": "We call."} | more
        app.session_state[Key.TAKEN] = Taken(**fields)
        app.run()
        assert not app.exception
        return app

    return show


def words(app):
    return "\n".join(one.value for one in (*app.markdown, *app.warning, *app.caption))


def html(app):
    return "\n".join(one.proto.body for one in app.get("html"))


def labels(app):
    return [one.label for one in app.button]


def test_the_found_section_is_shown_and_the_whole_text_can_be_chosen(asked):
    section = FoundSection(heading="Customer Relationships", start=10, end=18)
    app = asked(text="We call.", whole="# Offer\n\nBikes.\n\nWe call.", section=section)
    assert "“**Customer Relationships**”" in words(app)
    assert '<p dir="auto">We call.</p>' in html(app)
    assert "Bikes." not in html(app)
    app.radio(key="which_text").set_value("whole").run()
    assert "<strong>Offer</strong>" in html(app)


def test_without_a_section_the_whole_text_is_shown(asked):
    app = asked()
    assert "Is it your section?" in words(app)
    assert not app.radio
    assert labels(app) == ["Check this text"]


def test_what_was_lost_is_listed(asked):
    assert "- 2 comments were left out" in words(asked(lost=("2 comments were left out",)))


@pytest.mark.parametrize("note", ["The plan in it is damaged.", "It was made by a newer version."])
def test_a_copy_that_cannot_be_used_is_told_above_the_visible_text(asked, note):
    app = asked(origin=Origin.DAMAGED, note=note)
    assert [one.value.replace("\\", "") for one in app.warning] == [note]
    assert "We call." in html(app)


def test_both_versions_stand_side_by_side_with_the_word_marked(asked):
    app = asked(workbook=BIKES, origin=Origin.EDITED, text=BIKES.draft.text.replace("two", "six"))
    assert '<del><span class="unseen">taken out: </span>two</del>' in html(app)
    assert '<ins><span class="unseen">new: </span>six</ins>' in html(app)
    assert labels(app) == ["Take the text as edited", "Take the text as it was exported"]


def test_a_change_outside_the_section_needs_one_button_only(asked):
    app = asked(workbook=BIKES, origin=Origin.EDITED, text=BIKES.draft.text)
    assert "as it was exported" in words(app)
    assert labels(app) == ["Open the plan"]


def test_a_file_without_words_offers_nothing_to_check(asked):
    app = asked(text=" \n", whole=" \n")
    assert "There are no words" in words(app)
    assert labels(app) == []


def test_a_whole_plan_too_long_to_check_is_told(asked):
    long = "word " * limits.DRAFT
    app = asked(text=long, whole=long)
    assert "longer than" in words(app)
    assert labels(app) == []


def test_words_and_names_of_a_file_stay_words(asked):
    app = asked(name=HOSTILE, text="<script>alert(1)</script>", whole="<script>alert(1)</script>", lost=("<b>*",))
    assert "<script>" not in html(app)
    assert "<img" not in words(app).replace("\\<img", "")
    assert "[x](" not in words(app)


def test_a_refused_file_is_one_plain_message_beside_its_place(browser):
    app = AppTest.from_function(script, default_timeout=20)
    refusal = InputError("this kind of file cannot be read.", where=HOSTILE, mend="Save it as .docx.")
    app.session_state["open_file_refused"] = ("here", refusal)
    app.run()
    [error] = app.error
    assert error.value.replace("\\", "") == "**This kind of file cannot be read.** Save it as .docx."
    assert "\\<img" in words(app)
