"""What this process knows about a batch: the order of marking, who hides behind which ticket, what was found.

A ticket stands for a student in every address and on every page: no name or number is seen by chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from threading import Lock
from time import monotonic

from canvas.accuracy.checker import checker_name
from canvas.content.rules import load_rules
from canvas.desk.fresh_check import fresh_report, identical_work
from canvas.desk.order import marking_order
from canvas.errors import InputError
from canvas.models.finding import Report
from canvas.models.review import Batch, Submission
from canvas.models.vocabulary import Mistake
from canvas.store.shared import the_store

_TICKET_SIGNS = 16
_CHECKED_AT_ONCE = 25
"""Reports that are kept together, so that a start that is interrupted begins again where it was."""


class KnownBatch:
    """A batch as the desk walks through it. order: the tickets, the first to be marked first.

    numbers, keys, names, formats: by ticket. same: the tickets of those who handed in the same words.
    """

    def __init__(self, batch: Batch) -> None:
        self.id, self.title = batch.id, batch.title
        found = {submission.key: submission for submission in batch.submissions}
        self.ticket_of = {key: ticket_for(batch, key) for key in found}
        self.order = tuple(self.ticket_of[key] for key in marking_order(batch))
        self.keys = {ticket: key for key, ticket in self.ticket_of.items()}
        self.numbers = {ticket: place for place, ticket in enumerate(self.order, start=1)}
        self.names = {self.ticket_of[key]: one.name for key, one in found.items()}
        self.formats = {
            self.ticket_of[key]: one.judged.format or one.judged.kind.value for key, one in found.items()
        }
        self.same = self._same(batch)
        self._words = {self.ticket_of[key]: one.text.casefold() for key, one in found.items()}

    def key(self, ticket: str) -> str:
        """Return the key of the student behind a ticket; InputError for none of this batch."""
        try:
            return self.keys[ticket]
        except KeyError as error:
            raise InputError("This student is not in the batch.", mend="Reload the page.") from error

    def holding(self, words: str) -> list[str]:
        """Return the tickets of those whose text holds every one of these words, in the order of marking."""
        wanted = words.casefold().split()
        return [ticket for ticket in self.order if all(word in self._words[ticket] for word in wanted)]

    def _same(self, batch: Batch) -> dict[str, tuple[str, ...]]:
        groups = [tuple(self.ticket_of[key] for key in group) for group in identical_work(batch)]
        return {ticket: tuple(one for one in group if one != ticket) for group in groups for ticket in group}


def ticket_for(batch: Batch, key: str) -> str:
    """Return the ticket of a student: the same after a restart, and nobody can tell whose it is."""
    return sha256(f"{batch.id} {batch.seed} {key}".encode("utf-8", "surrogatepass")).hexdigest()[:_TICKET_SIGNS]


def known(batch_id: str) -> KnownBatch:
    """Return what is known of a batch as it is kept now. StaleRevisionError when it is gone."""
    return _known(batch_id, the_store().upload_of(batch_id))


@lru_cache(maxsize=4)
def _known(batch_id: str, upload: str) -> KnownBatch:
    """Read a batch whole. upload: the sign of the newest one, looked up before anything is read.

    What was read while another upload came in is kept under a sign that nobody asks for again.
    """
    return KnownBatch(the_store().batch(batch_id))


def checker() -> str:
    """Return the version of the checker and its rules: reports of another one are made anew."""
    return checker_name(load_rules())


def reports(batch_id: str, seconds: float | None = None) -> dict[str, Report]:
    """Return the reports on a batch by key, and keep what had to be checked. seconds: stop checking after so long.

    Whoever is missing from the answer was not checked yet.
    """
    store = the_store()
    found = store.reports(batch_id, checker())
    missing = [entry.key for entry in store.submissions(batch_id) if entry.key not in found]
    end = None if seconds is None else monotonic() + seconds
    for start in range(0, len(missing), _CHECKED_AT_ONCE):
        if end is not None and monotonic() > end:
            break
        fresh = _checked(batch_id, missing[start : start + _CHECKED_AT_ONCE])
        store.save_reports(batch_id, checker(), fresh)
        found |= {work.key: report for work, report in fresh}
    return found


def report_on(batch_id: str, submission: Submission) -> Report:
    """Return the report on one work: the kept one, else the text is checked now."""
    kept = the_store().reports(batch_id, checker(), submission.key)
    return kept.get(submission.key) or fresh_report(submission, load_rules())


def _checked(batch_id: str, keys: Sequence[str]) -> list[tuple[Submission, Report]]:
    works = [the_store().submission(batch_id, key) for key in keys]
    return [(work, fresh_report(work, load_rules())) for work in works]


class Flagged:
    """Which mistakes were found in which work: small, so that a list of 500 needs no reports."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._of: dict[tuple[KnownBatch, str], dict[str, tuple[Mistake, ...]]] = {}

    def of(self, batch_id: str, seconds: float) -> dict[str, tuple[Mistake, ...]]:
        """Return the mistakes by key; who is missing was not checked yet within these seconds."""
        here = (known(batch_id), checker())
        with self._lock:
            kept = self._of.get(here)
            if kept is not None:
                return kept
            found = {key: report.flagged for key, report in reports(batch_id, seconds).items()}
            if len(found) == len(here[0].keys):
                self._of = {here: found}  # one batch at a time is marked
            return found


flagged = Flagged()
