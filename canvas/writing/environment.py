"""The only Jinja environment: sandboxed, strict about unknown names, and escaping everything but plain text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
PLAIN_TEXT = "section/"
"""The only folder whose templates make plain text. Everything else is a page and escapes what it is given."""


def _escapes(name: str | None) -> bool:
    """Say whether a template escapes; Jinja's own choice by file ending would miss `page.html.j2`."""
    return name is None or not name.startswith(PLAIN_TEXT)


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """Return the one environment; templates come from `templates/` only, never from a user."""
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=_escapes,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
