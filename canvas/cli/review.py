"""The command `review`: a batch in, and what goes back to the learning platform out, without a browser."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import click

from canvas.cli.review_files import marks_in, sources_of, write_into
from canvas.cli.review_object import batch_object
from canvas.content.rules import load_rules
from canvas.desk.batch import ReadBatch, read_batch
from canvas.desk.fresh_check import file_reports
from canvas.models.review import Platform

_SEED = 1
"""The order of marking does not matter here: nothing is marked on a page."""


@click.command("review")
@click.argument("batch", type=click.Path(path_type=Path))
@click.option("--sheet", type=click.Path(path_type=Path), help="The platform's grading sheet, to fill in.")
@click.option("--marks", type=click.Path(path_type=Path), help="JSON with a mark and a comment a student.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write into.")
@click.option(
    "--lms",
    type=click.Choice([platform.value for platform in Platform]),
    help="Where BATCH comes from, if the names mislead.",
)
@click.pass_context
def command(
    context: click.Context, batch: Path, sheet: Path | None, marks: Path | None, out: Path, lms: str | None
) -> None:
    """Check all submissions in BATCH, a zip as downloaded or a folder, and make what goes back.

    Exit status: 0 = nothing flagged, 1 = something flagged, 2 = wrong input.
    """
    if marks:
        marks_in(marks)
    read = _read(batch, Platform(lms) if lms else None)
    reports = file_reports(read.batch, load_rules())
    write_into(out, "batch.json", _json(batch_object(read.batch, reports)))
    context.exit(1 if any(report.flagged for report in reports.values()) else 0)


def _read(path: Path, platform: Platform | None) -> ReadBatch:
    with _bar() as progress:
        return read_batch(
            sources_of(path), batch_id="batch", title=path.stem, seed=_SEED, platform=platform, progress=progress
        )


class _Bar(AbstractContextManager[Callable[[int, int], None]]):
    """A progress bar on standard error that learns its length from the first step."""

    def __enter__(self) -> Callable[[int, int], None]:
        self._bar: Any = None
        return self._step

    def _step(self, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = click.progressbar(length=total, label="Reading", file=sys.stderr)
        self._bar.update(done - self._bar.pos)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.render_finish()


def _bar() -> AbstractContextManager[Callable[[int, int], None] | None]:
    return _Bar() if sys.stderr.isatty() else nullcontext()


def _json(value: dict[str, Any]) -> bytes:
    try:
        return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    except UnicodeEncodeError:
        return (json.dumps(value, indent=1) + "\n").encode("ascii")
