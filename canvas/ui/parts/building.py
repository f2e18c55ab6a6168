"""Building the section from the answers: three shapes to begin with, and a comparison before building again."""

from __future__ import annotations

from html import escape
from itertools import groupby

import streamlit as st

from canvas.models.vocabulary import Shape
from canvas.ui import state
from canvas.writing.draft import Difference, fill, rebuild_preview
from canvas.writing.section import assemble

SHAPES = {
    Shape.BY_SEGMENT: ("By segment", "One paragraph for each group of customers. Good when they differ much."),
    Shape.ALONG_THE_JOURNEY: (
        "Along the journey",
        "Before, during and after the purchase, with a bullet for each group.",
    ),
    Shape.SHORT_PARAGRAPH: ("Short paragraph", "The main points in one paragraph. Good for a short plan."),
}
"""How the three shapes are called on a page, and when they fit."""
_TAGS = {"same": "span", "removed": "del", "added": "ins"}
_SAME_SHOWN = 3
_STYLE = """<style>
.first-words{margin:0;padding:.6rem .8rem;background:#f6f2ea;border-radius:.5rem;color:#374151;font-size:.88rem;
 line-height:1.5;overflow-wrap:anywhere;white-space:pre-wrap;max-height:11.5rem;overflow:hidden}
.compare{background:#fff;border:1px solid #d9d3c6;border-radius:.6rem;padding:.8rem 1rem;line-height:1.7;
 overflow-wrap:anywhere;max-height:24rem;overflow-y:auto}
.compare p{margin:.25rem 0}
.compare em{color:#4b5563;font-size:.92em}
.compare del{color:#7c2d12;text-decoration:line-through;background:#fdf1e3}
.compare ins{color:#0b4a33;text-decoration:none;border-bottom:2px solid #0f6e4a;background:#e6f3ec}
</style>"""


def draw_shapes() -> None:
    """Draw the three shapes as cards, each with its first words and a button that builds it."""
    st.header("Choose a shape for your section")
    st.markdown(
        "The text is built from your own words; only connecting words are added. What is still open prints as "
        "`[missing: …]`. After that the text is yours."
    )
    for column, (shape, (name, fits)) in zip(st.columns(3, gap="small"), SHAPES.items(), strict=True):
        with column.container(border=True, key=f"shape_{shape.value}", height="stretch"):
            st.subheader(name)
            st.markdown(fits)
            st.html(f'{_STYLE}<p class="first-words" dir="auto">{escape(_taste(shape))} …</p>')
            st.button(
                f"Build “{name.lower()}”",
                key=f"build_{shape.value}",
                type="primary",
                icon=":material/edit_note:",
                on_click=_build,
                args=(shape, "section built"),
            )


def _build(shape: Shape, reason: str) -> None:
    """Write the draft anew: when the button is pressed, for a run that meets another one may never come to it."""
    state.change(fill(state.workbook(), shape), reason=reason)


def _taste(shape: Shape) -> str:
    """Return some words of the built section from where the shapes begin to differ."""
    blocks = assemble(state.workbook(), shape).blocks
    text = "\n".join(block.text for block in (blocks[1:] or blocks))
    return text[:320].rsplit(" ", 1)[0]


def draw_build_again() -> None:
    """Draw, folded away, the draft beside what the answers make now, and the button to replace it."""
    with st.expander("Build again from my answers", icon=":material/refresh:"):
        shape = st.radio(
            "Shape",
            options=[*Shape],
            format_func=lambda option: SHAPES[option][0],
            index=[*Shape].index(state.workbook().draft.shape),
            key=f"shape_again@{state.epoch()}",
            horizontal=True,
        )
        preview = rebuild_preview(state.workbook(), shape)
        if all(item.kind == "same" for item in preview):
            st.info("Your draft says exactly what your answers make in this shape.")
            return
        st.html(_STYLE + comparison_html(preview))
        st.markdown("Your own sentences would go. “Undo” at the top of the page brings them back.")
        st.button(
            "Replace my draft",
            key="rebuild",
            icon=":material/refresh:",
            on_click=_build,
            args=(shape, "section built again"),
        )


def comparison_html(preview: tuple[Difference, ...]) -> str:
    """Return a comparison as HTML: what goes is struck through, what comes is underlined."""
    lines = []
    for kind, run in groupby(preview, key=lambda item: item.kind):
        texts = [escape(item.text) for item in run]
        if kind == "same" and len(texts) > _SAME_SHOWN:
            texts = [texts[0], f"<em>… {len(texts) - 2} sentences stay as they are …</em>", texts[-1]]
        lines += [f'<p dir="auto"><{_TAGS[kind]}>{text}</{_TAGS[kind]}></p>' for text in texts]
    return (
        "<p>What would <del>go</del> and what would <ins>come</ins>:</p>"
        f'<div class="compare" tabindex="0" role="region" aria-label="Comparison of both texts">'
        f"{''.join(lines)}</div>"
    )
