"""The receipt of a revision: what became of every earlier remark, proved on the sentences of both versions.

Fixed: the remark is gone, and words of the new text show why (`receipt_rules`). Replaced: it is gone, but every
sentence that should mend it now has a new remark of another kind. Removed: it is gone with its words, and nothing
that happens for a customer stands in their place. Disputed: it is still there, and the student said why that is
right. Changed: its words, or for a remark on the whole text other words about customers, were changed, and it is
still there or has become a question; or new words mend it, and vague ones stand beside them as they were.
Untouched: its sentences stand as they did, perhaps in another place.
"""

from __future__ import annotations

from collections.abc import Iterable

from canvas.models.finding import Finding, Quote, Report
from canvas.models.receipt import Outcome, Receipt, ReceiptLine, SentencePair
from canvas.models.vocabulary import Mistake, Verdict
from canvas.models.workbook import Objection
from canvas.writing.objections import objection_to
from canvas.writing.receipt_rules import UNCHANGED, Revision, mended_by, tried
from canvas.writing.sentences import Aligned

_MOST_PAIRS = 4


def receipt(before: Report, after: Report, objections: Iterable[Objection] = ()) -> Receipt:
    """Compare two reports of one checker on two versions of a text. Same input, same receipt; never raises.

    Remarks are what was flagged; questions beside a clear finding are none.
    """
    revision, held = Revision(before, after), tuple(objections)
    lines = [_earlier(mistake, revision, held) for mistake in before.flagged]
    lines += [_new(mistake, revision, held) for mistake in after.flagged if mistake not in before.flagged]
    return Receipt(lines=tuple(lines), changed=revision.changed)


def _earlier(mistake: Mistake, revision: Revision, objections: tuple[Objection, ...]) -> ReceiptLine:
    """Return what became of a remark on the older version."""
    finding = revision.after.findings[mistake]
    if finding.verdict is Verdict.FLAGGED:
        if objection := objection_to(objections, mistake, finding):
            return _line(mistake, Outcome.DISPUTED, _sentences_of(mistake, revision), because=objection.because)
        if _worked_on(mistake, revision):
            return _line(mistake, Outcome.CHANGED, _sentences_of(mistake, revision))
        return _line(mistake, Outcome.UNTOUCHED, _quoted(mistake, revision))
    evidence = mended_by(mistake, revision)
    rows = _mended_rows(mistake, revision, evidence) if evidence else _sentences_of(mistake, revision)
    if by := _replaced_by(rows, evidence, revision):
        return _line(mistake, Outcome.REPLACED, rows, by=by)
    if evidence and (still := _still_vague(mistake, revision)):
        fresh = revision.rows_after(revision.new_ones(evidence))
        return _line(mistake, Outcome.CHANGED, _unique((*still[: _MOST_PAIRS // 2], *fresh)), evidence)
    if evidence:
        return _line(mistake, Outcome.FIXED, rows, evidence)
    return _line(mistake, _not_mended(mistake, revision), rows)


def _new(mistake: Mistake, revision: Revision, objections: tuple[Objection, ...]) -> ReceiptLine:
    """Return the line for a remark that the older version did not have."""
    finding = revision.after.findings[mistake]
    rows = () if finding.missing else revision.rows_after(finding.quotes)
    if objection := objection_to(objections, mistake, finding):
        return _line(mistake, Outcome.DISPUTED, rows, because=objection.because)
    return _line(mistake, Outcome.NEW, rows)


def _worked_on(mistake: Mistake, revision: Revision) -> bool:
    """Say whether somebody tried to mend a remark that still stands."""
    if any(row.change not in UNCHANGED for row in _quoted(mistake, revision)):
        return True
    return tried(mistake, revision)


def _still_vague(mistake: Mistake, revision: Revision) -> tuple[Aligned, ...]:
    """Return the sentences that were blamed as vague and stand as they were."""
    if mistake is not Mistake.TOO_GENERAL:
        return ()
    return tuple(row for row in _quoted(mistake, revision) if row.change in UNCHANGED)


def _mended_rows(mistake: Mistake, revision: Revision, evidence: tuple[Quote, ...]) -> tuple[Aligned, ...]:
    """Return the sentences that show that a remark is mended: those it blamed, then those with the new words.

    A blamed sentence that stands as it was shows nothing.
    """
    blamed = (row for row in _quoted(mistake, revision) if row.change not in UNCHANGED)
    return _unique((*blamed, *revision.rows_after(revision.new_ones(evidence))))


def _not_mended(mistake: Mistake, revision: Revision) -> Outcome:
    """Return what became of a remark that is gone although nothing in the new text mends it."""
    finding = revision.after.findings[mistake]
    if not revision.changed:
        return Outcome.UNTOUCHED  # another answer of the plan made a question of it
    if finding.verdict is Verdict.SKIPPED:
        return Outcome.REMOVED
    if _still_vague(mistake, revision):
        return Outcome.CHANGED
    rows = _quoted(mistake, revision) or tuple(row for row in revision.rows if row.before)
    gone = all(row.change in ("removed", "rewritten") for row in rows) and not tried(mistake, revision)
    return Outcome.REMOVED if gone or not revision.adds_words else Outcome.CHANGED


def _sentences_of(mistake: Mistake, revision: Revision) -> tuple[Aligned, ...]:
    """Return the sentences a remark is about; for one on the whole text, what was written anew instead."""
    quoted = _quoted(mistake, revision)
    absent = revision.before.findings[mistake].missing is not None
    if not absent and any(row.change not in UNCHANGED for row in quoted):
        return quoted
    if mistake is Mistake.CHANNEL_CONFUSION:
        return quoted
    fresh = tuple(row for row in revision.rows if revision.adds(row))
    return fresh if absent else (*quoted, *fresh)


def _quoted(mistake: Mistake, revision: Revision) -> tuple[Aligned, ...]:
    """Return the sentences whose words an earlier remark blamed; one about an absence blames none."""
    finding = revision.before.findings[mistake]
    return () if finding.missing else revision.rows_before(finding.quotes)


def _replaced_by(rows: tuple[Aligned, ...], evidence: tuple[Quote, ...], revision: Revision) -> Mistake | None:
    """Return the new mistake that blames every sentence that was to mend the remark."""
    fresh = [row for row in rows if revision.adds(row)] or list(revision.rows_after(evidence))
    fresh = fresh or [row for row in revision.rows if revision.adds(row)]
    for mistake in revision.after.flagged:
        finding = revision.after.findings[mistake]
        if (
            mistake not in revision.before.flagged
            and not finding.missing
            and _blames_all(finding, fresh, revision)
        ):
            return mistake
    return None


def _blames_all(finding: Finding, rows: list[Aligned], revision: Revision) -> bool:
    blamed = {row.after for row in revision.rows_after(finding.quotes)}
    return bool(rows) and all(row.after in blamed for row in rows)


def _unique(rows: Iterable[Aligned]) -> tuple[Aligned, ...]:
    return tuple(dict.fromkeys(rows))


def _line(
    mistake: Mistake,
    outcome: Outcome,
    rows: tuple[Aligned, ...],
    evidence: tuple[Quote, ...] = (),
    *,
    by: Mistake | None = None,
    because: str = "",
) -> ReceiptLine:
    pairs = tuple(
        SentencePair(
            before=row.before.text if row.before else "",
            after=row.after.text if row.after else "",
            change=row.change,
        )
        for row in rows[:_MOST_PAIRS]
    )
    return ReceiptLine(mistake=mistake, outcome=outcome, pairs=pairs, evidence=evidence, by=by, because=because)
