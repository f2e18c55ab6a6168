"""Figures of an invented measurement, small enough to work out by hand."""

from datetime import date

import pytest

from canvas.accuracy.measures import measure, share
from canvas.accuracy.score import MISTAKES, TYPES
from canvas.content.trust import load_trust
from canvas.models.trust import Measurement, Table, TextKind, TextSet, Trust


def agreement(hit, wrong, missed, rest):
    """An agreement over so many right, wrong, missed and rightly silent verdicts."""
    pairs = [(True, True)] * hit + [(False, True)] * wrong + [(True, False)] * missed + [(False, False)] * rest
    return measure([[pair] for pair in pairs])


@pytest.fixture
def trust():
    """Nine of ten remarks right, eight of ten mistakes found, for every label; kept apart on a day in March."""
    row = agreement(36, 4, 9, 51)
    table = Table(
        texts=100,
        rows=dict.fromkeys((*TYPES, *MISTAKES), row),
        accused=share(2, 40),
        probable=share(14, 20),
    )
    measured = Measurement(
        set=TextSet.KEPT_APART,
        day=date(2026, 3, 2),
        checker="9.9.9",
        description="invented texts",
        tables={TextKind.SECTIONS: table},
    )
    return Trust(measurements=(measured,), text=load_trust().text)
