"""Says calmly that there is nothing to do here yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screen import Screen
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from services.bank import Services
    from ui.preferences import Preferences


class HomeScreen(Screen):
    """A page without data of its own."""

    name = "home"

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        del services, preferences
        empty = EmptyState(
            "home",
            self.tr("Nothing here for your role yet"),
            self.tr("Your notifications are in the side bar."),
        )
        empty.setObjectName("home.empty")
        column = QVBoxLayout(self)
        column.addWidget(empty)
