"""The matrix of segments and relationship types: who gets which relationship, and how much of it is said."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from canvas.models.vocabulary import RelationshipType, Stage
from canvas.models.workbook import Commitment, Workbook
from canvas.ui.parts.heat_table import Cell, Row, heat_table, twin_table

CAPTION = "Who gets what"
NOT_CHOSEN = Cell(text="–", level=0)


def draw(workbook: Workbook, names: Mapping[RelationshipType, str]) -> None:
    """Draw the matrix and, folded under it, the same as a plain table. names: how each type is called."""
    st.html(matrix_html(workbook, names))
    with st.expander("The relationships as a table"):
        st.html(matrix_twin(workbook, names))


def matrix_html(workbook: Workbook, names: Mapping[RelationshipType, str]) -> str:
    """Return the matrix as HTML: a row a segment, a column a type, darker where more stages are described."""
    found = _by_pair(workbook)
    rows = [
        Row(
            name=segment.name.strip() or "Segment without a name",
            cells=tuple(_cell(found.get((segment.id, kind))) for kind in RelationshipType),
        )
        for segment in workbook.venture.segments
    ]
    return heat_table(CAPTION, "Segment", [names[kind] for kind in RelationshipType], rows)


def matrix_twin(workbook: Workbook, names: Mapping[RelationshipType, str]) -> str:
    """Return the same facts in words, a row a segment."""
    found = _by_pair(workbook)
    rows = []
    for segment in workbook.venture.segments:
        lines = [
            f"{names[kind]}: {_in_words(found[segment.id, kind])}"
            for kind in RelationshipType
            if (segment.id, kind) in found
        ]
        rows.append((segment.name.strip() or "Segment without a name", "\n".join(lines) or "none yet"))
    return twin_table(CAPTION, ("Segment", "Relationships"), rows)


def _by_pair(workbook: Workbook) -> dict[tuple[str, RelationshipType], Commitment]:
    return {(commitment.segment, commitment.type): commitment for commitment in workbook.commitments}


def _cell(commitment: Commitment | None) -> Cell:
    if commitment is None:
        return NOT_CHOSEN
    count = len(_described(commitment))
    words = ("chosen", "1 moment", "2 moments", "3 moments")
    return Cell(text=words[count], level=max(count, 1))


def _in_words(commitment: Commitment) -> str:
    moments = ", ".join(stage.value for stage in _described(commitment))
    return f"described {moments}" if moments else "chosen, nothing described yet"


def _described(commitment: Commitment) -> list[Stage]:
    return [stage for stage in Stage if commitment.at(stage).strip()]
