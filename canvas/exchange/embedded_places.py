"""Where the embedded copy stands in each format: put in and taken out again."""

from __future__ import annotations

import re
import zipfile

from canvas.exchange.incoming.gate_zip import opened
from canvas.exchange.same_bytes import packed

PDF_ATTACHMENT = "canvas-coach.json"
"""The name of the file attached to a PDF."""
_NAME_SPACE = "urn:canvas-coach:workbook"
_PART = re.compile(r"^customXml/item(\d+)\.xml$")
_RELATIONSHIPS = "word/_rels/document.xml.rels"
_CONTENT_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATION = f"{_OFFICE}/relationships/customXml"
_SCRIPT = re.compile(r"<script\b[^<>]*+>", re.IGNORECASE)
_OUR_ID = re.compile(r"\bid=[\"']?canvas-coach", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script>", re.IGNORECASE)
_NAME = re.compile(r"[\w:]+")
_COMMENT = re.compile(r"\n*<!--\s*canvas-coach\s(.*?)(?:-->|\Z)", re.DOTALL)


def put_html(page: str, copy: str) -> str:
    """Return the page with the copy as a data block at its end; browsers do not run it, and it shows nothing."""
    before, end, after = page.rpartition("</body>")
    return f'{before}<script type="application/json" id="canvas-coach">{copy}</script>\n{end}{after}'


def get_html(page: str) -> str | None:
    """Return the copy in a page, None without one."""
    if "canvas-coach" not in page:
        return None
    tag = next((tag for tag in _SCRIPT.finditer(page) if _OUR_ID.search(tag[0])), None)
    if tag is None:
        return None
    end = _SCRIPT_END.search(page, tag.end())
    return page[tag.end() : end.start() if end else len(page)].strip()


def put_markdown(text: str, copy: str) -> str:
    """Return the text with the copy as its last line, a comment that no reader shows."""
    return f"{text.rstrip()}\n\n<!-- canvas-coach {copy} -->\n"


def split_markdown(text: str) -> tuple[str, str | None]:
    """Return the text without the comment, and the copy in it, None without one."""
    place = text.rfind("<!-- canvas-coach ")
    found = _COMMENT.search(text, max(0, place - 4)) if place >= 0 else None
    if not found:
        return text, None
    return f"{text[: found.start()]}\n{text[found.end() :].lstrip()}", found[1].strip()


def put_docx(data: bytes, copy: str) -> bytes:
    """Return the Word file with the copy as a custom XML part of its own; all entries get one fixed date.

    The part gets the first free number, so that what templates and word processors keep there stays.
    """
    with opened("the document", data) as old:
        parts: dict[str, bytes] = {entry.filename: old.read(entry) for entry in old.infolist()}
    taken = {int(found[1]) for found in map(_PART.match, parts) if found}
    number = next(number for number in range(1, len(taken) + 2) if number not in taken)
    parts[_RELATIONSHIPS] = _with_relation(parts[_RELATIONSHIPS], f"../customXml/item{number}.xml")
    parts[_CONTENT_TYPES] = _with_type(parts[_CONTENT_TYPES], f"/customXml/itemProps{number}.xml")
    return packed(parts | _parts(number, copy))


def get_docx(archive: zipfile.ZipFile) -> str | None:
    """Return the copy in an open Word file, None without one. The gate has looked at the parts."""
    for name in sorted(filter(_PART.match, archive.namelist())):
        content = archive.read(name)
        if _NAME_SPACE.encode() in content:
            return _inside(content.decode("utf-8", "replace"))
    return None


def _inside(part: str) -> str:
    """Return the text of the one element; what else stands there is no copy and fails its hash."""
    place = part.find(_NAME_SPACE)
    start, end = part.rfind("<", 0, place), part.find(">", place) + 1
    name = _NAME.match(part, start + 1)
    if start < 0 or not end or not name:
        return ""
    closed = part.find(f"</{name[0]}", end)
    return part[end:closed].replace("&quot;", '"') if closed >= 0 else ""


def _parts(number: int, copy: str) -> dict[str, bytes]:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    store = "{5C4F0C5E-7B1D-4E0B-9C3A-0C0A5C0AC4A1}"
    parts = {
        f"customXml/item{number}.xml": f'{head}<copy xmlns="{_NAME_SPACE}">{copy}</copy>',
        f"customXml/itemProps{number}.xml": (
            f'{head}<ds:datastoreItem ds:itemID="{store}" xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{_NAME_SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ),
        f"customXml/_rels/item{number}.xml.rels": (
            f'{head}<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{_RELATION}Props" '
            f'Target="itemProps{number}.xml"/></Relationships>'
        ),
    }
    return {name: part.encode("ascii") for name, part in parts.items()}


def _with_relation(part: bytes, target: str) -> bytes:
    line = f'<Relationship Id="rIdCanvasCoach" Type="{_RELATION}" Target="{target}"/></Relationships>'
    return part.replace(b"</Relationships>", line.encode())


def _with_type(part: bytes, name: str) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    line = f'<Override PartName="{name}" ContentType="{kind}"/></Types>'
    return part.replace(b"</Types>", line.encode())
