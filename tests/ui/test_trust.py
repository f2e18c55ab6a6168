"""How far can I trust this?: the page says what the figures say."""

import dataclasses

import pytest
from streamlit.testing.v1 import AppTest

from canvas.accuracy.account import Figures
from canvas.accuracy.checker import checker_name
from canvas.accuracy.trust_words import Told
from canvas.content.rules import load_rules
from canvas.content.trust import load_trust
from canvas.models.vocabulary import Mistake
from canvas.ui.pages import Page, title_of, url_path_of
from canvas.ui.parts.trust_figures import figures_html, told_html
from canvas.ui.views import trust


def script():
    from canvas.ui.views import trust

    trust.render()


def html(app):
    return " ".join(found.proto.body for found in app.get("html"))


def test_the_page_tells_every_check_its_texts_and_what_to_do():
    app = AppTest.from_function(script, default_timeout=20).run()
    assert not app.exception
    assert app.title[0].value == "How far can I trust this?"
    shown = html(app)
    assert all(f'id="{mistake.value}"' in shown for mistake in Mistake)
    assert "The figures in these sentences were counted on" in shown
    assert "Your instructor decides" in shown
    headers = [found.value for found in app.header]
    assert headers[0] == "The four checks"
    assert headers[-1] == "For the curious: all figures"


@pytest.mark.parametrize(
    ("changed", "old"),
    [({}, False), ({"version": "another"}, True), ({"wording": None}, True)],
    ids=["the same", "other rules", "another table of wording"],
)
def test_figures_of_an_older_checker_say_so(monkeypatch, changed, old):
    measured = load_trust().measurements[0].model_copy(update={"checker": checker_name(load_rules())})
    book = dataclasses.replace(load_rules(), **changed)
    monkeypatch.setattr(trust, "load_rules", lambda: book)
    monkeypatch.setattr(trust, "sections_of", lambda given: measured)
    app = AppTest.from_function(script, default_timeout=20).run()
    assert any("changed since then" in found.value for found in app.caption) is old


def test_the_address_of_the_page_stays():
    assert (url_path_of(Page.TRUST), title_of(Page.TRUST)) == ("trust", "How far can I trust this?")


def test_words_of_the_figures_are_escaped():
    told = told_html(Told(says="<b>", counted="a & b"))
    assert "&lt;b&gt;" in told
    assert "a &amp; b" in told
    table = figures_html(
        Figures(title="t", caption="<i>", head=("", "F1"), rows=(("<u>", "0.90 (0.80–0.95)"),), notes=("<s>",))
    )
    for sign in ("<i>", "<u>", "<s>"):
        assert sign not in table
    assert '0.90 <span class="range">(0.80–0.95)</span>' in table
