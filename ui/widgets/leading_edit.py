"""A line of text that stands below its heading in every script."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import properties


class LeadingEdit(QLineEdit):
    """Aligned with the page, not with what is typed.

    Qt puts Latin text of an Arabic window at the left edge, away from the field's heading.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._align()

    def _align(self) -> None:
        edge = "AlignRight" if self.isRightToLeft() else "AlignLeft"
        properties.put(self, alignment=f"AlignAbsolute|AlignVCenter|{edge}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the direction of reading."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()
