"""Make or renew the schema at start-up; safe when two processes start together."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DBAPIError

from canvas.errors import StoreError
from canvas.store.engine import WRITES
from canvas.store.files import file_of
from canvas.store.tables import metadata

_LOCK_NUMBER = 4_203_117  # any number, as long as every server of ours uses the same one
_ELSEWHERE = "Or let CANVAS_DATA name another folder, or CANVAS_DATABASE_URL another database."
_DAMAGED = ("not a database", "malformed", "disk image", "encrypted")


def migrate(engine: Engine) -> None:
    """Bring the database to the newest schema, in one transaction that only one process can hold.

    StoreError when the database is newer than this program, belongs to another one, or cannot be opened.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    try:
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK_NUMBER})")
            _upgrade(config, connection)
    except DBAPIError as error:
        raise _explained(engine, error) from error


def _upgrade(config: Config, connection: Connection) -> None:
    scripts = ScriptDirectory.from_config(config)
    known = {script.revision for script in scripts.walk_revisions()}
    found = MigrationContext.configure(connection).get_current_heads()
    tables = set(inspect(connection).get_table_names())
    if not found and tables & set(metadata.tables):
        raise StoreError(
            "The database belongs to another program, or was left half made.",
            where=_place(connection.engine),
            mend=f"Rename the file, so that a new one is made. {_ELSEWHERE}",
        )
    if set(found) - known:
        raise StoreError(
            "The work on this machine was saved by a newer Canvas Coach.",
            where=_place(connection.engine),
            mend=f"Install the newer version again. {_ELSEWHERE}",
        )
    if set(found) != set(scripts.get_heads()):
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _place(engine: Engine) -> str:
    """Return where the database is, as a person looks for it: the file, or the address without its password."""
    file = file_of(engine)
    return str(file) if file else engine.url.render_as_string(hide_password=True)


def _explained(engine: Engine, error: DBAPIError) -> StoreError:
    """Say why a database cannot be opened, and what helps."""
    where, says = _place(engine), str(error.orig).lower()
    if any(sign in says for sign in _DAMAGED):
        return StoreError(
            "The file with your work is damaged, or it is no database at all.",
            where=where,
            mend="Rename it (do not delete it), so that a new one is made; or put a backup in its place.",
        )
    if file_of(engine):
        return StoreError(
            "The file with your work cannot be opened.",
            where=where,
            mend=f"Check that its folder is there, and that you may write to both. {_ELSEWHERE}",
        )
    return StoreError(
        "The database with your work does not answer as it should.",
        where=where,
        mend="Check that the server runs, and the name, user and password in CANVAS_DATABASE_URL.",
    )
