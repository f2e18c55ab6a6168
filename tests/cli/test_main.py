"""What holds for every command: the letters of its output, and the end of a reader who has seen enough."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
WEAK = "王小明 advises every visitor in the shop with a smile ☕ and a cup of tea."
LABELLED = {"id": "v1", "text": WEAK, "vague": True}
POSIX = pytest.mark.skipif(os.name == "nt", reason="pipes and terminals are of another kind there")


def run(*arguments, given="", encoding="cp1252", **more):
    """Run a command where Python takes `encoding` for its output, as on Windows."""
    return subprocess.run(
        [sys.executable, "-m", "canvas", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        input=given.encode(),
        check=False,
        **({"capture_output": True} | more),
    )


@pytest.mark.parametrize(
    ("arguments", "shows"),
    [
        (("check", "--json", "-"), "王小明"),
        (("case", "boomer_games", "-"), "○"),
        (("case", "boomer_games", "-", "--json"), "王小明"),
        (("rules", "--text", "Riders talk in our user forum→☕."), "–"),
        (("rules", "--text", "Riders talk in our user forum."), "→"),
        (("cases", "check", "boomer_games"), "✓"),
        (("accuracy", "{}", "--errors"), "王小明"),
        (("accuracy", "{}", "--errors", "--json"), "王小明"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_a_pipe_gets_utf_8_whatever_the_system_writes(tmp_path, arguments, shows):
    (tmp_path / "labelled.jsonl").write_text(json.dumps(LABELLED), encoding="utf-8")
    done = run(*(one.replace("{}", str(tmp_path / "labelled.jsonl")) for one in arguments), given=WEAK)
    assert done.stderr == b""
    assert shows in done.stdout.decode("utf-8")


def test_a_message_is_utf_8_too():
    done = run("check", "王小明.md")
    assert done.returncode == 2
    assert "王小明.md: there is no such file" in done.stderr.decode("utf-8")


def test_half_a_surrogate_pair_is_shown_and_still_gives_json():
    line = r'{"id": "a", "text": "We \ud800 call every customer 王 back."}'
    done = run("check", "--jsonl", "-", given=line)
    assert json.loads(done.stdout)["id"] == "a"
    done = run("check", os.fsdecode(b"\xff.md"))
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@POSIX
def test_a_terminal_without_these_letters_shows_their_numbers():
    reading, writing = os.openpty()
    done = run("cases", "check", "boomer_games", encoding="latin-1", capture_output=False, stdout=writing)
    os.close(writing)
    with open(reading, "rb", buffering=0) as shown:  # noqa: PTH123 - it is no path
        assert b"\\u2713" in shown.read(10_000)
    assert done.returncode == 0


def closed_pipe():
    """Return the end to write into of a pipe that nobody reads any more."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


@POSIX
@pytest.mark.parametrize(
    "arguments",
    [("rules",), ("--help",), ("rules", "--help"), ("check", "--json", "-"), ("accuracy", "--document")],
    ids=" ".join,
)
def test_a_reader_who_went_away_ends_it_quietly_and_not_as_something_flagged(arguments):
    writing = closed_pipe()
    done = run(*arguments, given=WEAK, capture_output=False, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@POSIX
def test_a_reader_of_messages_may_go_away_too():
    writing = closed_pipe()
    done = run("check", "nowhere.md", capture_output=False, stdout=writing, stderr=writing)
    os.close(writing)
    assert done.returncode == 141
