"""Makes a page of a template; what goes in is a view model, and every word of it is escaped."""

from __future__ import annotations

import base64
import hashlib

from pydantic import BaseModel

from canvas.writing.environment import environment


def page_of(template: str, view: BaseModel, **more: str) -> str:
    """Return a page. template: its name under `templates/`, for example `document.html.j2`."""
    return environment().get_template(template).render(view=view, **more)


def style_of(template: str) -> str:
    """Return a style sheet exactly as a page includes it, so that its hash can stand in the page."""
    return environment().get_template(template).render()


def style_hash(template: str) -> str:
    """Return the hash of a style sheet as a content security policy names it: nothing else may style the page."""
    digest = hashlib.sha256(style_of(template).encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
