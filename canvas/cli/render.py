"""`canvas render`: turn a saved workbook into a document."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from canvas.errors import InputError
from canvas.models.workbook import SCHEMA_NUMBER, Workbook

_LATER = ("docx", "pdf")
_LARGEST = 20_000_000


class _Format(click.Choice[str]):
    """What can be written; a format that comes later gets its own answer."""

    def __init__(self) -> None:
        super().__init__(("md", "html"))

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> str:
        if str(value).lower() in _LATER:
            raise InputError(f"{value} comes later.", mend="Use --to html, which prints well, or --to md.")
        return super().convert(value, param, context)


@click.command("render")
@click.argument("workbook", type=click.Path(path_type=Path))
@click.option("--to", "kind", type=_Format(), required=True, help="What to make of it.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="The file to write; else it is printed.")
@click.option("--plan", is_flag=True, help="Add the plan as a table.")
@click.option("--canvas", is_flag=True, help="Add the nine blocks of the canvas.")
def command(workbook: Path, kind: str, out: Path | None, plan: bool, canvas: bool) -> None:
    """Turn WORKBOOK (the JSON of a saved plan) into a document.

    The text is the draft. A workbook without a draft gets a section built from its answers, by segment.
    """
    if out is not None and out.resolve() == workbook.resolve():
        raise InputError("The document would overwrite the workbook.", where=str(out), mend="Choose another name.")
    held = read_workbook(workbook)
    from canvas.exchange.document import Choice
    from canvas.exchange.html import to_html
    from canvas.exchange.markdown import to_markdown

    choice = Choice(plan=plan, canvas=canvas)
    text = to_html(held, choice=choice) if kind == "html" else to_markdown(held, choice=choice)
    if out is None:
        sys.stdout.buffer.write(text.encode("utf-8"))  # a console's own code page may lack letters
        sys.stdout.flush()
    else:
        _write(out, text)


def _write(out: Path, text: str) -> None:
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(
            f"The file cannot be written ({error.strerror}).",
            where=str(out),
            mend="Choose another folder or name.",
        ) from error


def read_workbook(path: Path) -> Workbook:
    """Return the workbook in a JSON file. Raises InputError for anything that is none, with its mend."""
    data = _json(path)
    if not isinstance(data, dict) or "venture" not in data:
        raise InputError("This is no workbook.", where=str(path), mend="Give the JSON file that the app saves.")
    number = data.get("schema_number", SCHEMA_NUMBER)
    if isinstance(number, int) and number > SCHEMA_NUMBER:
        raise InputError(
            f"This workbook was saved by a newer version (format {number}; this one reads {SCHEMA_NUMBER}).",
            where=str(path),
            mend="Update Canvas Coach and try again.",
        )
    try:
        return Workbook.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "the workbook"
        more = f" ({error.error_count()} problems in all)" if error.error_count() > 1 else ""
        raise InputError(
            f"{field}: {first['msg']}{more}.", where=str(path), mend="Save the plan from the app again."
        ) from error


def _json(path: Path) -> Any:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError("This file is too large for a workbook.", where=str(path), mend="Give another file.")
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(
            f"The file cannot be read ({error.strerror}).", where=str(path), mend="Check the name and the folder."
        ) from error
    except UnicodeDecodeError as error:
        raise InputError("This is no text file.", where=str(path), mend="Give the JSON file of a plan.") from error
    except json.JSONDecodeError as error:
        raise InputError(
            f"This is no JSON (line {error.lineno}: {error.msg}).",
            where=str(path),
            mend="Give the file the app saved.",
        ) from error
    except (RecursionError, ValueError) as error:  # a ValueError: a number with thousands of digits
        raise InputError(
            "This JSON is nested too deeply, or holds a number that is too long.",
            where=str(path),
            mend="Give the file the app saved.",
        ) from error
