"""The draft belongs to the student: offers come sentence by sentence, and an edited sentence is never lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from canvas.errors import InputError
from canvas.models import limits
from canvas.models.vocabulary import RelationshipType, Shape
from canvas.models.workbook import Workbook
from canvas.writing import edits
from canvas.writing.draft import decline, fill, offers, rebuild_preview, take
from canvas.writing.section import build

FIRMS = ("firms", RelationshipType.DEDICATED_PERSONAL_ASSISTANCE)


def with_after(workbook, words):
    return edits.set_commitment(workbook, *FIRMS, "after", words)


def test_an_unfilled_draft_has_no_offers(plan):
    assert offers(plan) == ()
    assert offers(edits.set_draft_text(plan, "My own text.")) == ()


def test_a_fresh_draft_has_no_offers(plan):
    for shape in Shape:
        assert offers(fill(plan, shape)) == ()


def test_an_answer_in_place_of_a_gap_is_offered_and_taken_in_place(plan):
    changed = with_after(fill(plan, Shape.BY_SEGMENT), "We call each firm in May")
    [offer] = offers(changed)
    assert (offer.before, offer.in_draft) == ("[missing: what happens after the purchase]", True)
    assert offer.now == "After the purchase, we call each firm in May."
    taken = take(changed, offer)
    assert offers(taken) == ()
    assert taken.draft.text == build(changed, Shape.BY_SEGMENT).text


def test_a_changed_answer_never_overwrites_an_edited_sentence(plan):
    filled = fill(plan, Shape.BY_SEGMENT)
    mine = filled.draft.text.replace("a named mechanic checks", "one named mechanic always checks")
    changed = edits.set_commitment(
        edits.set_draft_text(filled, mine), *FIRMS, "during", "Two mechanics check the fleet"
    )
    [offer] = offers(changed)
    assert not offer.in_draft
    taken = take(changed, offer)
    assert "one named mechanic always checks the fleet." in taken.draft.text
    assert "During the purchase, two mechanics check the fleet." in taken.draft.text
    assert offers(taken) == ()


def test_a_declined_offer_does_not_come_back(plan):
    changed = with_after(fill(plan, Shape.BY_SEGMENT), "We call each firm in May")
    declined = decline(changed, offers(changed)[0])
    assert offers(declined) == ()
    assert declined.draft.text == changed.draft.text
    assert len(offers(with_after(declined, "We call each firm in June"))) == 1


def test_a_new_answer_goes_behind_its_neighbour(plan):
    changed = edits.set_commitment(
        fill(plan, Shape.ALONG_THE_JOURNEY),
        "firms",
        RelationshipType.SELF_SERVICE,
        "before",
        "A price list online",
    )
    wanted = next(offer for offer in offers(changed) if "price list" in offer.now)
    assert "- Local firms: one visit a year. Also: a price list online." in take(changed, wanted).draft.text


def test_a_new_segment_becomes_a_new_paragraph(plan):
    changed = edits.add_segment(fill(plan, Shape.BY_SEGMENT), "Tourists", "tourists")
    changed = edits.set_commitment(
        changed, "tourists", RelationshipType.SELF_SERVICE, "after", "We refund in a day"
    )
    for offer in offers(changed):
        changed = take(changed, offers(changed)[0])
        del offer
    assert offers(changed) == ()
    told = "For tourists, this is what we do (self-service). After the purchase, we refund in a day."
    assert f"\n\n{told}\n\n" in changed.draft.text


def test_a_removed_answer_is_offered_for_removal(plan):
    changed = edits.drop_type(fill(plan, Shape.BY_SEGMENT), "commuters", RelationshipType.SELF_SERVICE)
    gone = next(offer for offer in offers(changed) if "care videos" in offer.before)
    assert gone.now == ""
    assert "care videos" not in take(changed, gone).draft.text


def test_another_connector_alone_is_no_offer(plan):
    """The second answer at a stage becomes the first one: its words are the same, so nothing is offered."""
    changed = edits.set_commitment(
        fill(plan, Shape.BY_SEGMENT), "commuters", RelationshipType.PERSONAL_ASSISTANCE, "during", ""
    )
    assert [offer.origin for offer in offers(changed)] == ["commitments.commuters.personal_assistance.during"]


def test_building_again_compares_and_replaces(plan):
    changed = with_after(fill(plan, Shape.BY_SEGMENT), "We call each firm in May")
    preview = rebuild_preview(changed, Shape.BY_SEGMENT)
    assert [item.text for item in preview if item.kind == "added"] == [
        "After the purchase, we call each firm in May."
    ]
    assert {item.kind for item in rebuild_preview(fill(plan, Shape.BY_SEGMENT), Shape.BY_SEGMENT)} == {"same"}
    assert fill(changed, Shape.BY_SEGMENT).draft.text == build(changed, Shape.BY_SEGMENT).text


def test_a_draft_does_not_grow_beyond_its_limit(plan):
    filled = fill(plan, Shape.BY_SEGMENT)
    full = edits.set_draft_text(filled, filled.draft.text + "x" * (limits.DRAFT - len(filled.draft.text)))
    changed = edits.set_commitment(full, *FIRMS, "after", "We call each firm in May. " * 20)
    with pytest.raises(InputError, match="too long"):
        take(changed, offers(changed)[0])


words = st.sampled_from(
    ["", "We call in May", "A gift", "Send a card. Then we wait.", "Mia calls.", "- one\n- two", "x", "5*3*2"]
)
cells = st.tuples(
    st.sampled_from(["commuters", "families", "firms"]),
    st.sampled_from([*RelationshipType]),
    st.sampled_from(["before", "during", "after", "who", "pace"]),
    words,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    shape=st.sampled_from([*Shape]),
    marked=st.sets(st.integers(0, 30)),
    changes=st.lists(cells, max_size=6),
    answers=st.lists(st.booleans(), min_size=40, max_size=40),
)
def test_an_edited_sentence_is_never_lost(plan: Workbook, shape, marked, changes, answers):
    filled = fill(plan, shape)
    text, edited = filled.draft.text, []
    for number, sentence in enumerate(filled.draft.built):
        if number in marked:
            mine = f"EDITED {number} {sentence.text} MINE {number}"
            text = text.replace(sentence.text, mine, 1) if text.count(sentence.text) == 1 else text
            edited.append(mine)
    edited = [mine for mine in edited if mine in text]
    workbook = edits.set_draft_text(filled, text)
    for change in changes:
        workbook = edits.set_commitment(workbook, *change[:3], change[3])
    for accepts in answers:
        left = offers(workbook)
        if not left:
            break
        workbook = (take if accepts else decline)(workbook, left[0])
        assert all(mine in workbook.draft.text for mine in edited)
    assert len(offers(workbook)) == 0 or len(answers) == 40


def test_equal_gaps_are_told_apart_by_their_neighbours(plan):
    emptied = edits.set_commitment(plan, "families", RelationshipType.COMMUNITIES, "after", "")
    changed = with_after(fill(emptied, Shape.BY_SEGMENT), "We call each firm in May")
    [offer] = offers(changed)
    assert take(changed, offer).draft.text == build(changed, Shape.BY_SEGMENT).text


def test_a_pace_takes_the_place_of_its_gap_in_one_offer(plan):
    plain = edits.set_answer(edits.set_commitment(plan, *FIRMS, "pace", ""), "feedback", "Jana answers.")
    for field in ("before", "pace"):
        plain = edits.set_commitment(plain, "commuters", RelationshipType.PERSONAL_ASSISTANCE, field, "a chat")
        plain = edits.set_commitment(plain, "commuters", RelationshipType.PERSONAL_ASSISTANCE, field, "")
    plain = edits.set_commitment(plain, *FIRMS, "before", "A visit")
    filled = fill(plain, Shape.BY_SEGMENT)
    assert "[missing: how fast you answer]" in filled.draft.text
    changed = edits.set_commitment(filled, *FIRMS, "pace", "Every month")
    [offer] = offers(changed)
    assert (offer.before, offer.in_draft) == ("[missing: how fast you answer]", True)
    assert take(changed, offer).draft.text == build(changed, Shape.BY_SEGMENT).text


def test_a_gap_filled_at_another_relationship_is_one_offer_too(plan):
    other = ("firms", RelationshipType.COMMUNITIES)
    filled = fill(edits.choose_type(plan, *other), Shape.BY_SEGMENT)
    changed = edits.set_commitment(filled, *other, "after", "Firms meet in May")
    [offer] = offers(changed)
    assert offer.before == "[missing: what happens after the purchase]"
    assert take(changed, offer).draft.text == build(changed, Shape.BY_SEGMENT).text
    assert offers(take(changed, offer)) == offers(decline(changed, offer)) == ()


def test_an_answer_that_the_cells_already_give_only_takes_its_gap_away(plan):
    filled = fill(edits.set_answer(plan, "attract", ""), Shape.BY_SEGMENT)
    changed = edits.set_answer(filled, "attract", edits.suggestion_for(filled, "attract"))
    [offer] = offers(changed)
    assert (offer.before, offer.now) == ("[missing: how you attract customers]", "")
