"""The command `passphrase`, as whoever runs a server calls it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from canvas.cli.passphrase import command
from canvas.errors import InputError
from canvas.store.store import open_store

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def run(tmp_path):
    def call(*arguments, typed=""):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CANVAS_")}
        return subprocess.run(
            [sys.executable, "-m", "canvas", "passphrase", *arguments],
            cwd=ROOT,
            env={**kept, "CANVAS_DATA": str(tmp_path)},
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    return call


@pytest.fixture
def right(tmp_path):
    """Tell whether words are the passphrase now."""

    def ask(words):
        store = open_store(f"sqlite:///{tmp_path / 'canvas.sqlite3'}")
        found = store.check_passphrase(words)
        store.close()
        return found

    return ask


def test_it_sets_tells_and_removes(run, right):
    assert "There is no passphrase" in run("--status").stdout
    done = run(typed="four wörds make it long\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "four" not in done.stdout
    assert right("four wörds make it long")
    assert "There is a passphrase" in run("--status").stdout
    assert run("--remove").returncode == 0
    assert not right("four wörds make it long")


@pytest.mark.parametrize(
    ("arguments", "typed", "says"),
    [((), "short\n", "10 to 200"), ((), "", "10 to 200"), (("--remove", "--status"), "", "do not go together")],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(run, right, arguments, typed, says):
    run(typed="four words make it long")
    done = run(*arguments, typed=typed)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert right("four words make it long")


def test_what_is_no_utf_8_is_said(tmp_path):
    done = CliRunner(env={"CANVAS_DATA": str(tmp_path)}).invoke(command, input=b"four w\xf6rds make it long\n")
    assert isinstance(done.exception, InputError)
    assert "not written in UTF-8" in str(done.exception)
