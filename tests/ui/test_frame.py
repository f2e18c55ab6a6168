"""The frame: its errors speak plainly, its log keeps no text, its start-up does what it promises."""

import asyncio
import gc
import logging
import tomllib
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from canvas.errors import InputError, StoreError
from canvas.models.workbook import Workbook
from canvas.ui import frame_errors, start_up
from canvas.ui.pages import Page, title_of, url_path_of
from canvas.ui.parts.steps import Step, steps_done
from canvas.ui.views import start

from .conftest import NOW

ROOT = Path(__file__).parent.parent.parent


def test_an_error_of_ours_shows_what_where_and_mend_and_the_frame_stays(browser, monkeypatch):
    def broken():
        raise InputError("This file is empty.", where="plan.json", mend="Choose another file.")

    monkeypatch.setattr(start, "render", broken)
    app = browser()
    assert not app.exception
    assert "This file is empty." in app.error[0].value
    assert "plan.json" in app.error[0].value
    assert "Choose another file." in app.error[0].value
    assert [found.value for found in app.sidebar.caption] == [":material/cloud_done: No plan to save yet."]


def test_a_store_that_cannot_be_read_is_said_instead_of_an_empty_plan(store, workspace, browser, monkeypatch):
    store.create(workspace, Workbook(title="mine"), NOW)

    def closed(*arguments):
        raise StoreError("Your work cannot be read just now.", mend="Reload the page.")

    monkeypatch.setattr(type(store), "load", closed)
    app = browser()
    assert "cannot be read just now" in app.error[0].value
    assert not app.title


def test_a_plan_that_cannot_be_read_does_not_bar_the_way_to_the_others(store, workspace, browser, monkeypatch):
    store.create(workspace, Workbook(title="mine"), NOW)

    def unreadable(*arguments):
        raise StoreError("This plan cannot be read.")

    with monkeypatch.context() as newer:
        newer.setattr(type(store), "load", unreadable)
        assert "cannot be read" in browser().error[0].value
    app = browser()
    assert not app.error
    assert "**mine**" in [found.value for found in app.markdown]


def test_an_unexpected_error_ends_in_a_calm_page():
    def script():
        from canvas.ui.frame_errors import show_unexpected

        assert show_unexpected(ZeroDivisionError("secret words of a student"))

    app = AppTest.from_function(script).run()
    assert "Your work is saved" in app.error[0].value
    assert "secret" not in app.error[0].value


def test_the_log_of_a_failed_page_tells_the_place_and_never_the_text():
    kept = []
    handler = logging.Handler()
    handler.emit = lambda record: kept.append(handler.format(record))
    logger = logging.getLogger("streamlit.error_util")
    logger.addHandler(handler)
    frame_errors.log_without_text()
    try:
        raise ValueError("secret words of a student")
    except ValueError as error:
        logger.error("Uncaught app execution", exc_info=error)
    finally:
        logger.removeHandler(handler)
        logger.filters.clear()
    assert "secret" not in kept[0]
    assert "ValueError" in kept[0]
    assert "test_frame.py" in kept[0]


def test_start_up_makes_the_store_freezes_memory_and_ends_its_collector(monkeypatch):
    opened = []
    monkeypatch.setattr(start_up, "the_store", lambda: opened.append("store"))
    frozen = gc.get_freeze_count()

    async def visit():
        async with start_up.lifespan(None):
            running = len(asyncio.all_tasks())
        return running, len(asyncio.all_tasks())

    try:
        assert asyncio.run(visit()) == (2, 1)
        assert gc.get_freeze_count() > frozen
    finally:
        gc.unfreeze()
        logging.getLogger("streamlit.error_util").filters.clear()
    assert opened == ["store"]


def test_a_store_that_cannot_be_opened_ends_the_program_with_one_clear_message(monkeypatch, capsys):
    def closed():
        raise StoreError("The folder cannot be made.", where="/nowhere", mend="Set CANVAS_DATA.")

    monkeypatch.setattr(start_up, "the_store", closed)
    with pytest.raises(SystemExit) as left:
        start_up.open_or_leave()
    assert left.value.code == 2
    assert capsys.readouterr().err == (
        "Canvas Coach cannot start. The folder cannot be made.\n"
        "  Where: /nowhere\n  What to do: Set CANVAS_DATA.\n"
    )


@pytest.mark.parametrize("collected", [True, False])
def test_start_up_says_when_the_settings_are_not_in_use(monkeypatch, caplog, collected):
    monkeypatch.setattr(start_up, "the_store", lambda: None)
    monkeypatch.setattr(start_up.st, "get_option", lambda name: collected)

    async def visit():
        async with start_up.lifespan(None):
            pass

    asyncio.run(visit())
    gc.unfreeze()
    logging.getLogger("streamlit.error_util").filters.clear()
    assert ("streamlit run app.py" in caplog.text) is collected


def test_every_page_has_a_view_a_title_and_an_address():
    assert len({url_path_of(page) for page in Page}) == len(Page)
    assert all(title_of(page) for page in Page)


def test_the_steps_of_a_plan_stand_beside_each_other_in_their_order():
    pages, steps = [page.value for page in Page], [step.value for step in Step]
    first = pages.index(steps[0])
    assert pages[first : first + len(steps)] == steps


def test_a_step_is_done_when_nothing_is_open_in_it(sample):
    assert steps_done(Workbook()) == frozenset()
    assert steps_done(Workbook(venture=sample.venture)) == {Step.BUSINESS}
    without_draft = sample.model_copy(update={"draft": Workbook().draft})
    assert steps_done(without_draft) == {Step.BUSINESS, Step.RELATIONSHIPS, Step.QUESTIONS}
    with_draft = Workbook(**{**sample.model_dump(), "draft": {"text": "We call every guest."}})
    assert steps_done(with_draft) == set(Step)


@pytest.fixture
def sample():
    from canvas.content.library import library

    return library().sample


def test_a_start_for_a_class_asks_no_service_on_the_web_for_the_address_of_this_machine():
    """Streamlit does so in a start without a browser, unless an address to show is set."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["browser"]["serverAddress"] == "localhost"
