"""Builds a Customer Relationships section out of a student's own words; templates add the connectors only.

A template is a script of `{% call sentence(origin) %}…{% endcall %}` calls. What it calls is a collector that
keeps every sentence with its origin, so that each sentence knows which answer it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Literal

from canvas.errors import InputError
from canvas.models import limits
from canvas.models.base import Frozen
from canvas.models.gap import GAP_PATTERN
from canvas.models.vocabulary import Shape
from canvas.models.workbook import BuiltSentence, Workbook
from canvas.writing.environment import environment
from canvas.writing.section_view import section_view

GAP = re.compile(GAP_PATTERN)
"""How a gap prints."""
_GAP_BEHIND = re.compile(rf"(?<=[.!?…])\s+{GAP.pattern}$")


class SectionBlock(Frozen):
    """One paragraph or bullet and its sentences, at least one."""

    kind: Literal["paragraph", "bullet"]
    sentences: tuple[BuiltSentence, ...]

    @property
    def text(self) -> str:
        """Return the block as a line of plain text."""
        line = " ".join(sentence.text for sentence in self.sentences)
        return f"- {line}" if self.kind == "bullet" else line


class Section(Frozen):
    """A built section: paragraphs and bullets whose sentences know their answers. Origins are unique."""

    blocks: tuple[SectionBlock, ...]

    @property
    def sentences(self) -> tuple[BuiltSentence, ...]:
        """Return all sentences in reading order."""
        return tuple(sentence for block in self.blocks for sentence in block.sentences)

    @property
    def text(self) -> str:
        """Return plain text: an empty line between paragraphs, `- ` before a bullet."""
        lines: list[str] = []
        for block in self.blocks:
            if lines and block.kind == "paragraph":
                lines.append("")
            lines.append(block.text)
        return "\n".join(lines)

    @property
    def gaps(self) -> tuple[str, ...]:
        """Return every `[missing: …]` in reading order."""
        return tuple(GAP.findall(self.text))


class _Collector:
    """What a template writes to: opens blocks and keeps sentences with their origins."""

    def __init__(self) -> None:
        self._blocks: list[tuple[Literal["paragraph", "bullet"], list[BuiltSentence]]] = []
        self._seen: set[str] = set()

    def paragraph(self) -> str:
        self._blocks.append(("paragraph", []))
        return ""

    def bullet(self) -> str:
        self._blocks.append(("bullet", []))
        return ""

    def sentence(self, origin: str, caller: Callable[[], str]) -> str:
        text = caller().strip()
        if text and origin not in self._seen:
            self._seen.add(origin)
            self._blocks[-1][1].append(BuiltSentence(origin=origin, text=text))
        return ""

    def section(self) -> Section:
        return Section(
            blocks=tuple(SectionBlock(kind=kind, sentences=tuple(found)) for kind, found in self._blocks if found)
        )


def build(workbook: Workbook, shape: Shape) -> Section:
    """Return the section of a plan in one of the three shapes; gaps print as `[missing: …]`.

    Raises InputError when the plan is so long that no draft can hold its section.
    """
    section = assemble(workbook, shape)
    if len(section.text) > limits.DRAFT:
        raise too_long()
    return section


def assemble(workbook: Workbook, shape: Shape) -> Section:
    """Return the section of a plan however long it is: for previews and comparisons. Never raises."""
    collector = _Collector()
    environment().get_template(f"section/{shape.value}.j2").render(
        plan=section_view(workbook),
        paragraph=collector.paragraph,
        bullet=collector.bullet,
        sentence=collector.sentence,
    )
    return collector.section()


def too_long() -> InputError:
    """Return the error for a text that is longer than a draft can be."""
    return InputError(
        "This text would be too long for one section.",
        mend=f"Shorten some answers: a section can have {limits.DRAFT:,} characters.",
    )


@cache
def connectors() -> tuple[str, ...]:
    """Return every beginning that changes with a sentence's position, the longest first."""
    module = environment().get_template("section/connectors.j2").module
    pairs = [pair for name in ("before", "during", "after", "also") for pair in getattr(module, name)]
    signs = [f"{opening}, " for opening, _ in pairs if opening] + [
        f"{colon}{sign} " for _, colon in pairs for sign in (":", " –")
    ]
    return tuple(sorted({*signs, ""}, key=len, reverse=True))


def sentence_for(workbook: Workbook, origin: str) -> str:
    """Return the sentence that one field makes, or "" if it makes none (yet).

    Who does it and how fast share one sentence.
    """
    kept_at = origin.removesuffix("pace") + "who" if origin.endswith(".pace") else origin
    text = settled(_by_origin(workbook).get(kept_at, ""))
    return "" if GAP.fullmatch(text.rstrip(".")) else text


def settled(text: str) -> str:
    """Return a built sentence without a gap that follows it."""
    return _GAP_BEHIND.sub("", text)


@lru_cache(maxsize=32)
def _by_origin(workbook: Workbook) -> dict[str, str]:
    """Build once for all the fields of a page."""
    return {sentence.origin: sentence.text for sentence in assemble(workbook, Shape.BY_SEGMENT).sentences}
