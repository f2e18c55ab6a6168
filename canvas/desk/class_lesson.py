"""A page for the next hour: the three commonest mistakes, two sentences each without names, and the mend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from canvas.content.library import library
from canvas.desk.anonymous import Anonymiser, small_words
from canvas.desk.class_view import ClassView, MistakeCount, commonest
from canvas.desk.lesson_words import lesson_words
from canvas.desk.passages import Seen, sentence_of
from canvas.errors import InputError
from canvas.exchange.outgoing.flow import Heading, Item, Quoted, Words
from canvas.exchange.outgoing.paper import Paper
from canvas.models import limits
from canvas.models.base import Frozen
from canvas.models.clean_text import clean_text
from canvas.models.finding import Quote, Report
from canvas.models.review import Batch, Submission
from canvas.models.vocabulary import Mistake
from canvas.writing.page import page_of, style_hash
from canvas.writing.sentences import likeness, words_of

EXAMPLES = 2
_BEST_LENGTH = 14
"""Words of a sentence that is read aloud well."""
_SAME = 0.6
_SHORTEST, _LONGEST = 4, 45
_STARS = re.compile(r"\*\*|__|(?<!\w)\*(?=\w)|(?<=[\w.])\*(?!\w)")


class Example(Frozen):
    """A sentence of somebody in the class, without names, and how it reads when it is mended.

    ends: True where nothing in the sentence is wrong, but something is missing after it. own: True where the
    reviewer mended this very sentence; else the mended one is ours, of another business.
    """

    sentence: str
    mended: str
    ends: bool = False
    own: bool = False

    @property
    def sentence_label(self) -> str:
        """Return what stands before the sentence."""
        return "Here a text ends:" if self.ends else "Somebody wrote:"

    @property
    def mended_label(self) -> str:
        """Return what stands before the mended sentence."""
        if self.own:
            return "It can go on like this:" if self.ends else "It can be said like this:"
        return "How another business goes on:" if self.ends else "How another business says it:"


class LessonMistake(Frozen):
    """One mistake of the lesson. count: how many students make it, of all who were checked."""

    mistake: Mistake
    name: str
    count: int
    of: int
    many_think: str
    but: str
    how: str
    ask: str
    examples: tuple[Example, ...]


class ClassLesson(Frozen):
    """The page. It holds no key and no name, so it can be given to everybody."""

    title: str
    students: int
    mistakes: tuple[LessonMistake, ...]


def class_lesson(batch: Batch, reports: Mapping[str, Report], view: ClassView) -> ClassLesson:
    """Return the lesson for a class; same class, same lesson. view: of the same reports."""
    own_words = (page.body for page in library().lessons)
    everybody = [one.name for one in batch.submissions] + [name for _, name in batch.missing]
    texts = (one.text for one in batch.submissions)
    anonymiser = Anonymiser(everybody, small_words((*own_words, *texts)), lesson_words().not_names)
    by_key = {one.key: one for one in batch.submissions}
    taken: list[frozenset[str]] = []
    mistakes = tuple(_mistake(count, view, by_key, reports, anonymiser, taken) for count in commonest(view))
    return ClassLesson(title=batch.title, students=view.checked, mistakes=mistakes)


def with_example(
    lesson: ClassLesson, mistake: Mistake, index: int, *, sentence: str | None = None, mended: str | None = None
) -> ClassLesson:
    """Return the lesson with an example in the reviewer's own words. InputError for one that is too long."""
    new = {
        name: clean_text(words).strip()
        for name, words in (("sentence", sentence), ("mended", mended))
        if words is not None
    }
    if any(len(words) > limits.ANSWER for words in new.values()):
        raise InputError("This example is too long.", mend=f"Use at most {limits.ANSWER:,} characters.")

    def changed(one: LessonMistake) -> LessonMistake:
        examples = [_with(old, new) if place == index else old for place, old in enumerate(one.examples)]
        return one.model_copy(update={"examples": tuple(examples)})

    mistakes = tuple(changed(one) if one.mistake is mistake else one for one in lesson.mistakes)
    return lesson.model_copy(update={"mistakes": mistakes})


def _with(old: Example, new: dict[str, str]) -> Example:
    mended_here = new.get("mended", old.mended) != old.mended
    return old.model_copy(update={**new, "own": old.own or mended_here})


