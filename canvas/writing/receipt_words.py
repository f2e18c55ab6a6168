"""What a receipt says in plain words: on a page, in a file, to the student and to the instructor."""

from __future__ import annotations

from canvas.content.library import library
from canvas.models.receipt import Outcome, Receipt, ReceiptLine

OUTCOMES = {
    Outcome.FIXED: "Fixed",
    Outcome.CHANGED: "Changed, not fixed yet",
    Outcome.UNTOUCHED: "Not changed",
    Outcome.REMOVED: "Taken out together with the content",
    Outcome.REPLACED: "Another remark now",
    Outcome.DISPUTED: "You disagree",
    Outcome.NEW: "New",
}
"""How an outcome is called."""
_COUNTED = {
    Outcome.FIXED: "fixed",
    Outcome.CHANGED: "changed but not fixed yet",
    Outcome.UNTOUCHED: "not changed",
    Outcome.REMOVED: "taken out together with the content",
    Outcome.REPLACED: "replaced by another remark",
    Outcome.DISPUTED: "with which you disagree",
    Outcome.NEW: "new",
}
_ABSENT = {
    Outcome.CHANGED: "You wrote new words, but they do not answer this yet.",
    Outcome.UNTOUCHED: "Nothing in the text answers this yet.",
}
_SAYS = {
    Outcome.FIXED: "The remark is gone, and your new text shows why:",
    Outcome.CHANGED: "You worked on this. It is not clear yet.",
    Outcome.UNTOUCHED: "These words are as they were.",
    Outcome.REMOVED: "The words are gone, and nothing stands in their place. So this is not counted as fixed.",
    Outcome.DISPUTED: "The remark stays folded. Your reason:",
    Outcome.NEW: "This remark was not there at your last check.",
}


_BETTER = "Better: your new words say what happens. But these words are still there:"
_LEFT = "The words are gone, and what is left says how you treat a customer:"
_NOTHING_HAPPENS = (
    "The earlier words are gone. The check finds nothing that happens for a customer in what stands there now, "
    "so this is not counted as fixed."
)


def says(line: ReceiptLine) -> str:
    """Return what became of a remark, in a sentence or two."""
    fresh = [pair for pair in line.pairs if pair.after and pair.change not in ("same", "moved")]
    if line.outcome is Outcome.CHANGED and line.evidence:
        return _BETTER
    if line.outcome is Outcome.FIXED and line.pairs and not fresh:
        return _LEFT
    if line.outcome is Outcome.REMOVED and fresh:
        return _NOTHING_HAPPENS
    if line.outcome is Outcome.REPLACED and line.by:
        return (
            f"The old words are gone, but the new ones have another remark: “{library().mistakes[line.by].name}”."
        )
    if line.outcome is Outcome.UNTOUCHED and any(pair.change == "moved" for pair in line.pairs):
        return "You moved this. The words are the same."
    if line.outcome in _ABSENT and not any(pair.before for pair in line.pairs):
        return _ABSENT[line.outcome]
    return _SAYS[line.outcome]


def summary(receipt: Receipt) -> str:
    """Return the receipt in one line, without a score: “1 remark fixed, 2 not changed, 1 new remark.”"""
    if not receipt.changed:
        return "Your text is the same as at your last check."
    counts = {outcome: sum(line.outcome is outcome for line in receipt.lines) for outcome in Outcome}
    told = [_told(count, outcome) for outcome, count in counts.items() if count]
    if not told:
        return "No remarks before, and none now."
    return f"{', '.join(told)}."


def _told(count: int, outcome: Outcome) -> str:
    """Return how many remarks had this outcome: “2 remarks fixed”, “1 new remark”."""
    noun = "remark" if count == 1 else "remarks"
    return f"{count} new {noun}" if outcome is Outcome.NEW else f"{count} {noun} {_COUNTED[outcome]}"
