"""Every submission checked afresh, what differs from its own claim, and identical work under two names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from canvas.checks.run import check_text, title_of
from canvas.models.finding import Report
from canvas.models.intake import Claim
from canvas.models.review import Batch, Key, Submission
from canvas.models.rule_book import RuleBook
from canvas.models.vocabulary import Mistake
from canvas.writing.sentences import words_of

FEWEST_WORDS = 20
"""Shorter texts may be equal by chance."""
_RUN = 4
"""Words that follow each other and are compared as one."""
_NEARLY = 0.8
"""Share of common runs from which on two texts are nearly the same."""
_COMMON = 12
"""Students from which on a run is the words of a hand-out, and no sign of anything."""


def fresh_report(submission: Submission, rules: RuleBook) -> Report:
    """Return the report of the current checker on the judged text, beside the plan where the file holds one."""
    return check_text(submission.text, rules, submission.judged.workbook)


def file_reports(batch: Batch, rules: RuleBook) -> dict[str, Report]:
    """Return a fresh report of every file of a batch that was read, judged or not, by its path."""
    files = (file for submission in batch.submissions for file in submission.files)
    return {file.path: check_text(file.text, rules, file.workbook) for file in files}


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


def identical_work(batch: Batch) -> tuple[tuple[Key, ...], ...]:
    """Return groups of keys whose judged texts have the same words; spacing and signs do not count."""
    return tuple(keys for keys in _same_words(batch).values() if len(keys) > 1)


def nearly_identical_work(batch: Batch) -> tuple[tuple[Key, ...], ...]:
    """Return pairs of keys whose judged texts share most runs of words without being identical.

    Runs that many students have, such as the questions of a hand-out, do not count.
    """
    texts = {keys[0]: _runs(words) for words, keys in _same_words(batch).items()}
    holders: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key, runs in texts.items():
        for run in runs:
            holders[run].append(key)
    rare = {run for run, keys in holders.items() if len(keys) <= _COMMON}
    shared = Counter(pair for run in rare for pair in combinations(holders[run], 2))
    own = {key: len(runs & rare) for key, runs in texts.items()}
    return tuple(pair for pair, times in shared.items() if times >= _NEARLY * _either(own, pair, times))


def _either(own: Mapping[Key, int], pair: tuple[Key, Key], times: int) -> int:
    """Return how many runs stand in one of two texts or in both."""
    return own[pair[0]] + own[pair[1]] - times


def _same_words(batch: Batch) -> dict[tuple[str, ...], tuple[Key, ...]]:
    """Return the keys of each text by its words, texts that are too short left out."""
    same: dict[tuple[str, ...], tuple[Key, ...]] = defaultdict(tuple)
    for submission in batch.submissions:
        words = words_of(submission.text)
        if len(words) >= FEWEST_WORDS:
            same[words] += (submission.key,)
    return same


def _runs(words: Iterable[str]) -> set[tuple[str, ...]]:
    held = tuple(words)
    return {held[start : start + _RUN] for start in range(len(held) - _RUN + 1)}


def _verdict(flagged: bool) -> str:
    return "flagged" if flagged else "clear"
