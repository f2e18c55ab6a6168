"""The feedback as plain lines, for a comment field of a platform, and what a sheet gets from the reviews."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from canvas.desk.feedback.view import Feedback, FeedbackComment, feedback_of
from canvas.desk.marking import in_hundredths, mark_of
from canvas.desk.sheets.filling import too_high
from canvas.models import limits
from canvas.models.finding import Report
from canvas.models.review import Batch, GivenMark, Key, MarkingRubric, Marks, Review, ReviewState
from canvas.writing.plain_text import TextBlock

_MORE = "\n\nThe rest stands in the feedback file."


def feedback_text(feedback: Feedback) -> str:
    """Return the feedback as paragraphs and `- ` bullets, without the mark, never longer than a field."""
    text = "\n\n".join(filter(None, _parts(feedback)))
    return text if len(text) <= limits.FEEDBACK else text[: limits.FEEDBACK - len(_MORE)].rstrip() + _MORE


def marks_of(
    batch: Batch,
    reviews: Mapping[Key, Review],
    rubric: MarkingRubric,
    reports: Mapping[Key, Report] | None = None,
) -> Marks:
    """Return mark and comment of every released review, for a sheet; what is not released is not in it."""
    given = {}
    for submission in batch.submissions:
        review = reviews.get(submission.key)
        if review is not None and review.state is ReviewState.RELEASED:
            feedback = feedback_of(submission, review, rubric, (reports or {}).get(submission.key))
            given[submission.key] = GivenMark(mark=mark_of(review, rubric), comment=feedback_text(feedback))
    return Marks(max=rubric.maximum, students=given)


def reviews_of(batch: Batch, marks: Marks) -> dict[Key, Review]:
    """Return released reviews that hold these marks and comments, for feedback without the desk.

    Who has neither, or a mark higher than the highest, has no review.
    """
    return {
        submission.key: Review(
            student=submission.key,
            override=None if given.mark is None else in_hundredths(given.mark),
            summary=given.comment,
            state=ReviewState.RELEASED,
        )
        for submission in batch.submissions
        if (given := marks.students.get(submission.key))
        and (given.mark is not None or given.comment.strip())
        and not too_high(given, marks)
    }


def _parts(feedback: Feedback) -> Iterator[str]:
    yield _plain(feedback.summary)
    yield "\n".join(f"- {row.title}: {row.level}. {row.says}" for row in feedback.rows)
    for comment in (*feedback.general, *feedback.comments):
        yield comment_text(comment)
    for reply in feedback.replies:
        yield f"You disagreed with “{reply.topic}”. {reply.verdict}"
        yield _plain(reply.reply)


def comment_text(comment: FeedbackComment, *, quoted: bool = True) -> str:
    """Return a comment as plain text. quoted: with the words it is about, for where it stands alone."""
    quote = f"“{' '.join(comment.quote.split())}”: " if comment.quote and quoted else ""
    topic = f"{comment.topic}. " if comment.topic else ""
    return f"{quote}{topic}{_plain(comment.says)}"


def _plain(blocks: tuple[TextBlock, ...]) -> str:
    return "\n\n".join(
        "\n".join(f"- {line}" if block.kind == "list" else line for line in block.lines) for block in blocks
    )
