"""The check-and-save route in the running server: what it answered is kept, also when the server is killed."""

import json
import threading
import urllib.error
import urllib.request

import pytest

from canvas.store.store import open_store
from canvas.web.workspace_cookie import workspace_key

pytestmark = pytest.mark.browser

SEND = """async ({workspace_key, document, text, sequence, check}) => {
  const more = {field: "draft.text", seen: "", editor: "editor-one"};
  const body = JSON.stringify({workspace_key, document, text, sequence, check, ...more});
  const answer = await fetch("/api/text", {method: "POST", headers: {"Content-Type": "application/json"}, body});
  return {status: answer.status, told: await answer.json()};
}"""


def workspace_of(person):
    return next(one["value"] for one in person.page.context.cookies() if one["name"] == "canvas_workspace")


def send(person, document, text, sequence=1, check="none"):
    key = workspace_key(workspace_of(person))
    argument = {"workspace_key": key, "document": document, "text": text, "sequence": sequence, "check": check}
    return person.page.evaluate(SEND, argument)


@pytest.fixture
def kept(own_server):
    """The store of the server, looked at from outside."""
    store = open_store(f"sqlite:///{own_server.data / 'canvas.sqlite3'}")
    yield store
    store.close()


def test_a_page_saves_and_gets_its_report_and_its_next_visit_shows_the_text(owner, kept):
    owner.open()
    workspace = workspace_of(owner)
    document = kept.fresh_id(workspace, "plan")
    text = "We reach our customers on Instagram and in our shop. 🚲"
    answer = send(owner, document, text, check="asked")
    assert answer["status"] == 200
    assert "words" in answer["told"]["report"]
    assert kept.load(workspace, document).workbook.draft.text == text
    owner.open("draft")
    assert owner.exceptions() == []
    assert kept.workspace(workspace).selected == document


def test_every_answered_text_is_there_after_a_kill_in_the_middle_of_typing(owner, kept):
    owner.open()
    workspace = workspace_of(owner)
    document = kept.fresh_id(workspace, "plan")
    answered = []

    def type_on():
        for number in range(1, 10_000):
            body = {"document": document, "field": "draft.text", "text": f"text {number}", "seen": ""}
            body |= {"editor": "editor-one", "sequence": number, "check": "none"}
            body["workspace_key"] = workspace_key(workspace)
            request = urllib.request.Request(
                f"{owner.server.url}/api/text",
                json.dumps(body).encode(),
                {"Content-Type": "application/json", "Cookie": f"canvas_workspace={workspace}"},
            )
            try:
                urllib.request.urlopen(request, timeout=5)
            except urllib.error.HTTPError:  # quicker than a person types
                continue
            except OSError:
                return
            answered.append(number)

    typing = threading.Thread(target=type_on)
    typing.start()
    owner.page.wait_for_timeout(1500)
    owner.server.kill()
    typing.join(20)
    owner.server.start()
    number = int(kept.load(workspace, document).workbook.draft.text.removeprefix("text "))
    assert len(answered) > 10
    assert number >= answered[-1]
    assert send(owner, document, "after the kill", sequence=number + 1)["status"] == 200


def test_a_page_of_another_site_reaches_nothing(owner, kept):
    """For a browser, 127.0.0.1 is another site than localhost; it says itself where a request comes from."""
    owner.open()
    workspace = workspace_of(owner)
    document = kept.fresh_id(workspace, "plan")
    owner.page.goto(owner.server.url.replace("localhost", "127.0.0.1") + "/api/health")
    script = """(url) => fetch(url, {method: "POST", mode: "no-cors", credentials: "include",
      headers: {"Content-Type": "text/plain"}, body: "{}"}).then(() => "sent", () => "failed")"""
    owner.page.evaluate(script, f"{owner.server.url}/api/text")
    assert not kept.knows(workspace, document)
    assert "403" in owner.server.log.read_text(encoding="utf-8")
