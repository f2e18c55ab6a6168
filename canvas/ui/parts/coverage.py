"""The coverage map: what each segment gets before, during and after the purchase, and where nothing happens."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from canvas.models.vocabulary import RelationshipType, Stage
from canvas.models.workbook import Segment, Workbook
from canvas.ui.parts.heat_table import Cell, Row, heat_table, twin_table

CAPTION = "Before, during and after"
COLUMNS = {Stage.BEFORE: "Before", Stage.DURING: "During", Stage.AFTER: "After"}


def draw(workbook: Workbook, names: Mapping[RelationshipType, str]) -> None:
    """Draw the map and, folded under it, every answer as a plain table. names: how each type is called."""
    st.html(coverage_html(workbook, names))
    with st.expander("The journey as a table, in your words"):
        st.html(coverage_twin(workbook, names))


def coverage_html(workbook: Workbook, names: Mapping[RelationshipType, str]) -> str:
    """Return the map as HTML: a row a segment, a column a stage; an empty stage stands out."""
    rows = [
        Row(
            name=segment.name.strip() or "Segment without a name",
            cells=tuple(_cell(_covering(workbook, segment, stage, names)) for stage in Stage),
        )
        for segment in workbook.venture.segments
    ]
    return heat_table(CAPTION, "Segment", [COLUMNS[stage] for stage in Stage], rows)


def coverage_twin(workbook: Workbook, names: Mapping[RelationshipType, str]) -> str:
    """Return the same map with the student's own words in every cell."""
    rows = [
        (
            segment.name.strip() or "Segment without a name",
            *(
                "\n".join(
                    f"{names[commitment.type]}: {' '.join(commitment.at(stage).split())}"
                    for commitment in workbook.commitments
                    if commitment.segment == segment.id and commitment.at(stage).strip()
                )
                or "nothing yet"
                for stage in Stage
            ),
        )
        for segment in workbook.venture.segments
    ]
    return twin_table(CAPTION, ("Segment", *(COLUMNS[stage] for stage in Stage)), rows)


def _covering(
    workbook: Workbook, segment: Segment, stage: Stage, names: Mapping[RelationshipType, str]
) -> list[str]:
    return [
        names[commitment.type]
        for commitment in workbook.commitments
        if commitment.segment == segment.id and commitment.at(stage).strip()
    ]


def _cell(covering: list[str]) -> Cell:
    if not covering:
        return Cell(text="nothing yet", level=0, gap=True)
    return Cell(text=", ".join(covering), level=min(len(covering), 3))
