"""Start: what this is, three doors, the way on from where you stopped, and your plans."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from canvas.models import limits
from canvas.models.workbook import Workbook
from canvas.store.records import WorkbookEntry
from canvas.ui.pages import Page, go, icon_of, link, title_of
from canvas.ui.parts import length, opening
from canvas.ui.parts.plain import plain
from canvas.ui.parts.sample import sample_button
from canvas.ui.parts.steps import Step, steps_done
from canvas.ui.plans import bring_back, delete_plan, deleted_plan, new_plan, open_plan, plans, rename_plan
from canvas.ui.saved_line import clock
from canvas.ui.state import library, saved, workbook
from canvas.ui.texts import open_text

_AHEAD = (
    ("Business", "What you offer, to whom, and why they choose you."),
    ("Relationships", "For each segment: what happens before, during and after the purchase."),
    ("Questions", "Five key questions. What you said before is offered as an answer."),
    ("Draft and check", "A first text from your own words. Then you mend what the check finds."),
    ("Hand in", "Take the section home as a file that you can hand in."),
)


def render() -> None:
    """Draw the page."""
    opening.draw_waiting()
    st.title("How will you treat your customers?")
    st.markdown(
        "Canvas Coach helps you write the **Customer Relationships** section of your business plan. "
        "You say what you offer and to whom; it asks the right questions, builds a first text from **your own "
        "words**, and shows what a good instructor would mark."
    )
    _draw_way_on()
    _draw_doors()
    _draw_plans()
    _draw_steps_ahead()
    st.caption(
        ":material/lock: Everything runs on this computer or server. No text is sent to another company, and "
        "no account is needed: a cookie in this browser finds your work again."
    )


def _draw_doors() -> None:
    first, second, third = st.columns(3)
    with first, _door("plan", ":material/route:", "Plan it with me"):
        _say("Five short steps, about 20 minutes: your business, your segments, what you do for each of them.")
        if st.button("Begin a plan", key="begin_plan", type="primary", width="stretch"):
            if workbook() != Workbook():
                new_plan()
            go(Page.BUSINESS)
    with second, _door("check", icon_of(Page.CHECK_TEXT), "Check a text I already wrote"):
        _say("Paste your section. See which of the four common mistakes it makes, and on which words.")
        if st.button("Check a text", key="begin_check", width="stretch"):
            go(Page.CHECK_TEXT)
    with third, _door("sample", ":material/menu_book:", "Show me a finished plan"):
        _say(f"{library().sample.venture.name}: the finished section, the answers behind it and the canvas.")
        sample_button("begin_sample", "Open the example")
    with _door("open", ":material/file_open:", "Open a file"):
        _say(
            "A plan you took home goes on where it was. In any other plan, your section is looked for and checked."
        )
        opening.draw_place("start")


def _say(words: str) -> None:
    """Draw a door's sentence; it fills the door, so that all buttons stand on one line."""
    st.container(height="stretch").markdown(words)


def _door(name: str, icon: str, title: str) -> DeltaGenerator:
    door = st.container(border=True, key=f"door_{name}", height="stretch")
    door.subheader(f"{icon} {title}", anchor=False)
    return door


def _draw_way_on() -> None:
    """Lead back to the first step that is still open in the current plan."""
    last, plan = saved(), workbook()
    if last is None or plan == Workbook():
        return
    done = steps_done(plan)
    following = next((step for step in Step if step not in done), Step.HAND_IN)
    with st.container(border=True, key="way_on_card", horizontal=True, vertical_alignment="center"):
        name = plain(plan.title.strip() or plan.venture.name.strip() or "your plan")
        st.markdown(
            f"**Go on where you stopped:** {name} · {len(done)} of {len(Step)} steps done", width="stretch"
        )
        page = Page(following.value)
        link(page, f"Go on: {title_of(page)}", icon=":material/arrow_forward:")


def _draw_steps_ahead() -> None:
    """Show the five steps before anybody has to take one."""
    st.header("How a plan grows", anchor=False)
    steps = "".join(f"<li><b>{name}</b><span>{what}</span></li>" for name, what in _AHEAD)
    st.html(f'<ol class="ahead">{steps}</ol>')


def _draw_plans() -> None:
    kept, deleted = plans(), deleted_plan()
    if not kept and not deleted:
        return
    st.header("Your plans and texts", anchor=False)
    if deleted:
        with st.container(horizontal=True, vertical_alignment="center", key="deleted_plan"):
            st.markdown(f"“{plain(deleted.title)}” is deleted.", width="content")
            st.button("Bring it back", icon=":material/undo:", key="bring_back", on_click=bring_back)
    for entry in kept:
        _draw_entry(entry)


def _draw_entry(entry: WorkbookEntry) -> None:
    """One plan: its name, when it was saved, and what can be done with it."""
    last = saved()
    with st.container(border=True, key=f"plan_{entry.id}", horizontal=True, vertical_alignment="center"):
        kind = ":material/fact_check: Text" if entry.only_text else ":material/route: Plan"
        here = " · open now" if last and last.id == entry.id else ""
        with st.container(width="stretch", gap=None):
            st.markdown(f"**{plain(entry.title)}**")
            st.caption(f"{kind} · saved {clock(entry.saved_at, with_day=True)}{here}")
        name = plain(entry.title, 30)
        if st.button("Open", key=f"open_{entry.id}", help=f"Open {name}"):
            _open(entry)
        with st.popover("Rename", help=f"Rename {name}"):
            _draw_renaming(entry)
        with st.popover("Delete", help=f"Delete {name}"):
            st.markdown(f"Delete “{name}”? You can bring it back on this page.")
            st.button("Yes, delete it", key=f"delete_{entry.id}", on_click=delete_plan, args=(entry,))


def _draw_renaming(entry: WorkbookEntry) -> None:
    with st.form(f"rename_form_{entry.id}", border=False):
        title = st.text_input("New name", entry.title, key=f"title_{entry.id}_{entry.revision}").strip()
        length.beside(title, limits.NAME)
        fitting = title and length.fits(title, limits.NAME)
        if st.form_submit_button("Rename") and fitting and title != entry.title:
            rename_plan(entry.id, title)
            st.rerun()


def _open(entry: WorkbookEntry) -> None:
    if entry.only_text:
        open_text(entry.id)
        go(Page.CHECK_TEXT)
    open_plan(entry.id)
    done = steps_done(workbook())
    go(Page(next((step for step in Step if step not in done), Step.HAND_IN).value))
