"""The connection to the database: where it is, and how SQLite is set up to be safe and quick."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from canvas.errors import StoreError
from canvas.store.files import file_of, make_private, make_private_folder

WRITES = "canvas_writes"
"""The execution option of connections that will write: SQLite then takes the write lock at once."""

_BUSY_MILLISECONDS = 10_000


def data_folder() -> Path:
    """Return the folder of everything kept on this machine: `CANVAS_DATA`, or the user's data folder."""
    chosen = os.environ.get("CANVAS_DATA")
    return Path(chosen) if chosen else user_data_path("canvas-coach", appauthor=False)


def default_url() -> str | URL:
    """Return `CANVAS_DATABASE_URL`, or the address of a SQLite file in the data folder (made if needed).

    The latter is no string, in which a "?" or "%" of the folder's name would mean something else.
    """
    if url := os.environ.get("CANVAS_DATABASE_URL"):
        return url
    folder = data_folder()
    try:
        make_private_folder(folder)
    except OSError as error:
        raise StoreError(
            f"The folder for your work cannot be made ({error.strerror}).",
            where=str(folder),
            mend="Set CANVAS_DATA to a folder (not a file) that you may write to.",
        ) from error
    return URL.create("sqlite", database=str(folder / "canvas.sqlite3"))


def make_engine(url: str | URL) -> Engine:
    """Return an engine for a database address; StoreError when the address cannot be read."""
    try:
        parsed = make_url(url)
        engine = create_engine(parsed, pool_pre_ping=parsed.get_backend_name() != "sqlite")
    except (ArgumentError, ImportError, ValueError) as error:  # ValueError: a port that is no number
        raise StoreError(
            "The address of the database cannot be used.",
            where="CANVAS_DATABASE_URL",
            mend="Write it like postgresql+psycopg://user@host/name, and install the driver it names.",
        ) from error
    if engine.dialect.name == "sqlite":
        if file := file_of(engine):
            event.listen(engine, "do_connect", lambda *_: make_private(file))
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # Python's driver begins transactions late and never for DDL; we do it
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")  # with WAL a killed process loses nothing
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
