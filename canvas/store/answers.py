"""The part of the store that keeps answers to cases."""

from __future__ import annotations

from datetime import datetime

from canvas.store import cases, workspaces
from canvas.store.database import Database
from canvas.store.records import Attempt


class Answers(Database):
    """Answers to cases, unfinished and handed in."""

    def save_answer(self, workspace: str, case_slug: str, answer: str, seen: str, now: datetime) -> None:
        """Keep the unfinished answer to a case. StaleRevisionError when `seen` is not the one kept so far."""
        with self._write() as connection:
            workspaces.keep(connection, workspace, now)
            cases.save_answer(connection, workspace, case_slug, answer, seen, now)

    def answer(self, workspace: str, case_slug: str) -> str:
        """Return the unfinished answer to a case, "" when there is none."""
        with self._read() as connection:
            return cases.answer(connection, workspace, case_slug)

    def save_attempt(self, workspace: str, case_slug: str, answer: str, now: datetime) -> Attempt:
        """Add an answer as it was handed in; attempts are never changed."""
        with self._write() as connection:
            workspaces.keep(connection, workspace, now)
            return cases.save_attempt(connection, workspace, case_slug, answer, now)

    def attempts(self, workspace: str, case_slug: str) -> tuple[Attempt, ...]:
        """Return all attempts at a case, the first one first."""
        with self._read() as connection:
            return cases.attempts(connection, workspace, case_slug)
