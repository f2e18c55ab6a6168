"""The reader of Word files: headings, lists and tables as lines, and what of a file no plain text can hold."""

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from canvas.errors import InputError
from canvas.exchange.incoming.docx_styles import styles_of
from canvas.exchange.incoming.intake import read_file
from canvas.exchange.incoming.read_docx import read_docx
from tests.exchange.hostile import BODY, PARAGRAPH, PLAIN, WORD, word

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fe"
    "0def46b80000000049454e44ae426082"
)


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def lines_of(document):
    return read_docx("plan.docx", saved(document)).text.splitlines()


def raw(body, **parts):
    """What is read from a Word file whose body is this XML."""
    return read_docx("plan.docx", word(BODY % body, **parts))


def numbered(paragraph, level=0):
    """Make a paragraph an entry of a list by numbering of its own, as the button in Word does."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = 1


def test_headings_keep_their_level():
    document = docx.Document()
    for level, text in enumerate(("Our plan", "Customers", "Customer Relationships")):
        document.add_heading(text, level)
    document.add_paragraph("We call every guest.")
    assert lines_of(document) == [
        "# Our plan",
        "",
        "# Customers",
        "",
        "## Customer Relationships",
        "",
        "We call every guest.",
    ]


def test_a_style_takes_after_the_one_it_is_based_on():
    document = docx.Document()
    style = document.styles.add_style("House heading", 1)
    style.base_style = document.styles["Heading 2"]
    document.add_paragraph("Customer Relationships", style=style)
    assert lines_of(document) == ["## Customer Relationships"]


def test_a_line_with_an_outline_level_is_a_heading():
    level = '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Relations</w:t></w:r></w:p>'
    assert raw(level).text == "### Relations\n"


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("Customer Relationships", True),
        ("We call every guest.", False),
        ("We think that each of our guests should get one call from us", False),
    ],
)
def test_a_short_bold_line_that_is_no_sentence_is_a_heading(words, heading):
    document = docx.Document()
    document.add_paragraph().add_run(words).bold = True
    document.add_paragraph("Then we ask.")
    assert lines_of(document)[0].startswith("#") is heading


def test_a_line_with_one_bold_word_is_no_heading():
    document = docx.Document()
    line = document.add_paragraph()
    line.add_run("Online").bold = True
    line.add_run(" forums and clubs")
    assert lines_of(document) == ["Online forums and clubs"]


def test_bullets_and_numbers_of_every_depth_are_bullets():
    document = docx.Document()
    for style in ("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2"):
        document.add_paragraph(f"in {style}", style=style)
    for level in range(3):
        numbered(document.add_paragraph(f"of depth {level}"), level)
    assert lines_of(document) == [
        "- in List Bullet",
        "- in List Bullet 2",
        "- in List Bullet 3",
        "- in List Number",
        "- in List Number 2",
        "- of depth 0",
        "- of depth 1",
        "- of depth 2",
    ]


def test_a_paragraph_of_a_list_style_whose_numbering_is_off_is_no_bullet():
    document = docx.Document()
    line = document.add_paragraph("We call every guest.", style="List Bullet")
    line._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
    assert lines_of(document) == ["We call every guest."]


def test_a_numbered_heading_stays_a_heading():
    document = docx.Document()
    numbered(document.add_heading("Customer Relationships", 2))
    assert lines_of(document) == ["## Customer Relationships"]


def test_each_cell_of_a_table_is_lines_of_its_own_and_bold_cells_are_no_headings():
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Segment", "Relationship", "Hotels", "A named adviser"), strict=True):
        cell.paragraphs[0].add_run(text).bold = text in ("Segment", "Relationship")
    assert [line for line in lines_of(document) if line] == [
        "Segment",
        "Relationship",
        "Hotels",
        "A named adviser",
    ]


def test_two_paragraphs_stay_two_and_a_soft_line_break_stays_one_break():
    document = docx.Document()
    document.add_paragraph("We call every guest.\nThen we ask.")
    document.add_paragraph("Mia answers.")
    assert lines_of(document) == ["We call every guest.", "Then we ask.", "", "Mia answers."]


def test_a_soft_line_break_in_a_bullet_goes_on_with_the_bullet():
    document = docx.Document()
    document.add_paragraph("a call\nafter two weeks", style="List Bullet")
    document.add_paragraph("a club", style="List Bullet")
    assert lines_of(document) == ["- a call", "  after two weeks", "- a club"]


def test_several_empty_lines_are_one():
    document = docx.Document()
    for text in ("", "First.", "", "", "", "Second.", ""):
        document.add_paragraph(text)
    assert lines_of(document) == ["First.", "", "Second."]


def test_tracked_changes_are_read_as_accepted_and_that_is_told():
    body = (
        "<w:p><w:r><w:t>We call </w:t></w:r><w:del><w:r><w:delText>nobody</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>every guest</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> away</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t> at home</w:t></w:r></w:moveTo></w:p>"
    )
    read = raw(body)
    assert read.text == "We call every guest at home\n"
    assert read.lost == ("Tracked changes were read as if they were accepted.",)


def test_hidden_text_is_not_read():
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t> in secret</w:t><w:br/></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> every guest</w:t></w:r>'
    assert raw(f"<w:p><w:r><w:t>We call</w:t></w:r>{hidden}{shown}</w:p>").text == "We call every guest\n"


def test_instructions_of_fields_are_not_read_but_what_they_show_is():
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>page 7</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert raw(field).text == "page 7\n"


def test_smart_quotes_links_and_signs_of_word_are_letters():
    body = (
        "<w:p><w:r><w:t>“Don’t wait” – we call…</w:t></w:r><w:r><w:tab/><w:t>co</w:t><w:noBreakHyphen/>"
        "<w:t>op</w:t></w:r><w:hyperlink><w:r><w:t> our page</w:t></w:r></w:hyperlink></w:p>"
    )
    assert raw(body).text == "“Don’t wait” – we call… co-op our page\n"


def test_the_boxes_of_a_template_are_read():
    content = "<w:sdt><w:sdtContent>%s</w:sdtContent></w:sdt>"
    assert raw(content % (PARAGRAPH % "Write your relationships here.")).text == "Write your relationships here.\n"


def test_comments_footnotes_formulas_and_objects_are_told_as_lost():
    references = "".join(
        f"<w:r><w:{name}/></w:r>" for name in ("commentReference", "footnoteReference", "endnoteReference")
    )
    read = raw(f"{PARAGRAPH % 'We call.'}<w:p>{references}{references}<w:oMath/><w:object/></w:p><w:altChunk/>")
    assert read.text == "We call.\n"
    assert read.lost == (
        "2 comments could not be read.",
        "2 footnotes could not be read.",
        "2 endnotes could not be read.",
        "1 formula could not be read.",
        "1 inserted document could not be read.",
    )


def test_comments_of_word_are_told_as_lost():
    document = docx.Document()
    run = document.add_paragraph().add_run("We call every guest.")
    document.add_comment(run, "Who calls?", author="Tom", initials="T")
    read = read_docx("plan.docx", saved(document))
    assert (read.text, read.lost) == ("We call every guest.\n", ("1 comment could not be read.",))


def test_pictures_are_told_as_lost():
    document = docx.Document()
    document.add_paragraph("We call.")
    for _ in range(2):
        document.add_picture(io.BytesIO(PICTURE))
    assert read_docx("plan.docx", saved(document)).lost == ("2 pictures could not be read.",)


def boxed(text):
    """A text box as Word writes it: the box, and again for older programs."""
    content = f"<w:txbxContent>{PARAGRAPH % text}</w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="x"><mc:Choice>'
        f"{content}</mc:Choice><mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def test_a_text_box_beside_the_text_is_told_once_as_lost():
    read = raw(PARAGRAPH % "We call." + boxed("Beside it"))
    assert read.text == "We call.\n"
    assert read.lost == ("1 text box could not be read.",)


def test_a_file_whose_words_all_stand_in_text_boxes_is_read_from_them():
    read = raw(boxed("We call every guest.") + boxed("Then we ask."))
    assert read.text == "We call every guest.\n\nThen we ask.\n"
    assert read.lost == ()


def test_a_file_without_words_is_refused():
    with pytest.raises(InputError, match="holds no text"):
        raw("<w:p/>")


@pytest.mark.parametrize("body", ["<w:p><w:t></w:p>", "<w:p>", "<w:p></w:p></w:body></w:document><more/>"])
def test_broken_xml_is_a_damaged_file(body):
    with pytest.raises(InputError, match="damaged"):
        raw(body)


def test_a_file_without_styles_and_one_with_the_names_of_another_program_are_read():
    plain = saved(docx.Document())
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            if name != "word/styles.xml":
                body = PLAIN.replace("w:", "a:").replace(":w=", ":a=")
                after.writestr(name, body if name == "word/document.xml" else before.read(name))
    assert read_docx("plan.docx", file.getvalue()).text == "We call every customer after two weeks.\n"


def test_styles_know_headings_lists_and_their_parents():
    def style(name, *properties, parent=""):
        based = f'<w:basedOn w:val="{parent}"/>' if parent else ""
        head = f'<w:style w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        return f"{head}{based}{''.join(properties)}</w:style>"

    numbers = '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'
    outline = '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    held = (
        style("heading 3")
        + style("Title")
        + style("Points", numbers)
        + style("Mine", parent="heading3")
        + style("Outlined", outline)
        + style("List Paragraph")
        + style("Body Text")
    )
    styles = styles_of(f'<w:styles xmlns:w="{WORD}">{held}</w:styles>'.encode())
    assert {name: styles.level(name) for name in styles if styles.level(name)} == {
        "heading3": 3,
        "Title": 1,
        "Mine": 3,
        "Outlined": 2,
    }
    assert [name for name in styles if styles.listed(name)] == ["Points"]
    assert styles.level("Unknown") == 0
    assert styles_of(b"") == {}


def test_a_list_paragraph_without_numbering_is_a_paragraph():
    document = docx.Document()
    document.add_paragraph("We call every guest.", style="List Paragraph")
    bold = document.add_paragraph("Then we ask.").runs[0]._r.get_or_add_rPr()
    off = OxmlElement("w:b")
    off.set(qn("w:val"), "0")
    bold.append(off)
    assert lines_of(document) == ["We call every guest.", "", "Then we ask."]


def test_two_paragraphs_stay_two_and_a_list_stays_one_list():
    document = docx.Document()
    for text, style in (
        ("We call every guest.", "Normal"),
        ("We answer within a day.", "Normal"),
        ("a forum", "List Bullet"),
        ("a club", "List Bullet"),
        ("Mia looks after firms.", "Normal"),
    ):
        document.add_paragraph(text, style=style)
    assert read_file("plan.docx", saved(document)).text == (
        "We call every guest.\n\nWe answer within a day.\n- a forum\n- a club\nMia looks after firms.\n"
    )


def test_a_picture_of_the_fallback_is_counted_once_however_deep_it_stands():
    drawn = (
        "<mc:AlternateContent><mc:Choice><w:drawing><pic:pic/></w:drawing></mc:Choice>"
        "<mc:Fallback><w:r><w:pict><w:pic/></w:pict></w:r></mc:Fallback></mc:AlternateContent>"
    )
    spaces = ' xmlns:mc="m" xmlns:pic="p"'
    read = read_docx(
        "plan.docx", word(PLAIN.replace("<w:p>", f"<w:p>{drawn}{drawn}").replace(">", f"{spaces}>", 1))
    )
    assert read.lost == ("2 pictures could not be read.",)


def test_a_document_nested_deeper_than_any_text_is_refused():
    nested = "<w:sdt>" * 300 + PARAGRAPH % "We call." + "</w:sdt>" * 300
    with pytest.raises(InputError, match="nested too deeply"):
        read_docx("plan.docx", word(BODY % nested))
    assert read_docx(
        "plan.docx", word((BODY % nested).replace("<w:sdt>" * 200, "").replace("</w:sdt>" * 200, ""))
    ).text
