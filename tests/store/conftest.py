"""One store suite for both databases: a SQLite file, and a PostgreSQL server that the run starts for itself."""

import os
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from canvas.models.review import (
    Batch,
    MarkingLevel,
    MarkingRow,
    MarkingRubric,
    Platform,
    Submission,
    SubmittedFile,
    SubmittedKind,
)
from canvas.models.vocabulary import Level
from canvas.models.workbook import Workbook
from canvas.store.store import open_store
from canvas.store.workspaces import new_workspace_id
from tests.store.postgres_server import programs, server

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgres():
    """The address of a real PostgreSQL server; where none is installed its tests are skipped, but never in CI."""
    folder = programs()
    if folder is None:
        because = "no PostgreSQL on this machine (Debian and Ubuntu: sudo apt-get install postgresql)"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(because)
    with server(folder) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    if request.param == "postgresql":
        return request.getfixturevalue("postgres")
    return f"sqlite:///{tmp_path / 'canvas.sqlite3'}"


@pytest.fixture
def store(url):
    opened = open_store(url)
    yield opened
    _empty_desk(opened)
    opened.close()


def _empty_desk(opened):
    """What belongs to the server would wait for the next test: the PostgreSQL server is the same for all."""
    for entry in (*opened.batches(), *opened.batches(deleted=True)):
        opened.erase_batch(entry.id)
    for comment in opened.bank():
        opened.delete_bank_comment(comment.id)
    opened.set_passphrase(None, NOON)


@pytest.fixture
def workspace():
    return new_workspace_id()


@pytest.fixture
def later():
    """A clock that moves one minute at every look."""
    moments = (NOON + timedelta(minutes=minute) for minute in range(1, 10_000))
    return lambda: next(moments)


@pytest.fixture
def titled():
    return lambda title: Workbook(title=title)


@pytest.fixture
def rubric():
    levels = tuple(
        MarkingLevel(level=level, says=level.value, points=Decimal(number)) for number, level in enumerate(Level)
    )
    return MarkingRubric(
        title="Rubric", rows=(MarkingRow(id="journey", title="Journey", weight=Decimal(1), levels=levels),)
    )


@pytest.fixture
def submitted():
    """One student with one file."""

    def make(key, text, path="", **fields):
        file = SubmittedFile(
            path=path or f"{key}/plan.md", kind=SubmittedKind.FILE, format="md", text=text, **fields
        )
        return Submission(key=key, name=f"Student {key}", files=(file,))

    return make


@pytest.fixture
def make_batch(submitted):
    """A batch of so many students: s1, s2, …"""

    def make(count, *, name="class", path="", late=None, more=(), **fields):
        texts = [f"We call customer {number} after two weeks." for number in range(1, count + 1)]
        made = tuple(submitted(f"s{number}", text, path, late=late) for number, text in enumerate(texts, 1))
        return Batch(
            id=name, title="Class", platform=Platform.MOODLE, seed=2**62, submissions=(*made, *more), **fields
        )

    return make
