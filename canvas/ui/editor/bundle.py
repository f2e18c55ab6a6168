"""The built scripts of the components, and the few lines that load one of them into a page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from canvas.errors import ContentError

_STATIC = Path(__file__).parent.parent / "static"
_LOADER = """
const load = import(new URL("{address}", location.origin).href);
export default function (mounted) {{
  let leave = () => {{}}, gone = false;
  load.then((script) => {{ if (!gone) leave = script.default(mounted); }});
  return () => {{ gone = true; leave(); }};
}}
"""


@cache
def loader(name: str) -> str:
    """Return the module that loads a built script. name: one of the entries of `build.mjs`.

    Its address holds the hash of its content, since browsers may keep a file they know. ContentError when it was
    not built, or more than once.
    """
    found = sorted(_STATIC.glob(f"{name}-*.js"))
    if len(found) != 1:
        raise ContentError(
            f"The script “{name}” of the long fields is missing.",
            where=str(_STATIC),
            mend="Build it: npm ci && npm run build in canvas/ui/editor.",
        )
    return _LOADER.format(address=f"/app/static/{found[0].name}")
