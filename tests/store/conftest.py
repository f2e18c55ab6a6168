"""One store suite for every database: SQLite always, another one when CANVAS_TEST_DATABASE_URL names it."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from canvas.models.workbook import Workbook
from canvas.store.store import open_store
from canvas.store.workspaces import new_workspace_id

OTHER = os.environ.get("CANVAS_TEST_DATABASE_URL")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "other"] if OTHER else ["sqlite"])
def url(request, tmp_path):
    return f"sqlite:///{tmp_path / 'canvas.sqlite3'}" if request.param == "sqlite" else OTHER


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
