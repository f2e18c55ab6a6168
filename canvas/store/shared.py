"""The one store of this process, opened at start-up; pages and routes use the same."""

from __future__ import annotations

from functools import cache

from canvas.store.store import Store, open_store


@cache
def the_store() -> Store:
    """Return the store of this process; the first call opens it and makes the schema. Raises StoreError."""
    return open_store()
