"""A small class to review: texts in, a batch with its reports out."""

from functools import cache

from canvas.content.rules import load_rules
from canvas.desk.fresh_check import fresh_report
from canvas.models.review import Batch, Platform, Submission, SubmittedFile, SubmittedKind


@cache
def rules():
    return load_rules()


def student(key, text, *, name="", **fields):
    file = SubmittedFile(path=f"{key}.md", kind=SubmittedKind.FILE, format="md", text=text, **fields)
    return Submission(key=key, name=name or f"Student {key}", files=(file,))


def batch_of(*students, **fields):
    return Batch(id="class", title="Class 3b", platform=Platform.MOODLE, seed=7, submissions=students, **fields)


def reports_of(batch):
    return {one.key: fresh_report(one, rules()) for one in batch.submissions}
