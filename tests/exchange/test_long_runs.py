"""A long run of one sign costs no more than its length, in whatever format and wherever it stands."""

import contextlib
from html import escape

import pytest

from canvas.errors import InputError
from canvas.exchange.incoming.intake import read_file
from tests.exchange.hostile import BODY, PARAGRAPH, word
from tests.patience import within

LENGTH = 30_000
SECONDS = 5
"""Each is read in some hundredths; what grows with the square of its length would take minutes."""
RUNS = [
    *(" ", "\t", "#", "*", "_", "[", "(", "<", "&", '"', "'", ".", "…", "-", "–", "1", "@", "|", "=", "a", "\n"),
    *("# ", "- ", "** ", "1 ", "1.", ". ", "a@", "<a ", "</", "<!--", "![", "[a](", "&lt", " \n", "relation "),
]


def put_into(run):
    """The run in the middle of a line of a text, behind a heading, in a page and in a Word file."""
    run = (run * (LENGTH // len(run) + 1))[:LENGTH]
    yield "plan.txt", f"relation a{run}b.".encode()
    yield "plan.txt", f"We sell bikes.\n1{run}Customer relations{run}x\n{run}: We call.".encode()
    yield "plan.md", f"relation\n\n# a{run}b".encode()
    yield "plan.html", f"<p>canvas-coach relation <script a{run}b".encode()
    yield "plan.docx", word(BODY % (PARAGRAPH % escape(f"relation a{run}b")))


@pytest.mark.parametrize("run", RUNS)
def test_a_long_run_costs_no_more_than_its_length(run):
    for name, data in put_into(run):
        with within(SECONDS), contextlib.suppress(InputError):  # what is refused is refused quickly
            read_file(name, data)
