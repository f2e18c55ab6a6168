"""Files that want to do harm, built in memory: archives, Word files, PDFs, pages and texts. None is kept."""

import io
import json
import struct
import warnings
import zipfile
import zlib

from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = f'<w:document xmlns:w="{WORD}"><w:body>%s</w:body></w:document>'
PARAGRAPH = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
PLAIN = BODY % (PARAGRAPH % "We call every customer after two weeks.")
ZEROS = bytes(21_000_000)
NASTY = (
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    '=HYPERLINK("http://example.com","x")',
    "{{ 7*7 }}{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    '#read("/etc/passwd") #sys.inputs $x$ #import "@preview/a:1.0.0"',
    "--> <!-- </script><img src=x onerror=alert(1)>",
    "]]></w:t><w:t>\u202eevil\u202c\u2066",
)


def word(body=PLAIN, **parts):
    """A Word file with this main part; parts: more entries, `__` in a name stands for a slash."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", body)
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def entry(name, content=b"x", **attributes):
    """A Word file with one more entry, whose record has these attributes."""
    file = io.BytesIO(word())
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        told = zipfile.ZipInfo(name)
        for key, value in attributes.items():
            setattr(told, key, value)
        told.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(told, content)
    return file.getvalue()


def overlapping(copies=200):
    """An archive whose list names one packed block many times, each as a file of its own."""
    packed = zlib.compress(bytes(10_000_000), 9)[2:-4]
    name = b"word/document.xml"
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 33, 0, len(packed), 10_000_000, len(name), 0) + name
    listed = b"".join(
        struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 33, 0, len(packed), 10_000_000, 7, 0, 0, 0, 0, 0, 0)
        + b"f%06d" % number
        for number in range(copies)
    )
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, copies, copies, len(listed), len(local) + len(packed), 0)
    return local + packed + listed + end


def encrypted_entry():
    data = bytearray(word())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(mark, start)) >= 0:
            data[start + place] |= 1
            start += 4
    return bytes(data)


def many_entries(number=5_000):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for index in range(number):
            archive.writestr(f"word/{index}.xml", "")
    return file.getvalue()


def nested_bomb(depth=5):
    data = word(BODY % (PARAGRAPH % ("a" * 100_000)))
    for _ in range(depth):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(8):
                archive.writestr(f"{number}.zip", data)
        data = file.getvalue()
    return data


def pdf(change=None, pages=1):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if change:
        change(writer)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def drawn(content):
    """A PDF whose page draws this."""

    def draw(writer):
        stream = StreamObject()
        stream.set_data(content)
        writer.pages[0][NameObject("/Contents")] = writer._add_object(stream.flate_encode())

    return pdf(draw)


def raw_pdf(*objects):
    """A PDF of these objects, numbered from 1; the first is its catalog."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def looping_form():
    """A page that draws a form that draws itself."""
    inner = b"/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 5>>stream\n/F Do\nendstream"
    form = b"<</Type/XObject/Subtype/Form" + inner
    page = b"<</Type/Page/Parent 2 0 R/Resources<</XObject<</F 4 0 R>>>>/MediaBox[0 0 9 9]/Contents 5 0 R>>"
    contents = b"<</Length 5>>stream\n/F Do\nendstream"
    return raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, form, contents)


def many_forms(width=30, depth=5):
    """A page whose forms draw forms: millions of them when each is followed."""
    page = b"<</Type/Page/Parent 2 0 R/Resources<</XObject<</F 5 0 R>>>>/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page]
    objects.append(b"<</Length 5>>stream\n/F Do\nendstream")
    for level in range(depth):
        content = b"/F Do\n" * width if level < depth - 1 else b"BT /A 9 Tf (x) Tj ET"
        inner = b"/Resources<</XObject<</F %d 0 R>>>>" % (6 + level) if level < depth - 1 else b""
        objects.append(
            b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]%s/Length %d>>stream\n%s\nendstream"
            % (inner, len(content), content)
        )
    return raw_pdf(*objects)


def flate_bomb():
    packed = zlib.compress(zlib.compress(bytes(120_000_000), 1), 9)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    stream = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%s\nendstream" % (len(packed), packed)
    return raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream)


def locked(writer):
    writer.encrypt("secret")


def laughs():
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{entities}]>' + BODY % (PARAGRAPH % "&l9;")


