"""What a student has done in a case, kept beside the answer: each step under the case's name and its own."""

from __future__ import annotations

from canvas.models.case import Case
from canvas.models.case_steps import CompleteStep, SortStep, Step
from canvas.store.records import Attempt
from canvas.ui.state import now, renew_fields, store, workspace

_SELF = "~self"
"""Under this name it is kept which criteria a student thinks are met; no step can be called so."""


def name_of(case: Case, step: Step | None) -> str:
    """Return under which name an answer is kept; the last step's is the answer to the case itself."""
    last = case.steps[-1] if case.steps else None
    return case.slug if step is None or step == last else f"{case.slug}.{step.id}"


def kept(name: str) -> str:
    """Return what is kept under a name, "" for nothing."""
    return store().answer(workspace(), name)


def _choose(name: str, text: str) -> None:
    """Keep what was chosen under a name; of two tabs the last choice counts."""
    store().save_answer(workspace(), name, text, kept(name), now())


def put(case: Case, text: str) -> None:
    """Put another text in place of the answer itself; the field shows it.

    Words that were not checked yet stay as an attempt. StaleRevisionError when another tab writes in this moment:
    nothing is replaced then.
    """
    typed = kept(case.slug)
    aside = _attempt(case.slug, typed)
    if aside and aside.number > 1:  # nobody asked for feedback on it, so nobody is asked to look at it first
        keep_thought(case, aside, frozenset())
    store().save_answer(workspace(), case.slug, text, typed, now())
    renew_fields()


def attempts(name: str) -> tuple[Attempt, ...]:
    """Return what was checked under a name, the first one first."""
    return store().attempts(workspace(), name)


def hand_in(name: str) -> None:
    """Keep the answer as an attempt; the same words twice are one attempt."""
    _attempt(name, kept(name))


def _attempt(name: str, answer: str) -> Attempt | None:
    """Keep an answer as an attempt, and return it; None for no words, and for those of the last attempt."""
    before = attempts(name)
    if not answer.strip() or (before and before[-1].answer == answer):
        return None
    return store().save_attempt(workspace(), name, answer, now())


def sorted_items(case: Case, step: SortStep) -> dict[str, str]:
    """Return the bin that was chosen for each item; what the case does not know any more falls away."""
    items, bins = {one.id for one in step.items}, {one.id for one in step.bins}
    pairs = (pair.partition("=") for pair in kept(name_of(case, step)).split())
    return {item: chosen for item, _, chosen in pairs if item in items and chosen in bins}


def keep_sorted(case: Case, step: SortStep, chosen: dict[str, str]) -> None:
    """Keep the bin of each item."""
    _choose(name_of(case, step), " ".join(f"{item}={bin_id}" for item, bin_id in chosen.items()))


def is_done(case: Case, step: Step) -> bool:
    """Tell whether a student has been through a step: everything is sorted, or an answer was checked."""
    if isinstance(step, SortStep):
        return len(sorted_items(case, step)) == len(step.items)
    return bool(attempts(name_of(case, step)))


def half_and_own(step: CompleteStep, own: str) -> str:
    """Return the half answer with a student's own words behind it."""
    return f"{step.beginning.strip()}\n{own.strip()}"


def thought_met(case: Case, attempt: Attempt) -> frozenset[str] | None:
    """Return the criteria that a student thinks this attempt meets; None before they have said it."""
    number, *names = kept(f"{case.slug}.{_SELF}").split() or ("",)
    return frozenset(names) if number == str(attempt.number) else None


def keep_thought(case: Case, attempt: Attempt, names: frozenset[str]) -> None:
    """Keep which criteria a student thinks this attempt meets."""
    _choose(f"{case.slug}.{_SELF}", " ".join([str(attempt.number), *sorted(names)]))
