"""Typst gets words as data only; its files are the same everywhere, and lacking letters are named."""

import threading

import pytest

from canvas.exchange.outgoing import typeset
from canvas.exchange.outgoing.canvas_picture import canvas_png, canvas_svg
from canvas.exchange.outgoing.document import CanvasBlock
from canvas.exchange.outgoing.flow import Heading, Points, Quoted, Words
from canvas.exchange.outgoing.pdf_file import pdf_of

COMMANDS = (
    '#read("/document.typ") $x^2$ #eval("1+1") #panic() *bold* _it_ `raw` @label <label> // gone /* gone */ \\ ~'
)


@pytest.fixture
def no_system_fonts(monkeypatch):
    """A computer without any font: the second look finds no more than the first."""
    held = typeset._press
    monkeypatch.setattr(typeset, "_press", lambda template, own: held(template, True))


def blocks(*lines):
    return (CanvasBlock(id="channels", name="Channels", lines=lines),)


def test_commands_in_words_are_shown_and_never_run():
    made = pdf_of(COMMANDS, [Heading(text=COMMANDS), Words(lines=(COMMANDS,)), Points(lines=(COMMANDS,))])
    plain = pdf_of("A", [Quoted(text="B")])
    assert made.data.startswith(b"%PDF")
    assert made.note == plain.note == ""


@pytest.mark.usefixtures("no_system_fonts")
def test_letters_that_no_font_has_are_named_once_and_the_pdf_is_made_all_the_same():
    made = pdf_of("Tea 茶", [Words(lines=("茶 and 漢, 茶 again",))])
    assert made.data.startswith(b"%PDF")
    assert made.note.endswith("boxes for them: 茶 漢")
    assert b"pdfuaid" not in made.data


@pytest.mark.usefixtures("no_system_fonts")
@pytest.mark.parametrize(
    "words", ["Café für Žofie, 5 €", "Кофе и друзья", "Ωραία", "مرحبا بكم", "שלום", "🙂 🍰 👩‍👧", "→ “so” … ½"]
)
def test_many_scripts_need_no_font_of_the_computer(words):
    made = pdf_of(words, [Words(lines=(words,))])
    assert made.note == ""
    assert b"pdfuaid" in made.data


def test_a_picture_holds_no_words_and_no_style_of_its_own():
    picture = canvas_svg(blocks("<script>", "on the web & by phone"))
    assert picture.startswith("<svg")
    assert not [
        part
        for part in ("<text", "script", "style=", "phone", 'http://www.w3.org/1999/xhtml" src')
        if part in picture
    ]


def test_more_words_make_smaller_letters_and_not_a_larger_picture():
    few, many = (
        canvas_png(blocks("Shop")),
        canvas_png(blocks(*(f"{number}. " + "words " * 40 for number in range(9)))),
    )
    assert few != many
    assert many[16:20] == few[16:20]  # the width, in pixels


def test_lines_beyond_any_page_are_counted_instead_of_drawn():
    assert canvas_svg(blocks(*map(str, range(600)))) == canvas_svg(blocks(*map(str, range(23)), "… and 577 more"))


def test_several_threads_can_print_at_once():
    made = []
    threads = [
        threading.Thread(target=lambda number=number: made.append(pdf_of(f"{number}", []).data))
        for number in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 6
