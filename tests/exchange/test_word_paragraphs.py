"""What stands in a Word file becomes paragraphs and bullets of a draft."""

from __future__ import annotations

import io

import docx

from canvas.exchange.incoming.intake import read_file


def word_file(*paragraphs: tuple[str, str]) -> bytes:
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def test_two_paragraphs_stay_two_and_a_list_stays_one_list():
    data = word_file(
        ("We call every guest.", "Normal"),
        ("We answer within a day.", "Normal"),
        ("a forum", "List Bullet"),
        ("a club", "List Bullet"),
        ("Mia looks after firms.", "Normal"),
    )
    assert read_file("plan.docx", data).text == (
        "We call every guest.\n\nWe answer within a day.\n- a forum\n- a club\nMia looks after firms.\n"
    )
