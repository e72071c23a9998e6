"""The shade over a window while a dialog of it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QDialog


class Scrim(QWidget):
    """Covers `window` while `dialog` is shown; deletes itself when that is finished."""

    def __init__(self, window: QWidget, dialog: QDialog) -> None:
        super().__init__(window)
        self._window = window
        self._dialog = dialog
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window.installEventFilter(self)
        dialog.installEventFilter(self)
        dialog.finished.connect(self._on_finished)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def _on_finished(self) -> None:
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the window; come and go with the dialog."""
        if watched is self._dialog and event.type() is QEvent.Type.Hide:
            self.hide()
        elif watched is self._dialog and event.type() is QEvent.Type.Show:
            self.setGeometry(self._window.rect())
            self.raise_()
            self.show()
        elif event.type() is QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shade."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("scrim"))
