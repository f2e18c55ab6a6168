"""Texts as editors send them: bursts for undo, a thinned history, and nothing overwritten unseen."""

import threading
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.errors import InputError, StaleRevisionError, StoreError
from canvas.models.workbook import Workbook
from canvas.store import revisions
from canvas.store.marks import mark_of
from canvas.store.records import KeptText, SentText, TextConflict
from canvas.store.versions import MOST_ASIDE
from canvas.store.workspaces import new_workspace_id
from canvas.store.writers import Writer, judge

from .conftest import NOON


def sent(text, document, sequence=1, field="draft.text", seen="", editor="editor-one"):
    return SentText(document=document, field=field, text=text, seen=seen, editor=editor, sequence=sequence)


@pytest.fixture
def plan(store, workspace):
    return store.create(workspace, Workbook(title="plan"), NOON)


@pytest.fixture
def types(store, workspace, plan):
    """Type into the plan, at a moment counted in seconds from noon: `types("We call.", 3)`."""
    counted = iter(range(1, 100_000))

    def typing(text, at, field="draft.text"):
        moment = NOON + timedelta(seconds=at)
        return store.save_text(workspace, sent(text, plan.id, next(counted), field), moment)

    return typing


def drafts(store, workspace, plan, step):
    """The drafts that undo, or redo, walks to, until there are no more."""
    found, revision = [], store.load(workspace, plan.id).revision
    while reached := step(workspace, plan.id, revision, NOON):
        found.append(reached.workbook.draft.text)
        revision = reached.revision
    return found


def test_every_pause_is_a_revision_and_the_same_text_is_none(store, workspace, plan, types):
    assert types("We", 1).revision == 2
    assert types("We call", 2).revision == 3
    assert types("We call", 3).revision == 3
    assert [one.reason for one in store.versions(workspace, plan.id, limit=1_000)[::-1]] == [
        "new",
        "typing",
        "typing",
    ]


def test_undo_steps_over_a_burst_and_redo_brings_it_back(store, workspace, plan, types):
    for second, text in enumerate(("a", "ab", "abc")):
        types(text, second)
    types("abc d", 100)
    types("abc de", 101)
    assert drafts(store, workspace, plan, store.undo) == ["abc", ""]
    assert drafts(store, workspace, plan, store.redo) == ["abc", "abc de"]


