"""Makes a page of a template; what goes in is a view model, and every word of it is escaped."""

from __future__ import annotations

from pydantic import BaseModel

from canvas.writing.environment import environment


def page_of(template: str, view: BaseModel, **more: str) -> str:
    """Return a page. template: its name under `templates/`, for example `document.html.j2`."""
    return environment().get_template(template).render(view=view, **more)


def style_of(template: str) -> str:
    """Return a style sheet exactly as a page includes it, so that its hash can stand in the page."""
    return environment().get_template(template).render()
