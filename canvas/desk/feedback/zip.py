"""The feedback of a whole batch in one zip, under the names its platform takes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from canvas.desk.feedback.forms import Form, Made, as_form, with_feedback
from canvas.desk.feedback.names import SafeNames, canvas_name, moodle_places
from canvas.desk.feedback.view import Feedback, feedback_of
from canvas.desk.reading_files import Progress
from canvas.desk.sheets.filling import LeftOut
from canvas.desk.sheets.sheet import Sheet
from canvas.errors import InputError
from canvas.exchange.same_bytes import packed
from canvas.models.base import Frozen
from canvas.models.finding import Report
from canvas.models.review import (
    Batch,
    Key,
    MarkingRubric,
    Platform,
    Review,
    ReviewState,
    Submission,
)

_MOODLE = (
    "Upload the worksheet to Moodle before the feedback files: after them it skips the rows of a worksheet "
    "that was downloaded earlier."
)
_GROUPS = (
    "If groups handed in, give the grading worksheet here too: a download carries the number of the group, and "
    "Moodle looks for the number of a student."
)
Entries = Iterator[tuple[str, Made]]


class FeedbackZip(Frozen):
    """A zip to give back. left_out: whose feedback is not in it, and why. notes: about all of it."""

    data: bytes
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...] = ()


def feedback_zip(
    batch: Batch,
    reviews: Mapping[Key, Review],
    rubric: MarkingRubric,
    original: Callable[[str], bytes],
    sheet: Sheet | None = None,
    *,
    reports: Mapping[Key, Report] | None = None,
    forms: Sequence[Form] = ("html",),
    progress: Progress | None = None,
) -> FeedbackZip:
    """Return the feedback of every released review. original: the bytes of a path of the batch.

    forms: as what a file a student is made; Canvas takes only the student's own file with the feedback in it.
    Same input, same bytes.
    """
    names = SafeNames()
    safe = {item.key: names.of(item.key) for item in batch.submissions}
    left_out: list[LeftOut] = []
    entries: dict[str, Made] = {}
    for done, submission in enumerate(batch.submissions, 1):
        report = (reports or {}).get(submission.key)
        decimal_mark = sheet.decimal_mark if sheet else "."
        try:
            review = _released(reviews.get(submission.key))
            feedback = feedback_of(submission, review, rubric, report, decimal_mark=decimal_mark)
            made = dict(_entries(batch.platform, submission, feedback, original, sheet, forms, safe))
            if entries.keys() & made.keys():
                raise InputError("Another file of the download has the same name, so it is not clear whose it is.")
            entries |= made
        except InputError as error:
            why = f"{error.what} {error.mend}".strip()
            left_out.append(LeftOut(key=submission.key, name=submission.name, why=why))
        if progress:
            progress(done, len(batch.submissions))
    left_out += [LeftOut(key=key, name=name, why="Nothing was handed in.") for key, name in batch.missing]
    return FeedbackZip(
        data=packed({path: made.data for path, made in sorted(entries.items())}),
        left_out=tuple(left_out),
        notes=_notes(batch, sheet, entries.values()),
    )


def _notes(batch: Batch, sheet: Sheet | None, made: Iterable[Made]) -> tuple[str, ...]:
    notes = [one.note for one in made if one.note]
    if batch.platform is Platform.MOODLE:
        notes.insert(0, _GROUPS if sheet is None else _MOODLE)
    return tuple(dict.fromkeys(notes))


def _released(review: Review | None) -> Review:
    if review is None:
        raise InputError("There is no review yet.")
    if review.state is not ReviewState.RELEASED:
        raise InputError("This review is not released yet.")
    return review


def _entries(
    platform: Platform,
    submission: Submission,
    feedback: Feedback,
    original: Callable[[str], bytes],
    sheet: Sheet | None,
    forms: Sequence[Form],
    safe: Mapping[Key, str],
) -> Entries:
    """Yield the paths and bytes for one submission. Raises InputError when nothing can go back."""
    if platform is Platform.CANVAS:
        file, name = canvas_name(submission)
        yield name, with_feedback(file, original(file.path), feedback)
        return
    if platform is Platform.MOODLE:
        places = moodle_places(submission, sheet)
    else:
        places = (lambda name: f"{safe[submission.key]}_{name}",)
    made = {f"feedback.{form}": as_form(feedback, form) for form in forms}
    yield from ((place(name), data) for place in places for name, data in made.items())
