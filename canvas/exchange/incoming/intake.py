"""Opens a file: through the gate, by the reader of its format, with its embedded copy if it is an export."""

from __future__ import annotations

import json
import unicodedata

from canvas.errors import InputError
from canvas.exchange.embedded import NOTHING, Opened, migrated, unsealed
from canvas.exchange.incoming import gate_limits
from canvas.exchange.incoming.gate import check_file
from canvas.exchange.incoming.judged import judged
from canvas.exchange.incoming.read import Read, unread
from canvas.exchange.incoming.section_finder import exported_section
from canvas.exchange.outgoing.exported_text import section_of
from canvas.exchange.visible import changes
from canvas.models import limits
from canvas.models.clean_text import clean_text
from canvas.models.intake import FileFormat, FoundSection, Origin, Taken
from canvas.models.workbook import SCHEMA_NUMBER

_OUR_PICTURE = unread(1, "picture", "pictures")
"""What a reader says of the canvas, which every export may hold as a picture: it is drawn from the plan again."""


def read_file(name: str, data: bytes) -> Taken:
    """Return a file as it was read. Its name is told without signs that would turn a message around.

    Raises InputError, in plain words, for what the gate or a reader refuses, and for a text too long to check.
    """
    name = " ".join(clean_text(name).split())
    admitted = check_file(name, data)
    kind: FileFormat = admitted.format  # type: ignore[assignment]
    if kind == "json":
        return _read_json(name, admitted.text)
    read = _read(name, kind, data, admitted.text)
    visible = None if kind == "pdf" else read.text
    opened = NOTHING if read.copy is None else unsealed(read.copy, visible)
    return _taken(name, kind, read, opened)


def _read(name: str, kind: FileFormat, data: bytes, text: str) -> Read:
    if kind == "docx":
        from canvas.exchange.incoming.read_docx import read_docx

        return read_docx(name, data)
    if kind == "pdf":
        from canvas.exchange.incoming.read_pdf import read_pdf

        return read_pdf(name, data)
    from canvas.exchange.incoming.read_text import read_html, read_markdown, read_plain

    return {"html": read_html, "md": read_markdown}.get(kind, read_plain)(text)


def _taken(name: str, kind: FileFormat, read: Read, opened: Opened) -> Taken:
    whole = read.text
    if len(whole) > gate_limits.WHOLE_CHARACTERS:
        raise _too_long(name, gate_limits.WHOLE_CHARACTERS)
    workbook = opened.workbook
    own = frozenset(line.strip() for line in section_of(workbook).split("\n")) if workbook else frozenset()
    exported = exported_section(whole, own) if read.copy is not None else None
    text, found = judged(whole, exported)
    if workbook and opened.origin is Origin.INTACT and _says_the_same(section_of(workbook), whole):
        text = section_of(workbook)  # its lines are the student's own, not those of a page
    if len(text) > limits.DRAFT:
        raise _too_long(name, limits.DRAFT)
    section = FoundSection(heading=found.heading, start=found.start, end=found.end) if found else None
    edited = workbook is not None and opened.origin is Origin.EDITED
    differing = changes(section_of(workbook), text) if workbook and edited else ()
    return Taken(
        name=name,
        format=kind,
        text=text,
        whole=whole,
        origin=opened.origin,
        workbook=workbook,
        claim=opened.claim,
        section=section,
        changes=differing,
        lost=read.lost if read.copy is None else tuple(line for line in read.lost if line != _OUR_PICTURE),
        note=_edited_note(len(differing)) if edited else opened.note,
    )


def _edited_note(places: int) -> str:
    """Say where a document was changed since its export."""
    if not places:
        return "The section is as it was exported; something else in the document was changed since."
    where = "one place" if places == 1 else f"{places} places"
    return f"The text was changed in {where} after the export."


def _says_the_same(exported: str, visible: str) -> bool:
    """Tell whether the letters of the exported text stand in the visible one, however its lines break."""
    letters, seen = (
        "".join(filter(str.isalpha, unicodedata.normalize("NFKC", text))) for text in (exported, visible)
    )
    return letters in seen


def _read_json(name: str, text: str) -> Taken:
    """Read a saved workbook, alone or as a copy that was taken out of an export."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError("this is no JSON of a plan.", where=name, mend="Give the file the app saved.") from error
    if not isinstance(held, dict) or not ({"venture", "workbook"} & held.keys()):
        raise InputError("this is no workbook.", where=name, mend="Give the JSON file that the app saves.")
    if "workbook" in held:
        opened = unsealed(text, None)
    else:
        number = held.get("schema_number", SCHEMA_NUMBER)
        if isinstance(number, int) and number > SCHEMA_NUMBER:
            raise InputError(
                f"this workbook was saved by a newer version (format {number}; this one reads {SCHEMA_NUMBER}).",
                where=name,
                mend="Update Canvas Coach and try again.",
            )
        workbook = migrated(held, number) if isinstance(number, int) else None
        opened = Opened(Origin.INTACT, workbook)
    if opened.workbook is None:
        raise InputError("this workbook is damaged.", where=name, mend="Save the plan from the app again.")
    section = section_of(opened.workbook)
    return _taken(name, "json", Read(section), opened)


def _too_long(name: str, most: int) -> InputError:
    return InputError(f"this is longer than {most:,} characters.", where=name, mend="Check one section at a time.")
