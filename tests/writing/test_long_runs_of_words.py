"""A draft that says one thing over and over costs little more than its length to cut, to compare and to show."""

import pytest

from canvas.writing.clauses import pieces, with_pronoun
from canvas.writing.plain_text import section_blocks
from canvas.writing.sentence_diff import side_by_side
from canvas.writing.sentences import sentences
from tests.patience import within

LENGTH = 60_000
SECONDS = 10
"""Each takes a second at most; what grows with the square of its length would take minutes."""
RUNS = [
    "A. ",
    ". A",
    '"A. ',
    "Tom. ",
    "a.\n",
    "- a\n",
    "a ",
    "1 ",
    "a.",
    "# ",
    "#  ",
    " ",
    "i ",
    "e.g. A",
    "[missing: ",
]


@pytest.mark.parametrize("run", RUNS)
def test_a_long_run_costs_no_more_than_its_length(run):
    text = f"We call.\n# {(run * LENGTH)[:LENGTH]}!"
    with within(SECONDS):
        assert "".join(one.text for one in sentences(text)).startswith("We call.")
        assert pieces(text)
        assert section_blocks(text)
    with within(SECONDS):
        assert len(with_pronoun(text)) == len(text)
    with within(SECONDS):
        assert side_by_side(text, f"{text} We ask.")


def test_an_abbreviation_ends_no_sentence_wherever_it_stands():
    assert pieces("We offer e.g. Tours. Tom calls approx. Ten. A. Meyer asks.") == (
        "We offer e.g. Tours.",
        "Tom calls approx. Ten.",
        "A. Meyer asks.",
    )


@pytest.mark.parametrize("end", ["", " ##", "##", " # #"])
def test_signs_behind_a_heading_are_no_words_of_it(end):
    (block,) = section_blocks(f"## Our  C# guests{end}")
    assert (block.kind, block.lines) == ("heading", ("Our  C# guests",))
    assert section_blocks("## ##")[0].kind == "paragraph"
