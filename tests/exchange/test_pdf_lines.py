"""The lines of a PDF become paragraphs again."""

import pytest

from canvas.exchange.incoming.pdf_lines import joined

LONG = "Each hotel has one contact, Mara, who visits every spring and knows the"


def test_lines_of_a_paragraph_are_joined_and_broken_words_made_whole():
    assert (
        joined([f"{LONG} main-\ntenance plan of each bicycle."]) == f"{LONG} maintenance plan of each bicycle.\n"
    )


def test_bullets_and_short_lines_stay_lines():
    page = f"Customer Relationships\n{LONG} date.\n• one call\n• a forum\n"
    assert joined([page]) == f"Customer Relationships\n{LONG} date.\n- one call\n- a forum\n"


def test_running_heads_and_page_numbers_are_left_out():
    pages = [f"Harbour Bikes\nWe call rider {number}.\n{number}" for number in range(1, 5)]
    assert joined(pages) == "".join(f"We call rider {number}.\n" for number in range(1, 5))


def test_ligatures_are_letters_again():
    assert joined(["a \ufb01rst o\ufb00er"]) == "a first offer\n"


@pytest.mark.parametrize("sign", ["\uf0b7", "\uf0a7", "➢", "❖", "*"])
def test_bullets_of_word_and_its_sign_fonts_are_bullets(sign):
    assert joined([f"{sign} one call\n{sign}\na forum"]) == "- one call\n- a forum\n"


@pytest.mark.parametrize("heading", ["7 CUSTOMER RELATIONSHIPS", "Customer Relationships", "7.2 Our restaurants"])
def test_a_heading_after_a_full_line_stays_a_line(heading):
    page = f"{LONG} dates.\n{heading}\nWe call every rider."
    assert joined([page]).split("\n")[1] == heading


@pytest.mark.parametrize("last", ["date of each sale.", "Tom calls, too.", "dates", "and so do we"])
def test_the_last_line_of_a_paragraph_is_no_heading(last):
    assert joined([f"{LONG} next\n{last}"]) == f"{LONG} next {last}\n"
