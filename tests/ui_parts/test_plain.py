"""A student's words in a label stay words."""

import pytest

from canvas.ui.parts.plain import plain


@pytest.mark.parametrize("text", [":heart:", "a :material/home: b", ":+1::smile:"])
def test_short_names_of_pictures_are_broken_where_nobody_sees_it(text):
    shown = plain(text).replace("\\", "")
    assert shown.replace("\u2060", "") == text
    assert not [name for name in ("heart", "material/home", "smile") if f":{name}:" in shown]


def test_colons_of_sentences_stay_as_they_are():
    assert plain("At 10:30: tea") == r"At 10\:30\: tea"
