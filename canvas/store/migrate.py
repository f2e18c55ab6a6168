"""Make or renew the schema at start-up; safe when two processes start together."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from canvas.errors import StoreError
from canvas.store.engine import WRITES

_LOCK_NUMBER = 4_203_117  # any number, as long as every server of ours uses the same one


def migrate(engine: Engine) -> None:
    """Bring the database to the newest schema, in one transaction that only one process can hold.

    StoreError when the database is newer than this program, or cannot be opened.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    try:
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK_NUMBER})")
            _upgrade(config, connection)
    except DBAPIError as error:
        raise StoreError(
            "The database with your work cannot be opened.",
            where=engine.url.render_as_string(hide_password=True),
            mend=f"Check that the place exists and may be written to ({type(error).__name__}).",
        ) from error


def _upgrade(config: Config, connection: Connection) -> None:
    scripts = ScriptDirectory.from_config(config)
    known = {script.revision for script in scripts.walk_revisions()}
    found = MigrationContext.configure(connection).get_current_heads()
    if set(found) - known:
        raise StoreError(
            "The work on this machine was saved by a newer Canvas Coach.",
            where=connection.engine.url.render_as_string(hide_password=True),
            mend="Install the newer version again, or set CANVAS_DATA to another folder.",
        )
    if set(found) != set(scripts.get_heads()):
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
