"""The command `passphrase`, as whoever runs a server calls it."""

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from canvas.cli.passphrase import command
from canvas.errors import InputError
from canvas.store.store import open_store

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def run(tmp_path):
    """The command in this process. What goes wrong in it is raised."""

    def call(*arguments, typed=""):
        runner = CliRunner(env={"CANVAS_DATA": str(tmp_path), "CANVAS_DATABASE_URL": None})
        done = runner.invoke(command, arguments, input=typed)
        if done.exception:
            raise done.exception
        return done

    return call


@pytest.fixture
def right(tmp_path):
    """Tell whether words are the passphrase now."""

    def ask(words):
        store = open_store(f"sqlite:///{tmp_path / 'canvas.sqlite3'}")
        token = store.open_reviewer_session(words, NOON)
        store.close()
        return token is not None

    return ask


def test_it_sets_tells_and_removes(run, right):
    assert "There is no passphrase" in run("--status").stdout
    done = run(typed="four wörds make it long\n")
    assert "four" not in done.output
    assert right("four wörds make it long")
    assert "There is a passphrase" in run("--status").stdout
    run("--remove")
    assert not right("four wörds make it long")


def test_its_day_is_written_as_on_the_pages(run, tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'canvas.sqlite3'}")
    store.set_passphrase("four words make it long", datetime(2026, 11, 5, 12, 0, tzinfo=UTC))
    store.close()
    assert "set on 5 November 2026." in run("--status").stdout


@pytest.mark.parametrize(
    ("arguments", "typed", "says"),
    [
        ((), "short\n", "10 to 200"),
        ((), "", "10 to 200"),
        ((), b"four w\xf6rds make it long\n", "not written in UTF-8"),
        (("--remove", "--status"), "", "do not go together"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(run, right, arguments, typed, says):
    run(typed="four words make it long")
    with pytest.raises(InputError, match=says):
        run(*arguments, typed=typed)
    assert right("four words make it long")
