"""What a hostile or broken browser sends to the desk: refused or made harmless, and never in the way of others."""

import json
import logging

import pytest

from canvas.models import limits
from canvas.web import review_known, reviewers
from canvas.web.workspace_cookie import COOKIE

from .conftest import NOW
from .reviewing import NOTHING, Desk, at_home, with_class

COMMENT = {"id": "c1", "says": "x", "quote": "", "start": 0, "end": 0, "bank": None, "mistake": None}
REPLY = {"mistake": "too_general", "accepted": False, "reply": ""}


def sent(reviewer, changes):
    """Save a review of student 1 as JSON writes it, half signs included."""
    before = reviewer.student(1)["review"]["revision"]
    content = {"workspace_key": reviewer.key, "base_revision": before, "review": NOTHING | changes}
    address = f"/api/review/one/student/{reviewer.ticket(1)}"
    headers = {"content-type": "application/json"}
    return reviewer.client.post(address, content=json.dumps(content), headers=headers)


@pytest.mark.parametrize("mark", ["1E-99999", f"1.{'1' * 5000}", "1E-400", "7.125", 7.1, "-0"])
def test_a_mark_is_kept_in_hundredths_however_it_is_written(reviewer, mark):
    answer = sent(reviewer, {"override": mark})
    assert answer.status_code == 200
    assert len(answer.json()["mark"]) <= len("1000000.00")
    assert reviewer.student(1)["review"]["mark"] == answer.json()["mark"]


@pytest.mark.parametrize("mark", ["NaN", "Infinity", "-1", "1E99999", True, [], "seven"])
def test_what_is_no_mark_is_refused(reviewer, mark):
    assert sent(reviewer, {"override": mark}).status_code == 400


@pytest.mark.parametrize(
    "changes",
    [
        {"replies": [REPLY | {"words": "\ud800 half a sign"}]},
        {"comments": [COMMENT | {"says": "\ud800 half a sign"}]},
        {"summary": "\x00 nothing \u202e turned around"},
        {"comments": [COMMENT | {"start": 10**30, "end": 10**31, "quote": "We"}]},
        {"comments": [COMMENT, COMMENT]},
        {"comments": [COMMENT | {"bank": "gone"}, COMMENT | {"id": "c2", "bank": "gone"}]},
    ],
)
def test_odd_signs_and_places_are_kept_harmless(reviewer, changes):
    assert sent(reviewer, changes).status_code == 200
    told = json.dumps(reviewer.student(1)["review"])
    assert "\\ud800" not in told
    assert "\\u0000" not in told
    assert reviewer.get().status_code == 200


@pytest.mark.parametrize(
    "changes",
    [
        {"replies": [REPLY | {"words": "x" * (limits.QUOTED + 1)}]},
        {"comments": [COMMENT | {"id": f"c{number}"} for number in range(limits.COMMENTS + 1)]},
        {"comments": [COMMENT | {"quote": "\ud800", "end": 1}]},
        {"summary": "x" * (limits.FEEDBACK + 1)},
        {"student": "k2"},
        {"reviewer": "Somebody else"},
        {"revision": 7},
    ],
)
def test_what_a_review_cannot_hold_is_refused_and_nothing_changes(reviewer, changes):
    assert sent(reviewer, changes).status_code == 400
    assert reviewer.student(1)["review"]["revision"] == 0


def test_a_full_review_gets_no_more_remarks_and_the_class_stays_readable(desk, reviewer):
    full = [COMMENT | {"id": f"c{number}"} for number in range(limits.COMMENTS)]
    number = review_known.known("one").numbers[review_known.known("one").ticket_of["k1"]]
    assert reviewer.save(number, comments=full).status_code == 200
    counts = reviewer.post("/accept", mistake="one_type_for_all").json()
    assert (counts["accepted"], counts["left_out"]) == (2, 1)
    assert reviewer.get().status_code == 200
    assert len(desk.review("one", "k1", "").comments) == limits.COMMENTS


def test_a_ticket_of_another_batch_opens_nothing(desk, reviewer):
    with_class(desk, "two")
    other = Desk(reviewer.client, "two")
    ticket = other.ticket(1)
    assert reviewer.get(f"/student/{ticket}").status_code == 404
    assert reviewer.post(f"/student/{ticket}", base_revision=0, review=NOTHING).status_code == 404
    assert desk.reviews("two") == ()


def test_a_batch_that_is_deleted_while_somebody_marks_is_said_and_comes_back_whole(desk, reviewer):
    assert reviewer.save(1, summary="First").status_code == 200
    ticket = reviewer.ticket(1)
    desk.delete_batch("one", NOW)
    refused = reviewer.post(f"/student/{ticket}", base_revision=1, review=NOTHING)
    assert refused.status_code == 404
    assert "not here any more" in refused.json()["error"]
    assert reviewer.get().status_code == 404
    desk.restore_batch("one")
    assert reviewer.student(1)["review"]["summary"] == "First"


def test_nobody_writes_lines_of_his_own_into_the_log(desk, app, caplog):
    stranger = at_home(app, "")
    with caplog.at_level(logging.WARNING, logger="canvas"):
        stranger.get("/api/review/x%0Arefused%20nothing%1b[31m" + "a" * 5000)
    line = caplog.records[-1].getMessage()
    assert "\n" not in line
    assert "\x1b" not in line
    assert len(line) < 400


@pytest.mark.parametrize("key", ["", "another"])
def test_reading_needs_the_key_of_the_page_too(reviewer, key):
    reviewer.key = key
    assert reviewer.get("/names").status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": "http://localhost.elsewhere.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"host": "elsewhere.example"},
        {"x-forwarded-for": "203.0.113.7"},
    ],
)
@pytest.mark.parametrize("path", ["", "/names", "/find?words=service"])
def test_no_other_site_and_no_name_that_leads_here_reads_anything(reviewer, path, headers):
    answer = reviewer.get(path, **headers)
    assert answer.status_code == 403
    assert "students" not in answer.text


def test_the_session_of_a_reviewer_is_asked_for_on_every_request(desk, app, workspace, monkeypatch):
    monkeypatch.setattr(reviewers._Listening, "address", "0.0.0.0")
    monkeypatch.setattr("canvas.store.passphrase._WORK", 2**4)
    desk.set_passphrase("four words make it long", NOW)
    token = desk.open_reviewer_session("four words make it long", reviewers.datetime.now(reviewers.UTC))
    browser = at_home(app, workspace)
    browser.cookies.set("canvas_reviewer", token)
    reviewer = Desk(browser)
    ticket = reviewer.ticket(1)
    desk.set_passphrase("quite another passphrase", NOW)
    for answer in (reviewer.get(), reviewer.post(f"/student/{ticket}", base_revision=0, review=NOTHING)):
        assert answer.status_code == 403
    assert browser.cookies[COOKIE] == workspace
    assert desk.reviews("one") == ()


@pytest.mark.parametrize("body", [b"[]", b"null", b"{", b"[" * 100_000, b"\xff\xfe", b"1" * 5000])
def test_what_is_no_review_at_all_is_refused(reviewer, body):
    address, headers = f"/api/review/one/student/{reviewer.ticket(1)}", {"content-type": "application/json"}
    assert reviewer.client.post(address, content=body, headers=headers).status_code == 400


def test_a_body_that_is_too_large_is_not_read(reviewer):
    address, headers = f"/api/review/one/student/{reviewer.ticket(1)}", {"content-type": "application/json"}
    assert reviewer.client.post(address, content=b"x" * 600_000, headers=headers).status_code == 413
