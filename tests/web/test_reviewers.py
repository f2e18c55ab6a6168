"""Who may review: the own machine, or a browser with the passphrase; nobody else."""

from datetime import UTC, datetime, timedelta

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from canvas.store import passphrase
from canvas.web import doors, reviewers
from canvas.web.answers import explained
from canvas.web.rates import Rate
from canvas.web.workspace_cookie import COOKIE, workspace_key

from .conftest import NOW

RIGHT = "four words make it long"


@pytest.fixture(autouse=True)
def opened(store, monkeypatch):
    """A server opened to others, with a passphrase that is quick to try, and rates of this test only."""
    monkeypatch.setattr(passphrase, "_WORK", 2**4)
    monkeypatch.setattr(reviewers, "the_store", lambda: store)
    monkeypatch.setattr(doors, "the_store", lambda: store)
    monkeypatch.setattr(reviewers._Listening, "address", "0.0.0.0")
    monkeypatch.setattr(reviewers, "TRIES", Rate(per_second=0.001, burst=5))
    monkeypatch.setattr(reviewers, "ALL_TRIES", Rate(per_second=0.001, burst=20))
    store.set_passphrase(RIGHT, NOW)


def sign_in(browser, words=RIGHT, **headers):
    key = workspace_key(browser.cookies.get(COOKIE, ""))
    return browser.post("/api/reviewer", json={"workspace_key": key, "passphrase": words}, headers=headers)


def sign_out(browser):
    key = workspace_key(browser.cookies.get(COOKIE, ""))
    return browser.request("DELETE", "/api/reviewer", json={"workspace_key": key})


def may(browser):
    cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    return reviewers.may_review({"Cookie": cookies, "Host": "class.example"}, datetime.now(UTC))


def test_the_right_passphrase_lets_one_browser_review(client, stranger):
    assert not may(client)
    answer = sign_in(client)
    assert answer.status_code == 204
    assert may(client)
    assert not may(stranger)


def test_the_cookie_is_hidden_from_scripts_and_from_other_sites(client):
    marks = sign_in(client).headers["set-cookie"]
    assert marks.startswith("canvas_reviewer=")
    assert {"HttpOnly", "SameSite=Strict", "Max-Age=43200", "Path=/"} <= set(marks.split("; "))
    assert "Secure" not in marks
    assert sign_in(client, **{"x-forwarded-proto": "https"}).headers["set-cookie"].endswith("; Secure")


def test_a_wrong_passphrase_opens_nothing(client):
    answer = sign_in(client, "quite another passphrase")
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert "quite another" not in answer.text
    assert not may(client)


def test_tries_are_limited_for_the_right_passphrase_too(client):
    assert [sign_in(client, "quite another passphrase").status_code for _ in range(6)] == [403] * 5 + [429]
    assert sign_in(client).status_code == 429
    assert not may(client)


def test_another_site_cannot_sign_anybody_in(client):
    assert sign_in(client, origin="https://elsewhere.example").status_code == 403
    assert not may(client)


@pytest.mark.parametrize("words", ["", "x" * 201, 7, None])
def test_what_is_no_passphrase_is_refused_before_it_costs_anything(client, words):
    assert sign_in(client, words).status_code == 400


def test_signing_out_ends_the_session(client):
    sign_in(client)
    token = client.cookies["canvas_reviewer"]
    answer = sign_out(client)
    assert answer.status_code == 204
    assert "canvas_reviewer" not in client.cookies
    client.cookies.set("canvas_reviewer", token)
    assert not may(client)


def test_a_changed_passphrase_ends_every_session(client, store):
    sign_in(client)
    store.set_passphrase("quite another passphrase", NOW)
    assert not may(client)


def test_a_session_ends_after_twelve_hours(client):
    sign_in(client)
    cookie = {"cookie": f"canvas_reviewer={client.cookies['canvas_reviewer']}"}
    now = datetime.now(UTC)
    assert reviewers.may_review(cookie, now + timedelta(hours=11))
    assert not reviewers.may_review(cookie, now + timedelta(hours=13))


@pytest.mark.parametrize("cookie", ["", "canvas_reviewer=", "canvas_reviewer=" + "x" * 300, "other=1; ;;="])
def test_cookies_that_are_no_session_open_nothing(cookie):
    assert not reviewers.may_review({"cookie": cookie}, NOW)


@pytest.mark.parametrize(
    ("address", "headers", "allowed"),
    [
        ("localhost", {"Host": "localhost:8501"}, True),
        ("localhost", {"host": "127.0.0.1:8501"}, True),
        ("::1", {"Host": "[::1]:8501"}, True),
        ("localhost", {}, True),
        ("localhost", {"Host": "coach.example"}, False),
        ("localhost", {"Host": "["}, False),
        ("localhost", {"Host": "localhost", "X-Forwarded-For": "203.0.113.7"}, False),
        ("localhost", {"Host": "localhost", "Forwarded": "for=203.0.113.7"}, False),
        ("localhost", {"Host": "localhost", "X-Forwarded-Proto": "https"}, False),
        ("localhost", {"Host": "localhost", "Via": "1.1 front"}, False),
        ("0.0.0.0", {"Host": "localhost:8501"}, False),
        ("192.168.1.5", {"Host": "localhost"}, False),
        ("", {"Host": "localhost"}, False),
        (None, {"Host": "localhost"}, False),
    ],
)
def test_only_the_own_machine_needs_no_passphrase(monkeypatch, address, headers, allowed):
    monkeypatch.setattr(reviewers._Listening, "address", address)
    assert reviewers.may_review(headers, NOW) is allowed


def test_review_is_offered_on_the_own_machine_and_with_a_passphrase(store, monkeypatch):
    assert reviewers.review_is_offered()
    store.set_passphrase(None, NOW)
    assert not reviewers.review_is_offered()
    monkeypatch.setattr(reviewers._Listening, "address", "localhost")
    assert reviewers.review_is_offered()


def test_a_route_refuses_whoever_may_not_review(client):
    @explained
    async def secret(request):
        await reviewers.check_reviewer(request)
        return PlainTextResponse("names")

    browser = TestClient(Starlette(routes=[Route("/api/secret", secret)]))
    assert browser.get("/api/secret").status_code == 403
    sign_in(client)
    browser.cookies.set("canvas_reviewer", client.cookies["canvas_reviewer"])
    assert browser.get("/api/secret").text == "names"


def test_other_methods_are_refused(client):
    assert client.get("/api/reviewer").status_code == 405
