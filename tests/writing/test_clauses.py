"""Clauses: correct English behind every connector, and never another word than the student's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.writing.clauses import Form, Known, clause, form_of, pieces, with_pronoun

KNOWN = Known(names=frozenset({"Mia", "Jana"}), small=frozenset({"plant"}))


@pytest.mark.parametrize(
    ("answer", "form", "mid"),
    [
        ("We call after two weeks.", Form.SENTENCE, "we call after two weeks"),
        ("we call after two weeks", Form.SENTENCE, "we call after two weeks"),
        ("Mia shows three bikes.", Form.SENTENCE, "Mia shows three bikes"),
        ("Customers book a slot online", Form.SENTENCE, "customers book a slot online"),
        ("Our staff call every customer", Form.SENTENCE, "our staff call every customer"),
        ("A mechanic checks the bike", Form.SENTENCE, "a mechanic checks the bike"),
        ("If something breaks, we mend it", Form.SENTENCE, "if something breaks, we mend it"),
        ("I call them", Form.SENTENCE, "I call them"),
        ("After two weeks, Mia calls each buyer", Form.MOMENT, "after two weeks, Mia calls each buyer"),
        ("Send a photo of the repair", Form.ACTION, "send a photo of the repair"),
        ("Call every customer", Form.ACTION, "call every customer"),
        ("Call after two weeks", Form.PHRASE, "call after two weeks"),
        ("Free checks every month", Form.PHRASE, "free checks every month"),
        ("Free test ride on Saturdays", Form.PHRASE, "free test ride on Saturdays"),
        ("A coach who can help", Form.PHRASE, "a coach who can help"),
        ("Offer of the month", Form.PHRASE, "offer of the month"),
        ("A stamp card: the fifth service is free", Form.PHRASE, "a stamp card: the fifth service is free"),
        ("WhatsApp support", Form.PHRASE, "WhatsApp support"),
        ("Wolfgang repairs the bike", Form.WHOLE, "Wolfgang repairs the bike"),
        ("24/7 hotline", Form.PHRASE, "24/7 hotline"),
        ("We've got a hotline", Form.SENTENCE, "we've got a hotline"),
        ("Sending a newsletter", Form.PHRASE, "sending a newsletter"),
        ("follow up email after 3 days", Form.PHRASE, "follow up email after 3 days"),
        ("Follow up with a call", Form.ACTION, "follow up with a call"),
        ("Plants that survive", Form.PHRASE, "plants that survive"),
        ("🙂", Form.PHRASE, "🙂"),
    ],
)
def test_an_answer_gets_the_form_that_is_sure(answer, form, mid):
    found = clause(answer, KNOWN)
    assert (found.form, found.mid) == (form, mid)


def test_the_connector_stands_before_the_first_sentence_only():
    found = clause("We call. If it rattles, we mend it! and call again")
    assert (found.mid, found.end, found.rest) == ("we call", ".", " If it rattles, we mend it! and call again.")


@pytest.mark.parametrize(
    ("answer", "form", "mid"),
    [
        ("- care videos\n- Price list;\n* hotline.", Form.PHRASE, "care videos; price list; hotline"),
        ("- i show them\n- They can wait", Form.SENTENCE, "I show them; they can wait"),
        ("- Send a photo.\n- Call every customer.", Form.ACTION, "send a photo; call every customer"),
        ("- They wait\n- coffee", Form.PHRASE, "they wait; coffee"),
        ("We call them\nThey wait", Form.SENTENCE, "we call them; they wait"),
    ],
)
def test_entries_of_one_answer_stay_behind_one_connector(answer, form, mid):
    found = clause(answer)
    assert (found.form, found.mid, found.rest) == (form, mid, "")


@pytest.mark.parametrize("answer", ["We call.\nThey wait.", "- We call. They wait.\n- Coffee", "- Yes!\n- Coffee"])
def test_whole_sentences_stay_sentences(answer):
    assert clause(answer).rest


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("i show the part", "I show the part"),
        ("they ask and i copy it, then i’m done", "they ask and I copy it, then I’m done"),
        ("i dont know", "I dont know"),
        ("kawa i herbata", "kawa i herbata"),
        ("part i of iv, i.e. this", "part i of iv, i.e. this"),
    ],
)
def test_a_small_i_becomes_a_capital_where_it_is_the_pronoun(words, now):
    assert with_pronoun(words) == now


def test_abbreviations_end_no_sentence():
    assert pieces("We ask Dr. Hall, e.g. Monday. Then we act.") == (
        "We ask Dr. Hall, e.g. Monday.",
        "Then we act.",
    )


@pytest.mark.parametrize("answer", ["", "  ", "\n- \n"])
def test_nothing_gives_an_empty_clause(answer):
    assert not clause(answer) or clause(answer).mid == "-"


@pytest.mark.parametrize(
    "answer", ["{{ 7*7 }}", "<script>alert(1)</script>", "__class__", "5*3*2", "&amp;", "مرحبا بكم", "...", "?"]
)
def test_strange_words_stay_as_they_are(answer):
    found = clause(answer)
    assert found.mid + found.end in (answer, answer + ".")


@given(st.text(max_size=80))
def test_no_word_is_lost_or_invented(answer):
    found = clause(answer)

    def letters(text):
        return "".join(sign for sign in text.casefold() if sign.isalpha())

    assert letters(found.mid + found.rest) == letters(answer)
    assert form_of(answer) in Form
