"""Blackboard: `{assignment}_{user name}_attempt_{time}_{file}` and a receipt in text beside the files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from canvas.desk.platforms.entry import Entry, Read, key_of, last_part, name_of
from canvas.models.base import Frozen
from canvas.models.clean_text import clean_text
from canvas.models.review import Platform, SubmittedKind

PLATFORM = Platform.BLACKBOARD
_NAME = re.compile(r"^(?P<head>.+?)_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|\.txt)$", re.DOTALL)
_OWNER = re.compile(r"^Name:\s*+(?P<name>.*)\((?P<user>[^()]+)\)\s*$", re.MULTILINE)
_NOTHING = re.compile(r"^There (?:is|are) no student .*\.$")
_LATE = re.compile(r"^(?:Date Submitted:.*\blate\b.*|Late:\s*yes\b.*)$", re.MULTILINE | re.IGNORECASE)
_HEADS = ("Submission Field:", "Comments:", "Files:")


class Receipt(Frozen):
    """What a receipt tells: who, what was typed in the form, what was said to the instructor."""

    user: str = ""
    name: str = ""
    typed: str = ""
    comment: str = ""
    late: bool | None = None


def receipt_of(text: str) -> Receipt:
    """Return what a receipt in Blackboard's form tells; "" for whatever it does not hold."""
    head, *_ = text.partition(_HEADS[0])
    owner = _OWNER.search(head)
    return Receipt(
        user=owner["user"].strip() if owner else "",
        name=name_of(owner["name"]) if owner else "",
        typed=_under(text, _HEADS[0], _HEADS[1:]),
        comment=_under(text, _HEADS[1], _HEADS[2:]),
        late=True if _LATE.search(head) else None,
    )


def entries(paths: Sequence[str], read: Read) -> tuple[Entry, ...]:
    """Return what the names and the receipts tell."""
    named = [(path, told) for path in paths if (told := _NAME.match(last_part(path)))]
    receipts = {
        (told["head"], told["time"]): receipt_of(_text(read(path))) for path, told in named if not told["file"]
    }
    assignment = _assignment([told["head"] for _, told in named])
    return tuple(
        _entry(path, told, receipts.get((told["head"], told["time"]), Receipt()), assignment)
        for path, told in named
    )


def _entry(path: str, told: re.Match[str], receipt: Receipt, assignment: str) -> Entry:
    head: str = told["head"]
    user = receipt.user if head.endswith(f"_{receipt.user}") and receipt.user else head.removeprefix(assignment)
    is_receipt = not told["file"]
    return Entry(
        path=path,
        key=key_of(user),
        name=receipt.name or name_of(user),
        inner=told["file"] or last_part(path),
        kind=SubmittedKind.RECEIPT if is_receipt else SubmittedKind.FILE,
        late=receipt.late,
        attempt=told["time"],
        typed=receipt.typed if is_receipt else None,
        comment=receipt.comment if is_receipt else "",
    )


def _assignment(heads: list[str]) -> str:
    """Return what stands before every user name, with its underscore: what all have in common."""
    if len(set(heads)) > 1:
        first, last = min(heads), max(heads)
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))
        return first[: first[:alike].rfind("_") + 1]
    return heads[0][: heads[0].rfind("_") + 1] if heads else ""


def _under(text: str, head: str, ends: tuple[str, ...]) -> str:
    """Return what stands under a heading of the receipt, "" for the sentence that says there is nothing."""
    _, found, rest = text.partition(f"\n{head}")
    for end in ends:
        rest = rest.partition(f"\n{end}")[0]
    words = rest.strip()
    return "" if not found or _NOTHING.match(words) else words


def _text(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return clean_text(data.decode(encoding, errors="replace"))