def lesson_html(lesson: ClassLesson) -> str:
    """Return the hand-out as one HTML page; every word escaped; same lesson, same bytes."""
    return page_of("class_lesson.html.j2", lesson, style_hash=style_hash("class_lesson.css"))


def lesson_docx(lesson: ClassLesson) -> bytes:
    """Return the hand-out as a Word document; same lesson, same bytes."""
    paper = Paper(f"Class lesson: {lesson.title}")
    paper.title(lesson.title, above="Class lesson", below=f"What we saw in {lesson.students} texts")
    paper.add(_items(lesson))
    return paper.finished()


def _items(lesson: ClassLesson) -> Iterator[Item]:
    if not lesson.mistakes:
        yield Words(lines=("None of the four common mistakes was found in this class.",))
    for number, one in enumerate(lesson.mistakes, 1):
        yield Heading(text=f"{number}. {one.name}")
        yield Words(lines=(f"{one.count} of {one.of} texts.",))
        yield Words(lines=(one.many_think,))
        yield Words(lines=(one.but,))
        for example in one.examples:
            yield Words(label=example.sentence_label, lines=())
            yield Quoted(text=example.sentence)
            yield Words(label=example.mended_label, lines=(example.mended,))
        yield Words(label="How:", lines=(one.how,))
        yield Words(label="Ask yourself:", lines=(one.ask,))


def _mistake(
    count: MistakeCount,
    view: ClassView,
    by_key: Mapping[str, Submission],
    reports: Mapping[str, Report],
    anonymiser: Anonymiser,
    taken: list[frozenset[str]],
) -> LessonMistake:
    """Return one mistake with its examples. taken: the words of the sentences that stand in the lesson already."""
    card, words = library().mistakes[count.mistake], lesson_words().mistake[count.mistake]
    places = [place if place.quote else _last_words(reports[place.key], place.key) for place in count.places]
    ends = {place.key for place in count.places if not place.quote}
    chosen = _chosen(places, by_key, anonymiser, taken)
    return LessonMistake(
        mistake=count.mistake,
        name=card.name,
        count=len(count.flagged),
        of=view.checked,
        many_think=card.many_think,
        but=card.but,
        how=words.how,
        ask=card.ask,
        examples=tuple(
            Example(sentence=sentence, mended=mended, ends=key in ends and count.mistake is Mistake.NO_AFTER_SALES)
            for (key, sentence), mended in zip(chosen, words.mended, strict=False)
        ),
    )


def _last_words(report: Report, key: str) -> Seen:
    """Return the last sentence in which something happens: after it something is missing."""
    quotes = report.happens or report.attempts
    if quotes:
        return sentence_of(key, report.text, max(quotes, key=lambda quote: quote.start))
    start = len(report.text) - len(report.text.lstrip())
    return sentence_of(key, report.text, Quote(quote=report.text[start : start + 1], start=start, end=start + 1))


def _chosen(
    places: list[Seen], by_key: Mapping[str, Submission], anonymiser: Anonymiser, taken: list[frozenset[str]]
) -> list[tuple[str, str]]:
    """Return (key, sentence) of different students, none like one that is taken: good to read, few names gone."""
    found: list[tuple[str, str]] = []
    for _, _, text, key in sorted(_ranked(places, by_key, anonymiser)):
        bag = frozenset(words_of(text))
        if key not in dict(found) and all(likeness(bag, other) < _SAME for other in taken):
            taken.append(bag)
            found.append((key, text))
        if len(found) == EXAMPLES:
            break
    return found


def _ranked(
    places: list[Seen], by_key: Mapping[str, Submission], anonymiser: Anonymiser
) -> Iterator[tuple[int, int, str, str]]:
    """Yield (places taken out, distance from a good length, sentence without names, key)."""
    for place in places:
        count = len(words_of(place.sentence))
        if place.key in by_key and _SHORTEST <= count <= _LONGEST:
            one = by_key[place.key]
            business = one.judged.workbook.venture.name if one.judged.workbook else ""
            made = anonymiser.anonymous(place.sentence, business=business, author=one.name)
            yield made.replaced, abs(count - _BEST_LENGTH), _plain(made.text), place.key


def _plain(text: str) -> str:
    """Return a sentence without stars and line breaks: a file may come from another program."""
    return " ".join(_STARS.sub("", text).split())
