"""One student as the desk in the browser shows it, and a review on its way there and back; places as it counts."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints

from canvas.content.library import library
from canvas.desk.fresh_check import claim_differs
from canvas.desk.marking import computed_mark, in_hundredths, mark_of, shown
from canvas.exchange.outgoing.document import Choice, Document, document_of
from canvas.models import limits
from canvas.models.base import Answer, Frozen, Identifier
from canvas.models.finding import Finding, Report
from canvas.models.intake import Origin
from canvas.models.review import (
    Feedback,
    MarkingRubric,
    ObjectionReply,
    Review,
    ReviewComment,
    ReviewState,
    Submission,
    SubmittedFile,
    SubmittedKind,
)
from canvas.models.vocabulary import Mistake
from canvas.models.workbook import Workbook
from canvas.web.positions import Units
from canvas.web.report import report_object
from canvas.web.review_receipt import receipt_object
from canvas.writing.sentences import sentences

_ORIGINS = {
    Origin.INTACT: "The file is as Canvas Coach exported it.",
    Origin.EDITED: "The text was changed after the export. The text as it stands in the file is judged.",
    Origin.DAMAGED: "The copy inside the file cannot be used. The text as it stands in the file is judged.",
    Origin.NO_DATA: "The file was not made by Canvas Coach.",
}
_KINDS = {
    SubmittedKind.FILE: "File",
    SubmittedKind.ONLINE_TEXT: "Text written on the platform",
    SubmittedKind.URL: "Web address",
    SubmittedKind.RECEIPT: "Receipt of the platform",
    SubmittedKind.IGNORED: "Not looked at",
}
_BULLETS = "-*•–"


class CommentIn(Frozen):
    """A comment as the desk sends it; places are UTF-16 units."""

    id: Identifier
    says: Answer
    quote: Annotated[str, StringConstraints(max_length=limits.DRAFT)] = ""
    start: Annotated[int, Field(ge=0)] = 0
    end: Annotated[int, Field(ge=0)] = 0
    bank: Identifier | None = None
    mistake: Mistake | None = None


class ReviewIn(Frozen):
    """A review as the desk sends it."""

    levels: dict[Identifier, Annotated[int, Field(ge=0, lt=6)]]
    override: Annotated[Decimal, Field(ge=0, le=limits.MARK), AfterValidator(in_hundredths)] | None
    comments: Annotated[tuple[CommentIn, ...], Field(max_length=limits.COMMENTS)]
    replies: Annotated[tuple[ObjectionReply, ...], Field(max_length=limits.OBJECTIONS)]
    summary: Feedback
    private_note: Feedback
    state: ReviewState


def review_in(sent: ReviewIn, before: Review, text: str) -> Review:
    """Return a review as it is kept. before: whose it is. text: the judged text, which the comments point into."""
    units = Units(text)
    return before.model_copy(
        update={
            "levels": sent.levels,
            "override": sent.override,
            "comments": tuple(_comment_in(one, units, text) for one in sent.comments),
            "replies": sent.replies,
            "summary": sent.summary,
            "private_note": sent.private_note,
            "state": sent.state,
        }
    )


def review_out(review: Review, rubric: MarkingRubric, text: str) -> dict[str, Any]:
    """Return a review for the desk, with the mark that its levels give and the one that counts."""
    units = Units(text)
    return {
        "levels": review.levels,
        "override": None if review.override is None else shown(review.override),
        "comments": [_comment_out(one, units, text) for one in review.comments],
        "replies": [one.model_dump(mode="json") for one in review.replies],
        "summary": review.summary,
        "private_note": review.private_note,
        "state": review.state.value,
        "revision": review.revision,
        "computed": shown(computed_mark(review, rubric)),
        "mark": shown(mark_of(review, rubric)),
    }


def student_object(submission: Submission, report: Report, number: int, title: str) -> dict[str, Any]:
    """Return everything the desk shows of one student but the review. It holds no name, nor a file's name."""
    judged = submission.judged
    document = _document(judged.workbook)
    return {
        "number": number,
        "heading": _heading(title, judged),
        "text": submission.text,
        "sentences": _sentences(submission.text),
        "report": _with_words(report_object(report, judged.workbook, waiting=False), report),
        "origin": _origin(submission, report),
        "files": [_file(file, file is judged) for file in submission.files],
        "tables": [_table(table) for table in document.tables] if document else [],
        "canvas": [block.model_dump() for block in document.canvas] if document else [],
        "receipt": receipt_object(judged.workbook),
        "objections": _objections(judged.workbook),
    }


