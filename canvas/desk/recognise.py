"""Which learning platform a batch comes from: the first whose pattern most of the names follow."""

from __future__ import annotations

from collections.abc import Sequence

from canvas.desk.platforms import blackboard, canvas, edx, folder, moodle
from canvas.desk.platforms.entry import Entry, LearningPlatform, Read
from canvas.models.review import Platform

PLATFORMS: tuple[LearningPlatform, ...] = (moodle, blackboard, edx, canvas, folder)
"""The plainest pattern first; a folder takes every name, so it comes last."""
NAMES = {
    Platform.MOODLE: "Moodle",
    Platform.CANVAS: "Canvas",
    Platform.BLACKBOARD: "Blackboard",
    Platform.EDX: "Open edX",
    Platform.FOLDER: "a plain folder",
}
"""How a platform is called in a sentence."""


def recognised(paths: Sequence[str], read: Read, given: Platform | None) -> tuple[Platform, tuple[Entry, ...]]:
    """Return the platform and what its names tell. given: what the instructor says it is, which is believed."""
    if given is not None:
        named = next(item for item in PLATFORMS if item.PLATFORM is given)
        return given, named.entries(paths, read)
    for platform in PLATFORMS:
        entries = platform.entries(paths, read)
        if len(entries) * 2 > len(paths):
            return platform.PLATFORM, entries
    return Platform.FOLDER, ()
