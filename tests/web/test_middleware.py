"""The cookie that names a workspace, the careful headers, and the health route."""

import asyncio

import httpx
import pytest
from sqlalchemy import func, select
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from canvas.errors import StoreError
from canvas.store.store import open_store
from canvas.store.tables import workspaces
from canvas.web import routes
from canvas.web.middleware import SecurityHeaders, WorkspaceCookie
from canvas.web.workspace_cookie import COOKIE

PAGE = {"accept": "text/html,application/xhtml+xml"}


class Browser:
    """Asks the app like a browser: keeps cookies from answer to answer."""

    def __init__(self, app):
        self.app = app
        self.cookies = httpx.Cookies()

    def get(self, url, headers=None):
        async def ask():
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://testserver", cookies=self.cookies
            ) as client:
                answer = await client.get(url, headers=headers)
                self.cookies = client.cookies
                return answer

        return asyncio.run(ask())


@pytest.fixture
def store(tmp_path, monkeypatch):
    opened = open_store(f"sqlite:///{tmp_path / 'canvas.sqlite3'}")
    monkeypatch.setattr(routes, "the_store", lambda: opened)
    yield opened
    opened.close()


@pytest.fixture
def client(store):
    inner = Starlette(
        routes=[
            Route("/", lambda request: HTMLResponse("<p>page</p>")),
            Route("/api/nope", lambda request: HTMLResponse("<p>page</p>")),
            Route("/cached", lambda request: Response(status_code=304)),
            Route("/missing", lambda request: HTMLResponse("no", status_code=404)),
            Route("/script.js", lambda request: PlainTextResponse("1", media_type="text/javascript")),
            Route("/framed", lambda request: HTMLResponse("x", headers={"Referrer-Policy": "no-referrer"})),
            *routes.ROUTES,
        ]
    )
    return Browser(SecurityHeaders(WorkspaceCookie(inner)))


def test_the_first_page_gives_the_browser_a_workspace(client):
    answer = client.get("/", headers=PAGE)
    assert len(answer.cookies[COOKIE]) >= 22
    marks = answer.headers["set-cookie"]
    assert "HttpOnly" in marks
    assert "SameSite=Lax" in marks
    assert "Path=/" in marks
    assert "Secure" not in marks
    assert answer.headers["cache-control"] == "no-store"


def test_a_known_browser_keeps_its_workspace(client):
    client.get("/", headers=PAGE)
    again = client.get("/", headers=PAGE)
    assert "set-cookie" not in again.headers


def test_visits_alone_leave_nothing_in_the_store(client, store):
    given = set()
    for path in ["/", "/api/nope", "/missing"] * 10:
        client.cookies.clear()
        given.add(client.get(path, headers=PAGE).cookies.get(COOKIE))
    assert len(given - {None}) == 20  # every visit a name of its own, and none of them in the store
    with store._engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(workspaces)).scalar() == 0


@pytest.mark.parametrize("value", ["", "short", "../../etc/passwd", "ü" * 30, "a" * 5000])
def test_an_invalid_value_is_replaced(client, value):
    headers = {**PAGE, "cookie": f"other=1; {COOKIE}={value}".encode()}
    fresh = client.get("/", headers=headers).cookies[COOKIE]
    assert fresh != value


def test_a_workspace_is_never_taken_from_an_address(client):
    known = client.get("/", headers=PAGE).cookies[COOKIE]
    client.cookies.clear()
    answer = client.get(f"/?{COOKIE}={known}", headers=PAGE)
    assert answer.cookies[COOKIE] != known


def test_over_https_the_cookie_is_secure(client):
    assert "Secure" in client.get("https://testserver/", headers=PAGE).headers["set-cookie"]
    client.cookies.clear()
    proxied = {**PAGE, "x-forwarded-proto": "https"}
    assert "Secure" in client.get("/", headers=proxied).headers["set-cookie"]


def test_a_cached_page_still_gives_a_lost_cookie_back(client):
    assert COOKIE in client.get("/cached", headers=PAGE).cookies


@pytest.mark.parametrize(("path", "headers"), [("/script.js", PAGE), ("/", {"accept": "*/*"}), ("/missing", PAGE)])
def test_what_is_no_page_gets_no_cookie(client, path, headers):
    assert "set-cookie" not in client.get(path, headers=headers).headers


def test_every_answer_carries_the_careful_headers(client):
    for path in ("/", "/script.js", "/api/health", "/missing"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["content-security-policy"] == "frame-ancestors 'self'"
    assert client.get("/framed").headers["referrer-policy"] == "no-referrer"


def test_health_answers_in_json(client):
    answer = client.get("/api/health")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")


def test_health_says_when_the_store_does_not_answer(client, monkeypatch):
    def closed():
        raise StoreError("The database cannot be reached.")

    monkeypatch.setattr(routes, "the_store", closed)
    answer = client.get("/api/health")
    assert (answer.status_code, answer.json()["status"]) == (503, "store unreachable")
