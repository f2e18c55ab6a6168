"""`canvas schema`: print the JSON Schema of a workbook."""

from __future__ import annotations

import json

import click

from canvas.models.workbook import Workbook


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of a workbook, for programs that read or write one."""
    schema = Workbook.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    click.echo(json.dumps(schema, indent=2, ensure_ascii=False))
