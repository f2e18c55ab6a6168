"""The Markdown of a case, whoever wrote it: readable, and nothing in it acts."""

import pytest

from canvas.writing.brief_html import brief_html


def test_a_plain_brief_keeps_its_shape():
    html = brief_html("## Then\n\nIt cost **$5**, later $10.\n\n- one\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |")
    for part in ("<h2>Then</h2>", "<strong>$5</strong>, later $10.", "<li>two</li>", "<td>2</td>"):
        assert part in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a\n\n<div onclick='x'>\n\nb\n\n</div>",
        "![x](https://tracker.example/x.png)",
        "![x][y]\n\n[y]: https://tracker.example/x.png",
        "<iframe src='https://x.example'></iframe>",
    ],
)
def test_tags_and_pictures_are_shown_as_text(text):
    html = brief_html(text)
    assert not [tag for tag in ("<script", "<img", "<div", "<iframe") if tag in html]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        "java&#115;cript:x",
        "data:text/html,x",
        "//x.example",
        "vbscript:x",
    ],
)
def test_only_links_to_the_web_lead_somewhere(address):
    assert "href" not in brief_html(f"[a]({address})")
    assert 'href="https://x.example"' in brief_html("[a](https://x.example)")


def test_attributes_cannot_be_written():
    assert "<p onclick" not in brief_html("Hello {: onclick=alert(1) }")


def test_what_would_take_minutes_to_read_is_shown_as_it_stands():
    assert brief_html("[" * 30_000) == f"<p>{'[' * 30_000}</p>"
    assert brief_html("> " * 20_000)
    assert brief_html("<b>" * 20_000).startswith("<p>&lt;b&gt;")
