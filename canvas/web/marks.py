"""What a page tells the browser about a kept text: its mark, and the name of the browser's own copies."""

from __future__ import annotations

from hashlib import sha256

from canvas.store.marks import mark_of

__all__ = ["mark_of", "mirror_key"]

_SIGNS = 24


def mirror_key(workspace: str) -> str:
    """Return the name under which a browser keeps copies of a workspace's texts; the workspace stays secret."""
    return sha256(f"mirror of {workspace}".encode()).hexdigest()[:_SIGNS]
