"""What goes back to one student, worked out once: mark, closing words, rubric, comments at their words, replies.

Only what the reviewer wrote or accepted and then released stands in it; the private note has no way in here.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from canvas.content.library import library
from canvas.desk.feedback.passages import Passage, passages_of
from canvas.desk.marking import mark_of, shown
from canvas.errors import InputError
from canvas.models.base import Frozen
from canvas.models.finding import Report
from canvas.models.review import (
    MarkingRubric,
    ObjectionReply,
    Review,
    ReviewComment,
    ReviewState,
    Submission,
)
from canvas.models.vocabulary import Mistake
from canvas.writing.plain_text import TextBlock, text_blocks

_TAKEN_BACK = "You were right: the remark is taken back."
_STAYS = "The remark stays."
_BEFORE = 60
"""Signs before a quote that tell it from the same words elsewhere."""


class FeedbackComment(Frozen):
    """A comment. number: of the words it is about, 0 for one on the whole. topic: the accepted remark, or "".

    before: a few words that stand before the quote, to find it again in the file.
    """

    number: int
    quote: str
    before: str
    topic: str
    says: tuple[TextBlock, ...]


class FeedbackRow(Frozen):
    """One row of the rubric: its title, the name of the chosen level and what that level says."""

    title: str
    level: str
    says: str


class FeedbackReply(Frozen):
    """The answer to "I disagree because …". words: what the remark was about; because: the student's reason."""

    topic: str
    words: tuple[str, ...]
    because: str
    verdict: str
    reply: tuple[TextBlock, ...]


class Feedback(Frozen):
    """Everything one student gets. mark: as it is read, "7.5 of 10", or "". passages: the text with its comments.

    reviewer: as the reviewer wants to be called, or "". at: when it was saved.
    """

    title: str
    name: str
    mark: str
    summary: tuple[TextBlock, ...]
    rows: tuple[FeedbackRow, ...]
    general: tuple[FeedbackComment, ...]
    comments: tuple[FeedbackComment, ...]
    passages: tuple[Passage, ...]
    replies: tuple[FeedbackReply, ...]
    reviewer: str = ""
    at: datetime | None = None


def feedback_of(
    submission: Submission,
    review: Review,
    rubric: MarkingRubric,
    report: Report | None = None,
    *,
    title: str = "Customer Relationships",
    decimal_mark: Literal[".", ","] = ".",
    preview: bool = False,
) -> Feedback:
    """Return what the student gets. report: gives an accepted remark its words when the reviewer wrote none.

    preview: for the reviewer's own eyes, before it is released.

    Raises InputError for a review that is not released, or that belongs to another student.
    """
    if review.student != submission.key:
        raise InputError("This review belongs to another student.", where=submission.name)
    if review.state is not ReviewState.RELEASED and not preview:
        raise InputError("This review is not released yet.", where=submission.name, mend="Release it first.")
    kept = [item for item in review.comments if not _taken_back(item, review.replies) and _says(item, report)]
    exact = sorted(
        (item for item in kept if _is_exact(item, submission.text)), key=lambda item: (item.start, item.end)
    )
    numbered = tuple(_comment(item, number, report, submission.text) for number, item in enumerate(exact, 1))
    mark = mark_of(review, rubric)
    maximum = shown(rubric.maximum, decimal_mark)
    return Feedback(
        title=title,
        name=submission.name,
        mark="" if mark is None else f"{shown(mark, decimal_mark)} of {maximum}",
        summary=text_blocks(review.summary),
        rows=_rows(review, rubric),
        general=tuple(_comment(item, 0, report, "") for item in kept if item not in exact),
        comments=numbered,
        passages=passages_of(submission.text, [(item.start, item.end) for item in exact]),
        replies=tuple(_reply(item, submission) for item in review.replies),
        reviewer=review.reviewer.strip(),
        at=review.saved_at,
    )


def _is_exact(comment: ReviewComment, text: str) -> bool:
    """Tell whether a comment still stands at its words: a text that was handed in anew may have lost them."""
    return bool(comment.quote) and text[comment.start : comment.end] == comment.quote


def _taken_back(comment: ReviewComment, replies: tuple[ObjectionReply, ...]) -> bool:
    """Tell whether the reviewer agreed with the student that a remark does not hold."""
    return comment.mistake is not None and any(
        reply.accepted and reply.mistake is comment.mistake and _same_words(comment.quote, reply.words)
        for reply in replies
    )


def _same_words(quote: str, words: str) -> bool:
    return " ".join(quote.split()) in {" ".join(line.split()) for line in words.split("\n")}


def _comment(comment: ReviewComment, number: int, report: Report | None, text: str) -> FeedbackComment:
    return FeedbackComment(
        number=number,
        quote=comment.quote,
        before=text[max(0, comment.start - _BEFORE) : comment.start],
        topic=_name(comment.mistake) if comment.mistake else "",
        says=text_blocks(_says(comment, report)),
    )


def _says(comment: ReviewComment, report: Report | None) -> str:
    """Return the reviewer's words, or for an accepted remark without any those of the check."""
    if comment.says.strip() or comment.mistake is None:
        return comment.says.strip()
    finding = report.findings.get(comment.mistake) if report else None
    card = library().mistakes[comment.mistake]
    why = finding.why if finding and finding.why else card.but
    return f"{why} {finding.ask if finding and finding.ask else card.ask}"


def _rows(review: Review, rubric: MarkingRubric) -> tuple[FeedbackRow, ...]:
    rows = []
    for row in rubric.rows:
        index = review.levels.get(row.id)
        if index is not None and 0 <= index < len(row.levels):
            level = row.levels[index]
            name = level.level.value.replace("_", " ").capitalize()
            rows.append(FeedbackRow(title=row.title, level=name, says=level.says))
    return tuple(rows)


def _reply(reply: ObjectionReply, submission: Submission) -> FeedbackReply:
    workbook = submission.judged.workbook
    objections = workbook.objections if workbook else ()
    reasons = [item.because for item in objections if (item.mistake, item.words) == (reply.mistake, reply.words)]
    return FeedbackReply(
        topic=_name(reply.mistake),
        words=tuple(filter(None, reply.words.split("\n"))),
        because=reasons[-1] if reasons else "",
        verdict=_TAKEN_BACK if reply.accepted else _STAYS,
        reply=text_blocks(reply.reply),
    )


def _name(mistake: Mistake) -> str:
    return library().mistakes[mistake].name
