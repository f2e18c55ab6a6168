"""The steps Draft and Hand in: what is offered, what is told about gaps, and what the files hold."""

from __future__ import annotations

import pytest

from canvas.models.vocabulary import KeyQuestion, RelationshipType, Shape
from canvas.models.workbook import KeyAnswers
from canvas.ui.parts.offers import told_html
from canvas.ui.parts.steps import Step, steps_done
from canvas.ui.state import Key
from canvas.writing import edits
from canvas.writing.draft import fill, offers
from canvas.writing.section import GAP

streamlit = pytest.importorskip("streamlit")
SELF_SERVICE = ("riders", RelationshipType.SELF_SERVICE)


@pytest.fixture
def drafted(plan):
    return fill(plan, Shape.BY_SEGMENT)


@pytest.fixture(autouse=True)
def links_are_words(monkeypatch):
    """Show a link as its words: a page that runs on its own has no others to lead to."""
    monkeypatch.setattr("canvas.ui.views.hand_in.link", lambda page, label="", **_: streamlit.text(label))


def plan_of(app):
    return app.session_state[Key.WORKBOOK]


def texts(app):
    return "\n".join(one.proto.body for one in app.get("html"))


def button(app, label):
    return next(one for one in app.button if one.label == label)


def change_much(workbook):
    """Change an answer, fill two gaps, and answer a key question."""
    workbook = edits.set_commitment(workbook, *SELF_SERVICE, "before", "A map of free bikes")
    workbook = edits.set_commitment(workbook, *SELF_SERVICE, "during", "The app opens the lock")
    return edits.set_answer(workbook, KeyQuestion.RETAIN, "The tenth ride is free.")


def test_two_offers_are_open_and_the_rest_is_folded(body, drafted):
    app = body("draft", change_much(drafted))
    assert len(offers(plan_of(app))) == 3
    assert [one.label for one in app.expander if "more" in one.label] == ["1 more change"]
    button(app, "Take all over").click().run()
    assert offers(plan_of(app)) == ()
    assert "The app opens the lock" in plan_of(app).draft.text.replace("the app", "The app")
    assert "[missing: how you retain customers]" not in plan_of(app).draft.text


def test_keeping_everything_changes_no_word(body, drafted):
    app = body("draft", change_much(drafted))
    button(app, "Keep my text everywhere").click().run()
    assert plan_of(app).draft.text == drafted.draft.text
    assert offers(plan_of(app)) == ()


def test_an_answer_in_place_of_a_gap_is_told_as_such(drafted):
    changed = edits.set_answer(drafted, KeyQuestion.RETAIN, "The tenth ride is free.")
    html = told_html(offers(changed)[0], changed)
    assert "You have answered this:" in html
    assert "In place of: <s>[missing: how you retain customers]</s>" in html


def test_a_placeholder_that_can_go_is_told_as_such(drafted):
    changed = edits.set_answer(drafted, KeyQuestion.ATTRACT, "Commuters: A map.")
    html = told_html(offers(changed)[0], changed)
    assert "You have answered this. The placeholder can go." in html
    assert "no longer" not in html


def test_a_sentence_of_a_dropped_relationship_is_told_without_blame(drafted):
    changed = edits.drop_type(drafted, *SELF_SERVICE)
    told = [told_html(offer, changed) for offer in offers(changed) if not offer.now]
    assert any("Your plan no longer says this:" in html for html in told)
    assert not any("You have answered this" in html for html in told)


def test_building_again_replaces_the_draft_after_a_comparison(body, drafted):
    app = body("draft", edits.set_draft_text(drafted, "My own words."))
    assert "<del>My own words.</del>" in texts(app)
    button(app, "Replace my draft").click().run()
    assert plan_of(app).draft.text == drafted.draft.text


def test_every_gap_is_listed_once_with_its_count_and_warned_of_above_the_files(body, drafted):
    app = body("hand_in", drafted)
    gaps = GAP.findall(drafted.draft.text)
    assert f"{len(gaps)} gaps" in app.warning[0].value
    links = [one.value for one in app.text if "missing" in one.value]
    assert any(f"In your text: {len(gaps)} gaps" in one.value for one in app.markdown)
    counts = [int(label.rpartition("(")[2].split()[0]) if "times)" in label else 1 for label in links]
    assert (len(links), sum(counts)) == (len(set(gaps)), len(gaps))


def test_a_text_without_gaps_is_not_warned_of(body, drafted):
    app = body("hand_in", edits.set_draft_text(drafted, "Ana phones every commuter a week later."))
    assert not app.warning


def test_the_levels_of_the_rubric_stand_there_before_one_is_chosen(body, drafted):
    app = body("hand_in", drafted)
    looks = [one for one in app.radio if (one.key or "").startswith("self_look.")]
    assert len(looks) == 5
    assert all(one.value is None and len(one.proto.captions) == 4 and all(one.proto.captions) for one in looks)


def test_only_the_section_is_chosen_to_begin_with(body, drafted):
    app = body("hand_in", drafted)
    boxes = {one.label: one for one in app.checkbox}
    assert [one.value for one in boxes.values()] == [False] * 6
    assert boxes["The canvas"].disabled  # three filled blocks are no canvas
    assert not boxes["The plan as a table"].disabled


def test_a_gap_keeps_the_draft_open_and_a_whole_plan_is_ready_to_hand_in(plan):
    answers = {question.value: f"We say {question.value} every day." for question in KeyQuestion}
    whole = plan.model_copy(
        update={
            "venture": plan.venture.model_copy(
                update={"offer": "Bikes", "value_proposition": "Fast", "segments": plan.venture.segments[:1]}
            ),
            "commitments": tuple(item.model_copy(update={"during": "They ride"}) for item in plan.commitments),
            "answers": KeyAnswers(**answers),
        }
    )
    written = edits.set_draft_text(whole, "They ride. [missing: what happens after the purchase]")
    assert steps_done(written) == {Step.BUSINESS, Step.RELATIONSHIPS, Step.QUESTIONS}
    assert steps_done(edits.set_draft_text(whole, "They ride.")) == set(Step)
    unanswered = edits.set_answer(whole, KeyQuestion.RETAIN, "i dont know yet")
    assert Step.HAND_IN not in steps_done(edits.set_draft_text(unanswered, "They ride."))
