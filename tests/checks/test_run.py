"""The whole report: what works first, odd texts, the weak example of the lesson."""

import pytest

from canvas.checks.run import check_text
from canvas.content.library import library
from canvas.content.rules import load_rules
from canvas.models.vocabulary import Mistake, Verdict

RULES = load_rules()
WEAK = (
    "The company builds strong long-term relationships through personalised assistance and continuous support. "
    "Customers get guidance before and after the purchase by e-mail and on social media. Loyalty is encouraged by "
    "follow-up, collecting feedback and special offers for returning customers."
)
COMPLETE = (
    "Each hotel has one contact, Mara, who visits every spring and plans the bicycles with the manager. "
    "Tourists unlock a bicycle alone in the app and pay with their phone. Two weeks after a purchase our "
    "mechanics call every owner and tighten the brakes for free."
)


@pytest.mark.parametrize("text", [WEAK, library().weak_example.text], ids=["substance", "ours"])
def test_the_weak_example_is_too_general_and_nothing_else(text):
    assert check_text(text, RULES).flagged == (Mistake.TOO_GENERAL,)


def test_a_specific_complete_section_has_no_finding_and_hears_what_works():
    report = check_text(COMPLETE, RULES)
    assert report.flagged == ()
    assert 2 <= len(report.works) <= 3
    assert len(report.types) >= 3


@pytest.mark.parametrize(
    "text",
    ["", "word", "<script>alert(1)</script>", "{{ 7*7 }}", "__class__", "5*3*2", "🙂 🙂", "שלום " * 40],
)
def test_what_cannot_be_judged_is_skipped_with_the_reason(text):
    findings = check_text(text, RULES).findings
    assert {finding.verdict for finding in findings.values()} == {Verdict.SKIPPED}
    assert all(finding.why for finding in findings.values())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "there are no words to judge"),
        ("🙂 🙂", "there are no words to judge"),
        ("word", "one word is not enough to judge"),
        ("a word of help", "four words are not enough to judge"),
    ],
)
def test_the_reason_counts_the_words(text, why):
    assert {finding.why for finding in check_text(text, RULES).findings.values()} == {why}


@pytest.mark.parametrize(
    "text",
    [
        "x" * 50_000,
        "a " * 50_000,
        "customer " * 11_000,
        "![[" * 30_000,
        "[missing:" * 10_000,
        "?" * 90_000,
        "\n- " * 30_000,
    ],
    ids=range(7),
)
def test_hostile_repetitions_come_to_an_end(text):
    assert check_text(text, RULES).text == text


def test_a_text_of_headings_alone_names_what_is_missing():
    finding = check_text("What do our customers expect from us in the end?", RULES).findings[Mistake.TOO_GENERAL]
    assert finding.missing
