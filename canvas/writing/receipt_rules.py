"""When a remark counts as fixed: for each mistake, the words of the new text that mend it.

A remark that is no longer raised is only fixed when the new text shows why; else its words were merely taken out.

no_after_sales: a new or changed sentence must name a contact after the purchase, without a question left.
one_type_for_all: two types must stand in the text without a question left. At least one must be in a new or
  changed sentence; where the remark blamed the claim that everybody gets the same, taking the claim out is enough.
channel_confusion: a relationship must be described. Either new words say how a customer is treated, or the words
  about channels were changed or taken out and what is left says so, in a sentence that no other remark blames.
too_general: a new or changed sentence must say what happens for a customer. While a vague sentence stands as it
  was, the text is only better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from canvas.models.finding import Finding, Quote, Report
from canvas.models.vocabulary import Mistake, Verdict
from canvas.writing.sentences import Aligned, Sentence, aligned, words_of

UNCHANGED = ("same", "moved")
"""What happened to a sentence that still says the same."""
_MOST_QUOTES = 3


class Revision:
    """Two reports on two versions of a text, and which sentence became which."""

    def __init__(self, before: Report, after: Report) -> None:
        self.before, self.after = before, after
        self.rows = aligned(before.text, after.text)
        changed = [row.before.text for row in self.rows if row.before and row.change not in UNCHANGED]
        self._known = {word for text in changed for word in words_of(text)}

    def adds(self, row: Aligned) -> bool:
        """Say whether the new sentence of a row has a word that no changed old sentence had.

        So a sentence that is only shortened, cut in two or joined with its neighbour adds nothing.
        """
        if row.after is None or row.change in UNCHANGED:
            return False
        return not self._known.issuperset(words_of(row.after.text))

    @property
    def adds_words(self) -> bool:
        """Say whether any sentence has words that are new."""
        return any(self.adds(row) for row in self.rows)

    @property
    def changed(self) -> bool:
        """Say whether any word came, went or moved."""
        return any(row.change != "same" for row in self.rows)

    def rows_before(self, quotes: Iterable[Quote]) -> tuple[Aligned, ...]:
        """Return the rows whose old sentence holds one of these quotes of the older text."""
        held = tuple(quotes)
        return tuple(row for row in self.rows if row.before and _holds(row.before, held))

    def rows_after(self, quotes: Iterable[Quote]) -> tuple[Aligned, ...]:
        """Return the rows whose new sentence holds one of these quotes of the newer text."""
        held = tuple(quotes)
        return tuple(row for row in self.rows if row.after and _holds(row.after, held))

    def new_ones(self, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        """Return the quotes of the newer text whose sentence has changed, or stands right below a new heading."""
        found = []
        for quote in quotes:
            places = [index for index, row in enumerate(self.rows) if row.after and _holds(row.after, (quote,))]
            if any(self.rows[index].change not in UNCHANGED or self._new_heading(index) for index in places):
                found.append(quote)
        return tuple(found)

    def type_quotes(self) -> tuple[Quote, ...]:
        """Return the words that show a relationship in the newer text, one quote a type."""
        return tuple(Quote(quote=item.quote, start=item.start, end=item.end) for item in self.after.types)

    def _new_heading(self, index: int) -> bool:
        """Say whether a new heading stands above: it can turn an old point into an answer."""
        above = self.rows[index - 1] if index else None
        return above is not None and above.change == "added" and above.after is not None and _heads(above.after)


def mended_by(mistake: Mistake, revision: Revision) -> tuple[Quote, ...]:
    """Return the words of the new text that fix an earlier remark, none when it is not fixed."""
    finding = revision.after.findings[mistake]
    if finding.verdict is not Verdict.CLEAR:
        return ()
    return tuple(dict.fromkeys(_RULES[mistake](revision, finding)))[:_MOST_QUOTES]


def tried(mistake: Mistake, revision: Revision) -> bool:
    """Say whether a new or changed sentence is about what a remark asks for, mended or not.

    A sentence in which nobody does anything for a customer, and that does not even speak of one, is about nothing.
    """
    if mistake is Mistake.CHANNEL_CONFUSION:
        return bool(revision.new_ones(revision.type_quotes()))
    after = revision.after
    words = after.happens if mistake is Mistake.TOO_GENERAL else (*after.happens, *after.attempts)
    return any(revision.adds(row) for row in revision.rows_after(words))


def _after_sales(revision: Revision, finding: Finding) -> tuple[Quote, ...]:
    return () if finding.ask else revision.new_ones(finding.quotes)


def _second_type(revision: Revision, finding: Finding) -> tuple[Quote, ...]:
    quotes = revision.type_quotes()
    if finding.ask or len(quotes) < 2:
        return ()
    if fresh := revision.new_ones(quotes):
        return fresh
    earlier = revision.before.findings[Mistake.ONE_TYPE_FOR_ALL]
    return () if earlier.missing else quotes


def _treatment(revision: Revision, finding: Finding) -> tuple[Quote, ...]:
    if fresh := revision.new_ones(revision.type_quotes()) or revision.new_ones(revision.after.happens):
        return fresh
    if not _touched(revision, Mistake.CHANNEL_CONFUSION):
        return ()
    after = revision.after
    blamed = [quote for mistake in after.flagged for quote in after.findings[mistake].quotes]
    doubtful = set(revision.rows_after(blamed))
    sure = (Quote(quote=item.quote, start=item.start, end=item.end) for item in after.types if item.sure)
    return tuple(
        quote for quote in _apart_from(after.attempts, sure) if not doubtful & set(revision.rows_after([quote]))
    )


def _particulars(revision: Revision, finding: Finding) -> tuple[Quote, ...]:
    deeds = revision.new_ones(revision.after.happens)
    beside = [
        quote
        for quote in revision.new_ones(finding.quotes)
        if any(set(revision.rows_after([quote])) & set(revision.rows_after([deed])) for deed in deeds)
    ]
    old = " ".join(row.before.text for row in revision.rows if row.before)
    return (*_apart_from(deeds, beside), *sorted(deeds, key=lambda deed: deed.quote in old))


def _apart_from(others: Iterable[Quote], quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Return the quotes that share no words with the others."""
    held = tuple(others)
    return tuple(
        quote for quote in quotes if not any(quote.start < one.end and one.start < quote.end for one in held)
    )


def _touched(revision: Revision, mistake: Mistake) -> bool:
    """Say whether a sentence the earlier remark quoted was changed or taken out."""
    quotes = revision.before.findings[mistake].quotes
    return any(row.change not in UNCHANGED for row in revision.rows_before(quotes))


def _holds(sentence: Sentence, quotes: Iterable[Quote]) -> bool:
    return any(quote.start < sentence.end and sentence.start < quote.end for quote in quotes)


def _heads(sentence: Sentence) -> bool:
    return sentence.text.endswith(":") or not sentence.text.endswith((".", "!", "?"))


_RULES: dict[Mistake, Callable[[Revision, Finding], tuple[Quote, ...]]] = {
    Mistake.NO_AFTER_SALES: _after_sales,
    Mistake.ONE_TYPE_FOR_ALL: _second_type,
    Mistake.CHANNEL_CONFUSION: _treatment,
    Mistake.TOO_GENERAL: _particulars,
}
