"""The line of a field: where somebody has to look in a TOML file."""

import pytest

from canvas.content.toml_lines import line_of

TEXT = """\
title = "x"
"a-b" = 1

[[facts]]
id = "one"

[[facts]]
id = "two"
wordings = [
  "a",
]

[words]
people = ["b"]

[[samples]]
title = "s"

[[samples.notes]]
quote = "q"

[[samples]]
title = "t"

[[samples.notes]]
quote = "r"
says = "u"

[[steps]]
kind = "sort"
bins = []
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("title",), 1),
        (("a-b",), 2),
        (("facts", 0, "id"), 5),
        (("facts", 1, "wordings", 0), 9),
        (("facts", 1, "statement"), 7),  # missing: the table that lacks it
        (("words", "people", 0), 14),
        (("samples", 1, "notes", 0, "says"), 27),
        (("samples", 0, "notes", 0, "quote"), 20),
        (("steps", 0, "sort", "bins"), 31),  # the kind of a step is part of the place, not of the file
        (("summary",), 0),
        (("facts", 7, "id"), 0),
        ((), 0),
    ],
)
def test_the_line_of_a_place(place, line):
    assert line_of(TEXT, place) == line
