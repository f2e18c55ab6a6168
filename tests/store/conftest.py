"""One store suite for both databases: a SQLite file, and a PostgreSQL server that the run starts for itself."""

import os
from datetime import UTC, datetime, timedelta

import pytest

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
    opened.close()


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
