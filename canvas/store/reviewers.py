"""The part of the store that knows reviewers: the names they chose, their passphrase and their sessions."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete, insert, select, update

from canvas.models.clean_text import clean_text
from canvas.models.limits import NAME
from canvas.store import passphrase as kept_hash
from canvas.store import workspaces
from canvas.store.database import Database
from canvas.store.tables_reviews import passphrase, reviewer_sessions, reviewers

SESSION = timedelta(hours=12)
"""How long a reviewer stays signed in."""
_TOKEN_BYTES = 32
_ONLY = 1


class Reviewers(Database):
    """Reviewers: under which name somebody reviews, and who may review on a server opened to others."""

    def reviewer_name(self, workspace: str) -> str:
        """Return the name under which the browser of a workspace reviews, "" before one was chosen."""
        query = select(reviewers.c.name).filter_by(workspace_id=workspace)
        with self._read() as connection:
            return connection.execute(query).scalar() or ""

    def set_reviewer_name(self, workspace: str, name: str, now: datetime) -> None:
        """Keep the name under which the browser of a workspace reviews; longer ones are cut to 80 characters."""
        new = {"name": clean_text(name).strip()[:NAME]}
        with self._write() as connection:
            workspaces.keep(connection, workspace, now)
            if connection.execute(update(reviewers).filter_by(workspace_id=workspace).values(new)).rowcount == 0:
                connection.execute(insert(reviewers).values(workspace_id=workspace, **new))

    def set_passphrase(self, text: str | None, now: datetime) -> None:
        """Set the reviewers' passphrase, or remove it (None); every session ends.

        Raises InputError for one that is shorter than 10 or longer than 200 characters.
        """
        new = None if text is None else kept_hash.hashed(text)
        with self._write() as connection:
            connection.execute(delete(passphrase))
            connection.execute(delete(reviewer_sessions))
            if new is not None:
                connection.execute(insert(passphrase).values(id=_ONLY, hashed=new, set_at=now))

    def passphrase_since(self) -> datetime | None:
        """Return when the passphrase was set, None when there is none: then nobody can sign in."""
        with self._read() as connection:
            return connection.execute(select(passphrase.c.set_at)).scalar()

    def open_reviewer_session(self, text: str, now: datetime) -> str | None:
        """Return the token of a new session for the right passphrase, None for a wrong one.

        Takes about a tenth of a second: limit how often it is asked. Only the hash of the token is kept. Where the
        passphrase is changed in the same moment, there is none.
        """
        with self._read() as connection:
            kept = connection.execute(select(passphrase.c.hashed)).scalar()
        if kept is None or not kept_hash.matches(text, kept):
            return None
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        with self._write() as connection:
            still = select(passphrase.c.hashed).with_for_update()  # SQLite has locked already
            if connection.execute(still).scalar() != kept:
                return None
            connection.execute(delete(reviewer_sessions).where(reviewer_sessions.c.until <= now))
            row = {"token_hash": _hash(token), "until": now + SESSION}
            connection.execute(insert(reviewer_sessions).values(row))
        return token

    def has_reviewer_session(self, token: str, now: datetime) -> bool:
        """Tell whether a token names a session that has not ended."""
        query = select(reviewer_sessions.c.until).filter_by(token_hash=_hash(token))
        with self._read() as connection:
            until = connection.execute(query).scalar()
        return until is not None and now < until

    def end_reviewer_session(self, token: str) -> None:
        """Sign one browser out."""
        with self._write() as connection:
            connection.execute(delete(reviewer_sessions).filter_by(token_hash=_hash(token)))


def _hash(token: str) -> str:
    """A plain hash is enough for 256 random bits: nobody can try them all."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
