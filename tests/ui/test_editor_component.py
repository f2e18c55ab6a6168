"""Long fields from the page's side: what they are told, what they tell, and that their scripts are whole."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from canvas.errors import ContentError
from canvas.models.vocabulary import Mistake
from canvas.store.marks import mark_of
from canvas.ui.editor import bundle, component
from canvas.ui.parts.theme import STATIC


def test_each_script_was_built_once_and_its_name_changes_with_it():
    recipe = (STATIC.parent / "editor" / "build.mjs").read_text(encoding="utf-8")
    names = json.loads(re.search(r"entries = (\[.*\]);", recipe)[1])
    for name in names:
        assert re.search(rf'"/app/static/{name}-[A-Z0-9]{{8}}\.js"', bundle.loader(name))
    assert len(list(STATIC.glob("*.js"))) == len(names)


def test_pages_without_a_draft_load_no_editor():
    [field], [editor] = (list(STATIC.glob(f"{name}-*.js")) for name in ("field", "editor"))
    assert field.stat().st_size < 30_000 < editor.stat().st_size


def test_a_script_that_is_missing_says_how_to_build_it(monkeypatch, tmp_path):
    monkeypatch.setattr(bundle, "_STATIC", tmp_path)
    bundle.loader.cache_clear()
    with pytest.raises(ContentError, match="npm run build"):
        bundle.loader("field")
    bundle.loader.cache_clear()


def script():
    from canvas.ui.editor.component import LongText, long_field
    from canvas.ui.parts import live_text

    text = "We call <b>every</b> guest. 🧀"
    kept = LongText(document="p1", field="draft.text", text=text, mark="m", revision=7, mirror="h", limit=99)
    long_field(kept, "An answer", key="a", help_text="Say how.", rows=5, action="Check my answer")
    live_text.draw(kept, "A draft", key="b", placeholder="Write here.")


def test_a_field_is_told_its_text_mark_limit_and_words():
    app = AppTest.from_function(script, default_timeout=20).run()
    assert not app.exception
    field, draft = (json.loads(element.proto.json) for element in app.get("bidi_component"))
    assert field == {
        "document": "p1",
        "field": "draft.text",
        "text": "We call <b>every</b> guest. 🧀",
        "mark": "m",
        "revision": 7,
        "mirror": "h",
        "limit": 99,
        "label": "An answer",
        "help": "Say how.",
        "placeholder": "",
        "rows": 5,
        "action": "Check my answer",
    }
    assert set(draft["lessons"]) == set(Mistake)
    assert draft["lessons"]["too_general"]["href"].startswith("learn?lesson=")
    assert re.findall(draft["gap"], "a [missing: x] b [missing: y]") == ["[missing: x]", "[missing: y]"]


def test_the_bundle_never_travels_with_the_page():
    app = AppTest.from_function(script, default_timeout=20).run()
    assert all(len(element.proto.js_content) < 1_000 for element in app.get("bidi_component"))


def test_what_a_browser_tells_is_read_carefully():
    reason = {"mistake": "too_general", "words": "great service", "because": "It is."}
    told = component._events({"left": {"at": 1}, "checked": None, "disagree": reason})
    assert (told.left, told.checked) == (True, False)
    assert told.disagree is not None
    assert told.disagree.because == "It is."
    for nonsense in (None, "x", {"mistake": "unknown"}, {**reason, "because": "x" * 5_000}, {**reason, "more": 1}):
        assert component._events({"disagree": nonsense}).disagree is None


def test_an_empty_text_has_the_mark_of_none_yet():
    assert mark_of("") == ""
