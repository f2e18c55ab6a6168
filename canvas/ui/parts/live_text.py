"""A section that is checked while somebody writes it: the editor, and where its remarks lead to."""

from __future__ import annotations

from functools import cache

from canvas.ui.editor.component import Events, Link, LongText, draft_editor
from canvas.ui.pages import Page, title_of, url_path_of
from canvas.ui.parts.lesson_text import PARAMETER
from canvas.ui.state import library

_HELP = "Paragraphs, and “- ” at the beginning of a line for a list."


def draw(kept: LongText, label: str, *, key: str, placeholder: str) -> Events:
    """Draw the editor and its list of remarks; return what happened in it since the last run."""
    trust = Link(title=title_of(Page.TRUST), href=url_path_of(Page.TRUST))
    return draft_editor(
        kept, label, key=key, lessons=_lessons(), trust=trust, help_text=_HELP, placeholder=placeholder
    )


@cache
def _lessons() -> dict[str, Link]:
    """Return for each mistake the lesson that explains it."""
    titles = {lesson.slug: lesson.title for lesson in library().lessons}
    learn = f"{url_path_of(Page.LEARN)}?{PARAMETER}="
    return {
        mistake.value: Link(title=titles[card.lesson], href=learn + card.lesson)
        for mistake, card in library().mistakes.items()
        if card.lesson in titles
    }
