"""The check-and-save route: it keeps what is typed, overwrites nothing unseen, and refuses what is not ours."""

import json
import logging

import anyio
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from canvas.errors import ContentError, RequestError, StoreError
from canvas.models import limits
from canvas.models.vocabulary import RelationshipType
from canvas.models.workbook import Commitment, Segment, Venture, Workbook
from canvas.store.marks import mark_of
from canvas.store.records import SentText
from canvas.store.workspaces import new_workspace_id
from canvas.web import answers, requests, routes, text_route
from canvas.web.rates import Rate
from canvas.web.requests import MOST_BYTES
from canvas.web.workspace_cookie import COOKIE, workspace_key

from .conftest import NOW

GENERAL = "We offer excellent service and high quality to all our customers, always with a smile."
CHANNELS = "We reach our customers on Instagram and in our shop in the old town."


@pytest.fixture
def plan(store, workspace):
    """A plan with one relationship, kept in the workspace."""
    workbook = Workbook(
        venture=Venture(name="Harbour Bikes", segments=(Segment(id="commuters", name="Commuters"),)),
        commitments=(Commitment(segment="commuters", type=RelationshipType.SELF_SERVICE),),
    )
    return store.create(workspace, workbook, NOW)


@pytest.fixture
def send(client):
    """Send one text as the editor `editor-one` does; `send("…", sequence=2)`."""

    def sending(text, document, *, by=client, headers=None, **more):
        key = workspace_key(by.cookies.get(COOKIE, ""))
        body = {
            "workspace_key": key,
            "document": document,
            "field": "draft.text",
            "text": text,
            "seen": "",
            "check": "none",
        }
        body |= {"editor": "editor-one", "sequence": 1, **more}
        return by.post("/api/text", json=body, headers=headers)

    return sending


def test_a_text_is_kept_and_answered_with_its_mark(store, workspace, plan, send):
    answer = send("We call every customer.", plan.id, sequence=7)
    assert answer.status_code == 200
    told = answer.json()
    assert (told["sequence"], told["mark"], told["report"]) == (7, mark_of("We call every customer."), None)
    assert told["revision"] == plan.revision + 1
    assert told["saved_at"].endswith("Z")
    assert store.load(workspace, plan.id).workbook.draft.text == "We call every customer."
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "field",
    [
        "answers.attract",
        "venture.offer",
        "commitments.commuters.self_service.after",
        "venture.segments.commuters.needs",
    ],
)
def test_every_long_field_of_a_plan_goes_the_same_way(store, workspace, plan, send, field):
    from canvas.writing.field_paths import value_at

    assert send("2,000 bikes — “all” repaired 🚲\n- on time", plan.id, field=field).status_code == 200
    assert value_at(store.load(workspace, plan.id).workbook, field) == "2,000 bikes — “all” repaired 🚲\n- on time"


@pytest.mark.parametrize(
    "field",
    [
        "answers.attact",
        "venture.segments",
        "venture.segments.commuters.customer_count",
        "commitments.commuters.communities.after",
        "commitments.families.self_service.after",
        "commitments.commuters.self_service.segment",
        "draft.built",
        "title.x",
        "answer",
    ],
)
def test_a_field_that_is_not_in_the_plan_is_not_found(store, workspace, plan, send, field):
    assert send("x", plan.id, field=field).status_code == 404
    assert store.load(workspace, plan.id).revision == plan.revision


def test_a_plan_of_another_workspace_is_not_found(app, store, plan, send):

    other = TestClient(app, cookies={COOKIE: new_workspace_id()})
    assert send("mine now", plan.id, by=other).status_code == 404
    assert send("mine now", "0123456789abcdef").status_code == 404


def test_the_first_word_makes_the_plan_and_selects_it(store, workspace, send):
    document = store.fresh_id(workspace, "plan")
    assert send("", document).json()["revision"] == 0
    assert not store.has_workspace(workspace)
    assert send("We call.", document, sequence=2).status_code == 200
    assert send("By post.", document, sequence=1, field="answers.attract", editor="editor-two").status_code == 200
    kept = store.load(workspace, document).workbook
    assert (kept.draft.text, kept.answers.attract) == ("We call.", "By post.")
    assert store.workspace(workspace).selected == document
    assert store.fresh_id(workspace, "plan") != document
    assert store.undo(workspace, document, 3, NOW).workbook.answers.attract == ""


