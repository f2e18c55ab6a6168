"""The commands `case` and `cases`, as another program calls them."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
GOOD = (
    "Nobody was asked about the Grinch. First, invite eight Clash Of Armies players to a focus group in May and "
    "show them three stories; the worst is dropped. Second, run a beta version with 100 players."
)


def run(*arguments, given=""):
    return subprocess.run(
        [sys.executable, "-m", "canvas", *arguments],
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_an_answer_that_meets_everything_ends_with_0_and_one_that_does_not_with_1():
    assert run("case", "boomer_games", "-", given=GOOD).returncode == 0
    done = run("case", "boomer_games", "-", given="They should do a survey.")
    assert done.returncode == 1
    assert "Two different activities" in done.stdout


def test_json_holds_the_text_its_offsets_refer_to():
    found = json.loads(run("case", "boomer_games", "-", "--json", given=GOOD).stdout)
    assert found["mark"] == 4
    assert found["ideas"] == ["focus_group", "beta_release"]
    for outcome in found["criteria"].values():
        assert all(found["text"][one["start"] : one["end"]] == one["quote"] for one in outcome["quotes"])


def test_a_line_in_is_a_line_out_and_a_bad_line_does_not_stop_the_run():
    lines = [json.dumps({"id": "a", "text": GOOD, "note": "ignored"}), "no json", json.dumps({"id": "b"})]
    done = run("case", "boomer_games", "--jsonl", "-", given="\n".join(lines))
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 2
    assert list(first["criteria"]) == ["two_activities", "customer_insight", "case_facts", "actionable"]
    assert first["id"] == "a"
    assert "error" in second
    assert third["id"] == "b"
    assert "error" in third


def test_wrong_input_ends_in_one_clear_line_and_2(tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\0\0")
    calls = [
        ("case", "bomer_games", "-"),
        ("case", "boomer_games"),
        ("case", "boomer_games", str(tmp_path / "missing.txt")),
        ("case", "boomer_games", str(tmp_path / "picture.png")),
    ]
    for call in calls:
        done = run(*call)
        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1
        assert "Traceback" not in done.stderr


def test_cases_lists_every_case():
    done = run("cases")
    assert done.returncode == 0
    assert "boomer_games" in done.stdout
