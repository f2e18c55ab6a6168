"""All checks on one text: from the text to the report."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

from canvas.checks import channel_confusion, no_after_sales, one_type_for_all, too_general
from canvas.checks.happens import attempts, happens
from canvas.checks.language import language_notes
from canvas.checks.result import skipped
from canvas.checks.works import works
from canvas.models.finding import Finding, PlanQuestion, Quote, Report, TypeFound
from canvas.models.rule_book import RuleBook
from canvas.models.vocabulary import Mistake, Stage, Verdict
from canvas.reading.facts import Facts, observe

if TYPE_CHECKING:
    from canvas.models.workbook import Workbook

CHECKS: tuple[ModuleType, ...] = (no_after_sales, one_type_for_all, channel_confusion, too_general)
"""One module a mistake, in the order of the lesson; a new mistake is one more line here."""
FEWEST_WORDS = 5
_NUMBERS = ("one word", "two words", "three words", "four words")


def title_of(mistake: Mistake) -> str:
    """Return how a mistake is called in the lesson."""
    return next(str(check.TITLE) for check in CHECKS if check.__name__.endswith(f".{mistake.value}"))


def check_text(text: str, rules: RuleBook, workbook: Workbook | None = None) -> Report:
    """Return the report on a text; with a workbook also the questions its plan raises. Never raises."""
    facts = observe(text, rules)
    reason = _too_little(facts)
    found = {Mistake(check.__name__.rpartition(".")[2]): _judged(check, facts, reason) for check in CHECKS}
    questions: tuple[PlanQuestion, ...] = ()
    if workbook is not None:
        from canvas.checks.plan import one_type_beside_plan, plan_questions  # a bare text needs no workbook models

        questions = plan_questions(workbook)
        one_type = found[Mistake.ONE_TYPE_FOR_ALL]
        found[Mistake.ONE_TYPE_FOR_ALL] = one_type_beside_plan(one_type, workbook)
    return Report(
        text=text,
        works=works(facts, _blamed(found)),
        types=tuple(
            TypeFound(type=kind, quote=items[0].quote, start=items[0].start, end=items[0].end, sure=items[0].sure)
            for kind, items in facts.types.items()
        ),
        stages=tuple(stage for stage in Stage if facts.stages[stage]),
        findings=found,
        questions=questions,
        notes=() if reason else language_notes(facts),
        happens=happens(facts),
        attempts=attempts(facts),
    )


def _blamed(found: dict[Mistake, Finding]) -> tuple[Quote, ...]:
    """Return the words that remarks quote."""
    return tuple(
        quote for finding in found.values() if finding.verdict is Verdict.FLAGGED for quote in finding.quotes
    )


def _too_little(facts: Facts) -> str:
    """Return why a text cannot be judged, or "" if it can."""
    if not facts.all_words:
        return "there are no words to judge"
    if facts.all_words < FEWEST_WORDS:
        count = _NUMBERS[facts.all_words - 1]
        return f"{count} {'is' if facts.all_words == 1 else 'are'} not enough to judge"
    return "" if _in_latin_letters(facts) else "the checker reads English only"


def _judged(check: ModuleType, facts: Facts, reason: str) -> Finding:
    if reason:
        return skipped(reason)
    finding: Finding = check.judge(facts)
    if finding.verdict is Verdict.FLAGGED and not finding.quotes and not finding.missing:
        raise AssertionError(f"{check.__name__} flagged without a quote or a named absence")
    return finding


def _in_latin_letters(facts: Facts) -> bool:
    """Tell whether at least a third of the words are written in Latin letters."""
    if facts.text.isascii():
        return True
    words = [word.text for unit in facts.units for word in unit.words if word.text[:1].isalpha()]
    return 3 * sum(word[0] < "\u0250" for word in words) >= len(words)