def test_the_first_words_of_a_checked_text_make_and_name_it(store, workspace, send):
    document = store.fresh_id(workspace, "text")
    send("We", document, sequence=1)
    send("We call every guest after the stay and ask how it was.", document, sequence=2)
    [entry] = store.workbooks(workspace)
    assert (entry.id, entry.only_text) == (document, True)
    assert entry.title == "Text: We call every guest after the stay and…"
    assert store.workspace(workspace).selected is None


def test_an_older_text_of_the_same_editor_never_replaces_a_newer_one(store, workspace, plan, send):
    send("newer", plan.id, sequence=5)
    answer = send("older", plan.id, sequence=4)
    assert (answer.status_code, answer.json()["mark"]) == (200, mark_of("newer"))
    assert store.load(workspace, plan.id).workbook.draft.text == "newer"


def test_an_editor_goes_on_although_an_answer_got_lost(store, workspace, plan, send):
    send("one", plan.id, sequence=1)
    assert send("one two", plan.id, sequence=2, seen="").status_code == 200
    assert store.load(workspace, plan.id).workbook.draft.text == "one two"


def test_a_text_from_another_tab_is_not_overwritten_and_both_are_kept(store, workspace, plan, send):
    send("from the first", plan.id)
    answer = send("from the second", plan.id, editor="editor-two", seen=mark_of("something older"))
    assert answer.status_code == 409
    assert answer.json() == {
        "sequence": 1,
        "conflict": True,
        "mark": mark_of("from the first"),
        "text": "from the first",
    }
    assert store.load(workspace, plan.id).workbook.draft.text == "from the first"
    [aside] = store.versions(workspace, plan.id, named=True)
    assert aside.name == "Kept from another tab"
    assert store.version(workspace, plan.id, aside.number).draft.text == "from the second"
    again = send("from the second", plan.id, editor="editor-two", sequence=2, seen=mark_of("something older"))
    assert again.status_code == 409
    assert len(store.versions(workspace, plan.id, named=True)) == 1
    mine = send("from the second", plan.id, editor="editor-two", sequence=3, seen=mark_of("from the first"))
    assert mine.status_code == 200
    assert store.load(workspace, plan.id).workbook.draft.text == "from the second"


def test_what_is_typed_in_a_plan_that_another_tab_deleted_goes_on_in_a_copy(store, workspace, plan, send):
    send("before", plan.id)
    store.delete(workspace, plan.id, NOW)
    assert send("before", plan.id, sequence=2).status_code == 200
    assert store.workbooks(workspace) == ()
    assert send("before and after", plan.id, sequence=3, seen=mark_of("before")).status_code == 200
    assert send("before and after, and more", plan.id, sequence=4).status_code == 200
    [entry] = store.workbooks(workspace)
    assert entry.title == "Harbour Bikes (my copy)"
    assert store.load(workspace, entry.id).workbook.draft.text == "before and after, and more"


def test_an_answer_to_a_case_is_kept_and_never_written_over_unseen(store, workspace, send):
    case = {"document": "case:boomer_games", "field": "answer"}
    assert send("An idea.", **case).json()["mark"] == mark_of("An idea.")
    assert store.answer(workspace, "boomer_games") == "An idea."
    refused = send("Another idea.", **case, editor="editor-two")
    assert (refused.status_code, refused.json()["text"]) == (409, "An idea.")
    send("Another idea.", **case, editor="editor-two", sequence=2)
    [beside] = store.workbooks(workspace)
    assert beside.title.startswith("Case: ")
    assert store.load(workspace, beside.id).workbook.draft.text == "Another idea."
    assert send("x", "case:no_such_case", field="answer").status_code == 404