def xxe(address):
    return f'<!DOCTYPE w [<!ENTITY x SYSTEM "{address}">]>' + BODY % (PARAGRAPH % "&x;")


def nasty_copy(form):
    """An export whose copy is no copy."""
    copy = json.dumps({"schema_number": 1, "workbook": {"venture": {"name": NASTY[0]}}, "content_hash": "0"})
    if form == "html":
        return f'<p>We call.</p><script type="application/json" id="canvas-coach">{copy}'.encode()
    return f"We call.\n\n<!-- canvas-coach {copy} -->\n".encode()


def archives():
    """Word files and archives, each with the name it comes under."""
    yield "flat bomb", "plan.docx", word(a__b=ZEROS)
    yield "bomb as the main part", "plan.docx", word(ZEROS[:19_000_000].decode())
    yield "many medium parts", "plan.docx", word(**{f"word__{n}.bin": ZEROS[:15_000_000] for n in range(8)})
    yield "nested bomb", "plan.zip", nested_bomb()
    yield "nested archive", "plan.docx", word(word__embeddings__a__zip=b"", **{"word__more.zip": nested_bomb(1)})
    yield "overlapping entries", "plan.docx", overlapping()
    yield "too many entries", "plan.docx", many_entries()
    yield "slip up", "plan.docx", entry("../../etc/cron.d/evil")
    yield "slip to the root", "plan.docx", entry("/etc/passwd")
    yield "slip on Windows", "plan.docx", entry("..\\..\\evil.exe")
    yield "slip to a drive", "plan.docx", entry("C:/evil.exe")
    yield "link", "plan.docx", entry("word/link", b"/etc/passwd", create_system=3, external_attr=0o120777 << 16)
    yield "same name twice", "plan.docx", entry("word/document.xml", PLAIN.encode())
    yield "protected entry", "plan.docx", encrypted_entry()
    yield (
        "protected Word file",
        "plan.docx",
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(1000)),
    )
    yield "old Word file", "plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)
    yield "macros", "plan.docm", word(word__vbaProject=b"", **{"word__vbaProject.bin": b"Sub AutoOpen()"})
    yield "truncated", "plan.docx", word()[:-60]
    yield "cut in the middle", "plan.docx", word(PLAIN * 50)[:300]
    yield "no Word file", "plan.docx", many_entries(3)
    yield "garbage after its first letters", "plan.docx", b"PK\x03\x04" + b"\xff" * 5_000
    yield "list without end", "plan.docx", word()[:-22] + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 9, 9, 9, 9, 0)


def word_files():
    """Word files whose XML wants to do harm."""
    yield "reads a file", "plan.docx", word(xxe("file:///etc/passwd"))
    yield "asks the network", "plan.docx", word(xxe("http://127.0.0.1:9/x"))
    yield "billion laughs", "plan.docx", word(laughs())
    yield "laughs in the styles", "plan.docx", word(**{"word__styles.xml": laughs()})
    yield "hidden letters", "plan.docx", word(xxe("file:///etc/passwd").encode("utf-16"))
    yield "another encoding", "plan.docx", word('<?xml version="1.0" encoding="utf-7"?>' + PLAIN)
    yield "deeply nested", "plan.docx", word(BODY % ("<w:p>" * 200_000))
    yield "pictures in pictures", "plan.docx", word(BODY % ("<w:pic>" * 100_000 + "</w:pic>" * 100_000))
    yield (
        "half a copy",
        "plan.docx",
        word(**{"customXml__item1.xml": "<a" * 400_000 + " urn:canvas-coach:workbook"}),
    )
    yield "unclosed", "plan.docx", word(PLAIN[:-20])
    yield "millions of parts", "plan.docx", word(BODY % ("<w:p/>" * 3_000_000))
    yield (
        "endless styles",
        "plan.docx",
        word(
            BODY % '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>',
            **{
                "word__styles.xml": f'<w:styles xmlns:w="{WORD}"><w:style w:styleId="A">'
                '<w:basedOn w:val="A"/></w:style></w:styles>'
            },
        ),
    )
    yield (
        "external template",
        "plan.docx",
        word(
            **{
                "word___rels__settings.xml.rels": '<Relationships><Relationship Id="a" TargetMode="External" '
                'Target="http://127.0.0.1:9/evil.dotm"/></Relationships>'
            }
        ),
    )
    for number, text in enumerate(NASTY):
        shown = text.replace("&", "&amp;").replace("<", "&lt;")
        yield f"nasty words {number}", "plan.docx", word(BODY % (PARAGRAPH % shown))


