"""The Markdown export: the student's words with every sign escaped that Markdown would read as its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from canvas.exchange.outgoing.document import (
    SECTION_ONLY,
    CanvasBlock,
    Choice,
    Document,
    Line,
    Remarks,
    Table,
    document_of,
)
from canvas.exchange.outgoing.own_view import OwnView
from canvas.models.finding import Report
from canvas.models.workbook import Workbook

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;", "$": "&#36;", "|": "&#124;"}
_SIGN = re.compile(r"[\\`*_\[\]{}]")
_LINE_START = re.compile(r"^(?:([#+-])|(\d+)([.)]))")


def to_markdown(workbook: Workbook, report: Report | None = None, choice: Choice = SECTION_ONLY) -> str:
    """Return the export as Markdown, with the remarks if a report is given; same input, same text.

    choice: what else stands in it; the section alone by default.

    Raises InputError when there is no draft and the answers are too long for a section.
    """
    view = document_of(workbook, report, choice)
    author = [escaped(view.author)] if view.author else []
    parts = [f"# {escaped(view.title)}", *author, "## Customer Relationships", *_section(view)]
    if view.tables:
        parts += ["## The plan: who gets which relationship", *("\n".join(_table(table)) for table in view.tables)]
    if view.canvas:
        parts += ["## Business Model Canvas", *(part for block in view.canvas for part in _canvas(block))]
    if view.remarks:
        parts += ["## Remarks", *_remarks(view.remarks)]
    parts += _own_view(view.own)
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return one line of text so that any Markdown reader shows exactly this text."""
    with_entities = "".join(_ENTITIES.get(sign, sign) for sign in " ".join(text.split("\n")).strip())
    if with_entities.startswith("="):  # a row of them would make a heading of the line above
        with_entities = f"&#61;{with_entities[1:]}"
    with_signs = _SIGN.sub(r"\\\g<0>", with_entities)
    return _LINE_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", with_signs)


def _section(view: Document) -> Iterator[str]:
    for block in view.section:
        if block.kind == "heading":
            yield f"### {escaped(' '.join(block.lines))}"
        elif block.kind == "list":
            yield "\n".join(f"- {escaped(line)}" for line in block.lines)
        else:
            yield "  \n".join(escaped(line) for line in block.lines)  # two spaces keep the line break


def _table(table: Table) -> Iterator[str]:
    yield "| Relationship | " + " | ".join(escaped(name) for name in table.segments) + " |"
    yield "| --- |" + " --- |" * len(table.segments)
    for row in table.rows:
        yield f"| **{row.name}** | " + " | ".join(_cell(cell) for cell in row.cells) + " |"


def _cell(lines: tuple[Line, ...]) -> str:
    return "<br>".join(_entry(line) for line in lines) or "–"


def _entry(line: Line) -> str:
    """Return one entry of a cell; several lines of an answer stay lines, since a table cell holds no list."""
    if len(line.words) < 2:
        return ": ".join([line.label, *map(escaped, line.words)])
    return "<br>".join([f"{line.label}:", *(f"• {escaped(words)}" for words in line.words)])


def _canvas(block: CanvasBlock) -> Iterator[str]:
    yield f"### {block.name}"
    yield "\n".join(f"- {escaped(line)}" for line in block.lines)


def _remarks(remarks: Remarks) -> Iterator[str]:
    if remarks.works:
        yield "### What works"
        yield "\n".join(f"- {escaped(says)}" for says in remarks.works)
    for finding in remarks.findings:
        yield f"### {finding.name}"
        yield from (f"> {escaped(quote)}" for quote in finding.quotes)
        yield escaped(f"{finding.why} {finding.ask}")
    if remarks.questions:
        yield "### Questions your plan raises"
        yield "\n".join(f"- {escaped(ask)}" for ask in remarks.questions)


def _own_view(own: OwnView) -> Iterator[str]:
    if own.disagreements:
        yield "## Where I see it differently"
    for item in own.disagreements:
        yield f"### {item.name}"
        yield from (f"> {escaped(quote)}" for quote in item.quotes)
        yield f"My reason: {escaped(item.because) or '–'}"
    if own.ratings:
        yield "## How I rate my text"
        yield "\n".join(f"- {row.title}: **{row.level}**. {row.says}" for row in own.ratings)
    if own.revision:
        yield "## What my last revision changed"
    for line in own.revision:
        yield f"### {line.name}: {line.outcome.lower()}"
        yield escaped(line.says)
        if line.evidence:
            yield "\n".join(f"- {escaped(quote)}" for quote in line.evidence)
        for before, after in line.pairs:
            yield f"Before: {escaped(before) or '–'}  \nNow: {escaped(after) or '–'}"