def test_a_step_of_a_case_is_kept_beside_the_answer(store, workspace, send):
    assert send("Half of it.", "case:boomer_games.complete", field="answer").status_code == 200
    assert store.answer(workspace, "boomer_games.complete") == "Half of it."
    assert store.answer(workspace, "boomer_games") == ""
    for unknown in ("case:boomer_games.nothing", "case:boomer_games.~self", "case:no_such_case.complete"):
        assert send("x", unknown, field="answer").status_code in (404, 422, 400)


def test_a_check_answers_with_quotes_in_the_units_of_the_browser(plan, send):
    text = f"🚲🎉 {CHANNELS}"
    report = send(text, plan.id, check="asked").json()["report"]
    remark = next(one for one in report["remarks"] if one["mistake"] == "channel_confusion")
    units = text.encode("utf-16-le")
    assert remark["quotes"]
    for quote in remark["quotes"]:
        assert units[2 * quote["start"] : 2 * quote["end"]].decode("utf-16-le") == quote["quote"]
    assert remark["title"]
    assert remark["why"]
    assert remark["ask"]
    assert remark["disagreed"] is False


def test_nobody_is_scolded_for_a_text_that_has_just_begun(plan, send):
    paused = send(GENERAL, plan.id, check="pause").json()["report"]
    assert (paused["remarks"], paused["waiting"]) == ([], True)
    asked = send(GENERAL, plan.id, check="asked", sequence=2).json()["report"]
    assert "too_general" in [one["mistake"] for one in asked["remarks"]]
    assert asked["waiting"] is False
    long = send(" ".join([GENERAL] * 4), plan.id, check="pause", sequence=3).json()["report"]
    assert "too_general" in [one["mistake"] for one in long["remarks"]]


@pytest.mark.parametrize("text", ["a\ud83db", "a\x00b\r\nc", "\u202eabc", "😀" * 2000])
def test_whatever_can_be_typed_is_kept_and_checked(store, workspace, plan, client, text):
    body = {"document": plan.id, "field": "draft.text", "text": text, "seen": "", "check": "asked"}
    body["workspace_key"] = workspace_key(workspace)
    body |= {"editor": "editor-one", "sequence": 1}
    answer = client.post("/api/text", content=json.dumps(body), headers={"content-type": "application/json"})
    assert answer.status_code == 200
    assert answer.json()["mark"] == mark_of(store.load(workspace, plan.id).workbook.draft.text)


# What is refused


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://[::1"}, 403),
        ({"origin": "http://testserver.evil.example"}, 403),
        ({"origin": "http://testserver", "sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"origin": "http://evil.example", "sec-fetch-site": "same-origin"}, 403),
        ({"origin": "http://testserver", "sec-fetch-site": "same-origin"}, 200),
        ({"origin": "https://testserver"}, 200),  # the web server in front speaks https
        ({"sec-fetch-site": "same-origin"}, 200),  # a beacon that names no origin
        ({}, 200),  # no page of another site: a browser would name that
    ],
)
def test_only_our_own_pages_may_send(store, workspace, plan, send, headers, status):
    assert send("Hello.", plan.id, headers=headers).status_code == status
    assert (store.load(workspace, plan.id).workbook.draft.text == "Hello.") is (status == 200)


@pytest.mark.parametrize("document", ["plan", "case:boomer_games"])
def test_a_tab_that_shows_other_work_writes_nothing_into_this_one(store, workspace, plan, send, document):
    case = document != "plan"
    field = {"field": "answer"} if case else {}
    answer = send("Mine.", document if case else plan.id, workspace_key=workspace_key("somebody before"), **field)
    assert (answer.status_code, answer.json()["reload"]) == (401, True)
    assert store.answer(workspace, "boomer_games") == ""
    assert store.load(workspace, plan.id).revision == plan.revision


