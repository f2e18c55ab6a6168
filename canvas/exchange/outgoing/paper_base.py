"""The empty Word document every other one begins with: paper, styles, language. Made once, then copied."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any

from canvas.exchange.outgoing.document import PaperSize

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

LANGUAGE = "en-GB"
_SIZES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
_TEXT, _HEADINGS = "Calibri", "Georgia"
_INK, _ACCENT, _QUIET = "1A2230", "0B6B62", "4B5563"
_STYLES = {
    # name: font, points, bold, colour, points above, points below
    "Normal": (_TEXT, 11.0, False, _INK, 0.0, 6.0),
    "Title": (_HEADINGS, 24.0, True, _INK, 0.0, 4.0),
    "Subtitle": (_TEXT, 11.0, False, _QUIET, 0.0, 12.0),
    "Heading 1": (_HEADINGS, 16.0, True, _INK, 20.0, 6.0),
    "Heading 2": (_HEADINGS, 13.0, True, _INK, 14.0, 4.0),
    "Heading 3": (_TEXT, 11.0, True, _INK, 10.0, 2.0),
    "List Bullet": (_TEXT, 11.0, False, _INK, 0.0, 3.0),
    "Quote": (_TEXT, 11.0, False, _INK, 2.0, 6.0),
    "Kicker": (_TEXT, 9.0, True, _ACCENT, 0.0, 0.0),
    "Table Text": (_TEXT, 9.0, False, _INK, 0.0, 2.0),
    "Table Bullet": (_TEXT, 9.0, False, _INK, 0.0, 1.0),
}
_OWN_STYLES = {"Kicker": "Normal", "Table Text": "Normal", "Table Bullet": "List Bullet"}
"""Styles of our own, and the one each is based on."""
_KEPT_STYLES = {*_STYLES, "Default Paragraph Font", "Table Normal", "Normal Table", "No List", "Table Grid"}


def base_document(size: PaperSize) -> Document:
    """Return a new empty document on this paper."""
    import docx

    return docx.Document(io.BytesIO(_base(size)))


@cache
def _base(size: PaperSize) -> bytes:
    import docx
    from docx.shared import Mm

    document = docx.Document()
    section = document.sections[0]
    width, height = _SIZES[size]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(23)
    section.top_margin = section.bottom_margin = Mm(22)
    _set_styles(document)
    _set_language(document)
    _leave_out_what_is_not_used(document)
    _say_it_is_modern(document)
    _number_the_pages(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _set_styles(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    for style in list(document.styles):
        if style.name not in _KEPT_STYLES:
            style.delete()
    for name, based_on in _OWN_STYLES.items():
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles[based_on]
    for name, (font, points, bold, colour, above, below) in _STYLES.items():
        style = document.styles[name]
        _set_font(style, font)
        style.font.size, style.font.bold, style.font.italic = Pt(points), bold, False
        style.font.color.rgb = RGBColor.from_string(colour)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
        style.paragraph_format.keep_with_next = name.startswith("Heading")
    _set_borders(document)


def _set_font(style: ParagraphStyle, font: str) -> None:
    """Name the font for every script, in place of the font of a theme."""
    from docx.oxml.ns import qn

    style.font.name = font
    fonts = style.element.rPr.rFonts
    for attribute in list(fonts.attrib):
        if "Theme" in attribute:
            del fonts.attrib[attribute]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), font)


def _set_borders(document: Document) -> None:
    """Underline the big headings, take the line of the title away, and set quotes off by a bar."""
    from docx.shared import Mm

    for name, side, width, colour in (("Heading 1", "bottom", 8, _ACCENT), ("Quote", "left", 24, "B45309")):
        _border(document.styles[name], side, width, colour)
    _border(document.styles["Title"], "", 0, "")
    document.styles["Quote"].paragraph_format.left_indent = Mm(4)
    document.styles["Normal"].paragraph_format.line_spacing = 1.15
    for name in ("Table Text", "Table Bullet"):
        document.styles[name].paragraph_format.line_spacing = 1.0
    bullet = document.styles["Table Bullet"].paragraph_format
    bullet.left_indent, bullet.first_line_indent = Mm(4), Mm(-4)


def _border(style: Any, side: str, width: int, colour: str) -> None:
    """Draw one line beside the paragraphs of a style, or none. width: eighths of a point."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    if side:
        line = f'<w:{side} w:val="single" w:sz="{width}" w:space="4" w:color="{colour}"/>'
        properties.insert_element_before(
            parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>"),
            *("w:shd", "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"),
        )


def _set_language(document: Document) -> None:
    from docx.oxml.ns import qn

    document.core_properties.language = LANGUAGE
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
        language.set(qn("w:bidi"), "ar-SA")


def _leave_out_what_is_not_used(document: Document) -> None:
    """Drop the parts of the library's own template that say nothing about this document, its dates included."""
    unused = ("stylesWithEffects", "customXml", "thumbnail")
    for holder in (document.part, document.part.package):
        for key, relation in list(holder.rels.items()):
            if any(word in relation.reltype for word in unused):
                del holder.rels[key]
    core = document.core_properties._element
    for child in list(core):
        if child.tag.rpartition("}")[2] in ("created", "modified", "lastModifiedBy", "description", "revision"):
            core.remove(child)


def _say_it_is_modern(document: Document) -> None:
    """Name the newest way of setting pages, so that Word does not open the file in its compatibility mode."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    mode = (
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    settings.insert_element_before(
        parse_xml(f"<w:compat {nsdecls('w')}>{mode}</w:compat>"),
        *("w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping"),
        *("w:decimalSymbol", "w:listSeparator"),
    )


def _number_the_pages(document: Document) -> None:
    """Put the number of the page below each one: the only field in the file, with no word of a student in it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    line = document.sections[0].footer.paragraphs[0]
    line.style, line.alignment = "Table Text", WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._p.append(field)
