"""The HTML export: one file, no script, nothing loaded, every word escaped, same bytes for the same plan."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from canvas.checks.run import check_text
from canvas.content.library import library
from canvas.content.rules import load_rules
from canvas.exchange.outgoing.document import Choice
from canvas.exchange.outgoing.html import to_html
from canvas.models.vocabulary import RelationshipType, Shape
from canvas.models.workbook import Commitment, Segment, Venture, Workbook
from canvas.writing.draft import fill
from canvas.writing.edits import set_draft_text, set_venture

EVERYTHING = Choice(plan=True, canvas=True)
STRANGE = '<script>alert(1)</script> {{ 7*7 }} __class__ 5*3*2 &amp; "quoted" مرحبا 🙂 \' onload=x'


class Reader(HTMLParser):
    """Collects the tags and the visible text of a page."""

    def __init__(self):
        super().__init__()
        self.tags, self.text = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)


def read(page):
    reader = Reader()
    reader.feed(page)
    return reader.tags, "".join(reader.text)


@pytest.fixture
def strange():
    workbook = fill(library().sample, Shape.BY_SEGMENT)
    workbook = set_draft_text(workbook, f"{STRANGE}\n\n- {STRANGE}")
    return set_venture(set_venture(workbook, "name", STRANGE[:70]), "channels", STRANGE)


def test_strange_words_are_shown_and_never_run(strange):
    tags, text = read(to_html(strange, choice=Choice(plan=True, canvas=True, author=STRANGE)))
    assert text.count(STRANGE) == 4
    assert "script" not in {tag for tag, _ in tags}
    assert not any(name.startswith("on") for _, attributes in tags for name in attributes)


def test_nothing_is_loaded(strange):
    page = to_html(strange, choice=EVERYTHING)
    tags, _ = read(page)
    linked = [
        value for _, attributes in tags for name, value in attributes.items() if name.endswith(("src", "href"))
    ]
    assert not [value for value in linked if not value.startswith("#")]  # only letters of the picture itself
    assert "default-src 'none'" in page
    assert "url(" not in page
    assert "@import" not in page


def test_the_style_carries_its_hash():
    page = to_html(library().sample)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    allowed = re.search(r"sha256-([^']+?)(?:'|&#39;)", page)[1].replace("&#43;", "+").replace("&#x2B;", "+")
    assert allowed == digest


def test_the_headings_are_in_order_and_the_tables_have_headers():
    tags, _ = read(to_html(library().sample, choice=EVERYTHING))
    levels = [int(tag[1]) for tag, _ in tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert {attributes["scope"] for tag, attributes in tags if tag == "th"} == {"col", "row"}
    assert next(attributes for tag, attributes in tags if tag == "html")["lang"] == "en-GB"


def test_the_same_plan_gives_the_same_bytes():
    assert to_html(library().sample) == to_html(library().sample.model_copy(deep=True))


def test_an_empty_plan_is_a_page_too():
    _, text = read(to_html(Workbook(), choice=EVERYTHING))
    assert "[missing:" in text
    assert "The plan:" not in text
    assert "Business Model Canvas" not in text


def test_the_section_stands_alone_by_default():
    tags, text = read(to_html(library().sample))
    assert "For student groups" in text
    assert "table" not in {tag for tag, _ in tags}
    assert "The plan:" not in text
    assert "Business Model Canvas" not in text


def test_empty_blocks_are_left_out_and_an_almost_empty_canvas_too():
    few = Venture(name="A", channels="Shop", cost_structure="Rent", key_partners="later")
    assert "Business Model Canvas" not in read(to_html(Workbook(venture=few), choice=EVERYTHING))[1]
    more = few.model_copy(update={"value_proposition": "Fast", "segments": (Segment(id="a", name="A"),)})
    tags, text = read(to_html(Workbook(venture=more), choice=EVERYTHING))
    assert "Business Model Canvas" in text
    assert "Key Partners" not in text  # the picture shows nine blocks, the lists only those with words
    assert [tag for tag, _ in tags].count("svg") == 1


def test_the_canvas_is_a_picture_with_lists_beside_it_that_say_the_same():
    tags, text = read(to_html(library().sample, choice=EVERYTHING))
    picture = next(attributes for tag, attributes in tags if attributes.get("role") == "img")
    assert "nine blocks" in picture["aria-label"]
    assert "text" not in {tag for tag, _ in tags}
    for words in ("Three small game publishers", "New games: 500 euros a month", "phone for firms"):
        assert words in text


def test_bullets_of_the_draft_and_of_a_cell_are_lists():
    cell = Commitment(segment="a", type=RelationshipType.COMMUNITIES, after="- they ride\n- they rate us")
    workbook = Workbook(venture=Venture(segments=(Segment(id="a", name="A"),)), commitments=(cell,))
    workbook = set_draft_text(workbook, "We do this:\n- i show it\n- they wait")
    tags, text = read(to_html(workbook, choice=EVERYTHING))
    assert [tag for tag, _ in tags].count("li") == 4
    assert "- they" not in text


def test_a_name_stands_under_the_title_only_when_given():
    assert 'class="author"' not in to_html(library().sample)
    assert '<p class="author" dir="auto">Mira Lind</p>' in to_html(
        library().sample, choice=Choice(author=" Mira \n Lind ")
    )


def test_many_segments_make_several_tables():
    ids = [f"s{number}" for number in range(9)]
    venture = Venture(segments=tuple(Segment(id=name, name=name.upper()) for name in ids))
    treated = tuple(Commitment(segment=name, type=RelationshipType.COMMUNITIES, after="A ride.") for name in ids)
    tags, _ = read(to_html(Workbook(venture=venture, commitments=treated), choice=EVERYTHING))
    assert [tag for tag, _ in tags].count("table") == 3


def test_remarks_stand_in_it_only_when_given():
    workbook = set_draft_text(library().sample, library().weak_example.text)
    report = check_text(workbook.draft.text, load_rules(), workbook)
    assert "Remarks" not in read(to_html(workbook))[1]
    assert "Giving very general descriptions" in read(to_html(workbook, report))[1]
