"""A quiet sign that something is being fetched, shown only when it takes a while."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import label
from ui.widgets.spinner import Spinner

#: Convention 5 of the design: anything over 300 ms shows that it works.
_SHOWN_AFTER_MS = 250


class Loading(QWidget):
    """A turning arc and a word, in the middle; invisible for the first quarter of a second."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        #: Made when it is first seen: most answers come sooner.
        self._parts: QWidget | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SHOWN_AFTER_MS)
        self._later.timeout.connect(self._show_parts)
        self.setAccessibleName(text)

    def start(self) -> None:
        """Be shown, in a moment."""
        self.show()
        if self._parts is None or not self._parts.isVisible():
            self._later.start()

    def stop(self) -> None:
        """Be hidden at once."""
        self._later.stop()
        if self._parts is not None:
            self._parts.hide()
        self.hide()

    def _show_parts(self) -> None:
        if self._parts is None:
            self._parts = QWidget(self)
            row = QHBoxLayout(self._parts)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.Spacing.S)
            row.addWidget(Spinner("muted", parent=self._parts))
            row.addWidget(label(self._text, "muted", parent=self._parts))
            outer = QHBoxLayout(self)
            outer.addWidget(self._parts, 0, Qt.AlignmentFlag.AlignCenter)
        self._parts.show()
