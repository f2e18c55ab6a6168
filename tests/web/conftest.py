"""A store of its own for each test, where the routes look for the process's store; and a browser to ask with."""

from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from canvas.store.store import open_store
from canvas.store.workspaces import new_workspace_id
from canvas.web import answers, middleware, routes, text_route
from canvas.web.rates import Rate
from canvas.web.workspace_cookie import COOKIE

from .reviewing import Desk, at_home, at_this_computer, with_class

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path, monkeypatch):
    opened = open_store(f"sqlite:///{tmp_path / 'canvas.sqlite3'}")
    for module in (routes, text_route):
        monkeypatch.setattr(module, "the_store", lambda: opened)
    for name in ("TYPING", "FROM_ONE_PLACE", "FROM_ALL"):
        monkeypatch.setattr(text_route, name, Rate(per_second=1000, burst=1000))
    monkeypatch.setattr(answers, "_LINES", Rate(per_second=1000, burst=1000))
    yield opened
    opened.close()


@pytest.fixture
def workspace():
    return new_workspace_id()


@pytest.fixture
def app(store):
    return Starlette(routes=list(routes.ROUTES), middleware=list(middleware.MIDDLEWARE))


@pytest.fixture
def client(app, workspace):
    """The browser of the workspace."""
    return TestClient(app, cookies={COOKIE: workspace})


@pytest.fixture
def stranger(app):
    """A browser without a workspace."""
    return TestClient(app)


@pytest.fixture
def desk(store, monkeypatch):
    """The store of a server on this computer, with one class of three."""
    at_this_computer(store, monkeypatch)
    with_class(store)
    return store


@pytest.fixture
def reviewer(desk, app, workspace):
    """The browser of a person who sits at that server, at the desk."""
    return Desk(at_home(app, workspace))
