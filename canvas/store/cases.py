"""Answers to cases: the one being written, and the attempts that were handed in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from canvas.errors import StaleRevisionError
from canvas.store.records import Attempt
from canvas.store.tables import case_answers, case_attempts


def save_answer(
    connection: Connection, workspace: str, case_slug: str, text: str, seen: str, now: datetime
) -> None:
    """Keep the unfinished answer in place of `seen`, the one its writer knows; StaleRevisionError for another."""
    key = {"workspace_id": workspace, "case_slug": case_slug}
    new = {"answer": text, "saved_at": now}
    known = update(case_answers).filter_by(**key).where(case_answers.c.answer == seen)
    if connection.execute(known.values(new)).rowcount == 0:
        if answer(connection, workspace, case_slug) != seen:
            raise StaleRevisionError("This answer was changed in another tab or window.", mend="Reload the page.")
        connection.execute(insert(case_answers).values({**key, **new}))


def answer(connection: Connection, workspace: str, case_slug: str) -> str:
    """Return the unfinished answer, "" when there is none."""
    query = select(case_answers.c.answer).filter_by(workspace_id=workspace, case_slug=case_slug)
    return connection.execute(query).scalar() or ""


def save_attempt(connection: Connection, workspace: str, case_slug: str, answer: str, now: datetime) -> Attempt:
    """Add an attempt with the next number."""
    last = select(func.max(case_attempts.c.number)).filter_by(workspace_id=workspace, case_slug=case_slug)
    attempt = Attempt(number=(connection.execute(last).scalar() or 0) + 1, answer=answer, saved_at=now)
    row = {"workspace_id": workspace, "case_slug": case_slug, **attempt.model_dump()}
    connection.execute(insert(case_attempts).values(row))
    return attempt


def attempts(connection: Connection, workspace: str, case_slug: str) -> tuple[Attempt, ...]:
    """Return all attempts, the first one first."""
    columns = (case_attempts.c.number, case_attempts.c.answer, case_attempts.c.saved_at)
    query = select(*columns).where(
        case_attempts.c.workspace_id == workspace, case_attempts.c.case_slug == case_slug
    )
    rows = connection.execute(query.order_by(case_attempts.c.number)).mappings()
    return tuple(Attempt.model_validate(dict(row)) for row in rows)
