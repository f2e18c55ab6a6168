"""A draft is read as paragraphs and bullets; every word stays as it is."""

from hypothesis import given
from hypothesis import strategies as st

from canvas.models.vocabulary import Shape
from canvas.writing.plain_text import section_blocks, text_blocks, word_count
from canvas.writing.section import build


def test_paragraphs_lines_and_lists():
    found = text_blocks("One\ntwo\n\nThree:\n- a\n\n- b\n  • c\nFour")
    assert [(block.kind, block.lines) for block in found] == [
        ("paragraph", ("One", "two")),
        ("paragraph", ("Three:",)),
        ("list", ("a", "b", "c")),
        ("paragraph", ("Four",)),
    ]


def test_a_sign_without_a_space_is_no_bullet():
    assert [block.kind for block in text_blocks("-5 degrees\n*now*\n__class__\n-")] == ["paragraph"]


def test_a_bullet_typed_without_its_space_is_one():
    assert [block.lines for block in text_blocks("-they wait\n-coffee")] == [("they wait", "coffee")]


def test_an_empty_text_has_no_blocks():
    assert text_blocks(" \n\n") == ()


def test_a_built_section_reads_back_as_it_was_built(plan):
    section = build(plan, Shape.ALONG_THE_JOURNEY)
    kinds = [block.kind for block in text_blocks(section.text)]
    assert kinds.count("list") == 3
    assert sum(len(block.lines) for block in text_blocks(section.text)) == len(section.blocks)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), max_size=60))
def test_no_word_is_lost(text):
    shown = "".join(line for block in text_blocks(text) for line in block.lines)
    assert shown in (text, text[1:])  # "-word" is a bullet, typed in a hurry


def test_bullets_lone_dashes_and_gaps_are_no_words():
    assert word_count("- One – two\n• three-four\n[missing: who] 5 *") == 4


def test_lines_after_signs_of_a_heading_are_headings_of_a_section():
    found = section_blocks("We call.\n## 7.1 Guests ##\nThen we ask.\n- # one\n\n# Firms\n#tag\n# #")
    assert [(block.kind, block.lines) for block in found] == [
        ("paragraph", ("We call.",)),
        ("heading", ("7.1 Guests",)),
        ("paragraph", ("Then we ask.",)),
        ("list", ("# one",)),
        ("heading", ("Firms",)),
        ("paragraph", ("#tag", "# #")),
    ]
