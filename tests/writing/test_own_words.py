"""Whose words a section is made of."""

import json
from pathlib import Path

import pytest

from canvas.content.library import library
from canvas.models.vocabulary import KeyQuestion, Mistake, Shape
from canvas.models.workbook import Workbook
from canvas.writing import edits
from canvas.writing.draft import fill
from canvas.writing.own_words import own_words
from canvas.writing.own_words_index import lesson_index
from canvas.writing.sentences import sentences

SECTIONS = Path(__file__).parent.parent / "bench" / "sections"


def kinds(workbook):
    return {sentence.text: sentence.kind for sentence in own_words(workbook)}


def kind_of(text):
    found = own_words(edits.set_draft_text(Workbook(), text))
    assert len(found) == 1
    return found[0].kind


@pytest.mark.parametrize("shape", Shape)
def test_every_built_sentence_shows_its_answer(plan, shape):
    filled = fill(plan, shape)
    found = own_words(filled)
    assert [filled.draft.text[one.start : one.end] for one in found] == [one.text for one in found]
    assert {one.kind for one in found} <= {"answer", "frame", "gap"}
    assert all(one.origin for one in found if one.kind == "answer")
    called = next(one for one in found if "alls after two weeks" in one.text or "call after two weeks" in one.text)
    assert called.origin == "commitments.commuters.personal_assistance.after"


def test_a_changed_sentence_still_shows_the_answer_it_comes_from(plan):
    filled = fill(plan, Shape.BY_SEGMENT)
    text = filled.draft.text.replace("lets each person try them", "lets each person try them on the hill")
    edited = next(one for one in own_words(edits.set_draft_text(filled, text)) if "on the hill" in one.text)
    assert (edited.kind, edited.origin) == ("edited", "commitments.commuters.personal_assistance.during")


def test_a_sentence_written_by_hand_is_the_students_own(plan):
    filled = fill(plan, Shape.BY_SEGMENT)
    mine = "In spring our apprentices paint the old racks."
    assert kinds(edits.set_draft_text(filled, f"{filled.draft.text}\n\n{mine}"))[mine] == "own"


def test_a_gap_is_not_yours_yet(plan):
    gaps = [one for one in own_words(fill(plan, Shape.BY_SEGMENT)) if one.kind == "gap"]
    assert gaps
    assert not any(one.is_yours for one in gaps)


def test_a_built_sentence_whose_answer_is_an_example_is_copied(plan):
    example = library().questions[KeyQuestion.RETAIN].example
    copied = fill(edits.set_answer(plan, KeyQuestion.RETAIN, example), Shape.BY_SEGMENT)
    found = [one for one in own_words(copied) if one.kind == "copied"]
    assert [(one.origin, one.where) for one in found] == [("answers.retain", "an example answer")]


@pytest.mark.parametrize(
    "text",
    [
        library().mistakes[Mistake.TOO_GENERAL].better,
        library().mistakes[Mistake.TOO_GENERAL].better.upper(),
        "After the purchase, " + library().mistakes[Mistake.TOO_GENERAL].better,
        "Tom from the workshop phones every new owner after 21 days and tightens the brakes for free.",
        "Ben from the workshop phones every new client after 14 days and tightens the brakes for free.",
        "Customer loyalty is built by " + library().questions[KeyQuestion.RETAIN].example,
    ],
)
def test_a_sentence_of_ours_is_known_again_with_a_word_or_two_changed(text):
    assert kind_of(text) == "copied"


@pytest.mark.parametrize("opener", library().openers)
def test_an_opener_is_never_blamed(opener):
    assert kind_of(opener) == "frame"
    assert kind_of(f"{opener.rstrip(' …')} Mia, who oils every chain on the first Monday in May.") == "own"


@pytest.mark.parametrize(
    "text",
    [
        "Free test ride.",
        "How do we attract customers?",
        "Each client has one adviser.",
        "Our staff phone new owners and help them in the shop.",
    ],
)
def test_words_that_anybody_could_write_are_not_blamed(text):
    assert kind_of(text) == "own"


def test_no_section_of_the_bench_is_blamed():
    """They were written without our lessons, so every match would be a false accusation."""
    lines = [
        line for path in sorted(SECTIONS.glob("*_dev.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]
    found = [one.text for line in lines for one in sentences(json.loads(line)["text"])]
    assert len(found) > 500
    assert [text for text in found if lesson_index().match(text)] == []
