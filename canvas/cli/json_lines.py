"""One JSON object a line in, one a line out, in order; a bad line is answered with its error."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import click

from canvas.cli.input_text import read_text
from canvas.models import limits

Answered = tuple[dict[str, Any], int]
"""The object for one text, without its id, and the exit status it asks for."""


def answer_lines(name: str, answer: Callable[[str], Answered]) -> int:
    """Print an answer for each `{"id": …, "text": …}` of a file (`-` = standard input); return the highest status.

    Raises InputError for a file that cannot be read.
    """
    status = 0
    for number, line in enumerate(read_text(name, most=None).split("\n"), 1):
        if line.strip():
            answered, code = _answered(line, number, answer)
            status = max(status, code)
            click.echo(json_line(answered))
    return status


def json_line(answered: dict[str, Any]) -> str:
    """Return an object as one line of JSON that every terminal and file can take.

    Half a surrogate pair cannot be written as UTF-8; a line that holds one is written in plain ASCII.
    """
    line = json.dumps(answered, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(answered)
    return line


def _number(written: str) -> float:
    """Return a number. ValueError for NaN and Infinity, and for what is too large: no JSON can give it back."""
    number = float(written)
    if not math.isfinite(number):
        raise ValueError(f"{written} is no number of JSON")
    return number


_READER = json.JSONDecoder(parse_float=_number, parse_constant=_number)


def _answered(line: str, number: int, answer: Callable[[str], Answered]) -> Answered:
    try:
        given = _READER.decode(line)
    except (ValueError, RecursionError):
        return {"id": None, "error": f"line {number} is no JSON"}, 2
    if not isinstance(given, dict):
        return {"id": None, "error": f"line {number} is no object with “id” and “text”"}, 2
    text = given.get("text")
    if not isinstance(text, str):
        return {"id": given.get("id"), "error": f"line {number} has no “text” that is a string"}, 2
    if len(text) > limits.DRAFT:
        return {"id": given.get("id"), "error": f"line {number} has more than {limits.DRAFT:,} characters"}, 2
    answered, status = answer(text)
    return {"id": given.get("id"), **answered}, status
