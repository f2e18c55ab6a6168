"""Two versions side by side: every word of both, and what came and went."""

from hypothesis import given
from hypothesis import strategies as st

from canvas.writing.sentence_diff import side_by_side, words_changed

FIRST = "Mia advises every rider in the shop."
SECOND = "Families book a table alone in the app."


def told(parts):
    return [(part.kind, part.text) for part in parts]


def test_inside_an_edited_sentence_only_the_words_are_marked():
    row = side_by_side(FIRST, "Mia advises every new rider in the shop.")[0]
    assert told(row.older) == [("same", "Mia advises every"), ("same", " rider in the shop.")]
    assert told(row.newer) == [("same", "Mia advises every"), ("added", " new"), ("same", " rider in the shop.")]


def test_another_sentence_goes_and_comes_whole():
    row = side_by_side(FIRST, SECOND)[0]
    assert (told(row.older), told(row.newer)) == ([("removed", FIRST)], [("added", SECOND)])


def test_a_moved_sentence_is_no_change_of_words():
    rows = side_by_side(f"{FIRST} {SECOND}", f"{SECOND} {FIRST}")
    assert sorted(row.change for row in rows) == ["moved", "same"]
    assert all(part.kind == "same" for row in rows for part in (*row.older, *row.newer))


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_sign_is_lost_between_two_sentences(before, after):
    parts = words_changed(before, after)
    kept = "".join(before.split()), "".join(after.split())
    older = "".join(part.text for part in parts if part.kind != "added")
    newer = "".join(part.text for part in parts if part.kind != "removed")
    assert ("".join(older.split()), "".join(newer.split())) == kept
