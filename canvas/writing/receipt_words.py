"""What a receipt says in plain words: on a page, in a file, to the student and to the instructor."""

from __future__ import annotations

from canvas.content.library import library
from canvas.models.receipt import Outcome, Receipt, ReceiptLine

OUTCOMES = {
    Outcome.FIXED: "Fixed",
    Outcome.CHANGED: "Changed, not fixed yet",
    Outcome.UNTOUCHED: "Not changed",
    Outcome.REMOVED: "Only taken out",
    Outcome.REPLACED: "Another remark now",
    Outcome.DISPUTED: "You disagree",
    Outcome.NEW: "New",
}
"""How an outcome is called."""
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


def says(line: ReceiptLine) -> str:
    """Return what became of a remark, in a sentence or two."""
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
    """Return the receipt in one line, without a score: “1 remark fixed, 2 not changed.”"""
    if not receipt.changed:
        return "Your text is the same as at your last check."
    counts = {outcome: sum(line.outcome is outcome for line in receipt.lines) for outcome in Outcome}
    told = [f"{count} {OUTCOMES[outcome].lower()}" for outcome, count in counts.items() if count]
    if not told:
        return "No remarks before, and none now."
    noun = "remark" if next(count for count in counts.values() if count) == 1 else "remarks"
    number, _, rest = told[0].partition(" ")
    return " · ".join([f"{number} {noun}: {rest}", *told[1:]]) + "."
