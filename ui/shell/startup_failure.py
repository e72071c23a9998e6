"""The page that is shown instead of the first one when there is no bank to be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from services.errors import SchemaMismatch, SettingsInvalid, Unavailable
from ui import error_text, theme
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

if TYPE_CHECKING:
    from services.errors import InstaPayError

_MARGIN = 36


class StartupFailure(QFrame):
    """Says why there is no bank, and what to do.

    Signals:
        retry_requested(): try once more.
        addresses_requested(): let the bank's addresses be changed.
        quit_requested(): leave.

    """

    retry_requested = Signal()
    addresses_requested = Signal()
    quit_requested = Signal()

    def __init__(self, *, has_addresses: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_addresses = has_addresses
        self.setObjectName("startup.failure")
        theme.mark(self, surface="page")
        card = Card(margin=_MARGIN)
        card.setFixedWidth(theme.Control.FORM)
        card.body.setSpacing(theme.Spacing.M)
        self._heading = label("", "title", wraps=True)
        self._text = label("", wraps=True)
        self._text.setObjectName("startup.sentence")
        # Paths and references are for copying.
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._retry = button(self.tr("&Try again"), "primary")
        self._retry.setObjectName("startup.retry")
        self._retry.clicked.connect(self.retry_requested)
        self._addresses = button(self.tr("Change the &addresses"))
        self._addresses.setObjectName("startup.addresses")
        self._addresses.clicked.connect(self.addresses_requested)
        leave = button(self.tr("&Quit"))
        leave.setObjectName("startup.quit")
        leave.clicked.connect(self.quit_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.Spacing.M)
        buttons.addWidget(self._retry)
        buttons.addWidget(self._addresses)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        card.body.addWidget(IconLabel("warning", "warn", theme.Control.ICON_LARGE))
        card.body.addWidget(self._heading)
        card.body.addWidget(self._text)
        card.body.addSpacing(theme.Spacing.M)
        card.body.addLayout(buttons)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def tell(self, error: InstaPayError) -> None:
        """Show an error."""
        self._heading.setText(self._heading_for(error))
        self._text.setText(error_text.sentence(error))
        self.setAccessibleName(self._heading.text())
        self._addresses.setVisible(self._has_addresses)
        self._retry.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._heading.text()} {self._text.text()}", urgent=True)

    def _heading_for(self, error: InstaPayError) -> str:
        if isinstance(error, SchemaMismatch):
            return self.tr("This program does not fit its databases")
        if isinstance(error, SettingsInvalid):
            return self.tr("A setting is not right")
        if isinstance(error, Unavailable):
            return self.tr("The bank cannot be reached")
        return self.tr("The bank did not start")
