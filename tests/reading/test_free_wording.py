"""The second opinion: when a rule is believed, and what counts though no rule has found it."""

import pytest

from canvas.content.wording import load_wording
from canvas.reading import free_wording
from canvas.reading.free_wording import Opinion
from canvas.reading.text import readable
from canvas.reading.units import units

TABLE = load_wording()
CLUB, HELP = "communities", "personal_assistance"
SENTENCE = "They meet in our yard on the first Sunday of every month."


class Told:
    """A scorer that gives fixed probabilities, nought for the rest."""

    def __init__(self, **told):
        self.told = told

    def probabilities(self, text):
        return {label: self.told.get(label, 0.0) for label in TABLE.labels}


@pytest.fixture
def opinion(monkeypatch):
    def make(text, **told):
        monkeypatch.setattr(free_wording, "scorer_of", lambda wording: Told(**told))
        return Opinion(readable(text), units(text), TABLE)

    return make


def found(opinion, known=(), staged=(), shut=()):
    return {label for _, label in opinion.finds(set(known), set(staged), set(shut))}


def test_a_rule_is_not_believed_where_the_sentence_is_about_something_else(opinion):
    assert not opinion(SENTENCE, communities=0.001).believes(0, CLUB, sure=True)
    assert opinion(SENTENCE, communities=0.07).believes(0, CLUB, sure=True)
    assert not opinion(SENTENCE, communities=0.07).believes(0, CLUB, sure=False)


def test_a_rule_is_believed_in_a_short_note_and_about_what_is_no_type(opinion):
    assert opinion("They meet every Sunday.").believes(0, CLUB, sure=True)
    assert opinion("Regular club for gardeners in the yard on Sundays").believes(0, CLUB, sure=True)
    assert opinion(SENTENCE).believes(0, "stage", sure=True)


def test_without_a_table_every_rule_is_believed_and_nothing_else_is_found():
    bare = Opinion(readable(SENTENCE), units(SENTENCE), None)
    assert bare.believes(0, CLUB, sure=False)
    assert bare.plausible([CLUB]) == {0}
    assert not found(bare)


def test_what_no_rule_has_found_counts_from_its_threshold_on(opinion):
    threshold = TABLE.thresholds[CLUB]
    assert found(opinion(SENTENCE, communities=threshold)) == {CLUB}
    assert not found(opinion(SENTENCE, communities=threshold - 0.01))
    assert not found(opinion(SENTENCE, communities=threshold), known=[(0, CLUB)])
    assert not found(opinion(SENTENCE, communities=1.0), shut=[0])


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        ("Regular meetings of gardeners in the yard", free_wording.A_NOTE),
        ("They meet in our yard without a fixed programme.", free_wording.BESIDE_A_NO),
    ],
)
def test_a_note_and_a_sentence_with_a_no_must_be_clearer(opinion, text, enough):
    assert found(opinion(text, communities=enough)) == {CLUB}
    assert not found(opinion(text, communities=enough - 0.01))


@pytest.mark.parametrize("seen", [CLUB, "channel"])
def test_beside_what_a_rule_has_found_a_type_must_be_clearer(opinion, seen):
    text, enough = "They meet in our yard every month.", free_wording.BESIDE_A_RULE
    assert found(opinion(text, personal_assistance=enough), known=[(0, seen)]) == {HELP}
    assert not found(opinion(text, personal_assistance=enough - 0.01), known=[(0, seen)])


def test_what_is_only_hoped_for_never_counts(opinion):
    assert not found(opinion("Perhaps they might meet in our yard one day.", communities=1.0))


def test_plausible_is_less_than_believed(opinion):
    assert opinion(SENTENCE, after=free_wording.PLAUSIBLE).plausible(["after"])
    assert not opinion(SENTENCE, after=free_wording.PLAUSIBLE - 0.01).plausible(["after"])


def likely(opinion, text=SENTENCE):
    (unit,) = units(text)
    return [label for label, _ in opinion.likely(unit.words, unit.start, unit.end)]


def test_what_may_be_meant_is_likely_unless_it_is_only_hoped_for(opinion):
    enough = free_wording.WORTH_ASKING
    assert likely(opinion(SENTENCE, communities=enough)) == [CLUB]
    assert not likely(opinion(SENTENCE, communities=enough - 0.01))
    assert not likely(opinion(SENTENCE, after=1.0))
    hope = "Perhaps they might meet in our yard one day."
    assert not likely(opinion(hope, communities=1.0), hope)
