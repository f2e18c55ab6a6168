"""What helps to revise: the receipt, versions, whose words, disagreements, and a self look that comes first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from canvas.models.vocabulary import Level, Mistake, Shape
from canvas.models.workbook import Objection, Workbook
from canvas.store.records import Version
from canvas.ui.last_revision import last_receipt
from canvas.ui.parts import own_words as own_words_part
from canvas.ui.parts.objections import objection_html
from canvas.ui.parts.receipt import receipt_html
from canvas.ui.parts.versions import caption_of, comparison_html, title_of
from canvas.ui.state import Key, library
from canvas.writing import edits
from canvas.writing.draft import fill
from canvas.writing.own_words import own_words

streamlit = pytest.importorskip("streamlit")
NINE = datetime(2026, 3, 1, 9, tzinfo=UTC)
ADVERTS = "We advertise on Instagram and hand out flyers at the <b>station</b>."
BEFORE = f"{ADVERTS} Our jam is sold in twelve village shops."
AFTER = "Each hotel has one contact, Nora <b>Lind</b>. Families order jars alone in the web shop."


@pytest.fixture(autouse=True)
def links_are_words(monkeypatch):
    """Show a link as its words: a page that runs on its own has no others to lead to."""
    monkeypatch.setattr("canvas.ui.views.hand_in.link", lambda page, label="", **_: streamlit.text(label))


def checked(*texts):
    workbook = Workbook()
    for hour, text in enumerate(texts):
        workbook = edits.remember_check(edits.set_draft_text(workbook, text), NINE + timedelta(hours=hour))
    return workbook


def texts(app):
    return "\n".join(one.proto.body for one in app.get("html"))


def looks_of(app):
    return [one for one in app.radio if (one.key or "").startswith("self_look.")]


def test_one_check_has_no_receipt_and_two_have_one():
    assert last_receipt(checked(BEFORE)) is None
    assert last_receipt(checked("Old.", BEFORE, AFTER)) == last_receipt(checked(BEFORE, AFTER))


def test_the_receipt_marks_the_words_that_mend_and_escapes_all():
    html = receipt_html(last_receipt(checked(BEFORE, AFTER)))
    assert "<mark>Families order jars alone</mark>" in html
    assert "&lt;b&gt;station&lt;/b&gt;" in html
    assert "<b>" not in html


def test_both_versions_stand_side_by_side_with_marks_that_are_no_mere_colour():
    html = comparison_html(f"{BEFORE} One. Two. Three.", f"{AFTER} One. Two. Three.")
    assert '<del><span class="unseen">taken out: </span>We advertise' in html
    assert '<ins><span class="unseen">new: </span>Each hotel' in html
    assert "3 sentences are the same" in html
    assert "<b>" not in html


def test_a_version_is_told_by_its_name_its_time_and_its_words():
    version = Version(number=3, name="Before *Easter*", saved_at=NINE, reason="typing", words_changed=1)
    assert title_of(version).startswith("01 March, ")
    assert title_of(version).endswith(" · 1 word changed")
    assert caption_of(version) == "**Before \\*Easter\\*** · You wrote"
    assert caption_of(version.model_copy(update={"reason": "section built", "name": ""})) == "Section built"


def test_every_sentence_tells_its_answer(plan):
    filled = fill(plan, Shape.BY_SEGMENT)
    html = own_words_part.own_words_html(own_words(filled), filled)
    assert "From your answer: Commuters, Self-Service, before the purchase" in html
    assert "Not your words yet: a gap is still open" in html


def test_words_of_ours_are_told_with_their_place():
    copied = edits.set_draft_text(
        Workbook(), f"{library().mistakes[Mistake.TOO_GENERAL].better} We <i>do</i> more."
    )
    found = own_words(copied)
    html = own_words_part.own_words_html(found, copied)
    assert "nearly the same stands in a card about a mistake" in html
    assert "<i>" not in html
    assert "**1 sentence is not your words yet:**" in own_words_part.summary(found)


def test_a_disagreement_is_escaped():
    html = objection_html(Objection(mistake=Mistake.TOO_GENERAL, words="<u>best</u>", because="<script>"))
    assert "&lt;u&gt;best" in html
    assert "<script>" not in html


def test_a_disagreement_can_be_taken_back_before_handing_in(body, plan):
    filled = edits.disagree(fill(plan, Shape.BY_SEGMENT), Mistake.NO_AFTER_SALES, "", "A ride is over.")
    app = body("hand_in", filled)
    assert "A ride is over." in texts(app)
    box = next(one for one in app.checkbox if one.label == "Where I disagree")
    assert box.value
    next(one for one in app.button if one.label == "Take it back").click().run()
    assert app.session_state[Key.WORKBOOK].objections == ()
    assert "A ride is over." not in texts(app)


def test_what_the_program_found_comes_only_after_every_row_is_rated(body, plan):
    app = body("hand_in", fill(plan, Shape.BY_SEGMENT))
    for row in range(5):
        assert "What the program found" not in texts(app)
        looks_of(app)[row].set_value(Level.BASIC).run()
    assert texts(app).count("What the program found") == 5
    rated = app.session_state[Key.WORKBOOK].self_assessment
    assert {rating.row for rating in rated} == {row.id for row in library().rubric}


def test_a_rating_is_there_again_the_next_time(body, plan):
    rated = edits.rate(fill(plan, Shape.BY_SEGMENT), library().rubric[2].id, Level.GOOD)
    looks = looks_of(body("hand_in", rated))
    assert [look.value for look in looks] == [None, None, Level.GOOD, None, None]
