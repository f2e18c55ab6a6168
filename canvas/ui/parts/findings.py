"""What the check sees: first what works, then at most three remarks, the rest folded, the text with its marks."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit as st

from canvas.accuracy.trust_words import trust_sentence
from canvas.models.base import Frozen
from canvas.models.finding import Quote, Report
from canvas.models.vocabulary import Mistake, Verdict
from canvas.models.workbook import Workbook
from canvas.ui.parts.lesson_text import icon, link_to_lesson, load_style
from canvas.ui.parts.marked_text import Mark, marked_html, marks_of
from canvas.ui.parts.trust_link import trust_link
from canvas.ui.parts.type_cards import chip
from canvas.ui.state import library
from canvas.web.topics import TOPICS, topic_of

_AT_ONCE = 3
"""Remarks shown at once; more than three are too many to work on."""
_STYLE = """<style>
.remark-card{overflow-wrap:anywhere;color:#1b2430}
.remark-card h3{font-size:1.12rem;line-height:1.35;margin:0;padding:0}
.remark-card .sort{display:inline-flex;align-items:center;gap:.35rem;margin:0 0 .3rem;font-size:.85rem;
 font-weight:600}
.remark-card.flag .sort{color:#8a3a0a}
.remark-card.question .sort{color:#1f4fa8}
.remark-card p{margin:.45rem 0 0;line-height:1.55}
.remark-card .ask{font-weight:600}
.remark-card blockquote{margin:.5rem 0 0;padding:.15rem .8rem;border-left:4px solid #c2570f;background:#fdf1e3;
 color:inherit;border-radius:0 .3rem .3rem 0}
.works-card{background:#eaf4ee;border:1px solid #b9d8c7;border-radius:.7rem;padding:.9rem 1.1rem;
 overflow-wrap:anywhere;
 color:#12372a}
.works-card h3{font-size:1.12rem;margin:0 0 .3rem;padding:0;color:#0b4a33}
.works-card ul{margin:0;padding-left:1.2rem}
.works-card ul li{margin:.2rem 0;padding:0;font-size:1rem}
.works-card p{margin:0}
.types-line{margin:.2rem 0;line-height:2.1;color:#4b5563;font-size:.92rem}
.types-line .chip{margin:0 .15rem}
[class*="st-key-remark_links_"] a p{font-size:.88rem;color:#4b5563;white-space:normal}
.skipped-line{margin:.2rem 0;color:#4b5563;font-size:.92rem;line-height:1.55}
</style>"""


class Remark(Frozen):
    """One card: a mistake that was found, or a question that is worth an answer.

    trust: how often such a remark is right; "" for a question, which accuses nobody.
    """

    name: str
    flagged: bool
    quotes: tuple[Quote, ...] = ()
    why: str = ""
    ask: str = ""
    lesson: str = ""
    trust: str = ""


def draw_report(report: Report, plan: Workbook | None = None) -> None:
    """Draw a whole report below a header of the page: cards as third-level headings, then the marked text.

    plan: the plan that raised the report's questions, so that a card can name its segment.
    """
    load_style()
    st.html(_STYLE + _works_html(report) + _types_html(report))
    remarks = remarks_of(report, plan)
    if not remarks and _judged(report):
        st.success(
            "No remarks. Read the text aloud once: does every sentence sound like you?", icon=":material/check:"
        )
    for number, remark in enumerate(remarks[:_AT_ONCE], start=1):
        _draw_card(number, remark)
    if rest := remarks[_AT_ONCE:]:
        with st.expander(f"{len(rest)} more to look at later", icon=":material/more_horiz:"):
            for number, remark in enumerate(rest, start=_AT_ONCE + 1):
                _draw_card(number, remark)
    if skipped := skipped_html(report):
        st.html(skipped)
    if report.notes:
        with st.expander(f"{_counted(len(report.notes), 'quiet note')} on the language", icon=":material/notes:"):
            st.html(notes_html(report))
    if marks := _marks(report, remarks):
        st.subheader("Your text with marks")
        st.html(marked_html(report.text, marks))


def remarks_of(report: Report, plan: Workbook | None = None) -> tuple[Remark, ...]:
    """Return the remarks in the order in which they are worth working on: mistakes, then questions."""
    return (*_mistakes(report), *_open_questions(report), *_plan_questions(report, plan))


def summary(report: Report) -> str:
    """Return the result in one line, for a place beside the draft."""
    count = len(report.flagged)
    questions = len(remarks_of(report)) - count
    if not count and not questions:
        return "No remarks." if _judged(report) else "Too short to judge."
    parts = [_counted(count, "remark")] if count else ["No remarks"]
    return " and ".join([*parts, *([_counted(questions, "question")] if questions else [])]) + "."


def skipped_html(report: Report) -> str:
    """Return why something was not judged, or ""."""
    reasons: dict[str, list[str]] = {}
    for mistake, finding in report.findings.items():
        if finding.verdict is Verdict.SKIPPED:
            reasons.setdefault(finding.why or "there is too little to judge", []).append(_name(mistake))
    lines = [
        f'<p class="skipped-line">{icon("hourglass_empty")} Not judged yet, because {escape(why)}: '
        f"{escape('; '.join(names))}.</p>"
        for why, names in reasons.items()
    ]
    return "".join(lines)


def notes_html(report: Report) -> str:
    """Return the notes on the language as a small list; they are no remarks and are not counted."""
    items = "".join(f'<li dir="auto">{escape(note.says)}</li>' for note in report.notes)
    return (
        f'<div class="skipped-line">They are not mistakes, only hints for pleasant reading.<ul>{items}</ul></div>'
    )


def _judged(report: Report) -> bool:
    return all(finding.verdict is not Verdict.SKIPPED for finding in report.findings.values())


def _mistakes(report: Report) -> Iterator[Remark]:
    for mistake in report.flagged:
        finding, card = report.findings[mistake], library().mistakes[mistake]
        yield Remark(
            name=card.name,
            flagged=True,
            quotes=finding.quotes,
            why=finding.why or "",
            ask=finding.ask or card.ask,
            lesson=card.lesson,
            trust=trust_sentence(mistake),
        )


def _open_questions(report: Report) -> Iterator[Remark]:
    for mistake, finding in report.findings.items():
        if finding.verdict is Verdict.CLEAR and finding.ask:
            card = library().mistakes[mistake]
            yield Remark(
                name=TOPICS[mistake],
                flagged=False,
                quotes=finding.quotes[:2],
                why=finding.why or "",
                ask=finding.ask,
                lesson=card.lesson,
            )


def _plan_questions(report: Report, plan: Workbook | None) -> Iterator[Remark]:
    for question in report.questions:
        yield Remark(name=topic_of(question, plan), flagged=False, why=question.why, ask=question.ask)


def _draw_card(number: int, remark: Remark) -> None:
    with st.container(border=True, key=f"remark_{number}", gap="small"):
        st.html(_card_html(number, remark))
        lesson = next((lesson for lesson in library().lessons if lesson.slug == remark.lesson), None)
        with st.container(horizontal=True, gap="small", key=f"remark_links_{number}"):
            if lesson:
                link_to_lesson(lesson, f"Read: {lesson.title}", icon=":material/school:")
            trust_link(remark.trust)


def _card_html(number: int, remark: Remark) -> str:
    sign, sort = ("flag", "Look at this again") if remark.flagged else ("help", "A question")
    words = list(dict.fromkeys(quote.quote for quote in remark.quotes))[:3]
    quotes = "".join(f'<blockquote dir="auto">“{escape(quote)}”</blockquote>' for quote in words)
    why = f"<p>{escape(remark.why)}</p>" if remark.why else ""
    ask = f'<p class="ask">{escape(remark.ask)}</p>' if remark.ask else ""
    look = "flag" if remark.flagged else "question"
    return (
        f'<div class="remark-card {look}"><p class="sort">{icon(sign)}{number} · {sort}</p>'
        f"<h3>{escape(remark.name)}</h3>{quotes}{why}{ask}</div>"
    )


def _works_html(report: Report) -> str:
    if report.works:
        items = "".join(f"<li>{escape(strength.says)}</li>" for strength in report.works)
        body = f"<ul>{items}</ul>"
    else:
        body = "<p>You have begun. Say what happens for one customer, and there is something to work with.</p>"
    return f'<div class="works-card"><h3>{icon("thumb_up")} What works</h3>{body}</div>'


def _types_html(report: Report) -> str:
    """Return the types found as quiet badges; those with weaker evidence carry a question mark."""
    if not report.types:
        return ""
    badges = "".join(
        chip(library().types[found.type]) + ("" if found.sure else '<span title="probably">(probably)</span>')
        for found in report.types
    )
    unsure = [found.type for found in report.types if not found.sure]
    trust = f"<br>{escape(trust_sentence(unsure[0], sure=False))}" if unsure else ""
    return f'<p class="types-line">Relationship types in your text: {badges}{trust}</p>'


def _marks(report: Report, remarks: tuple[Remark, ...]) -> tuple[Mark, ...]:
    marks = [
        mark
        for number, remark in enumerate(remarks, start=1)
        if remark.flagged
        for mark in marks_of(remark.quotes, number)
    ]
    return (*marks, *(mark for strength in report.works for mark in marks_of(strength.quotes)))


def _name(mistake: Mistake) -> str:
    name = library().mistakes[mistake].name
    return name[0].lower() + name[1:]


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