def test_a_burst_ends_with_a_pause_another_field_or_two_minutes(store, workspace, plan, types):
    for second in range(0, 240, 10):
        types("x" * (second // 10 + 1), second)
    types("By post.", 241, field="answers.attract")
    types("y", 242)
    assert drafts(store, workspace, plan, store.undo) == ["x" * 24, "x" * 24, "x" * 13, ""]


def test_a_page_that_changes_something_in_between_is_a_step_of_its_own(store, workspace, plan, types):
    kept = types("We call.", 1)
    moved = Workbook(title="renamed", draft={"text": "We call."})
    store.save(workspace, plan.id, moved, kept.revision, NOON + timedelta(seconds=2))
    types("We call. Always.", 3)
    assert drafts(store, workspace, plan, store.undo) == ["We call.", "We call.", ""]


def test_an_hour_of_typing_is_thinned_to_the_last_ten_minutes_and_one_a_minute(store, workspace, plan, types):
    for second in range(0, 3600, 5):
        types(f"text at {second}", second)
    ages = [
        3595 - (one.saved_at - NOON).total_seconds()
        for one in store.versions(workspace, plan.id, limit=1_000)[::-1][1:]
    ]
    assert len([age for age in ages if age <= 600]) >= 120
    old = [age for age in ages if age > 660]
    assert 45 <= len(old) <= 50
    assert drafts(store, workspace, plan, store.undo)[-1] == ""


def test_after_a_day_one_an_hour_stays_and_named_versions_always(store, workspace, plan, types):
    for hour in range(6):
        for minute in range(0, 60, 10):
            kept = types(f"{hour}:{minute}", 3600 * hour + 60 * minute)
            if (hour, minute) == (2, 20):
                store.name_version(workspace, plan.id, kept.revision, "Before the interview")
    for second in range(60):
        types(f"two days later {second}", 2 * 86_400 + second)
    texts = [
        store.version(workspace, plan.id, one.number).draft.text
        for one in store.versions(workspace, plan.id, limit=1_000)[::-1]
    ]
    early = [text for text in texts if ":" in text]
    assert early == ["0:50", "1:50", "2:20", "2:50", "3:50", "4:50", "5:50"]
    assert drafts(store, workspace, plan, store.undo)[-1] == ""


def test_what_redo_walks_to_is_never_thinned(store, workspace, plan, types):
    for second in range(0, 120, 5):
        types(f"first {second}", second)
    kept = store.undo(workspace, plan.id, store.load(workspace, plan.id).revision, NOON + timedelta(seconds=121))
    other = sent("By post.", plan.id, 999, "answers.attract", editor="editor-two")
    assert kept.can_redo
    for minute in range(15, 60):
        store.save_text(workspace, other, NOON + timedelta(minutes=minute))
    assert "first 115" in [
        store.version(workspace, plan.id, one.number).draft.text
        for one in store.versions(workspace, plan.id, limit=1_000)[::-1]
    ]


@pytest.fixture(scope="module", name="in_memory")
def _in_memory():
    """A store for many tries: each of them has a workspace of its own."""
    from canvas.store.store import open_store

    opened = open_store("sqlite:///:memory:")
    yield opened
    opened.close()


@settings(deadline=None, max_examples=60)
@given(
    moments=st.lists(st.tuples(st.integers(1, 4000), st.sampled_from(["draft.text", "answers.grow"])), max_size=25)
)
def test_thinning_breaks_no_way_back(in_memory, moments):
    """Whatever was typed when: undo ends at the beginning, redo at the newest text, nothing recent is missing."""
    store, workspace = in_memory, new_workspace_id()
    plan, at, recent = store.create(workspace, Workbook(), NOON), 0, []
    for number, (pause, field) in enumerate(moments, start=1):
        at += pause
        kept = store.save_text(workspace, sent(str(number), plan.id, number, field), NOON + timedelta(seconds=at))
        recent.append((at, kept.revision))
    numbers = {one.number for one in store.versions(workspace, plan.id, limit=1_000)[::-1]}
    assert {revision for moment, revision in recent if moment > at - 600} <= numbers
    newest = store.load(workspace, plan.id)
    while reached := store.undo(workspace, plan.id, store.load(workspace, plan.id).revision, NOON):
        last = reached
    assert not moments or last.workbook == Workbook()
    while reached := store.redo(workspace, plan.id, store.load(workspace, plan.id).revision, NOON):
        last = reached
    assert not moments or last.workbook == newest.workbook


def test_adding_a_revision_looks_at_a_few_rows_however_many_there_are(store, workspace, plan):
    """Bounded work: statements do not grow with the history."""
    from sqlalchemy import event

    counts = []
    for number in range(1, 400):
        seen = []
        event.listen(store._engine, "before_cursor_execute", listener := lambda *_: seen.append(1))  # noqa: B023
        store.save_text(workspace, sent(f"text {number}", plan.id, number), NOON + timedelta(seconds=20 * number))
        event.remove(store._engine, "before_cursor_execute", listener)
        counts.append(len(seen))
    assert max(counts[-100:]) <= 60
    assert sum(counts[-100:]) <= 1_500


# Two editors


def test_a_refused_text_is_kept_once_and_the_newest_stays_on_top(store, workspace, plan, types):
    kept = types("from the first", 1)
    other = sent("from the second", plan.id, 5, seen=mark_of("older"), editor="editor-two")
    for _ in range(3):
        assert store.save_text(workspace, other, NOON) == TextConflict(text="from the first")
    assert store.load(workspace, plan.id).workbook.draft.text == "from the first"
    [aside] = store.versions(workspace, plan.id, named=True)
    assert (aside.name, aside.words_changed) == ("Kept from another tab", 4)
    assert drafts(store, workspace, plan, store.undo) == [""]
    assert store.only_typed_since(workspace, plan.id, kept.revision) is False  # undo had a part


def test_the_first_editor_types_on_after_a_conflict(store, workspace, plan, types):
    types("from the first", 1)
    store.save_text(workspace, sent("from the second", plan.id, 5, seen="x", editor="editor-two"), NOON)
    assert isinstance(types("from the first, more", 2), KeptText)
    assert drafts(store, workspace, plan, store.undo)[-1] == ""


TEXTS = st.sampled_from(["", "a", "b", "c"])


@given(TEXTS, TEXTS, TEXTS, st.integers(0, 3), st.integers(0, 3), st.sampled_from(["one", "two"]))
def test_a_text_is_overwritten_only_by_who_knows_it(text, kept, seen, sequence, last, editor):
    writer = Writer(editor="one", sequence=last, mark=mark_of("a"), refused="")
    new = sent(text, "x", sequence, seen=mark_of(seen), editor=editor)
    verdict = judge(new, kept, writer)
    if editor == "one" and sequence <= last:
        assert verdict == "older"
    elif text == kept:
        assert verdict == "same"
    elif not kept or seen == kept or (editor == "one" and kept == "a"):
        assert verdict == "write"
    else:
        assert verdict == "refuse"


def test_editors_that_send_at_the_same_time_lose_nothing(store, workspace, plan):
    """Eight fields, each typed by an editor of its own, in threads: every last text is there."""
    fields = ["draft.text", *(f"answers.{name}" for name in ("attract", "interact", "retain", "feedback", "grow"))]
    fields += ["venture.offer", "venture.channels"]

    def type_in(field):
        for number in range(1, 16):
            store.save_text(
                workspace, sent(f"{field} {number}", plan.id, number, field, editor=f"editor-{field}"), NOON
            )

    threads = [threading.Thread(target=type_in, args=(field,)) for field in fields]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = store.load(workspace, plan.id)
    from canvas.writing.field_paths import value_at

    assert [value_at(kept.workbook, field) for field in fields] == [f"{field} 15" for field in fields]
    assert kept.revision == 1 + 15 * len(fields)


# Documents


def test_a_fresh_id_is_the_same_until_its_first_word_and_belongs_to_one_workspace(store, workspace, later):
    fresh = store.fresh_id(workspace, "plan")
    assert fresh == store.fresh_id(workspace, "plan") != store.fresh_id(workspace, "text")
    stranger = new_workspace_id()
    assert store.fresh_id(stranger, "plan") != fresh
    store.save_text(workspace, sent("We call.", fresh), later())
    assert store.fresh_id(workspace, "plan") != fresh
    with pytest.raises(StaleRevisionError, match="not here"):
        store.save_text(stranger, sent("mine", fresh), later())
    assert not store.has_workspace(stranger)


def test_a_page_and_the_route_that_begin_one_plan_at_once_do_not_make_two(store, workspace, later):
    fresh = store.fresh_id(workspace, "plan")
    store.save_text(workspace, sent("We call.", fresh), later())
    with pytest.raises(StaleRevisionError, match="another tab"):
        store.create(workspace, Workbook(), later(), workbook_id=fresh)
    assert len(store.workbooks(workspace)) == 1


@pytest.mark.parametrize("document", ["new", "p", "p" + "g" * 19, "q" + "0" * 19, "p" + "0" * 60])
def test_an_id_that_no_page_was_given_makes_nothing(store, workspace, later, document):
    with pytest.raises(StaleRevisionError):
        store.save_text(workspace, sent("x", document), later())
    assert not store.has_workspace(workspace)


def test_a_field_that_is_gone_writes_nothing(store, workspace, plan):
    with pytest.raises(InputError, match="not in the plan"):
        store.save_text(workspace, sent("x", plan.id, field="commitments.a.self_service.after"), NOON)
    fresh = store.fresh_id(workspace, "plan")
    with pytest.raises(InputError):
        store.save_text(workspace, sent("x", fresh, field="commitments.a.self_service.after"), NOON)
    assert not store.knows(workspace, fresh)


def test_two_refused_texts_that_come_in_turn_are_kept_once_each(store, workspace, plan, types):
    types("the kept one", 1)
    for number in range(1, 9):
        text = "A" if number % 2 else "B"
        store.save_text(workspace, sent(text, plan.id, number, seen="x", editor=f"editor-{text}"), NOON)
        answer = sent(text, "case:rescue", number, "answer", seen="x", editor=f"editor-{text}")
        store.save_text(workspace, sent("kept", "case:rescue", number, "answer", editor="first"), NOON)
        store.save_text(workspace, answer.model_copy(update={"title": "Case: Rescue"}), NOON)
    assert len(store.versions(workspace, plan.id, named=True)) == 2
    assert [one.title for one in store.workbooks(workspace)].count("Case: Rescue") == 2


def test_only_so_many_refused_texts_are_kept_and_a_name_of_ones_own_keeps_one_for_good(
    store, workspace, plan, types
):
    types("the kept one", 1)
    for number in range(1, MOST_ASIDE + 6):
        store.save_text(workspace, sent(f"text {number}", plan.id, number, seen="x", editor="editor-two"), NOON)
        if number == 1:
            [first] = store.versions(workspace, plan.id, named=True)
            store.name_version(workspace, plan.id, first.number, "The good one")
    named = store.versions(workspace, plan.id, named=True)
    assert len(named) == MOST_ASIDE + 1
    assert named[-1].name == "The good one"
    assert store.version(workspace, plan.id, named[0].number).draft.text == f"text {MOST_ASIDE + 5}"
    assert drafts(store, workspace, plan, store.undo) == [""]


def test_a_workspace_that_is_full_takes_no_more_plans(store, workspace, monkeypatch):
    monkeypatch.setattr(revisions, "MOST_PLANS", 2)
    for _ in range(2):
        store.create(workspace, Workbook(), NOON)
    with pytest.raises(StoreError, match="2 plans and texts here already"):
        store.save_text(workspace, sent("one more", store.fresh_id(workspace, "plan")), NOON)
    store.create(new_workspace_id(), Workbook(), NOON)
