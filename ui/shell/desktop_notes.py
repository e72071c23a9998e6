"""Tells of news outside of the window, while somebody works in another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui import background_news, notice_text, privacy

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from services.values.notifications import Notification
    from ui.preferences import Preferences

_HEADING = "Mini-InstaPay"


class Port(Protocol):
    """What shows a note on the desktop; `clicked` is a signal."""

    @property
    def clicked(self) -> SignalInstance:
        """The note was clicked on."""

    def show(self, heading: str, text: str) -> None:
        """Show a note."""


class DesktopNotes(QObject):
    """One window's notes. Nothing private where amounts are hidden or the window is locked.

    Signals:
        clicked(): somebody wants to see what a note was about.

    """

    clicked = Signal()

    def __init__(self, window: QWidget, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._port: Port | None = None
        self._has_stirred = False

    def use(self, port: Port) -> None:
        """Show notes by way of `port`, instead of the tray."""
        self._port = port
        port.clicked.connect(self.clicked)

    def tell(self, notices: tuple[Notification, ...]) -> None:
        """Tell of new notices, unless somebody sits in front of them."""
        if privacy.amounts_hidden(self._preferences):
            self._show(self.tr("There is news."))
        elif len(notices) == 1:
            self._show(notice_text.sentence(notices[0], masked=False))
        else:
            self._show(self.tr("%n new notification(s)", "", len(notices)))

    def stir(self) -> None:
        """Tell, once while the window is locked, that something happened."""
        if not self._has_stirred:
            self._has_stirred = self._show(self.tr("There is news."))

    def settle(self) -> None:
        """Begin anew: the window is locked, or not any more."""
        self._has_stirred = False

    def _show(self, text: str) -> bool:
        """Show a note where one is wanted; tell whether it was."""
        if self._is_in_front() or not background_news.are_told(self._preferences):
            return False
        if self._port is None:
            from ui.shell.tray_port import TrayPort  # noqa: PLC0415 (many have no use for it)

            self.use(TrayPort(self._window))
        assert self._port is not None
        self._port.show(_HEADING, text)
        return True

    def _is_in_front(self) -> bool:
        """Tell whether the window, or a dialog of its own, is the one that is worked in."""
        step = QApplication.activeWindow()
        while step is not None and step is not self._window:
            step = step.parentWidget()
        return step is not None
