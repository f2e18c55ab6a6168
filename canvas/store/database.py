"""What every part of the store stands on: one transaction a call, errors in plain words, a watched file."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from canvas.errors import StoreError
from canvas.store.engine import WRITES
from canvas.store.files import Watch
from canvas.store.migrate import migrate

_log = logging.getLogger("canvas")


class Database:
    """The way to the database for the parts of the store. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writes = engine.execution_options(**{WRITES: True})
        self._watch, self._mending = Watch(engine), Lock()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        self._mend()
        with _explained(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        self._mend()
        with _explained(), self._writes.begin() as connection:
            yield connection

    def _mend(self) -> None:
        """Make the schema again where the file was deleted or replaced: SQLite would write to nowhere.

        What stood in it is gone. The pages notice that their workspace is not there, and save what they show.
        """
        if not self._watch.lost():
            return
        with self._mending:
            if self._watch.lost():
                _log.error("The SQLite file was deleted or replaced while the server runs; it is made again.")
                self._engine.dispose()
                self._watch.clear()
                migrate(self._engine)
                self._watch.renew()


@contextmanager
def _explained() -> Iterator[None]:
    """Say in plain words that the database cannot be reached; the details never hold a student's text."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreError(
            "Your work cannot be saved or read just now.",
            mend="Copy what you typed last, wait a moment and reload the page.",
        ) from error
