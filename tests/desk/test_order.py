"""The order of marking: random, steady, and blind to names."""

from canvas.desk.order import in_order, marking_order

from .class_of import batch_of, student

KEYS = tuple(f"{number:04}" for number in range(200))


def test_the_order_is_the_same_at_every_look_and_another_for_another_seed():
    assert in_order(KEYS, 7) == in_order(reversed(KEYS), 7)
    assert sorted(in_order(KEYS, 7)) == list(KEYS)
    assert in_order(KEYS, 7) != in_order(KEYS, 8)


def test_every_place_is_as_likely_for_everybody():
    places = [in_order(KEYS, seed).index("0000") for seed in range(300)]
    assert 80 < sum(places) / len(places) < 120
    assert min(places) < 20
    assert max(places) > 180


def test_names_and_the_order_of_the_zip_play_no_part():
    one = batch_of(student("1", "a", name="Aaron"), student("2", "b", name="Zoe"), student("3", "c"))
    other = batch_of(student("3", "c"), student("2", "b", name="Aaron"), student("1", "a", name="Zoe"))
    assert marking_order(one) == marking_order(other)


def test_who_hands_in_later_changes_nobody_elses_order():
    later = in_order((*KEYS, "new-1", "new-2"), 7)
    assert tuple(key for key in later if not key.startswith("new")) == in_order(KEYS, 7)
