"""The canvas, the matrix and the coverage map: what they say, and that a student's words are only ever text."""

from __future__ import annotations

import re

from canvas.models.vocabulary import Block, RelationshipType
from canvas.models.workbook import Commitment, Segment, Venture, Workbook
from canvas.ui.parts import canvas_grid, coverage, matrix

TYPES = {kind: kind.value.replace("_", " ").title() for kind in RelationshipType}
BLOCKS = {block: block.value.replace("_", " ").capitalize() for block in Block}
NASTY = "<script>alert(1)</script> & {{ 7*7 }} __class__"


def cells_of(html: str) -> list[tuple[str, str]]:
    """The look and the words of every cell, row by row."""
    return re.findall(r'<td role="cell" class="(\w+)"[^>]*>(.*?)</td>', html)


def test_the_canvas_shows_all_nine_blocks_in_reading_order(plan):
    html = canvas_grid.canvas_html(plan, BLOCKS, TYPES)
    assert re.findall("<h3>(.*?)</h3>", html) == list(BLOCKS.values())


def test_customer_relationships_are_filled_from_the_commitments_and_stand_out(plan):
    lines = canvas_grid.lines_of(plan, Block.CUSTOMER_RELATIONSHIPS, TYPES)
    assert lines == ["Commuters: Self Service, Communities"]
    assert canvas_grid.canvas_html(plan, BLOCKS, TYPES).count('class="own"') == 1


def test_a_line_of_an_answer_becomes_a_line_of_the_block_without_its_bullet_sign(plan):
    assert canvas_grid.lines_of(plan, Block.CHANNELS, TYPES) == ["Our app", "Six stations"]


def test_a_long_answer_is_cut_with_a_count_and_an_empty_block_says_so(plan):
    channels = "\n".join(f"channel {number}" for number in range(11))
    long = plan.model_copy(update={"venture": plan.venture.model_copy(update={"channels": channels})})
    html = canvas_grid.canvas_html(long, BLOCKS, TYPES)
    assert "and 3 more" in html
    assert html.count("Nothing here yet.") == 6


def test_a_very_long_line_of_the_canvas_is_cut_with_an_ellipsis(plan):
    long = plan.model_copy(update={"venture": plan.venture.model_copy(update={"channels": "W" * 900})})
    html = canvas_grid.canvas_html(long, BLOCKS, TYPES)
    assert f"<li>{'W' * 139}…</li>" in html


def test_the_matrix_is_darker_where_more_moments_are_described(plan):
    cells = cells_of(matrix.matrix_html(plan, TYPES))
    kinds = list(RelationshipType)
    assert cells[kinds.index(RelationshipType.SELF_SERVICE)] == ("l2", "2 moments")
    assert cells[kinds.index(RelationshipType.COMMUNITIES)] == ("l1", "chosen")
    assert [words for _, words in cells].count("–") == 10
    assert "Communities: chosen, nothing described yet" in matrix.matrix_twin(plan, TYPES)
    assert "Self Service: described before, after" in matrix.matrix_twin(plan, TYPES)


def test_the_coverage_map_marks_the_stages_where_nothing_happens(plan):
    cells = cells_of(coverage.coverage_html(plan, TYPES))
    assert cells[:3] == [("l1", "Self Service"), ("gap", "nothing yet"), ("l1", "Self Service")]
    assert cells[3:] == [("gap", "nothing yet")] * 3
    assert "Self Service: A receipt" in coverage.coverage_twin(plan, TYPES)


def test_words_of_a_student_never_become_markup():
    plan = Workbook(
        venture=Venture(name=NASTY, segments=(Segment(id="a", name=NASTY),), channels=NASTY),
        commitments=(Commitment(segment="a", type=RelationshipType.SELF_SERVICE, before=NASTY),),
    )
    drawn = [
        canvas_grid.canvas_html(plan, BLOCKS, TYPES),
        matrix.matrix_html(plan, TYPES),
        matrix.matrix_twin(plan, TYPES),
        coverage.coverage_html(plan, TYPES),
        coverage.coverage_twin(plan, TYPES),
    ]
    for html in drawn:
        assert "<script" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7*7 }} __class__" in html
