"""The figures and words of trust are read strictly, and a wrong file says where and how to mend it."""

import json
import shutil

import pytest

from canvas.accuracy.verdicts import verdicts_of
from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from canvas.content.trust import FOLDER, MEASURED, load_trust, read_measurements
from canvas.errors import ContentError
from canvas.models.trust import TextKind, TextSet
from canvas.models.vocabulary import Mistake


def test_the_kept_figures_hold_every_mistake_on_texts_kept_apart():
    kept = load_trust().of(TextSet.KEPT_APART)
    rows = kept.tables[TextKind.SECTIONS].rows
    assert {name.value for name in Mistake} <= rows.keys()
    assert kept.description


def test_the_kept_figures_hold_no_text_of_anybody():
    words = (FOLDER / MEASURED).read_text(encoding="utf-8")
    assert max(len(line) for line in words.splitlines()) < 250


@pytest.mark.parametrize("given", ["", "[]", "{", '{"measurements": 5}', '{"measurements": [{"set": "kept"}]}'])
def test_damaged_figures_are_named(tmp_path, given):
    path = tmp_path / MEASURED
    path.write_text(given, encoding="utf-8")
    with pytest.raises(ContentError, match=MEASURED):
        read_measurements(path)


def test_missing_figures_are_named(tmp_path):
    with pytest.raises(ContentError, match=MEASURED):
        read_measurements(tmp_path / MEASURED)


def test_an_unknown_field_beside_the_figures_is_refused(tmp_path):
    text = (FOLDER / "trust.toml").read_text(encoding="utf-8")
    (tmp_path / "trust.toml").write_text(text.replace("happens =", "happen =", 1), encoding="utf-8")
    shutil.copy(FOLDER / MEASURED, tmp_path)
    with pytest.raises(ContentError, match="happen"):
        load_trust(tmp_path)


def test_the_order_of_sets_in_the_file_does_not_matter(tmp_path):
    data = json.loads((FOLDER / MEASURED).read_text(encoding="utf-8"))
    data["measurements"].reverse()
    (tmp_path / MEASURED).write_text(json.dumps(data), encoding="utf-8")
    shutil.copy(FOLDER / "trust.toml", tmp_path)
    assert load_trust(tmp_path).of(TextSet.KEPT_APART) == load_trust().of(TextSet.KEPT_APART)


@pytest.mark.parametrize("weakness", load_trust().text.weakness, ids=lambda weakness: weakness.kind)
def test_a_kind_of_text_it_gets_wrong_is_still_got_wrong(weakness):
    said = verdicts_of(check_text(weakness.example, load_rules())).labels
    read = [name.value for name in weakness.misses if name in said]
    left = [name.value for name in weakness.wrongly if name not in said]
    assert (read, left) == ([], []), "read rightly now: give another example in trust.toml, or take the kind out"
