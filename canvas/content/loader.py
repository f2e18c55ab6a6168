"""The only reader of TOML: strict, and all problems of a file at once, each with its field and its mend."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from canvas.content.toml_lines import Place, line_of
from canvas.errors import ContentError

M = TypeVar("M", bound=BaseModel)
ROOT = Path(__file__).parent.parent.parent
_MENDS = {
    "string_type": "Write text in quotation marks.",
    "string_too_short": "Write something here, or leave the field out if it is optional.",
    "bool_type": "Write true or false, without quotation marks.",
    "int_type": "Write a whole number, without quotation marks.",
    "tuple_type": "Write a list in square brackets.",
    "model_type": "Write a table with named fields here.",
}


def read_text(path: Path) -> str:
    """Return a content file's text with LF line ends. Raises ContentError when it is missing or no UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        raise ContentError(
            "The file cannot be read.", where=shown(path), mend="Check its name and place."
        ) from None
    except UnicodeDecodeError as error:
        raise ContentError(
            f"The file is not UTF-8 (byte {error.start}).", where=shown(path), mend="Save it again as UTF-8."
        ) from None


def read_toml(path: Path, model: type[M]) -> M:
    """Return the file as the model. Raises ContentError with every problem: file, field with index, mend."""
    return parse_toml(read_text(path), model, shown(path))


def parse_toml(text: str, model: type[M], where: str, more: Mapping[str, Any] | None = None) -> M:
    """Return TOML text as the model; `where` names its file, `more` adds fields it does not hold."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        last = f"at line {len(text.splitlines())}, the end of the file"
        told = str(error).replace("at end of document", last)
        raise ContentError(f"This is not valid TOML: {told}.", where=where, mend="Mend that line.") from None
    return validate(data | dict(more or {}), model, where, text)


def validate(data: Mapping[str, Any], model: type[M], where: str, text: str = "") -> M:
    """Return the data as the model. Raises ContentError with every problem at once; text: names their lines."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        lines = [at_line(text, problem["loc"]) + _told(problem, model) for problem in error.errors()]
    if len(lines) == 1:
        raise ContentError(lines[0], where=where)
    raise ContentError("\n".join([f"{len(lines)} problems.", *(f"  {line}" for line in lines)]), where=where)


def shown(path: Path) -> str:
    """Return the path as an error names it: from the project's root where it lies inside."""
    try:
        resolved = path.resolve()
    except (OSError, RuntimeError):  # links that lead in a circle
        return str(path)
    return resolved.relative_to(ROOT).as_posix() if resolved.is_relative_to(ROOT) else str(path)


def near(name: str, known: Iterator[str] | tuple[str, ...] | list[str]) -> str:
    """Return "did you mean 'x'?" for the known name that is nearest, or "" when none is near."""
    found = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"did you mean '{found[0]}'?" if found else ""


def at_line(text: str, place: Place) -> str:
    """Return "line 7, " for the line on which the field stands, "" when that is not known."""
    line = line_of(text, place)
    return f"line {line}, " if line else ""


def _told(problem: ErrorDetails, model: type[BaseModel]) -> str:
    """Say one problem of pydantic's as a sentence: field, what is wrong, and how to mend it."""
    *holder, last = problem["loc"] or ("",)
    match problem["type"]:
        case "extra_forbidden":
            known = _fields_at(model, tuple(holder))
            hint = near(str(last), known) or f"known fields are {', '.join(known)}."
            return f"{path_told(tuple(holder))}unknown field '{last}' — {hint}"
        case "missing":
            return f"{path_told(tuple(holder))}the field '{last}' is missing. Add it."
        case "enum" | "literal_error":
            expected = problem["ctx"]["expected"]
            hint = near(str(problem["input"]), [name.strip("'") for name in _names(expected)])
            return (
                f"{path_told(problem['loc'])}'{problem['input']}' is not known here — {hint or f'use {expected}.'}"
            )
        case "value_error":
            return f"{path_told(problem['loc'])}{problem['ctx']['error']}."
        case kind:
            mend = _MENDS.get(kind, "")
            return f"{path_told(problem['loc'])}{problem['msg'][0].lower()}{problem['msg'][1:]}. {mend}".rstrip()


def _names(expected: str) -> list[str]:
    return expected.replace(" or ", ", ").split(", ")


def path_told(parts: Place) -> str:
    """Write ("facts", 2, "aliases") as "facts[2].aliases: "."""
    told = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts).lstrip(".")
    return f"{told}: " if told else ""


def _fields_at(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """Return the field names a table at this path may have; the union of them where several models fit."""
    models = [model]
    for part in path:
        if isinstance(part, str):
            kinds = [found.model_fields[part].annotation for found in models if part in found.model_fields]
            models = [inner for kind in kinds for inner in _models_in(kind)] or models
    return [field.alias or name for found in models for name, field in found.model_fields.items()]


def _models_in(kind: Any) -> Iterator[type[BaseModel]]:
    """Yield the models inside an annotation such as `tuple[Option, ...]`."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for inner in get_args(kind):
        yield from _models_in(inner)
