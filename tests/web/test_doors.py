"""Out of a workspace and into it again: finish on this computer, resume with a code on another one."""

import pytest
from starlette.testclient import TestClient

from canvas.models.workbook import Workbook
from canvas.store.workspaces import new_workspace_id
from canvas.web import doors
from canvas.web.rates import Rate
from canvas.web.workspace_cookie import COOKIE, workspace_key

from .conftest import NOW


@pytest.fixture(autouse=True)
def calm(store, monkeypatch):
    """Rates of this test only."""
    monkeypatch.setattr(doors, "the_store", lambda: store)
    for name, burst in (("TRIES", 5), ("ALL_TRIES", 30), ("CODES", 10)):
        monkeypatch.setattr(doors, name, Rate(per_second=0.001, burst=burst))


def own(browser):
    """What every request of a page says: which workspace it shows."""
    return {"workspace_key": workspace_key(browser.cookies.get(COOKIE, ""))}


def make_code(browser):
    return browser.post("/api/resume-code", json=own(browser))


def test_finishing_begins_an_empty_workspace_and_keeps_the_work(store, client, workspace):
    saved = store.create(workspace, Workbook(title="mine"), NOW)
    answer = client.post("/api/finish", json=own(client))
    assert answer.status_code == 204
    new = answer.cookies[COOKIE]
    assert new != workspace
    assert not store.has_workspace(new)
    client.cookies.clear()
    assert make_code(client).status_code == 401
    assert store.load(workspace, saved.id).workbook.title == "mine"


@pytest.mark.parametrize("spelled", [str, str.lower, lambda code: f" {code.replace('-', ' ')} "])
def test_a_code_opens_the_workspace_in_another_browser(client, stranger, workspace, spelled):
    code = make_code(client).json()["code"]
    answer = stranger.post("/api/resume", json={"code": spelled(code), **own(stranger)})
    assert answer.status_code == 204
    marks = answer.headers["set-cookie"]
    assert marks.startswith(f"{COOKIE}={workspace};")
    assert "HttpOnly" in marks
    assert "SameSite=Lax" in marks
    assert stranger.cookies[COOKIE] == workspace


def test_over_https_the_cookie_of_a_resumed_workspace_is_secure(client, stranger):
    code = make_code(client).json()["code"]
    answer = stranger.post(
        "/api/resume", json={"code": code, **own(stranger)}, headers={"x-forwarded-proto": "https"}
    )
    assert "Secure" in answer.headers["set-cookie"]


def test_a_new_code_ends_the_older_one_and_a_revoked_one_opens_nothing(client, stranger):
    older, newer = (make_code(client).json()["code"] for _ in range(2))
    assert stranger.post("/api/resume", json={"code": older, **own(stranger)}).status_code == 403
    assert stranger.post("/api/resume", json={"code": newer, **own(stranger)}).status_code == 204
    assert client.request("DELETE", "/api/resume-code", json=own(client)).status_code == 204
    refused = stranger.post("/api/resume", json={"code": newer, **own(stranger)})
    assert refused.status_code == 403
    assert "set-cookie" not in refused.headers


def test_tries_are_limited_for_one_address_and_for_all_together(app, client, monkeypatch):
    code = make_code(client).json()["code"]

    def tries(address, code="00000-00000-00000-00000"):
        browser = TestClient(app, client=(address, 5000))
        return browser.post("/api/resume", json={"code": code, **own(browser)})

    assert [tries("192.0.2.1").status_code for _ in range(6)] == [403] * 5 + [429]
    refused = tries("192.0.2.1", code)
    assert refused.status_code == 429
    assert refused.json()["retry_after"] > 0
    assert "Wait" in refused.json()["error"]
    assert tries("192.0.2.2", code).status_code == 204
    statuses = [tries(f"192.0.2.{number}").status_code for number in range(3, 60)]
    assert statuses[-1] == 429
    assert statuses.count(403) == 30 - 6


def test_codes_are_not_made_without_end(client):
    statuses = [make_code(client).status_code for _ in range(12)]
    assert statuses == [200] * 10 + [429] * 2


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/finish"),
        ("POST", "/api/resume-code"),
        ("DELETE", "/api/resume-code"),
        ("POST", "/api/resume"),
    ],
)
def test_a_tab_that_shows_other_work_opens_and_closes_nothing(client, method, path):
    body = {"workspace_key": workspace_key("somebody before")} | ({"code": "x"} if path.endswith("resume") else {})
    answer = client.request(method, path, json=body)
    assert (answer.status_code, answer.json()["reload"]) == (401, True)
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/api/finish", "/api/resume-code", "/api/resume"])
def test_another_site_opens_and_closes_nothing(client, path):
    answer = client.post(path, json={"code": "x"}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "body", [{}, {"code": ""}, {"code": 5}, {"code": "x" * 101}, {"code": "x", "more": 1}, []]
)
def test_what_is_no_code_is_refused(stranger, body):
    said = {**body, **own(stranger)} if isinstance(body, dict) else body
    assert stranger.post("/api/resume", json=said).status_code == 400


def test_a_code_that_is_only_signs_in_between_opens_nothing(store, stranger):
    store.make_resume_code(new_workspace_id(), NOW)
    assert stranger.post("/api/resume", json={"code": "----", **own(stranger)}).status_code == 403
