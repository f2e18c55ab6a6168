"""Where a sentence still stands unedited, and how text is put in or taken out around it."""

import pytest

from canvas.writing.standing import inserted_after, new_line_after, place_of, places_of, replaced

SENTENCE = "Mia calls."


@pytest.mark.parametrize(
    "draft",
    [
        "Mia calls.",
        "We sell. Mia calls. Then we wait.",
        "- Mia calls.\n- More",
        "[missing: x] Mia calls.",
        "Yes!\nMia calls.\n",
    ],
)
def test_an_unedited_sentence_stands(draft):
    start, end = place_of(SENTENCE, draft)
    assert draft[start:end] == SENTENCE


@pytest.mark.parametrize(
    "draft", ["Then Mia calls.", "Mia calls..", "Mia calls.)", "mia calls.", "Jana and Mia calls."]
)
def test_an_edited_sentence_does_not_stand(draft):
    assert place_of(SENTENCE, draft) is None


def test_twins_are_found_in_order():
    assert [start for start, _ in places_of("[missing: a]", "[missing: a] x. [missing: a]")] == [0, 16]
    assert place_of("[missing: a]", "[missing: a] x. [missing: a]", 5) == (16, 28)


@pytest.mark.parametrize(
    ("draft", "left"),
    [
        ("One. Mia calls. Two.", "One. Two."),
        ("Mia calls. Two.", "Two."),
        ("One. Mia calls.", "One."),
        ("- One\n- Mia calls.\n- Two", "- One\n- Two"),
        ("One.\n\nMia calls.\n\nTwo.", "One.\n\nTwo."),
        ("One.\n\nMia calls.", "One."),
        ("Mia calls.", ""),
    ],
)
def test_taking_a_sentence_out_leaves_no_hole(draft, left):
    assert replaced(draft, place_of(SENTENCE, draft), "") == left


def test_putting_a_sentence_in():
    place = place_of(SENTENCE, "Mia calls. End.\nNext.")
    assert inserted_after("Mia calls. End.\nNext.", place, "New.") == "Mia calls. New. End.\nNext."
    assert new_line_after("Mia calls. End.\nNext.", place, "New.", apart=True) == "Mia calls. End.\n\nNew.\nNext."
