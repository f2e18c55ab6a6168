"""The part of the store that keeps resume codes: a code opens a workspace in another browser."""

from __future__ import annotations

import secrets
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, insert, select

from canvas.store import workspaces
from canvas.store.database import Database
from canvas.store.tables import resume_codes

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U, which are read wrong or spell words
_MISREAD = str.maketrans("ILO", "110")
_GROUPS, _GROUP = 4, 5  # 20 signs of 5 bits: 100 bits, so that a plain hash is enough: nobody tries them all


class Codes(Database):
    """Codes with which work moves to another browser. One a workspace; a new one ends the older one."""

    def make_resume_code(self, workspace: str, now: datetime) -> str:
        """Return a new code, for example `7K3QD-…`. It is shown once: only its hash is kept."""
        groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
        code = "-".join(groups)
        row = {"workspace_id": workspace, "code_hash": _hash(code), "made_at": now}
        with self._write() as connection:
            workspaces.keep(connection, workspace, now)
            connection.execute(delete(resume_codes).filter_by(workspace_id=workspace))
            connection.execute(insert(resume_codes).values(row))
        return code

    def revoke_resume_code(self, workspace: str) -> None:
        """End the code of a workspace, if it has one."""
        with self._write() as connection:
            connection.execute(delete(resume_codes).filter_by(workspace_id=workspace))

    def workspace_of_code(self, code: str) -> str | None:
        """Return the workspace a code opens; None for a wrong or ended one. Case, spaces and hyphens are free."""
        query = select(resume_codes.c.workspace_id).filter_by(code_hash=_hash(code))
        with self._read() as connection:
            return connection.execute(query).scalar()


def _hash(code: str) -> str:
    """Return the hash of a code as it is read: misread signs put right, everything between the signs left out."""
    signs = code.upper().translate(_MISREAD)
    return sha256("".join(sign for sign in signs if sign in _ALPHABET).encode()).hexdigest()