def test_without_a_cookie_nothing_is_kept(stranger, store, workspace, plan, send):
    assert send("Hello.", plan.id, by=stranger).status_code == 401
    assert store.load(workspace, plan.id).revision == plan.revision


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        ("text=Hello", "application/x-www-form-urlencoded", 415),
        ("{}", "text/plain", 415),
        ("{", "application/json", 400),
        ("[" * 100_000, "application/json", 400),
        ('{"sequence": ' + "9" * 5000 + "}", "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        ("[]", "application/json", 400),
        ("{}", "application/json; charset=utf-8", 400),
    ],
)
def test_what_is_not_our_json_is_refused(client, content, kind, status):
    answer = client.post("/api/text", content=content, headers={"content-type": kind})
    assert answer.status_code == status
    assert answer.json()["error"]


@pytest.mark.parametrize(
    "more",
    [
        {"sequence": -1},
        {"sequence": "1"},
        {"sequence": 2**60},
        {"check": "always"},
        {"editor": "x"},
        {"field": "../../etc"},
        {"text": None},
        {"extra": 1},
    ],
)
def test_fields_of_another_kind_are_refused(plan, send, more):
    assert send(more.pop("text", "x"), plan.id, **more).status_code == 400


def test_a_megabyte_is_refused_without_reading_all_of_it(client, plan):
    read = []

    def pieces():
        for _ in range(64):
            read.append(1)
            yield b" " * 16_384

    answer = client.post("/api/text", content=pieces(), headers={"content-type": "application/json"})
    assert answer.status_code == 413
    announced = client.post("/api/text", content=b" " * 1_000_000, headers={"content-type": "application/json"})
    assert announced.status_code == 413


