"""The names under which a session remembers things."""

from __future__ import annotations

from enum import StrEnum


class Key(StrEnum):
    """What a session remembers between two reruns. Nothing a student wrote lives only here."""

    WORKSPACE = "canvas_workspace"
    WORKBOOK = "canvas_workbook"
    SAVED = "canvas_saved"
    FRESH = "canvas_fresh"
    CAUGHT_UP = "canvas_caught_up"
    EPOCH = "canvas_epoch"
    CONFLICT = "canvas_conflict"
    SAVE_PROBLEM = "canvas_save_problem"
    NO_COOKIE = "canvas_no_cookie"
    DELETED = "canvas_deleted"
    TEXT = "canvas_text"
    LOST = "canvas_lost"
    LINE_DRAWN = "canvas_line_drawn"
    TAKEN = "canvas_taken"
    OPENED = "canvas_opened"
