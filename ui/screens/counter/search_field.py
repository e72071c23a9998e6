"""The one field that customers are looked for in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

#: What the bank reads at most.
_MAX_TEXT = 100


class SearchField(SearchEdit):
    """Down leads into what was found.

    Signals:
        left_downwards(): focus is wanted there.

    """

    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("counter.search", parent)
        self.setAccessibleName(self.tr("Find a customer"))
        self.setPlaceholderText(self.tr("Name, email, IBAN or payment address"))
        self.setMaxLength(_MAX_TEXT)

    def take_focus(self) -> None:
        """Have keys go to the field, all of it chosen, so that typing begins anew."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave downwards."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
