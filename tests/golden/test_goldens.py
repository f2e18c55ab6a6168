"""What people read of the sample plan: the section in three shapes, and both exports, word for word.

`python -m pytest tests/golden --renew` writes them anew; the difference is reviewed like code.
"""

import re
from pathlib import Path

import pytest

from canvas.checks.run import check_text
from canvas.content.library import library
from canvas.content.rules import load_rules
from canvas.exchange.outgoing.document import Choice
from canvas.exchange.outgoing.html import to_html
from canvas.exchange.outgoing.markdown import to_markdown
from canvas.models.vocabulary import Shape
from canvas.writing.draft import fill
from canvas.writing.section import build

EVERYTHING = Choice(plan=True, canvas=True, author="Mira Lind")
DRAWN = re.compile("<svg.*?</svg>", re.DOTALL)
"""The picture of the canvas: letters as lines, which nobody can review; its words stand beside it."""
HERE = Path(__file__).parent


def holds(request, name, text):
    path = HERE / name
    if request.config.getoption("--renew", default=False):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_bytes().decode("utf-8"), f"{name} changed: see the docstring of this module"


@pytest.mark.parametrize("shape", Shape)
def test_the_sample_section(request, shape):
    holds(request, f"sample_{shape.value}.txt", build(library().sample, shape).text + "\n")


@pytest.mark.parametrize("shape", Shape)
def test_the_sample_section_has_no_gap_and_no_finding(shape):
    section = build(library().sample, shape)
    assert section.gaps == ()
    assert check_text(section.text, load_rules(), library().sample).flagged == ()


def test_the_sample_as_markdown(request):
    holds(request, "sample.md", to_markdown(fill(library().sample, Shape.ALONG_THE_JOURNEY), choice=EVERYTHING))


def test_the_sample_as_html(request):
    page = to_html(fill(library().sample, Shape.ALONG_THE_JOURNEY), choice=EVERYTHING)
    holds(request, "sample.html", DRAWN.sub("<svg>drawn</svg>", page))
