"""A button that a key pressed once too often does not press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

#: Longer than between the two presses of a double Enter or click.
ARMED_AFTER_MS = 400


class Armed(QObject):
    """Listens to a button, but not just after it came under somebody's finger.

    Signals:
        pressed(): it was pressed, and meant.

    """

    pressed = Signal()

    def __init__(self, made: QPushButton) -> None:
        super().__init__(made)
        self._button = made
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ARMED_AFTER_MS)
        made.clicked.connect(self._on_clicked)

    @property
    def is_deaf(self) -> bool:
        """A press now would not be meant."""
        return self._timer.isActive()

    def take_focus(self) -> None:
        """Put focus on the button, deaf for a moment."""
        self._timer.start()
        self._button.setFocus()

    def _on_clicked(self) -> None:
        if not self.is_deaf:
            self.pressed.emit()
