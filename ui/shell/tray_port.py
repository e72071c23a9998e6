"""Hands a note to the desktop: by the tray where there is one, else by the task bar alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from ui import icons, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SHOWN_MS = 10_000


class TrayPort(QObject):
    """Has an icon in the tray from a note until somebody comes back to the window.

    Signals:
        clicked(): the note, or its icon, was clicked on.

    """

    clicked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        window.installEventFilter(self)

    def show(self, heading: str, text: str) -> None:
        """Show a note; without a tray the window only asks for attention."""
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            if self._tray is None:
                self._tray = self._made()
            self._tray.show()
            self._tray.showMessage(heading, text, self._tray.icon(), _SHOWN_MS)
        QApplication.alert(self._window)

    def _made(self) -> QSystemTrayIcon:
        icon = icons.icon("notifications", "accent", theme.Control.ICON_LARGE)
        tray = QSystemTrayIcon(icon, self)
        tray.setToolTip("Mini-InstaPay")
        tray.messageClicked.connect(self.clicked)
        tray.activated.connect(lambda _reason: self.clicked.emit())
        return tray

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the icon away once the window has been seen."""
        if event.type() is QEvent.Type.WindowActivate and self._tray is not None:
            self._tray.hide()
        return super().eventFilter(watched, event)
