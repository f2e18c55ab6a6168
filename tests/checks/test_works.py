"""What works in a text is praised once, and never in words that a remark quotes."""

import pytest

from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from canvas.models.vocabulary import Verdict

RULES = load_rules()
TEXTS = (
    "After one month we invite every student to a free check of brakes.",
    "All customers get the same: our staff helps them personally in the shop. Customer is king.",
    "Our staff also answer questions on the phone.",
    "We value quality and trust.",
    "Each hotel has one contact, our cook Nora. Families order alone in the web shop. After one week we call.",
)


def overlap(one, other):
    return one.start < other.end and other.start < one.end


@pytest.mark.parametrize("text", TEXTS)
def test_no_words_are_praised_twice(text):
    quotes = [quote for strength in check_text(text, RULES).works for quote in strength.quotes]
    assert not any(overlap(one, other) for place, one in enumerate(quotes) for other in quotes[:place])


@pytest.mark.parametrize("text", TEXTS)
def test_no_words_are_praised_and_blamed(text):
    report = check_text(text, RULES)
    blamed = [
        quote
        for finding in report.findings.values()
        if finding.verdict is Verdict.FLAGGED
        for quote in finding.quotes
    ]
    praised = [quote for strength in report.works for quote in strength.quotes]
    assert not any(overlap(one, other) for one in praised for other in blamed)


def test_a_relationship_that_a_remark_quotes_is_praised_without_its_words():
    works = check_text("Our staff also answer questions on the phone.", RULES).works
    assert [one.says for one in works] == ["You say what really happens for a customer."]