def pdfs():
    """PDFs that loop, grow or ask for something."""
    yield "locked PDF", "plan.pdf", pdf(locked)
    yield (
        "script in a PDF",
        "plan.pdf",
        raw_pdf(
            b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\))>>>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/AA<</O<</S/URI/URI(http://127.0.0.1:9/)>>>>>>",
        ),
    )
    yield "too many pages", "plan.pdf", pdf(pages=400)
    yield (
        "huge page count",
        "plan.pdf",
        raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 2147483647>>"),
    )
    yield (
        "pages in a circle",
        "plan.pdf",
        raw_pdf(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Pages/Kids[2 0 R]/Count 1>>",
        ),
    )
    yield "form in a circle", "plan.pdf", looping_form()
    yield "forms of forms", "plan.pdf", many_forms()
    yield "bomb in a PDF", "plan.pdf", flate_bomb()
    yield "endless drawing", "plan.pdf", drawn(b"BT (x) Tj ET " * 2_000_000)
    yield "nested arrays", "plan.pdf", raw_pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"[" * 100_000)
    yield "truncated PDF", "plan.pdf", pdf(pages=3)[:400]
    yield "only its first letters", "plan.pdf", b"%PDF-1.7\n" + b"\x00\xff" * 50_000


def texts():
    """Texts and pages."""
    yield "10 MB of text", "plan.txt", b"We call every customer after two weeks. " * 250_000
    yield "8 MB of one word", "plan.md", b"a" * 8_000_000
    yield "Customer Relationships 100,000 times", "plan.md", b"# Customer Relationships\n" * 100_000
    yield "numbers for headings", "plan.txt", b"1.1.1.1.1.1 Customer relations\n" * 20_000
    yield "spaces", "plan.txt", b"customer relationship" + b" " * 900_000
    yield "hashes", "plan.md", b"CR" + b"#" * 900_000
    yield "spaces inside", "plan.txt", b"relation a" + b" " * 900_000 + b"b."
    yield "short lines of spaces", "plan.txt", (b"1 relation a" + b" " * 240 + b"b.\n") * 3_500
    yield "tabs inside", "plan.txt", b"relation 1" + b"\t" * 900_000 + b"b."
    yield "hashes inside", "plan.md", b"relation\n# a" + b"#" * 900_000 + b"b"
    yield "spaces behind hashes", "plan.md", b"relation\n# a" + b" " * 900_000 + b"b"
    yield "bold that never ends", "plan.md", b"relation\n**a" + b"**  " * 200_000 + b"b"
    yield "open tags", "plan.html", b"<a" * 2_000_000
    yield "scripts in scripts", "plan.html", b"canvas-coach " + b"<script </script " * 300_000
    yield "names in a script", "plan.html", b"<script " + b"id=canvas-coach " * 300_000
    yield "open comments", "plan.html", b"<!--" * 1_000_000
    yield "deep page", "plan.html", b"<div>" * 500_000
    yield "entities", "plan.html", b"&lt" * 1_000_000
    yield "page with a DOCTYPE", "plan.html", xxe("file:///etc/passwd").encode()
    yield "deep JSON", "plan.json", b"[" * 1_000_000
    yield "long number", "plan.json", b'{"venture": ' + b"9" * 1_000_000 + b"}"
    yield "false copy in a page", "plan.html", nasty_copy("html")
    yield "false copy in Markdown", "plan.md", nasty_copy("md")
    yield "binary as text", "plan.txt", bytes(range(256)) * 100
    yield "picture as text", "plan.txt", b"\x89PNG\r\n\x1a\n" + bytes(1000)
    yield "page called PDF", "plan.pdf", b"<!doctype html><script>alert(1)</script>"
    yield "PDF called Word", "plan.docx", pdf()
    yield "program", "plan.exe", b"MZ" + bytes(1000)
    yield "nothing", "plan.docx", b""
    yield "name with a way out", "../../plan.txt", b"We call every customer."
    yield "directions and controls", "plan.txt", "We \u202ecall\u0007 \u2066every\x1b[31m customer.".encode()
    for number, text in enumerate(NASTY):
        yield f"nasty line {number}", "plan.md", text.encode()


def hostile_files():
    """Every one: (what it is, the name it comes under, its bytes)."""
    yield from archives()
    yield from word_files()
    yield from pdfs()
    yield from texts()
