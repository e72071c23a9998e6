"""Whom the bank knows by what was typed: the name to confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import bidi, counterparty_text, theme
from ui.widgets.announce import announce
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import ElidedLabel
from ui.widgets.spinner import Spinner

if TYPE_CHECKING:
    from services.values.transfers import Payee

#: Convention 5 of the design: anything over 300 ms shows that it works.
_SHOWN_AFTER_MS = 250


class PayeeNote(QFrame):
    """Hidden until there is a name; `name` is the object name of the label that holds it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spinner = Spinner("muted")
        self._icon = IconLabel("check", "accent")
        self._name = ElidedLabel("", "strong")
        self._name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name.setObjectName(name)
        self._advice = ElidedLabel("")
        self._advice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.Spacing.M, theme.Spacing.S, theme.Spacing.M, theme.Spacing.S)
        row.setSpacing(theme.Spacing.S)
        for part in (self._spinner, self._icon, self._name):
            row.addWidget(part)
        row.addWidget(self._advice, 1)
        theme.mark(self, surface="banner")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SHOWN_AFTER_MS)
        self._later.timeout.connect(self._on_later)
        self.clear()

    def clear(self) -> None:
        """Be hidden."""
        self._later.stop()
        self._name.clear()
        self.hide()

    def wait(self) -> None:
        """Say, in a moment, that the bank is being asked."""
        self._later.start()

    def show_payee(self, payee: Payee) -> None:
        """Show the name to confirm."""
        self._later.stop()
        theme.mark(self, tone="accent")
        self._spinner.hide()
        self._icon.show()
        name = counterparty_text.shown(payee.masked_name)
        self._name.setText(bidi.own(name))
        self._name.show()
        advice = self.tr("Your own account") if payee.is_own else self.tr("Is this who you mean?")
        self._advice.setText(advice)
        self.show()
        announce(self, f"{bidi.plain(name)}. {advice}")

    def _on_later(self) -> None:
        theme.mark(self, tone="neutral")
        self._icon.hide()
        self._name.hide()
        self._spinner.show()
        self._advice.setText(self.tr("Looking up who this is…"))
        self.show()
