"""Forms that somebody else may save meanwhile: what was typed stays in the fields, and a person chooses."""

from __future__ import annotations

from enum import Enum, auto

import streamlit as st


class Pressed(Enum):
    """What somebody chose below a form."""

    NOTHING = auto()
    SAVE = auto()
    OTHER = auto()


class SharedForm:
    """A form of a batch whose content others can save too.

    name: as in "The rubric". now: the content as it is kept at this moment. begun: the content that the fields on
    this page began with; they stay with it, and with what was typed in them, until one of both is chosen.
    """

    def __init__(self, name: str, batch_id: str, now: str) -> None:
        self.now = now
        self._name, self._place = name, f"shared_{name}_{batch_id}"
        self.begun: str = st.session_state.get(self._place, now)
        if self.key("first") not in st.session_state:  # the fields went when their page was left
            self.begun = now
        st.session_state[self._place] = self.begun

    @property
    def is_behind(self) -> bool:
        """Whether somebody saved another content since the fields were drawn first."""
        return self.begun != self.now

    def key(self, field: str) -> str:
        """Return the key of a field; another content draws all fields afresh. One of them is called `first`."""
        return f"{self._place}_{abs(hash(self.begun))}_{field}"

    def draw_other(self, shown: str) -> None:
        """Draw, where there are two versions, the one in no field. shown: it, or what is different in it."""
        if not self.is_behind:
            return
        st.warning(
            f"{self._name} was changed in another tab or by another reviewer. Nothing is lost yet: yours "
            "stands in the fields, the other one here. Choose which of them stays.",
            icon=":material/sync_problem:",
        )
        st.code(shown or "(empty)", language=None, wrap_lines=True)

    def pressed(self, save: str) -> Pressed:
        """Draw the buttons, inside the form, and tell which was chosen. save: the label where all is well."""
        if not self.is_behind:
            return Pressed.SAVE if st.form_submit_button(save, type="primary") else Pressed.NOTHING
        seen = abs(hash(self.now))  # a choice is between two versions that stood on the page, not a third
        with st.container(horizontal=True):
            mine = st.form_submit_button("Use mine", type="primary", key=f"{self.key('mine')}_{seen}")
            other = st.form_submit_button("Use the other one", key=f"{self.key('other')}_{seen}")
        return Pressed.SAVE if mine else Pressed.OTHER if other else Pressed.NOTHING

    def begin_anew(self) -> None:
        """Begin with the content as it is kept in the next run: it was saved from here, or chosen."""
        st.session_state.pop(self._place, None)
