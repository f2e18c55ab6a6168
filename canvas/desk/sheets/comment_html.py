"""A comment as HTML in one line, as sheets take it: begins with `<p>`, and holds neither quote nor backslash."""

from __future__ import annotations

from html import escape

from canvas.writing.plain_text import text_blocks


def comment_html(comment: str) -> str:
    """Return a plain comment as paragraphs and lists; every word is escaped, "" stays "".

    A backslash before a quote breaks a row of a worksheet, and a cell that begins with a sign of a formula is
    changed on the way in; so both are written as references, and the first sign is always `<`.
    """
    pieces = []
    for block in text_blocks(comment):
        lines = [_escaped(line) for line in block.lines]
        if block.kind == "list":
            pieces.append("<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>")
        else:
            pieces.append(f"<p>{'<br>'.join(lines)}</p>")
    if pieces and not pieces[0].startswith("<p>"):
        pieces.insert(0, "<p></p>")
    return "".join(pieces)


def _escaped(line: str) -> str:
    return escape(line, quote=True).replace("\\", "&#92;").replace("\t", " ")
