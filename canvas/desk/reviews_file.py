"""The reviews of one reviewer as a JSON file, to exchange for second marking; private notes stay at home."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from canvas.errors import InputError
from canvas.models.base import Frozen, Identifier, Name
from canvas.models.review import Batch, Review

_LARGEST = 50_000_000
_MOST = 5_000
_KIND = "canvas-coach reviews"
_MEND = "Ask your colleague for the file that Review gave."


class ReviewsFile(Frozen):
    """What such a file holds. batch: the id of the batch; reviews: all of one reviewer."""

    kind: Literal["canvas-coach reviews"] = "canvas-coach reviews"
    format: Literal[1] = 1
    batch: Identifier
    title: Name
    reviewer: Name
    reviews: Annotated[tuple[Review, ...], Field(max_length=_MOST)]


class Joined(Frozen):
    """What comes of a colleague's file. new: reviews to keep, each on top of the revision it replaces.

    They are to be kept under the moment at which the colleague saved them, so that a later file is known as later.
    older: keys whose kept review is as new as the one in the file, or newer. strangers: keys not in the batch.
    """

    new: tuple[Review, ...]
    older: tuple[str, ...]
    strangers: tuple[str, ...]


def reviews_file(batch: Batch, reviews: Iterable[Review], reviewer: str) -> bytes:
    """Return the reviews of one reviewer as JSON in UTF-8, without private notes; same reviews, same bytes."""
    own = sorted((one for one in reviews if one.reviewer == reviewer), key=lambda one: one.student)
    shared = tuple(one.model_copy(update={"private_note": ""}) for one in own)
    held = ReviewsFile(batch=batch.id, title=batch.title, reviewer=reviewer, reviews=shared)
    return (held.model_dump_json(indent=1) + "\n").encode("utf-8")


def reviews_from_file(data: bytes, name: str = "the file") -> ReviewsFile:
    """Return what a colleague's file holds. Raises InputError for any other file, with what is wrong in it."""
    if len(data) > _LARGEST:
        raise InputError("This file is too large for reviews.", where=name, mend=_MEND)
    try:
        found: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # also what is no UTF-8
        raise InputError("This file holds no reviews.", where=name, mend=_MEND) from error
    if not isinstance(found, dict) or found.get("kind") != _KIND:
        raise InputError("This file holds no reviews.", where=name, mend=_MEND)
    try:
        held = ReviewsFile.model_validate_json(json.dumps(found))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "the file"
        raise InputError(f"{field}: {first['msg']}.", where=name, mend=_MEND) from error
    return _checked(held, name)


def joined(held: ReviewsFile, batch: Batch, kept: Mapping[str, Review]) -> Joined:
    """Return which reviews of a colleague's file are to be kept. kept: those of the same reviewer here, by key.

    Nothing newer is replaced by something older. Raises InputError for a file of another batch.
    """
    keys = {one.key for one in batch.submissions} | {key for key, _ in batch.missing}
    keys |= {one.key for one in batch.skipped if one.key}
    known = [one for one in held.reviews if one.student in keys]
    if held.reviews and not known:
        raise InputError(f"These are reviews of another class: “{held.title}”.", mend="Open that batch first.")
    older = [one.student for one in known if _is_older(one, kept.get(one.student))]
    return Joined(
        new=tuple(_on_top(one, kept.get(one.student)) for one in known if one.student not in older),
        older=tuple(older),
        strangers=tuple(one.student for one in held.reviews if one.student not in keys),
    )


def _checked(held: ReviewsFile, name: str) -> ReviewsFile:
    students = [one.student for one in held.reviews]
    if len(set(students)) < len(students) or any(one.reviewer != held.reviewer for one in held.reviews):
        raise InputError("The file was changed: it must hold one review a student, by one reviewer.", where=name)
    return held


def _is_older(new: Review, kept: Review | None) -> bool:
    if kept is None or kept.saved_at is None:
        return False
    return new.saved_at is None or new.saved_at <= kept.saved_at


def _on_top(new: Review, kept: Review | None) -> Review:
    """Return the review with the revision it is saved upon; a private note that is kept here stays."""
    if kept is None:
        return new.model_copy(update={"revision": 0})
    return new.model_copy(update={"revision": kept.revision, "private_note": kept.private_note})
