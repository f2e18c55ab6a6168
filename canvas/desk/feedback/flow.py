"""The feedback of one student as a row of simple parts, of which the Word file and the PDF are made alike."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.desk.feedback.view import Feedback, FeedbackComment, FeedbackReply
from canvas.exchange.outgoing.document import Line
from canvas.exchange.outgoing.flow import Grid, GridRow, Heading, Item, Quoted, Words, plain_items


def feedback_items(feedback: Feedback) -> tuple[Item, ...]:
    """Return everything that stands below the title, in order."""
    return tuple(_items(feedback))


def _items(feedback: Feedback) -> Iterator[Item]:
    if feedback.mark:
        yield Words(label="Mark:", lines=(feedback.mark,))
    if feedback.summary or feedback.general:
        yield Heading(text="In short")
        yield from plain_items(feedback.summary)
    for comment in feedback.general:
        if comment.quote:
            yield Quoted(text=comment.quote)
        yield from _comment(comment)
    if feedback.rows:
        yield Heading(text="The rubric")
        yield _rubric(feedback)
    if feedback.passages:
        yield Heading(text="Your text with the comments")
    for passage in feedback.passages:
        pieces = (
            f"{piece.words}{''.join(f' [{number}]' for number in piece.numbers)}" for piece in passage.pieces
        )
        yield Words(lines=("".join(pieces),))
        for number in passage.numbers:
            yield Quoted(text=feedback.comments[number - 1].quote)
            yield from _comment(feedback.comments[number - 1])
    if feedback.replies:
        yield Heading(text="Where you disagreed")
    for reply in feedback.replies:
        yield from _reply(reply)


def _comment(comment: FeedbackComment) -> Iterator[Item]:
    number = f"Comment {comment.number}" if comment.number else ""
    label = ": ".join(filter(None, (number, comment.topic)))
    if label:
        yield Words(label=label, lines=())
    yield from plain_items(comment.says)


def _rubric(feedback: Feedback) -> Grid:
    rows = (GridRow(name=row.title, cells=((Line(label=row.level, words=(row.says,)),),)) for row in feedback.rows)
    return Grid(
        head=("What was looked at", "Your text"),
        rows=tuple(rows),
        summary="The level of the text in each row of the rubric.",
    )


def _reply(reply: FeedbackReply) -> Iterator[Item]:
    yield Heading(text=reply.topic, level=2)
    yield from (Quoted(text=words) for words in reply.words)
    if reply.because:
        yield Words(label="Your reason:", lines=(reply.because,))
    yield Words(label=reply.verdict, lines=())
    yield from plain_items(reply.reply)
