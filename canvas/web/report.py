"""The report as the editor in the browser reads it: words and places, ready to show."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, Literal

from canvas.accuracy.trust_words import trust_sentence
from canvas.checks.run import check_text
from canvas.content.library import library
from canvas.content.rules import load_rules
from canvas.models.finding import Finding, PlanQuestion, Quote, Report
from canvas.models.vocabulary import Mistake, Verdict
from canvas.models.workbook import Objection, Workbook
from canvas.store.revisions import is_only_text
from canvas.web.positions import Units
from canvas.web.topics import TOPICS, topic_of
from canvas.writing.objections import objection_to, quoted_words
from canvas.writing.plain_text import word_count
from canvas.writing.section import GAP

ENOUGH_WORDS = 40
"""From here on a text is remarked on unasked; before, it has only just begun."""
Asked = Literal["none", "pause", "asked"]


def checked(text: str, workbook: Workbook | None, asked: Asked) -> dict[str, Any]:
    """Check a text and return the report for the editor; places are UTF-16 units of `text`.

    workbook: the one whose draft it is, None for another text. asked: `pause` holds back what may still come as
    long as the text is short.
    """
    plan = None if workbook is None or is_only_text(workbook) else workbook  # a text alone has no plan around it
    report = check_text(text, load_rules(), plan)
    return report_object(report, workbook, waiting=asked == "pause" and word_count(text) < ENOUGH_WORDS)


def report_object(report: Report, workbook: Workbook | None, *, waiting: bool) -> dict[str, Any]:
    """Return a report as JSON for the editor. waiting: hold back what a longer text may still say."""
    objections = workbook.objections if workbook else ()
    units = Units(report.text)
    shown = {} if waiting else report.findings
    return {
        "works": [strength.says for strength in report.works],
        "words": word_count(report.text),
        "remarks": [
            _remark(mistake, finding, units, objections)
            for mistake, finding in shown.items()
            if finding.verdict is Verdict.FLAGGED
        ],
        "questions": [
            _question(mistake, finding, units)
            for mistake, finding in shown.items()
            if finding.verdict is Verdict.CLEAR and finding.ask
        ]
        + [_plan_question(question, workbook) for question in report.questions if not waiting],
        "gaps": _gaps(report.text),
        "skipped": [] if waiting else _skipped(report),
        "waiting": waiting,
        "types": [
            {
                "type": found.type.value,
                "name": library().types[found.type].name,
                "sure": found.sure,
                "start": units.at(found.start),
                "end": units.at(found.end),
                "quote": found.quote,
            }
            for found in report.types
        ],
        "notes": [
            {"kind": note.kind, **_quotes((note.quote,), units)[0], "says": note.says}
            for note in report.notes
            if not waiting
        ],
    }


def remark_id(mistake: Mistake, finding: Finding) -> str:
    """Return the id of a remark: the same mistake on the same words has the same one in every check."""
    words = " | ".join(" ".join(quote.quote.casefold().split()) for quote in finding.quotes)
    digest = sha256((words or finding.missing or "").encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{mistake.value}-{digest}"


def _remark(mistake: Mistake, finding: Finding, units: Units, objections: tuple[Objection, ...]) -> dict[str, Any]:
    card = library().mistakes[mistake]
    return {
        "id": remark_id(mistake, finding),
        "mistake": mistake.value,
        "title": card.name,
        "missing": finding.missing or "",
        "why": finding.why or "",
        "ask": finding.ask or card.ask,
        "trust": trust_sentence(mistake),
        "quotes": _quotes(finding.quotes, units),
        "words": quoted_words(finding),
        "disagreed": objection_to(objections, mistake, finding) is not None,
    }


def _question(mistake: Mistake, finding: Finding, units: Units) -> dict[str, Any]:
    return {
        "id": remark_id(mistake, finding),
        "mistake": mistake.value,
        "title": TOPICS[mistake],
        "why": finding.why or "",
        "ask": finding.ask,
        "quotes": _quotes(finding.quotes[:2], units),
    }


def _plan_question(question: PlanQuestion, plan: Workbook | None) -> dict[str, Any]:
    return {
        "id": f"{question.id}-{question.origin}",
        "mistake": "",
        "title": topic_of(question, plan),
        "why": question.why,
        "ask": question.ask,
        "quotes": [],
    }


def _gaps(text: str) -> list[str]:
    """Return how many gaps of a built draft are open: what stands there later cannot be judged before."""
    count = len(GAP.findall(text))
    if not count:
        return []
    gaps = "1 gap is" if count == 1 else f"{count} gaps are"
    return [
        f"{gaps} still open, marked [missing: …]. Fill {'it' if count == 1 else 'them'} first, then check again."
    ]


def _skipped(report: Report) -> list[str]:
    """Return what was not judged and why, one sentence a reason."""
    reasons: dict[str, list[str]] = {}
    for mistake, finding in report.findings.items():
        if finding.verdict is Verdict.SKIPPED:
            name, why = library().mistakes[mistake].name, finding.why or "there is too little to judge"
            reasons.setdefault(why, []).append(name[0].lower() + name[1:])
    return [f"Not judged yet, because {why}: {'; '.join(names)}." for why, names in reasons.items()]


def _quotes(quotes: tuple[Quote, ...], units: Units) -> list[dict[str, Any]]:
    return [{"start": units.at(one.start), "end": units.at(one.end), "quote": one.quote} for one in quotes]
