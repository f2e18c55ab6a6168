"""Similar answers under one mistake stand together; everybody stands in one group."""

import random

from canvas.desk.passages import Seen
from canvas.desk.similar import similar_answers
from canvas.models.finding import Finding, Quote, Report
from canvas.models.vocabulary import Mistake, Stage, Verdict

from .class_of import batch_of, student


def flagged(text, *quotes, stages=()):
    """A report that flags too_general on these words, or no_after_sales for an absence."""
    found = tuple(
        Quote(quote=words, start=text.index(words), end=text.index(words) + len(words)) for words in quotes
    )
    finding = Finding(verdict=Verdict.FLAGGED, quotes=found, missing=None if found else "something", why="x")
    return Report(text=text, works=(), types=(), stages=stages, findings=dict.fromkeys(Mistake, finding))


def grouped(reports, mistake=Mistake.TOO_GENERAL):
    batch = batch_of(*(student(key, report.text) for key, report in reports.items()))
    return similar_answers(batch, reports, mistake)


def test_the_same_words_stand_together_whatever_is_around_them():
    groups = grouped(
        {
            "a": flagged("We give excellent service to hotels in spring.", "excellent service"),
            "b": flagged("Children get Excellent service with their balloons.", "Excellent service"),
            "c": flagged("Our mission is quality.", "quality"),
        }
    )
    assert [group.students for group in groups] == [("a", "b"), ("c",)]
    assert groups[0].label == "“excellent service”"


def test_sentences_that_are_alike_stand_together_though_other_words_are_quoted():
    groups = grouped(
        {
            "a": flagged("Our friendly team takes good care of every single customer.", "good care"),
            "b": flagged("Our friendly team always takes care of every customer.", "friendly team"),
            "c": flagged("The best quality at low prices for all.", "best quality"),
        }
    )
    assert [group.students for group in groups] == [("a", "b"), ("c",)]


def test_everybody_stands_in_one_group_with_one_place_of_the_own_text():
    texts = {
        "a": "We offer great service. We offer top quality.",
        "b": "We offer top quality.",
        "c": "We offer great service.",
    }
    reports = {
        key: flagged(text, *[words for words in ("great service", "top quality") if words in text])
        for key, text in texts.items()
    }
    groups = grouped(reports)
    assert sorted(key for group in groups for key in group.students) == ["a", "b", "c"]
    for place in (place for group in groups for place in group.places):
        assert texts[place.key][place.start : place.end] == place.quote


def test_what_is_missing_is_grouped_by_what_is_there():
    reports = {
        "a": flagged("One.", stages=(Stage.DURING,)),
        "b": flagged("Two."),
        "c": flagged("Three.", stages=(Stage.DURING,)),
    }
    groups = grouped(reports, Mistake.NO_AFTER_SALES)
    assert [(group.label, group.students) for group in groups] == [
        ("Found: during the purchase", ("a", "c")),
        ("Nothing was found that is a relationship", ("b",)),
    ]
    assert groups[0].places[0] == Seen(key="a")


def test_who_does_not_make_the_mistake_stands_nowhere():
    fine = Report(
        text="x", works=(), types=(), stages=(), findings={m: Finding(verdict=Verdict.CLEAR) for m in Mistake}
    )
    assert grouped({"a": fine}) == ()


def test_the_order_of_the_keys_in_the_reports_changes_nothing():
    words = "service quality team customers prices care advice repair delivery training".split()
    drawn = random.Random(3)
    reports = {}
    for number in range(60):
        one, two, three = (drawn.choice(words) for _ in range(3))
        text = f"We promise the best {one} and great {two} with {three}."
        reports[str(number)] = flagged(text, text[11:25])
    batch = batch_of(*(student(key, report.text) for key, report in reports.items()))
    turned = dict(reversed(reports.items()))
    assert similar_answers(batch, reports, Mistake.TOO_GENERAL) == similar_answers(
        batch, turned, Mistake.TOO_GENERAL
    )
