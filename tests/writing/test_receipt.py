"""The receipt of a revision, on its bench and on its promises."""

import tomllib
from pathlib import Path

import pytest

from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from canvas.models.receipt import Outcome
from canvas.models.vocabulary import Mistake
from canvas.models.workbook import Objection
from canvas.writing.receipt import receipt
from canvas.writing.receipt_words import says

RULES = load_rules()
BENCH = Path(__file__).parent.parent / "bench" / "receipts.toml"
PAIRS = tomllib.loads(BENCH.read_text(encoding="utf-8"))["pair"]
STAFF = "Our staff advise every beekeeper. Beekeepers help each other in our forum."
ADVERTS = "We advertise on Instagram and hand out flyers at the station."
REPAIR = "Ben repairs a broken hive for free within two days."


def made(before, after, objections=()):
    return receipt(check_text(before, RULES), check_text(after, RULES), objections)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_the_bench_holds(pair):
    found = made(pair["before"], pair["after"], [Objection(**item) for item in pair.get("objections", ())])
    assert {line.mistake.value: line.outcome.value for line in found.lines} == pair["receipt"]
    proof = [quote.quote for line in found.lines for quote in line.evidence]
    assert [words for words in pair.get("proof", ()) if not any(words in quote for quote in proof)] == []


def test_the_bench_has_every_mistake_with_every_outcome():
    assert len(PAIRS) >= 44
    found = {(mistake, outcome) for pair in PAIRS for mistake, outcome in pair["receipt"].items()}
    assert {(mistake, outcome) for mistake in Mistake for outcome in Outcome} - found == set()


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_whatever_is_called_fixed_quotes_the_new_text(pair):
    for line in made(pair["before"], pair["after"]).lines:
        assert line.evidence or line.outcome is not Outcome.FIXED
        assert not line.evidence or line.outcome in (Outcome.FIXED, Outcome.CHANGED)
        assert all(pair["after"][quote.start : quote.end] == quote.quote for quote in line.evidence)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_a_text_that_did_not_change_has_fixed_nothing(pair):
    found = made(pair["before"], pair["before"])
    assert {line.outcome for line in found.lines} <= {Outcome.UNTOUCHED}
    assert found.changed is False


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_an_emptied_text_has_fixed_nothing(pair):
    assert {line.outcome for line in made(pair["before"], "").lines} <= {Outcome.REMOVED}


def test_a_blamed_sentence_is_shown_as_it_was_and_as_it_is():
    line = made(f"{ADVERTS} {STAFF} {REPAIR}", f"On Instagram Ben answers within one day. {STAFF} {REPAIR}").lines[
        0
    ]
    assert line.outcome is Outcome.FIXED
    assert (line.pairs[0].before, line.pairs[0].after) == (ADVERTS, "On Instagram Ben answers within one day.")


def test_a_moved_sentence_is_told_as_moved():
    line = made(f"{ADVERTS} {STAFF} {REPAIR}", f"{STAFF} {REPAIR} {ADVERTS}").lines[0]
    assert line.outcome is Outcome.UNTOUCHED
    assert [(pair.change, pair.before) for pair in line.pairs] == [("moved", ADVERTS)]


def test_a_disagreement_counts_only_while_the_remark_stands():
    mine = Objection(
        mistake=Mistake.CHANNEL_CONFUSION, words="We advertise\nhand out flyers", because="Our course."
    )
    still = made(f"{ADVERTS} {STAFF} {REPAIR}", f"{STAFF} {ADVERTS} {REPAIR}", [mine]).lines[0]
    assert (still.outcome, still.because) == (Outcome.DISPUTED, "Our course.")
    assert made(f"{ADVERTS} {STAFF} {REPAIR}", f"{STAFF} {REPAIR}", [mine]).lines[0].outcome is Outcome.FIXED


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_no_vague_sentence_that_still_stands_is_called_fixed(pair):
    earlier = check_text(pair["before"], RULES).findings[Mistake.TOO_GENERAL].quotes
    for line in made(pair["before"], pair["after"]).lines:
        if line.mistake is Mistake.TOO_GENERAL and line.outcome is Outcome.FIXED:
            kept = [pair.before for pair in line.pairs if pair.change in ("same", "moved")]
            assert [quote.quote for quote in earlier if any(quote.quote in words for words in kept)] == []


def test_vague_sentences_that_still_stand_are_shown_beside_the_new_words():
    vague, forum = "We value trust and quality.", "Users help each other in our forum."
    deed = "After the purchase our fitter Leo checks each stove and cleans the pipe for free in October."
    line = made(f"{vague} {forum}", f"{vague} {forum} {deed}").lines[-1]
    assert (line.mistake, line.outcome) == (Mistake.TOO_GENERAL, Outcome.CHANGED)
    assert [(pair.change, pair.after) for pair in line.pairs] == [("same", vague), ("added", deed)]
    assert says(line) == "Better: your new words say what happens. But these words are still there:"


def test_adverts_that_were_only_taken_out_do_not_borrow_new_words():
    line = made(f"{ADVERTS} {STAFF} {REPAIR}", f"{STAFF} {REPAIR}").lines[0]
    assert line.outcome is Outcome.FIXED
    assert says(line) == "The words are gone, and what is left says how you treat a customer:"


def test_words_about_something_else_are_not_told_as_proof():
    line = made(
        "We value trust and quality, and the customer is king.", "My dog is brown and sleeps on Monday."
    ).lines[-1]
    assert (line.mistake, line.outcome, line.evidence) == (Mistake.TOO_GENERAL, Outcome.REMOVED, ())
    assert "nothing that happens for a customer" in says(line)


def test_the_same_input_gives_the_same_receipt():
    texts = (f"{ADVERTS} {STAFF} {REPAIR}", f"{REPAIR} We hang posters on every bus. {STAFF}")
    assert made(*texts) == made(*texts)
