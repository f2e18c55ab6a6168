"""The receipt of a revision: what became of every earlier remark, and which remarks are new."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from canvas.models.base import Frozen
from canvas.models.finding import Quote
from canvas.models.vocabulary import Mistake

Change = Literal["same", "moved", "edited", "rewritten", "removed", "added"]
"""What happened to a sentence. edited: most words stayed. rewritten: another sentence stands in its place."""


class Outcome(StrEnum):
    """What became of a remark; `writing/receipt_rules.py` says when each one holds."""

    FIXED = "fixed"
    CHANGED = "changed"
    UNTOUCHED = "untouched"
    REMOVED = "removed"
    REPLACED = "replaced"
    DISPUTED = "disputed"
    NEW = "new"


class SentencePair(Frozen):
    """A sentence before and after the revision; one of them is "" where a sentence came or went."""

    before: str
    after: str
    change: Change


class ReceiptLine(Frozen):
    """What became of one remark.

    pairs: the sentences it is about. evidence: the words of the new text that fix it, or, beside vague
    words that still stand, make it better; else none.
    by: the mistake of the remark that has taken its place, when replaced. because: the reason, when disputed.
    """

    mistake: Mistake
    outcome: Outcome
    pairs: tuple[SentencePair, ...] = ()
    evidence: tuple[Quote, ...] = ()
    by: Mistake | None = None
    because: str = ""


class Receipt(Frozen):
    """What a revision did: a line for every earlier remark, then one for every new remark.

    changed: whether any word of the text changed at all.
    """

    lines: tuple[ReceiptLine, ...]
    changed: bool
