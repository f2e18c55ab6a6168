"""Every submission checked afresh, what differs from its own claim, and identical work under two names."""

from __future__ import annotations

from collections import defaultdict

from canvas.checks.run import check_text, title_of
from canvas.models.finding import Report
from canvas.models.intake import Claim
from canvas.models.review import Batch, Submission
from canvas.models.rule_book import RuleBook
from canvas.models.vocabulary import Mistake
from canvas.writing.sentences import words_of

FEWEST_WORDS = 20
"""Shorter texts may be equal by chance."""


def fresh_report(submission: Submission, rules: RuleBook) -> Report:
    """Return the report of the current checker on the judged text, beside the plan where the file holds one."""
    return check_text(submission.text, rules, submission.judged.workbook)


def file_reports(batch: Batch, rules: RuleBook) -> dict[str, Report]:
    """Return a fresh report of every file of a batch, by its path."""
    return {
        file.path: check_text(file.text, rules, file.workbook)
        for submission in batch.submissions
        for file in submission.files
    }


def claim_differs(claim: Claim | None, report: Report) -> tuple[str, ...]:
    """Return, a sentence each, how an export's own verdicts differ from a fresh check; () for no claim."""
    if claim is None or claim.flagged is None:
        return ()
    told, found = set(claim.flagged), set(report.flagged)
    return tuple(
        f"“{title_of(mistake)}”: the file says {_verdict(mistake in told)}, "
        f"the check now says {_verdict(mistake in found)}."
        for mistake in Mistake
        if (mistake in told) != (mistake in found)
    )


def identical_work(batch: Batch) -> tuple[tuple[str, ...], ...]:
    """Return groups of keys whose judged texts have the same words; spacing and signs do not count."""
    same: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for submission in batch.submissions:
        words = words_of(submission.text)
        if len(words) >= FEWEST_WORDS:
            same[words].append(submission.key)
    return tuple(tuple(keys) for keys in same.values() if len(keys) > 1)


def _verdict(flagged: bool) -> str:
    return "flagged" if flagged else "clear"
