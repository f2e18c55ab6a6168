"""The relationships of one segment: choose types, say what happens at each moment, copy from another segment."""

from __future__ import annotations

from html import escape

import streamlit as st

from canvas.models.teaching import Library, TypeCard
from canvas.models.vocabulary import RelationshipType, Stage
from canvas.models.workbook import Commitment, Segment, Workbook
from canvas.ui import state
from canvas.ui.parts import fields, problems
from canvas.ui.parts.plain import plain
from canvas.ui.parts.segments import called
from canvas.writing import edits

ASKED = "type_to_drop"
"""Session key of the (segment id, type) whose removal is asked about."""
MOMENTS = {
    Stage.BEFORE: "Before the purchase",
    Stage.DURING: "During the purchase",
    Stage.AFTER: "After the purchase",
}
HANDS = "our game guide Lena, within two hours"
"""An example of who and how fast, from the sample plan."""
_FIELDS = ("before", "during", "after", "who", "pace")
_STYLE = """<style>
[class*="st-key-choose-"] label p{font-weight:600}
.kind-says{margin:0;color:#4b5563;font-size:.85rem;line-height:1.45}
.kind-card{font-size:.9rem;line-height:1.5;color:#1f2937;max-width:32rem}
.kind-card b{display:block;margin:.5rem 0 .1rem}.kind-card ul{margin:0;padding-left:1.1rem}
.kind-name{border-left:5px solid;padding-left:.6rem;margin:0;font-size:1.15rem;font-weight:600;line-height:1.4}
</style>"""


def draw(workbook: Workbook, segment: Segment, library: Library) -> None:
    """Draw the six choices for a segment, then what happens in each chosen type."""
    problems.beside(workbook, f"venture.segments.{segment.id}")
    st.caption("Choose what fits this segment. One or two relationships are plenty.")
    with st.grid(3, min_column_width=230, gap="small"):
        for kind, card in library.types.items():
            _choice(workbook, segment, kind, card)
    if (asked := st.session_state.get(ASKED)) and asked[0] == segment.id:
        _question(workbook, segment.id, asked[1], library)
    _copy(workbook, segment, library)
    for commitment in workbook.commitments:
        if commitment.segment == segment.id:
            _commitment(workbook, commitment, library.types[commitment.type])


def _choice(workbook: Workbook, segment: Segment, kind: RelationshipType, card: TypeCard) -> None:
    key = f"choose.{segment.id}.{kind.value}@{state.epoch()}"
    if key not in st.session_state:
        st.session_state[key] = _found(workbook, segment.id, kind) is not None
    fits = "\n".join(f"- {line}" for line in card.when_it_fits)
    with st.container(border=True, height="stretch", gap="xxsmall"):
        st.checkbox(
            card.name,
            key=key,
            help=f"When it fits:\n{fits}",
            on_change=_chosen,
            args=(segment.id, kind, key),
        )
        st.html(f'{_STYLE}<p class="kind-says">{escape(card.what_it_is)}</p>')


def _commitment(workbook: Workbook, commitment: Commitment, card: TypeCard) -> None:
    origin = f"commitments.{commitment.segment}.{commitment.type.value}"
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.html(f'{_STYLE}<h3 class="kind-name" style="color:{card.color}">{escape(card.name)}</h3>')
            with st.popover("What to think about", key=f"about.{origin}"):
                st.html(_about(card))
        problems.beside(workbook, origin)
        for column, stage in zip(st.columns(3), Stage, strict=True):
            with column:
                fields.text(f"{origin}.{stage.value}", MOMENTS[stage], example=card.journey.at(stage))
        who, pace = st.columns(2)
        with who:
            fields.line(f"{origin}.who", "Who does it, or which tool (optional)")
        with pace:
            fields.line(f"{origin}.pace", "How often or how fast (optional)")
        hands = "who" if commitment.who.strip() else "pace"
        fields.preview(f"{origin}.{hands}", HANDS, low=True)


def _about(card: TypeCard) -> str:
    parts = (
        ("When it fits", card.when_it_fits),
        ("What it costs", card.what_it_costs),
        ("What goes wrong", card.what_goes_wrong),
    )
    lists = "".join(
        f"<b>{title}</b><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>" for title, lines in parts
    )
    frame = f'<div class="kind-card" tabindex="0" role="region" aria-label="About {escape(card.name)}">'
    return f"{_STYLE}{frame}{escape(card.scene)}{lists}</div>"


def _copy(workbook: Workbook, segment: Segment, library: Library) -> None:
    """Offer to take over what another segment gets that this one does not have yet."""
    mine = {one.type for one in workbook.commitments if one.segment == segment.id}
    offers = []
    for number, other in enumerate(workbook.venture.segments, start=1):
        new = [one.type for one in workbook.commitments if one.segment == other.id and one.type not in mine]
        if other.id != segment.id and new:
            offers.append((other, called(other, number), ", ".join(library.types[kind].name for kind in new)))
    if not offers:
        return
    with st.popover("Same as for …", icon=":material/content_copy:", key=f"same.{segment.id}"):
        st.caption("Copies the relationships with their texts. Then change what is different for this segment.")
        for other, name, kinds in offers:
            st.button(
                plain(f"{name}: {kinds}", 160),
                key=f"same.{segment.id}.{other.id}",
                on_click=_take,
                args=(other.id, segment.id),
            )


def _question(workbook: Workbook, segment_id: str, kind: RelationshipType, library: Library) -> None:
    """Ask before a relationship with content goes."""
    commitment = _found(workbook, segment_id, kind)
    if commitment is None:
        return
    written = [str(getattr(commitment, field)).strip() for field in _FIELDS]
    with st.container(border=True, key="drop_question"):
        st.text(
            f"Remove {library.types[kind].name}? This text goes with it: “{' · '.join(filter(None, written))}”"
        )
        with st.container(horizontal=True):
            st.button("Yes, remove", key="drop_yes", type="primary", on_click=_drop, args=(segment_id, kind))
            st.button("Keep", key="drop_no", on_click=_ask, args=(None,))


def _found(workbook: Workbook, segment_id: str, kind: RelationshipType) -> Commitment | None:
    pair = (segment_id, kind)
    return next((one for one in workbook.commitments if (one.segment, one.type) == pair), None)


def _chosen(segment_id: str, kind: RelationshipType, key: str) -> None:
    """Add a type, or drop it: at once when it is empty, after a question when it holds text."""
    commitment = _found(state.workbook(), segment_id, kind)
    if st.session_state[key]:
        state.change(edits.choose_type(state.workbook(), segment_id, kind))
    elif commitment and any(str(getattr(commitment, field)).strip() for field in _FIELDS):
        st.session_state[key] = True
        _ask((segment_id, kind))
    else:
        _drop(segment_id, kind)


def _drop(segment_id: str, kind: RelationshipType) -> None:
    state.change(edits.drop_type(state.workbook(), segment_id, kind), reason="relationship removed")
    _ask(None)


def _ask(pair: tuple[str, RelationshipType] | None) -> None:
    st.session_state[ASKED] = pair


def _take(source: str, target: str) -> None:
    """Copy the relationships of one segment to another, leaving those it has as they are."""
    workbook = state.workbook()
    for commitment in workbook.commitments:
        if commitment.segment == source and _found(workbook, target, commitment.type) is None:
            workbook = edits.choose_type(workbook, target, commitment.type)
            for field in _FIELDS:
                workbook = edits.set_commitment(
                    workbook, target, commitment.type, field, str(getattr(commitment, field))
                )
    state.change(workbook, reason="relationships copied")
