"""What the class lesson says beside the students' sentences: our own words, from class_lesson.toml."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from pydantic import Field

from canvas.content.library import FOLDER
from canvas.content.loader import read_toml
from canvas.models.base import Frozen
from canvas.models.teaching import Lines, Text
from canvas.models.vocabulary import Mistake


class MistakeWords(Frozen):
    """How one mistake is mended, and sentences in which it is."""

    how: Text
    mended: Lines


class LessonWords(Frozen):
    """not_names: words with a capital letter that name nobody and stay."""

    not_names: Annotated[tuple[Text, ...], Field(min_length=1)]
    mistake: dict[Mistake, MistakeWords]


@cache
def lesson_words() -> LessonWords:
    """Return the words, loaded once a process. Raises ContentError."""
    return read_toml(FOLDER / "class_lesson.toml", LessonWords)
