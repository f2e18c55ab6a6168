"""What is known about the checker: figures that `accuracy --write` keeps, and words kept by hand beside them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from canvas.content.loader import read_text, read_toml, shown, validate
from canvas.errors import ContentError
from canvas.models.trust import Measurements, Trust, TrustText

FOLDER = Path(__file__).parent
MEASURED = "trust.json"
_WRITE = "python -m canvas accuracy TEXTS.jsonl --write canvas/content --set kept_apart --describe “…”"


@cache
def load_trust(folder: Path = FOLDER) -> Trust:
    """Return figures and words of a folder. Raises ContentError for a missing, damaged or wrong file."""
    text = read_toml(folder / "trust.toml", TrustText)
    return Trust(measurements=read_measurements(folder / MEASURED).measurements, text=text)


def read_measurements(path: Path) -> Measurements:
    """Return the figures of a file. Raises ContentError for a missing, damaged or wrong file."""
    try:
        data = json.loads(read_text(path))
    except ValueError:
        raise ContentError(
            "The figures are no JSON.", where=shown(path), mend=f"Measure again: {_WRITE}"
        ) from None
    if not isinstance(data, dict):
        raise ContentError("The figures are no table.", where=shown(path), mend=f"Measure again: {_WRITE}")
    return validate(data, Measurements, shown(path))
