"""The comparison before building again: what goes, what comes, and long stretches that stay are folded."""

from canvas.ui.parts.building import comparison_html
from canvas.writing.draft import Difference


def difference(kind, text):
    return Difference(kind=kind, text=text)


def test_what_goes_and_comes_is_marked_and_escaped():
    html = comparison_html((difference("removed", "<b>Old.</b>"), difference("added", "New & fine.")))
    assert "<del>&lt;b&gt;Old.&lt;/b&gt;</del>" in html
    assert "<ins>New &amp; fine.</ins>" in html


def test_long_stretches_that_stay_are_folded():
    html = comparison_html(tuple(difference("same", f"Sentence {number}.") for number in range(9)))
    assert "Sentence 0." in html
    assert "… 7 sentences stay as they are …" in html
    assert "Sentence 4." not in html