def test_the_longest_draft_of_four_byte_characters_is_kept(client, plan):
    whole = {"workspace_key": workspace_key(client.cookies.get(COOKIE, "")), "document": plan.id, "check": "none"}
    whole |= {
        "field": "draft.text",
        "text": "🧀" * limits.DRAFT,
        "seen": "",
        "editor": "editor-one",
        "sequence": 1,
    }
    body = json.dumps(whole, ensure_ascii=False).encode()  # as a browser sends it
    assert 4 * limits.DRAFT < len(body) < MOST_BYTES
    answer = client.post("/api/text", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 200


def receiving(*messages):
    """A request of our own kind whose body arrives like this; without more messages it never ends."""
    left = iter(messages)

    async def receive():
        return next(left, None) or await anyio.sleep_forever()

    headers = [(b"content-type", b"application/json")]
    return Request({"type": "http", "method": "POST", "path": "/api/text", "headers": headers}, receive)


def test_a_body_that_never_ends_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(requests, "LONGEST_BODY", 0.01)
    more = {"type": "http.request", "body": b"{", "more_body": True}
    with pytest.raises(RequestError) as refused:
        anyio.run(requests.read_json, receiving(more))
    assert refused.value.status == 408


def test_a_client_that_hangs_up_in_the_middle_is_no_failure(caplog):
    gone = receiving({"type": "http.request", "body": b"{", "more_body": True}, {"type": "http.disconnect"})
    anyio.run(answers.explained(requests.read_json), gone)
    assert caplog.text == ""


def test_a_text_is_cleaned_once_and_before_the_store_is_locked_for_it(plan, send):
    heavy = "\u202a" * 300 + "\u2069" * 300 + "Hello."
    assert send(heavy, plan.id).json()["mark"] == mark_of("Hello.")
    cleaned = SentText(document="x", field="y", text=heavy, seen="", editor="z", sequence=1)
    assert cleaned.text == "Hello."


def test_a_text_beyond_the_limit_of_its_field_is_refused(store, workspace, plan, send):
    assert send("x" * (limits.ANSWER + 1), plan.id, field="answers.attract").status_code == 413
    assert send("x" * limits.ANSWER, plan.id, field="answers.attract").status_code == 200
    assert send("x" * (limits.CASE + 1), "case:boomer_games", field="answer").status_code == 413


def test_sixty_a_second_are_throttled_with_a_clear_answer_and_typing_is_not(plan, send, monkeypatch):
    clock = [0.0]
    original = text_route.Rate(per_second=20, burst=30)
    monkeypatch.setattr(
        text_route, "TYPING", Rate(per_second=original._per_second, burst=original._burst, clock=lambda: clock[0])
    )
    for number in range(80):  # four fields at once, each four times a second: nobody types more
        clock[0] += 1 / 16
        assert send("x", plan.id, sequence=number + 1).status_code == 200
    answers = []
    for number in range(120):
        clock[0] += 1 / 60
        answers.append(send("x", plan.id, sequence=number + 100))
    refused = [answer for answer in answers if answer.status_code == 429]
    assert len(refused) > 30
    assert 0 < refused[0].json()["retry_after"] <= 0.05
    assert refused[0].headers["retry-after"] == "1"
    assert refused[0].json()["error"]
    clock[0] += refused[-1].json()["retry_after"]
    assert send("x", plan.id, sequence=999).status_code == 200


def test_a_store_that_does_not_answer_is_said(plan, send, monkeypatch):
    def closed():
        raise StoreError("Your work cannot be saved just now.", mend="Wait a moment.")

    monkeypatch.setattr(text_route, "the_store", closed)
    answer = send("Hello.", plan.id)
    assert (answer.status_code, answer.json()) == (
        503,
        {"error": "Your work cannot be saved just now. Wait a moment."},
    )


def test_rules_that_cannot_be_loaded_keep_no_text_from_being_saved(store, workspace, plan, send, monkeypatch):
    def broken(*arguments):
        raise ContentError("A rule is wrong.", where="rules/x.toml")

    monkeypatch.setattr(text_route, "checked", broken)
    monkeypatch.setattr(text_route, "load_case", broken)
    answer = send("Hello.", plan.id, check="pause")
    assert (answer.status_code, answer.json()["report"]) == (200, None)
    assert send("An idea.", "case:boomer_games", field="answer").status_code == 200
    assert store.load(workspace, plan.id).workbook.draft.text == "Hello."


def test_what_is_refused_is_logged_without_the_text_and_without_the_workspace(
    client, workspace, plan, send, caplog
):
    secret = "Our secret recipe"
    with caplog.at_level(logging.WARNING, logger="canvas"):
        send(secret, plan.id, headers={"origin": "http://evil.example"})
        send(secret, plan.id, sequence=-1)
        send(secret, "0123456789abcdef")
        client.post("/api/text", content=secret, headers={"content-type": "application/json"})
        client.post("/api/text", content=secret * 50_000, headers={"content-type": "application/json"})
    assert [word for word in ("403", "400", "404", "413") if word not in caplog.text] == []
    assert secret not in caplog.text
    assert workspace not in caplog.text


def test_a_route_that_fails_is_logged_without_the_text(caplog):
    from canvas.ui.frame_errors import WithoutText

    log = logging.getLogger("uvicorn.error")
    log.addFilter(without := WithoutText())
    try:
        raise ValueError("Our secret recipe")
    except ValueError:
        log.exception("Exception in ASGI application")
    log.removeFilter(without)
    assert "Our secret recipe" not in caplog.text
    assert "ValueError" in caplog.text


@pytest.mark.parametrize("path", ["/api/text", "/api/finish", "/api/resume", "/api/resume-code"])
def test_a_get_is_refused_also_where_a_page_would_answer(store, path):
    page = Route("/{rest:path}", lambda _request: PlainTextResponse("a page"))
    client = TestClient(Starlette(routes=[*routes.ROUTES, page]))
    assert client.get(path).status_code == 405
    assert client.get("/somewhere").text == "a page"


def test_a_client_that_invents_workspaces_is_throttled_by_its_address(app, send, monkeypatch):
    monkeypatch.setattr(text_route, "FROM_ONE_PLACE", Rate(per_second=0.001, burst=5))

    def from_a_new_one():
        browser = TestClient(app, client=("192.0.2.1", 5000), cookies={COOKIE: new_workspace_id()})
        return send("x", "p" + "0" * 19, by=browser).status_code

    assert [from_a_new_one() for _ in range(7)].count(429) == 2
    monkeypatch.setattr(text_route, "FROM_ONE_PLACE", Rate(per_second=1000, burst=1000))
    monkeypatch.setattr(text_route, "FROM_ALL", Rate(per_second=0.001, burst=5))
    assert [from_a_new_one() for _ in range(7)].count(429) == 2
