"""A page body run on its own, with a plan in the session and a store in a folder of the test."""

from __future__ import annotations

import pytest

from canvas.models.vocabulary import RelationshipType
from canvas.models.workbook import Commitment, Segment, Venture, Workbook
from canvas.store.shared import the_store
from canvas.store.workspaces import new_workspace_id
from canvas.ui.state import Key

SCRIPT = """
import streamlit as st
from canvas.ui.views import {step}

if not st.session_state.get("on another page"):
    {step}._body()
"""


@pytest.fixture
def plan() -> Workbook:
    return Workbook(
        venture=Venture(
            name="City Bikes",
            segments=(Segment(id="riders", name="Commuters"), Segment(id="firms", name="Local firms")),
            channels="- Our app\n* Six stations\n\n",
        ),
        commitments=(
            Commitment(segment="riders", type=RelationshipType.SELF_SERVICE, before="A map", after="A receipt"),
            Commitment(segment="riders", type=RelationshipType.COMMUNITIES),
        ),
    )


@pytest.fixture
def body(monkeypatch, tmp_path):
    """Run the body of a step with a plan: `body("business", plan)` gives an AppTest."""
    testing = pytest.importorskip("streamlit.testing.v1")
    monkeypatch.setenv("CANVAS_DATA", str(tmp_path))
    monkeypatch.delenv("CANVAS_DATABASE_URL", raising=False)
    the_store.cache_clear()

    def run(step: str, workbook: Workbook):
        app = testing.AppTest.from_string(SCRIPT.format(step=step), default_timeout=20)
        name = new_workspace_id()
        app.session_state[Key.WORKSPACE] = name
        app.session_state[Key.EPOCH] = the_store().workspace(name).epoch
        app.session_state[Key.WORKBOOK] = workbook
        app.session_state[Key.SAVED] = None
        app.run()
        assert not app.exception
        return app

    yield run
    the_store.cache_clear()
