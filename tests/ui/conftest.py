"""The frame in AppTest: a store of its own, and a browser whose cookie the test chooses."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from canvas.store import shared
from canvas.store.store import open_store
from canvas.store.workspaces import new_workspace_id
from canvas.ui import session, state
from canvas.web import review_known, reviewers

MAIN = Path(__file__).parent.parent.parent / "canvas/ui/main.py"
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path, monkeypatch):
    """The store of this test, where the pages look for the process's store."""
    opened = open_store(f"sqlite:///{tmp_path / 'canvas.sqlite3'}")
    for module in (shared, state, reviewers, review_known):
        monkeypatch.setattr(module, "the_store", lambda: opened)
    yield opened
    opened.close()


@pytest.fixture
def workspace():
    return new_workspace_id()


@pytest.fixture
def browser(store, workspace, monkeypatch):
    """Open the app in a new session of this workspace's browser: `browser()`, or `browser("learn")`."""
    monkeypatch.setattr(session, "named_workspace", lambda: workspace)

    def open_page() -> AppTest:
        return AppTest.from_file(str(MAIN), default_timeout=20).run()

    return open_page
