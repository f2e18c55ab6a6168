"""The same words in another dress, from another program or keyboard, get the same verdicts."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from canvas.reading.text import normalised, plain_word, readable
from canvas.reading.units import units

RULES = load_rules()
SECTIONS = sorted((Path(__file__).parent.parent / "bench" / "sections").glob("*_dev.jsonl"))
TEXTS = [
    json.loads(line)["text"] for file in SECTIONS for line in file.read_text(encoding="utf-8").splitlines()[::6]
]
BULLET = re.compile(r"^([ \t]*)- +", re.MULTILINE)
WORD = re.compile(r"\b[A-Za-z]{4,}\b")


def bulleted(mark):
    return lambda text: BULLET.sub(rf"\g<1>{mark}", text)


def numbered(text):
    count = iter(range(1, 1000))
    return BULLET.sub(lambda found: f"{found.group(1)}{next(count)}. ", text)


def around(every, before, after):
    """A dress that puts marks around every so-manieth long word."""

    def dressed(text):
        count = iter(range(1, 100_000))
        return WORD.sub(
            lambda found: before + found.group() + after if next(count) % every == 0 else found.group(), text
        )

    return dressed


def lines(before="", after=""):
    return lambda text: re.sub("^(.*)$", rf"{before}\g<1>{after}", text, flags=re.MULTILINE)


def replaced(*pairs):
    def dressed(text):
        for old, new in pairs:
            text = text.replace(old, new)
        return text

    return dressed


DRESSES = {
    "CRLF": replaced(("\n", "\r\n")),
    "CR": replaced(("\n", "\r")),
    "tabs": replaced((" ", "\t")),
    "non-breaking spaces": replaced((" ", "\u00a0")),
    "double spaces": replaced((" ", "  ")),
    "smart quotes": lambda text: re.sub(r'"([^"\n]*)"', "\u201c\\1\u201d", text.replace("'", "\u2019")),
    "backticks": replaced(("'", "`")),
    "byte order mark": lambda text: "\ufeff" + text,
    "soft hyphens": lambda text: WORD.sub(lambda found: found.group()[:2] + "\u00ad" + found.group()[2:], text),
    "unseen signs": replaced(("e", "e\u200b")),
    "loose accents": lambda text: unicodedata.normalize("NFD", text),
    "ligatures": replaced(("ffi", "\ufb03"), ("ff", "\ufb00"), ("fi", "\ufb01"), ("fl", "\ufb02")),
    "wide letters": replaced(*((chr(sign), chr(sign + 0xFEE0)) for sign in range(65, 123) if chr(sign).isalpha())),
    "hyphens that do not break": lambda text: re.sub(r"(?<=\w)-(?=\w)", "\u2011", text),
    "stars": bulleted("* "),
    "plus signs": bulleted("+ "),
    "bullets": bulleted("\u2022 "),
    "bullets without a space": bulleted("\u2022"),
    "bullets with a tab": bulleted("\u2022\t"),
    "squares": bulleted("\u25a0 "),
    "arrows": bulleted("\u2192 "),
    "dashes": bulleted("\u2013 "),
    "symbol font": bulleted("\uf0b7 "),
    "boxes": bulleted("- [ ] "),
    "numbers": numbered,
    "indented": lines(before="    "),
    "quoted": lines(before="> "),
    "spaces at the end": lines(after="  "),
    "blank lines": replaced(("\n", "\n\n")),
    "bold": around(3, "**", "**"),
    "all bold": around(1, "**", "**"),
    "emphasis": around(3, "_", "_"),
    "all emphasis": around(1, "_", "_"),
    "italic": around(4, "*", "*"),
    "bold italic": around(4, "***", "***"),
    "code": around(4, "`", "`"),
    "tags": around(4, "<b>", "</b>"),
    "links": around(5, "[", "](https://example.org/a)"),
    "bold sentences": lambda text: re.sub(r"([A-Z][^.\n]{20,}\.)", r"**\1**", text),
}


def verdicts(text):
    report = check_text(text, RULES)
    return {item.type for item in report.types}, report.stages, report.flagged


PLAIN = [verdicts(text) for text in TEXTS]


@pytest.mark.parametrize("dress", DRESSES)
def test_a_text_in_another_dress_gets_the_same_verdicts(dress):
    dressed = [DRESSES[dress](text) for text in TEXTS]
    differ = [text for text, plain in zip(dressed, PLAIN, strict=True) if verdicts(text) != plain]
    assert differ == []


def test_headings_in_another_dress_stay_headings():
    body = "\nOur staff advise each rider.\n"
    for heading in ("# Customer Relationships", "**Customer Relationships**", "Customer Relationships:"):
        assert verdicts(heading + body) == verdicts("Customer Relationships" + body), heading


@pytest.mark.parametrize(
    ("written", "read"),
    [("Oﬀer", "offer"), ("cafe\u0301", "café"), ("war\u200branty", "warranty"), ("Straße", "straße")],
)
def test_a_word_is_read_as_it_is_meant(written, read):
    assert plain_word(written) == read


def test_a_link_keeps_its_words_and_loses_its_address():
    text = "See [our forum](https://example.org/x)."
    assert readable(text).split() == ["See", "our", "forum", "."]
    assert readable(text).index("our") == text.index("our")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200) | st.text(alphabet="a \\[]()!<>-*_.\r\n\u200b\ufeff\u0301\ufb01", max_size=200))
def test_every_sign_keeps_its_place(text):
    assert len(normalised(text)) == len(readable(text)) == len(text)
    found = [(unit.start, unit.end) for unit in units(text)]
    assert found == sorted(found)
    assert all(0 <= start < end <= len(text) for start, end in found)
    for unit in units(text):
        assert all(unit.start <= word.start < word.end <= unit.end for word in unit.words)
