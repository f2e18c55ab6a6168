"""The one error family: every message says what is wrong, where, and what to do next."""

from __future__ import annotations


class CanvasError(Exception):
    """Something a person has to know about; caught in two places only, the command line and the page frame.

    what: one sentence in plain English. where: a file, line, field or place on the page ("" when obvious).
    mend: what to do next ("" when the first sentence says it).
    """

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        self.what, self.where, self.mend = what, where, mend
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what}" + (f" {self.mend}" if self.mend else "")


class ContentError(CanvasError):
    """A lesson, rule, template or case file of ours (or an instructor's) is wrong; lists every problem at once."""


class InputError(CanvasError):
    """What a user gave us cannot be used as it is: a missing file, a binary file, wrong JSON, an unknown name."""


class StoreError(CanvasError):
    """The work cannot be kept or found again."""


class StaleRevisionError(StoreError):
    """Somebody, or another tab, saved a newer version in between."""


class RequestError(CanvasError):
    """A request to a route that is not served. status: of HTTP. retry_after: seconds until it may come again.

    reload: True when the page that sent it shows work that is not this browser's any more.
    """

    def __init__(
        self, status: int, what: str, *, mend: str = "", retry_after: float = 0.0, reload: bool = False
    ) -> None:
        super().__init__(what, mend=mend)
        self.status, self.retry_after, self.reload = status, retry_after, reload
