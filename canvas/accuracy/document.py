"""The account of trust as Markdown: docs/accuracy.md is what this prints, and a test keeps it so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.accuracy.account import Account, CheckWords, Figures
from canvas.accuracy.trust_words import Told


def document(told: Account) -> str:
    """Return the whole document, ending in a newline."""
    return "\n".join(_lines(told)).rstrip("\n") + "\n"


def _lines(told: Account) -> Iterator[str]:
    yield from ("# How far can I trust this?", "")
    yield from (
        "<!-- Written by `python -m canvas accuracy --document`; change the figures or trust.toml. -->",
        "",
    )
    yield from (told.lead, "", f"**{told.measured}**", "")
    yield from ("## The four checks", "", *_checks(told.checks))
    yield from ("## Good texts accused", "", _line(told.accused), "")
    yield from ("## The relationship types it names", "", *_checks(told.types))
    yield from (_line(told.probable), "")
    yield from ("## Texts it gets wrong", "")
    yield from (f"- **{one.kind}.** “{one.example}” {one.happens}" for one in told.weaknesses)
    yield from ("", "## When it is wrong", "", *_listed(told.when_wrong))
    yield from ("## How it was measured", "", *_listed(told.how))
    yield from ("## All figures", "")
    for figures in told.figures:
        yield from _figures(figures)


def _checks(checks: Sequence[CheckWords]) -> Iterator[str]:
    for check in checks:
        yield from (f"### {check.name}", "", *(f"- {_line(told)}" for told in check.says), "")


def _line(told: Told) -> str:
    return f"**{told.says}** {told.counted}".rstrip()


def _listed(lines: Sequence[str]) -> Iterator[str]:
    yield from (*(f"- {line}" for line in lines), "")


def _figures(figures: Figures) -> Iterator[str]:
    yield from (f"### {figures.title}", "", figures.caption, "")
    yield _row(figures.head)
    yield _row(["---"] * len(figures.head))
    yield from (_row(row) for row in figures.rows)
    yield from ("", *_listed(figures.notes))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