def accepted_comment(mistake: Mistake, finding: Finding, comment_id: str) -> ReviewComment:
    """Return the comment that an accepted remark becomes: its reason and its question, at its first words."""
    first = finding.quotes[0] if finding.quotes else None
    return ReviewComment(
        id=comment_id,
        says=_accepted_words(mistake, finding),
        quote=first.quote if first else "",
        start=first.start if first else 0,
        end=first.end if first else 0,
        mistake=mistake,
    )


def _accepted_words(mistake: Mistake, finding: Finding) -> str:
    ask = finding.ask or library().mistakes[mistake].ask
    return f"{finding.why or ''} {ask}".strip()[: limits.ANSWER]


def _comment_in(sent: CommentIn, units: Units, text: str) -> ReviewComment:
    """Return a comment at its words; one whose words are no longer in the text keeps only the quote."""
    start, end = units.back(sent.start), units.back(sent.end)
    if sent.start >= sent.end:
        return ReviewComment(**sent.model_dump(exclude={"start", "end"}))
    if text[start:end] != sent.quote:
        start = text.find(sent.quote) if sent.quote else -1
        end = start + len(sent.quote)
    place = {"start": start, "end": end} if start >= 0 else {}
    return ReviewComment(**sent.model_dump(exclude={"start", "end"}), **place)


def _comment_out(comment: ReviewComment, units: Units, text: str) -> dict[str, Any]:
    stands = bool(comment.quote) and text[comment.start : comment.end] == comment.quote
    place = (units.at(comment.start), units.at(comment.end)) if stands else (0, 0)
    return {**comment.model_dump(mode="json"), "start": place[0], "end": place[1]}


def _sentences(text: str) -> list[dict[str, Any]]:
    units = Units(text)
    found = []
    for sentence in sentences(text):
        line = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start].strip()
        bullet = bool(line) and set(line) <= set(_BULLETS)
        found.append({"start": units.at(sentence.start), "end": units.at(sentence.end), "bullet": bullet})
    return found


def _with_words(content: dict[str, Any], report: Report) -> dict[str, Any]:
    """Add to every remark the words that reach the student once it is accepted."""
    for remark in content["remarks"]:
        mistake = Mistake(remark["mistake"])
        remark["says"] = _accepted_words(mistake, report.findings[mistake])
    return content


def _heading(title: str, judged: SubmittedFile) -> str:
    found = f" · the part under “{judged.section}” of a longer text" if judged.section else ""
    return f"{title}{found}"


def _origin(submission: Submission, report: Report) -> dict[str, Any]:
    judged = submission.judged
    details = [*claim_differs(judged.claim, report), *judged.lost, *_blind(submission)]
    if submission.comment:
        details.append(f"The student wrote to you: “{submission.comment}”")
    return {"kind": judged.origin.value, "says": judged.note or _ORIGINS[judged.origin], "details": details}


def _blind(submission: Submission) -> list[str]:
    """Return what the reviewer should know, without the names of files: they often hold the student's name."""
    told = []
    for remark in submission.remarks:
        for file in submission.files:
            if file.name:
                remark = remark.replace(f"“{file.name}”", "the one shown here")
        told.append(remark)
    return told


def _file(file: SubmittedFile, judged: bool) -> str:
    kind = file.format.upper() if file.kind is SubmittedKind.FILE and file.format else _KINDS[file.kind]
    parts = [kind, "this one is judged" if judged else "", "late" if file.late else "", file.link, file.unread]
    return " · ".join(part for part in parts if part)


def _document(workbook: Workbook | None) -> Document | None:
    return document_of(workbook, choice=Choice(plan=True, canvas=True)) if workbook else None


def _table(table: Any) -> dict[str, Any]:
    rows = [
        {
            "name": row.name,
            "cells": [[f"{line.label}: {' / '.join(line.words)}" for line in cell] for cell in row.cells],
        }
        for row in table.rows
    ]
    return {"segments": list(table.segments), "rows": rows}


def _objections(workbook: Workbook | None) -> list[dict[str, str]]:
    return [
        {
            "mistake": one.mistake.value,
            "title": library().mistakes[one.mistake].name,
            "words": one.words,
            "because": one.because,
        }
        for one in (workbook.objections if workbook else ())
    ]
