"""The command `accuracy`, as another program calls it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CLEAN = dict.fromkeys(("no_after_sales", "one_type_for_all", "channel_confusion", "too_general"), False)
SECTION = {
    "id": "s1",
    "text": "Mira advises every rider in the shop. Two weeks after a purchase she calls and asks how it runs.",
    "types": ["personal_assistance"],
    "types_disputed": ["dedicated_personal_assistance"],
    "stages": ["before", "after"],
    "stages_disputed": ["during"],
    **CLEAN,
    "one_type_for_all": None,
}
STATEMENT = {"id": "q1", "text": "Owners swap tips in our forum.", "type": "communities"}
VAGUE = {"id": "v1", "text": "We offer the best service and excellent quality.", "vague": True}
ANSWER = {"id": "b1", "text": "They should do a survey.", "two_activities": False, "ideas": ["other"], "mark": 0}
MIXED = [SECTION, STATEMENT, VAGUE, ANSWER]


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "canvas", "accuracy", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture
def lines(tmp_path):
    """Write lines to a file and return its name."""

    def write(*given, name="texts.jsonl"):
        path = tmp_path / name
        texts = [one if isinstance(one, str) else json.dumps(one) for one in given]
        path.write_text("\n".join(texts) + "\n", encoding="utf-8")
        return str(path)

    return write


def test_a_mixed_file_is_scored_a_table_a_shape(lines):
    done = run(lines(*MIXED))
    assert done.returncode == 0, done.stderr
    titles = ["1 sections", "1 statements of one type", "1 sentences, vague or not", "1 answers to a case"]
    assert [title for title in titles if title in done.stdout] == titles


def test_the_same_file_gives_the_same_figures(lines):
    name = lines(*MIXED)
    assert run(name, "--json").stdout == run(name, "--json").stdout


def test_json_holds_tables_problems_and_wrong_verdicts(lines):
    done = run(lines(*MIXED, {**VAGUE, "id": "v2", "vague": False}), "--json", "--errors")
    found = json.loads(done.stdout)
    assert list(found["tables"]) == ["sections", "statements", "vague", "answers"]
    assert found["tables"]["vague"]["rows"]["too_general"]["scored"] == 2
    assert "too_general" in found["tables"]["vague"]["keywords"]
    assert found["problems"] == []
    [wrong] = [one for one in found["wrong"] if one["id"] == "v2"]
    assert (wrong["label"], wrong["said"]) == ("too_general", True)
    assert wrong["evidence"]


def test_errors_show_text_and_evidence_of_every_shape(lines):
    wrong = {**STATEMENT, "type": "automated_services"}, {**ANSWER, "two_activities": True, "mark": 4}
    shown = run(lines(*wrong), "--errors").stdout
    for words in ("automated_services first", STATEMENT["text"], "two_activities: missed", "mark 4"):
        assert words in shown
    only = run(lines(*wrong), "--errors", "--only", "two_activities").stdout
    assert "two_activities: missed" in only
    assert "mark 4" not in only


def test_a_line_that_cannot_be_read_is_named_and_the_run_goes_on(lines):
    done = run(lines("not json", VAGUE, {"id": "x"}, {**ANSWER, "case": "no_such_case"}))
    assert done.returncode == 2
    assert "1 sentences, vague or not" in done.stdout
    assert "line 1" in done.stderr
    assert "line 3" in done.stderr
    assert "no_such_case" in done.stderr
    assert "Traceback" not in done.stderr


def test_figures_are_kept_a_set_beside_the_other_and_never_a_text(lines, tmp_path):
    name = lines(SECTION)
    kept = tmp_path / "trust.json"
    first = ("--write", str(tmp_path), "--set", "tuned_on", "--describe", "one of ours", "--date", "2026-03-02")
    assert run(name, *first).returncode == 0
    other = ("--write", str(kept), "--set", "kept_apart", "--describe", "another", "--date", "2026-03-03")
    assert run(name, *other).returncode == 0
    found = json.loads(kept.read_text(encoding="utf-8"))["measurements"]
    told = [(one["set"], one["day"], one["description"]) for one in found]
    assert told == [("kept_apart", "2026-03-03", "another"), ("tuned_on", "2026-03-02", "one of ours")]
    assert "Mira" not in kept.read_text(encoding="utf-8")


def test_measuring_again_keeps_the_description_and_replaces_the_figures(lines, tmp_path):
    options = ("--write", str(tmp_path), "--set", "kept_apart")
    run(lines(SECTION), *options, "--describe", "ours", "--date", "2026-03-02")
    again = run(lines(SECTION, {**SECTION, "id": "s2"}), *options, "--date", "2026-03-09")
    assert again.returncode == 0, again.stderr
    [found] = json.loads((tmp_path / "trust.json").read_text(encoding="utf-8"))["measurements"]
    assert (found["description"], found["day"]) == ("ours", "2026-03-09")
    assert found["tables"]["sections"]["texts"] == 2


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ((), "--set"),
        (("--set", "kept_apart"), "--describe"),
        (("--set", "kept_apart", "--describe", "ours \udcff"), "--describe"),
    ],
)
def test_figures_are_not_kept_without_saying_of_what(lines, tmp_path, options, says):
    done = run(lines(SECTION), "--write", str(tmp_path), *options)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""  # nothing was scored before it was told
    assert not (tmp_path / "trust.json").exists()


def test_figures_of_a_file_with_an_unread_line_are_not_kept(lines, tmp_path):
    done = run(lines("{", SECTION), "--write", str(tmp_path), "--set", "kept_apart", "--describe", "ours")
    assert done.returncode == 2
    assert "Nothing was kept" in done.stderr
    assert not (tmp_path / "trust.json").exists()


def test_document_prints_the_document_and_no_file_is_a_clear_message():
    assert run("--document").stdout == (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    done = run()
    assert done.returncode == 2
    assert "no file to score" in done.stderr
