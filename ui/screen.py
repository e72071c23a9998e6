"""What every screen is to the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from services.values.people import Role
    from ui.actions import Action


class Screen(QWidget):
    """A page of the window.

    Attributes:
        name: the screen's name in a `Destination`, in object names and in the side bar.
        finds: Ctrl+F acts here, by `find_here`; where it does not, the key is off.
        loaded_at: when what is shown was so (UTC); None while nothing is.
        prints: Ctrl+P acts here, by `print_page`; the same.
        roles: what the person may do, who is told to the screen before it is first shown.
        acts: which of the counter's keys do something here just now, by `act`.

    Signals:
        navigate(Destination): asks the main window to go somewhere.
        session_ended(): a call was answered with `SessionEnded`; the window asks to sign in again.
        signed_out(): the person has ended this very session from here.
        unread_changed(int): how many things wait to be read here, for the side bar.
        drafted(): `draft` answers something else by now.
        acts_changed(): `acts` is another set by now.

    """

    name: str = ""
    finds: bool = False
    prints: bool = False
    acts: frozenset[Action] = frozenset()
    loaded_at: datetime | None = None
    roles: frozenset[Role] = frozenset()
    navigate = Signal(object)
    session_ended = Signal()
    signed_out = Signal()
    unread_changed = Signal(int)
    drafted = Signal()
    acts_changed = Signal()

    def enter(self, params: Mapping[str, object]) -> None:
        """Be shown, for `params` of the destination; load what is not loaded yet."""

    def refresh(self) -> None:
        """Load again what is shown, keeping selection, scroll place and typed text."""

    def find_here(self) -> None:
        """Put focus where what is shown can be filtered."""

    def print_page(self) -> None:
        """Print what is shown, as the filter has it."""

    def act(self, action: Action) -> None:
        """Do what a key of the counter stands for; it is one of `acts`."""

    def close_drawer(self) -> bool:
        """Close what lies over a part of the screen; tell whether anything did."""
        return False

    @property
    def awaits_outcome(self) -> bool:
        """Something was sent from here and nobody knows yet what became of it."""
        return False

    @property
    def signs_out(self) -> bool:
        """The person has asked here to be signed out, and the bank is at it: the session ends as wanted."""
        return False

    def hand_over(self) -> tuple[Any, ...]:
        """Return what was sent and is not answered, where nobody but this screen would ever tell of it.

        Somebody has chosen another language: the screen goes, and a new one goes on by `go_on_with`.
        """
        return ()

    def go_on_with(self, sent: tuple[Any, ...]) -> None:
        """Go on with what `hand_over` returned a moment ago."""

    def draft(self) -> dict[str, str]:
        """Return what was typed and not sent, as plain text; empty when nothing is to be kept."""
        return {}

    @property
    def holds_draft(self) -> bool:
        """What is on the disk of its draft must stay for now, though `draft` returns it no more."""
        return False

    def restore(self, draft: Mapping[str, str]) -> None:
        """Fill the form from what `draft` returned once; ignore what is not understood."""

    def tell_draft_kept(self, *, kept: bool) -> None:
        """Show that what `draft` returns is on the disk, or not any more."""
