"""A class of three at a server on this computer, and a browser at the desk."""

from datetime import UTC, datetime

from starlette.testclient import TestClient

from canvas.desk.marking import default_rubric
from canvas.models.review import Batch, Platform, Submission, SubmittedFile, SubmittedKind
from canvas.models.workbook import Objection, Workbook
from canvas.web import (
    review_for_all,
    review_known,
    review_list,
    review_object,
    review_route,
    review_suggested,
    reviewers,
)
from canvas.web.rates import Rate
from canvas.web.workspace_cookie import COOKIE, workspace_key

CAME_IN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
WEAK = "We offer great service 😀 to everybody. Our adverts on Instagram bring new customers to our web shop."
GOOD = "Each guest gets a call from Ana two days after the stay. She asks about the club sandwich on Friday."
NAMES = {"k1": "Ada Brook", "k2": "Ben Cole", "k3": "Cho Dae"}
ROUTES = (reviewers, review_for_all, review_known, review_list, review_route, review_suggested)
NOTHING = {
    "levels": {},
    "override": None,
    "comments": [],
    "replies": [],
    "summary": "",
    "private_note": "",
    "state": "draft",
}


def at_this_computer(store, monkeypatch):
    """Let the routes find this store, at a server that nobody else reaches."""
    for module in ROUTES:
        monkeypatch.setattr(module, "the_store", lambda: store)
    monkeypatch.setattr(reviewers._Listening, "address", "localhost")
    monkeypatch.setattr(review_route, "SAVES", Rate(per_second=1000, burst=1000))


def with_class(store, batch_id="one"):
    """Keep a class of three."""
    plan = Workbook(objections=(Objection(mistake="too_general", words="great service", because="It is great."),))
    texts = {"k1": (WEAK, plan), "k2": (GOOD, None), "k3": (WEAK, plan)}
    submissions = tuple(
        Submission(key=key, name=NAMES[key], files=(_file(key, text, workbook),))
        for key, (text, workbook) in texts.items()
    )
    batch = Batch(id=batch_id, title="Class one", platform=Platform.MOODLE, seed=7, submissions=submissions)
    store.create_batch(batch, {}, default_rubric(), CAME_IN)


def _file(key, text, workbook):
    name = f"{NAMES[key]}.docx"
    kind = SubmittedKind.FILE
    return SubmittedFile(path=f"{key}/{name}", kind=kind, name=name, format="docx", text=text, workbook=workbook)


class Desk:
    """A browser at the desk."""

    def __init__(self, client, batch="one"):
        self.client, self.batch = client, batch
        self.key = workspace_key(client.cookies.get(COOKIE, ""))

    def get(self, path="", **headers):
        return self.client.get(f"/api/review/{self.batch}{path}", headers={"x-canvas-key": self.key, **headers})

    def post(self, path, **content):
        return self.client.post(f"/api/review/{self.batch}{path}", json={"workspace_key": self.key, **content})

    def student(self, number):
        return self.get(f"/student/{self.ticket(number)}").json()

    def ticket(self, number):
        return next(one["ticket"] for one in self.get().json()["students"] if one["number"] == number)

    def save(self, number, base=0, **changes):
        review = {key: self.student(number)["review"][key] for key in review_object.ReviewIn.model_fields}
        return self.post(f"/student/{self.ticket(number)}", base_revision=base, review=review | changes)


def at_home(app, workspace):
    """The browser of a person who sits at the server."""
    return TestClient(app, base_url="http://localhost", cookies={COOKIE: workspace})
