"""A batch in: from the zip as downloaded to the submissions of a class, joined by id and never by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from canvas.desk.archive import is_junk, unpacked
from canvas.desk.platforms.entry import Entry
from canvas.desk.reading_files import Progress, read_files
from canvas.desk.recognise import NAMES, recognised
from canvas.errors import InputError
from canvas.models import limits
from canvas.models.base import Frozen
from canvas.models.intake import Origin
from canvas.models.review import Batch, Platform, Skipped, Submission, SubmittedFile, SubmittedKind

_NO_STUDENT = "Its name does not say whose it is."
_NO_TEXT = "No text could be read, so nothing is checked."
_CHANGED = "It was handed in again: the text is another one than before."


class ReadBatch(Frozen):
    """A batch as it was read. guess: where it seems to come from. originals: bytes of each file by its path."""

    batch: Batch
    guess: Platform
    originals: Mapping[str, bytes]


def read_batch(
    sources: Sequence[tuple[str, bytes]],
    *,
    batch_id: str,
    title: str,
    seed: int,
    platform: Platform | None = None,
    progress: Progress | None = None,
) -> ReadBatch:
    """Return the batch in one zip or in several files (name, bytes); platform: what the instructor says it is.

    Raises InputError for a zip that cannot be opened or holds nothing; a file that cannot be read is listed.
    """
    held = unpacked(sources)
    guess, entries = recognised(list(held.files), held.files.__getitem__, platform)
    known = {entry.path for entry in entries}
    junk = tuple(entry.path for entry in entries if _is_no_work(entry))
    works = [(entry, held.files[entry.path]) for entry in entries if not _is_no_work(entry)]
    read = list(read_files(works, progress))
    unnamed = tuple(Skipped(path=path, why=_NO_STUDENT) for path in held.files if path not in known)
    unread = tuple(
        Skipped(path=file.path, why=file.unread, key=entry.key, name=entry.name)
        for entry, file in read
        if file.unread
    )
    batch = Batch(
        id=batch_id,
        title=title[: limits.NAME],
        platform=guess,
        seed=seed,
        submissions=_submissions(read),
        skipped=held.skipped + unnamed + unread,
        ignored=held.ignored + junk,
    )
    return ReadBatch(batch=batch, guess=guess, originals={path: held.files[path] for path in known})


def _is_no_work(entry: Entry) -> bool:
    return entry.kind is SubmittedKind.IGNORED or is_junk(entry.inner)


def merged(old: Batch, new: Batch) -> Batch:
    """Return the batch after another upload: who is new comes in, what changed is replaced, nobody goes.

    Reviews hang on the key, so they stay; a file with the same digest is the very same one. Of a student whose
    work is replaced, only what is unreadable in the new one is listed.

    Raises InputError for an upload of another platform.
    """
    if old.platform is not new.platform:
        raise InputError(
            f"This upload comes from {NAMES[new.platform]}, the batch from {NAMES[old.platform]}.",
            mend="Choose the right platform, or put the files into a new batch.",
        )
    came = {item.key: item for item in new.submissions}
    kept = tuple(_newer(item, came.pop(item.key, None)) for item in old.submissions)
    here = {item.key for item in kept} | set(came)
    return old.model_copy(
        update={
            "submissions": kept + tuple(came.values()),
            "skipped": _unread(old, new, kept),
            "ignored": tuple(dict.fromkeys(old.ignored + new.ignored)),
            "missing": tuple(item for item in old.missing if item[0] not in here),
        }
    )


def _unread(old: Batch, new: Batch, kept: tuple[Submission, ...]) -> tuple[Skipped, ...]:
    """Return what could not be read: of each student only what belongs to the work that is kept."""
    staying = {item.key for item, before in zip(kept, old.submissions, strict=True) if item is before}
    came = {item.key for item in new.submissions}
    before = [one for one in old.skipped if one.key not in came - staying]
    now = [one for one in new.skipped if one.key not in came & staying]
    return tuple(dict.fromkeys(before + now))


def _newer(old: Submission, new: Submission | None) -> Submission:
    if new is None or {file.digest for file in new.files} <= {file.digest for file in old.files}:
        return old
    remarks = new.remarks if new.text == old.text else (*new.remarks, _CHANGED)
    return new.model_copy(update={"group": new.group or old.group, "remarks": remarks})


def _submissions(read: Sequence[tuple[Entry, SubmittedFile]]) -> tuple[Submission, ...]:
    """Return a submission a key, in the order in which the keys come in the download."""
    place = {entry.key: number for number, (entry, _) in reversed(list(enumerate(read)))}
    ordered = sorted(read, key=lambda pair: place[pair[0].key])
    return tuple(_submission(key, list(pairs)) for key, pairs in groupby(ordered, lambda pair: pair[0].key))


def _submission(key: str, pairs: list[tuple[Entry, SubmittedFile]]) -> Submission:
    first = pairs[0][0]
    files = tuple(file for _, file in pairs)
    newest = max(entry.attempt for entry, _ in pairs)
    main = max(
        range(len(pairs)), key=lambda place: (pairs[place][0].attempt == newest, *_worth(files[place]), -place)
    )
    return Submission(
        key=key,
        name=first.name,
        files=files,
        main=main,
        group=first.group,
        comment="\n".join(dict.fromkeys(entry.comment for entry, _ in pairs if entry.comment)),
        remarks=_remarks(pairs, main, newest),
    )


def _worth(file: SubmittedFile) -> tuple[bool, bool, bool, int]:
    """Return how well a file fits to be judged: an export of the tool, one with the section, the longest."""
    return file.workbook is not None, file.origin is not Origin.NO_DATA, bool(file.section), len(file.text)


def _remarks(pairs: list[tuple[Entry, SubmittedFile]], main: int, newest: str) -> tuple[str, ...]:
    remarks = [entry.remark for entry, _ in pairs if entry.remark]
    attempts = {entry.attempt for entry, _ in pairs}
    if len(attempts) > 1:
        remarks.append(f"There are {len(attempts)} attempts; the newest one is judged.")
    works = [file for entry, file in pairs if entry.attempt == newest and file.kind is not SubmittedKind.RECEIPT]
    if len(works) > 1:
        remarks.append(f"There are {len(works)} files; “{pairs[main][1].name}” is judged.")
    if not pairs[main][1].text.strip():
        remarks.append(_NO_TEXT)
    return tuple(dict.fromkeys(remarks))
