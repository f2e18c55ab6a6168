"""Everything is checked afresh; claims that differ and identical work are told calmly."""

from canvas.content.rules import load_rules
from canvas.desk.batch import read_batch
from canvas.desk.fresh_check import (
    claim_differs,
    file_reports,
    fresh_report,
    identical_work,
    nearly_identical_work,
)
from canvas.models.intake import Claim
from canvas.models.vocabulary import Mistake
from tests.desk.layouts import LONG, OTHER, text

WEAK = "Our staff advise every visitor in the shop with a smile and a cup of tea."


def batch_of(*texts):
    sources = [(f"s{number}.md", text(words)) for number, words in enumerate(texts)]
    return read_batch(sources, batch_id="b", title="t", seed=1).batch


def test_a_report_is_made_of_the_judged_text():
    batch = batch_of(WEAK, LONG)
    first, second = (fresh_report(one, load_rules()) for one in batch.submissions)
    assert Mistake.NO_AFTER_SALES in first.flagged
    assert file_reports(batch, load_rules()) == {"s0.md": first, "s1.md": second}


def test_a_claim_that_differs_is_told_for_each_mistake():
    report = fresh_report(batch_of(WEAK).submissions[0], load_rules())
    [told] = claim_differs(Claim(checker_version="0", flagged=report.flagged[1:]), report)
    assert told == "“Ignoring after-sales service”: the file says clear, the check now says flagged."
    assert claim_differs(Claim(checker_version="0", flagged=report.flagged), report) == ()
    assert claim_differs(Claim(checker_version="0"), report) == ()
    assert claim_differs(None, report) == ()


def test_the_same_words_under_two_names_are_found_whatever_their_lines_and_signs():
    batch = batch_of(LONG, OTHER, LONG.upper().replace(". ", "\n\n- "), WEAK)
    assert identical_work(batch) == (("s0", "s2"),)
    assert nearly_identical_work(batch) == ()


def test_a_few_other_words_are_nearly_the_same():
    words = f"{LONG} {OTHER}"
    batch = batch_of(words, words.replace("four weeks", "five weeks"), OTHER)
    assert identical_work(batch) == ()
    assert nearly_identical_work(batch) == (("s0", "s1"),)


def test_short_texts_and_the_words_of_a_hand_out_are_no_sign():
    assert identical_work(batch_of("We answer e-mails.", "We answer e-mails.")) == ()
    handed_out = (
        "Describe how your customers are treated before the sale and during it and after it, in your own words."
    )
    own = [
        f"{handed_out} Customer number {number} gets letter {number} from {number} people." for number in range(20)
    ]
    assert nearly_identical_work(batch_of(*own)) == ()
