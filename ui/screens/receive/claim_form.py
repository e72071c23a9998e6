"""Choosing a payment address for an account that has none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.errors import InvalidInput
from ui import bidi, error_text, theme
from ui.latin_digits import to_latin
from ui.widgets.busy_button import BusyButton
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from services.errors import InstaPayError

SUFFIX = "@instapay"
_MAX_TYPED = 60
#: The bank's own rule; what it is not is not asked for.
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,38}")
_FIELD_WIDTH = 260


class ClaimForm(QWidget):
    """A name, the bank's suffix, and a button.

    Signals:
        claimed(str): somebody wants this whole address.

    """

    claimed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = LeadingEdit()
        self.edit.setObjectName("receive.address_name")
        self.edit.setMaxLength(_MAX_TYPED)
        self.edit.setFixedWidth(_FIELD_WIDTH)
        self.edit.setPlaceholderText(self.tr("yourname"))
        self.error = InlineError(self.edit)
        self.error.setObjectName("receive.address.error")
        self.claim = BusyButton(self.tr("&Claim"), self.tr("One moment…"))
        self.claim.setObjectName("receive.claim")
        self.claim.setAutoDefault(True)
        self.claim.clicked.connect(self._on_claim)
        self.edit.returnPressed.connect(self._on_claim)
        self.edit.textEdited.connect(self.error.clear)
        self._lay_out()

    def _lay_out(self) -> None:
        # An address runs left to right in every language: its suffix stands to the right of its name.
        address = QWidget()
        address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        parts = QHBoxLayout(address)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(theme.Spacing.S)
        parts.addWidget(self.edit)
        parts.addWidget(label(bidi.ltr(SUFFIX), "heading"))
        row = QHBoxLayout()
        row.setSpacing(theme.Spacing.L)
        row.addWidget(address)
        row.addWidget(self.claim)
        row.addStretch()
        rules = self.tr(
            "2 to 39 Latin letters, digits, dots and dashes, beginning with a letter or digit."
            " It stays yours until you give it up."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(field_label(self.tr("&Your payment address"), self.edit))
        column.addLayout(row)
        column.addWidget(self.error)
        column.addWidget(label(rules, "caption", wraps=True))

    def tell(self, error: InstaPayError) -> None:
        """Say beside the field why it was not claimed; what was typed stays."""
        self.rest()
        self.error.tell(error_text.sentence(error))

    def rest(self) -> None:
        """Let an address be claimed, as nothing is on its way."""
        self.claim.set_busy(False)

    def clear(self) -> None:
        """Begin anew."""
        self.rest()
        self.error.clear()
        self.edit.clear()

    def _on_claim(self) -> None:
        if self.claim.is_busy:
            return
        name = to_latin(self.edit.text()).strip().lower().removesuffix(SUFFIX)
        if not name:
            self.tell(InvalidInput("address_missing", field="address"))
        elif not _NAME.fullmatch(name):
            self.tell(InvalidInput("address_invalid", field="address"))
        else:
            self.claim.set_busy(True)
            self.claimed.emit(name + SUFFIX)
