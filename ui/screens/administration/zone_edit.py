"""The field for a time zone: a part of a name finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter

from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_MIN_WIDTH = 260


class ZoneEdit(LeadingEdit):
    """Offers the zones whose name holds what is typed. Esc leaves everything as it was.

    Signals:
        given_up(): somebody does not want to change it after all.

    """

    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_MIN_WIDTH)
        self._zones = QStringListModel(self)
        completer = QCompleter(self._zones, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def offer(self, zones: tuple[str, ...]) -> None:
        """Offer these names."""
        if tuple(self._zones.stringList()) != zones:
            self._zones.setStringList(zones)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up at Esc, once the list of names is closed."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
