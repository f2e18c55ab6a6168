"""The store: every method takes and gives models, is one transaction, and gets the time from its caller."""

from __future__ import annotations

from sqlalchemy import URL

from canvas.store.answers import Answers
from canvas.store.batches import Batches
from canvas.store.codes import Codes
from canvas.store.engine import default_url, make_engine
from canvas.store.migrate import migrate
from canvas.store.plans import Plans
from canvas.store.reviewers import Reviewers
from canvas.store.reviews import Reviews
from canvas.store.texts import Texts
from canvas.store.versions import Versions


def open_store(url: str | URL | None = None) -> Store:
    """Open the store at an address (default: `CANVAS_DATABASE_URL`, else a file in the data folder)."""
    engine = make_engine(url or default_url())
    migrate(engine)
    return Store(engine)


class Store(Plans, Texts, Versions, Answers, Codes, Batches, Reviews, Reviewers):
    """All work that is kept. Safe to share between threads. Every method may raise StoreError."""
