"""The gate: what a file is by its bytes, the table of limits, and the archives of a class."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from canvas.errors import InputError
from canvas.exchange.incoming import gate_limits
from canvas.exchange.incoming.gate import check_file
from canvas.exchange.incoming.gate_batch import open_archive
from canvas.exchange.incoming.intake import read_file
from tests.exchange import hostile

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "export-format.md"


def test_a_name_cannot_turn_the_message_around():
    with pytest.raises(InputError) as refused:
        read_file("plan\u202ecod.\nexe", b"x")
    assert refused.value.where == "plancod. exe"


def batch(**files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_the_table_in_the_documents_is_the_one_the_gate_uses():
    rows = re.findall(r"\| `([A-Z]+_[A-Z_]+)`.*\| ([\d,.]+) \|", DOCUMENT.read_text(encoding="utf-8"))
    told = {name: float(number.replace(",", "")) for name, number in rows}
    assert told == {name: value for name, value in vars(gate_limits).items() if name.isupper()}


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("plan.docx", hostile.word(), "docx"),
        ("plan.txt", hostile.word(), "docx"),
        ("plan.docx", b"%PDF-1.7 x", "pdf"),
        ("plan.html", b"<p>We call.</p>", "html"),
        ("plan.markdown", b"We call.", "md"),
        ("PLAN.TXT", b"We call.", "txt"),
        ("-", b"We call.", "txt"),
    ],
)
def test_a_file_is_what_its_bytes_say(name, data, kind):
    assert check_file(name, data).format == kind


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("plan.docx", b"", "empty"),
        ("plan.odt", batch(mimetype=b"application/vnd.oasis.opendocument.text"), "save it as .docx"),
        ("plan.pages", batch(Index=b"x"), "Open it in Pages"),
        ("plan.pptx", batch(ppt=b"x"), "paste it"),
        ("plan.gdoc", b'{"doc_id": "1"}', "only a link"),
        ("plan.zip", batch(plan=b"x"), "Unpack it"),
    ],
)
def test_a_file_of_another_kind_is_told_what_helps(name, data, told):
    with pytest.raises(InputError, match=told):
        check_file(name, data)


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "cp1252"])
def test_text_of_older_programs_is_read(code):
    assert check_file("plan.txt", "Café – wir grüßen".encode(code)).text == "Café – wir grüßen"


def test_a_bad_file_of_a_class_is_refused_alone():
    entries = open_archive(batch(good=b"We call.", large=bytes(26_000_000), **{"../evil": b"x"}))
    assert entries[0].read() == b"We call."
    for entry in entries[1:]:
        with pytest.raises(InputError, match="not opened"):
            entry.read()


def test_documents_and_archives_are_entries_of_a_class():
    data = batch(**{"Mara/plan.docx": hostile.word(), "Tom/plan.zip": hostile.nested_bomb(1)})
    assert [entry.path for entry in open_archive(data)] == ["Mara/plan.docx", "Tom/plan.zip"]


def test_what_is_no_archive_is_said():
    with pytest.raises(InputError, match="damaged"):
        open_archive(b"no archive")
