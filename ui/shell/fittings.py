"""What a window has around its pages: keys, help, messages, notes on the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui import actions
from ui.navigation import Destination
from ui.shell.desktop_notes import DesktopNotes
from ui.shell.help import Help
from ui.shell.message_board import MessageBoard
from ui.shell.window_actions import WindowActions

if TYPE_CHECKING:
    from pathlib import Path

    from ui.main_window import MainWindow
    from ui.preferences import Preferences
    from ui.shell.session import Session


class Fittings(QObject):
    """Made once for a window, behind its first paint.

    Attributes:
        notes: what is told outside of the window.

    """

    def __init__(
        self, window: MainWindow, preferences: Preferences, log_folder: Path | None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._help = Help(window, log_folder)
        self._actions = WindowActions(window, self._help)
        self._messages = MessageBoard(window)
        self.notes = DesktopNotes(window, preferences)
        self.notes.clicked.connect(self._on_note_clicked)

    def follow(self) -> None:
        """Have the shortcuts be those that do something now."""
        self._actions.follow()

    def welcome(self, session: Session) -> None:
        """Serve somebody who has just come."""
        session.help_chosen.connect(self._help.show)
        session.arrived.connect(self.notes.tell)
        session.stirred.connect(self.notes.stir)

    def hold(self) -> None:
        """Tell nothing in the window: it is locked."""
        self.notes.settle()
        self._messages.hold()

    def release(self) -> None:
        """Tell what came meanwhile."""
        self.notes.settle()
        self._messages.release()

    def drop(self) -> None:
        """Forget what is told: it is about somebody who has left."""
        self.notes.settle()
        self._messages.drop()

    def retitle(self) -> None:
        """Speak the language that was just chosen."""
        actions.retitle(self._window)
        self._messages.clear()
        self._help.close()

    def _on_note_clicked(self) -> None:
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()
        window.open(Destination("notifications"))
