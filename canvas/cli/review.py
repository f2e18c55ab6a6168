"""The command `review`: a batch in, and what goes back to the learning platform out, without a browser."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import click

from canvas.cli.disk import bytes_of
from canvas.cli.review_files import OBJECT, check_out, json_bytes, marks_in, sources_of, write_into
from canvas.cli.review_object import batch_object
from canvas.content.rules import load_rules
from canvas.desk.batch import ReadBatch, read_batch
from canvas.desk.fresh_check import file_reports, identical_work
from canvas.desk.recognise import NAMES
from canvas.desk.sheets.sheet import read_sheet
from canvas.desk.with_sheet import with_missing
from canvas.errors import InputError
from canvas.exchange.incoming.gate_limits import FILE_BYTES
from canvas.models.counted import counted
from canvas.models.review import Batch, Platform

_SEED = 1
"""The order of marking does not matter here: nothing is marked on a page."""
_SHOWN = 5
"""Names that are listed on the terminal; all of them stand in the files."""
_LONGEST_PATH = 120


@click.command("review")
@click.argument("batch", type=click.Path(path_type=Path))
@click.option("--sheet", type=click.Path(path_type=Path), help="The platform's grading sheet, to fill in.")
@click.option("--marks", type=click.Path(path_type=Path), help="JSON with a mark and a comment a student.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write into.")
@click.option("--column", default="", help="The column of the sheet for the mark, where several may be meant.")
@click.option(
    "--lms",
    type=click.Choice([platform.value for platform in Platform]),
    help="Where BATCH comes from, if its names mislead.",
)
@click.pass_context
def command(
    context: click.Context,
    batch: Path,
    sheet: Path | None,
    marks: Path | None,
    out: Path,
    column: str,
    lms: str | None,
) -> None:
    """Check all submissions in BATCH, a zip as downloaded or a folder, and make what goes back.

    OUT gets batch.json, overview.csv, feedback.zip and, with --sheet, the sheet with marks and comments filled in.
    """
    check_out(out, batch, sheet, marks)
    given = marks_in(marks) if marks else None
    filling = read_sheet(sheet.name, bytes_of(sheet, FILE_BYTES), column) if sheet else None
    read = _read(batch, out, Platform(lms) if lms else None)
    found = with_missing(read.batch, filling) if filling else read.batch
    reports = file_reports(found, load_rules())
    from canvas.cli.review_back import gave_back

    lines = gave_back(
        found,
        {item.key: reports[item.judged.path] for item in found.submissions},
        read.originals,
        filling,
        given,
        out,
    )
    write_into(out, OBJECT, json_bytes(batch_object(found, reports)))
    _say(found, lines)
    context.exit(1 if any(report.flagged for report in reports.values()) else 0)


def _read(batch: Path, out: Path, platform: Platform | None) -> ReadBatch:
    """Read the batch. Raises InputError when none of its files is named as this platform names them."""
    with _progress() as progress:
        sources = sources_of(batch, out)
        title = batch.resolve().stem
        read = read_batch(sources, batch_id="batch", title=title, seed=_SEED, platform=platform, progress=progress)
    if platform and not read.batch.submissions:
        raise InputError(
            f"No file is named as {NAMES[platform]} names them.",
            where=str(batch),
            mend="Leave --lms out, or name another platform.",
        )
    return read


def _say(batch: Batch, lines: list[str]) -> None:
    """Print what was done, and what was left out and why, in a few lines."""
    came = counted(len(batch.submissions), "submission", "submissions")
    click.echo(f"{came} ({batch.platform.value}), {len(batch.missing):,} missing.")
    for item in batch.skipped[:_SHOWN]:
        path = item.path if len(item.path) <= _LONGEST_PATH else f"{item.path[:_LONGEST_PATH]}…"
        click.secho(f"Not read: {path}: {item.why}", fg="yellow")
    if len(batch.skipped) > _SHOWN:
        click.secho(f"… and {len(batch.skipped) - _SHOWN} more files that were not read.", fg="yellow")
    for keys in identical_work(batch):
        click.echo(f"The same words were handed in by {' and '.join(keys)}.")
    for line in lines:
        click.echo(line)


def _progress() -> AbstractContextManager[Callable[[int, int], None] | None]:
    """Return a progress bar on standard error where a person watches, and nothing else."""
    return _Bar() if sys.stderr.isatty() else nullcontext()


class _Bar(AbstractContextManager[Callable[[int, int], None]]):
    """A bar that learns its length from the first step."""

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
