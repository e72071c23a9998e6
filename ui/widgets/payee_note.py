"""Whom the bank knows by what was typed: the name to confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import bidi, counterparty_text, theme
from ui.payee_choices import Kind, reached_briefly
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import ElidedLabel
from ui.widgets.spinner import Spinner

if TYPE_CHECKING:
    from services.values.transfers import Payee
    from ui.payee_choices import Choice

#: Convention 5 of the design: anything over 300 ms shows that it works.
_SHOWN_AFTER_MS = 250


class PayeeNote(QFrame):
    """Hidden until there is a name.

    Signals:
        add_wanted(): somebody wants to keep this payee.

    """

    add_wanted = Signal()

    def __init__(self, name: str, *, adds: str = "", parent: QWidget | None = None) -> None:
        """`name` is the object name of the label with the name.

        `adds` is that of a button that adds new payees to the contacts; without it there is none.
        """
        super().__init__(parent)
        self._keeps = bool(adds)
        self._spinner = Spinner("muted")
        self._icon = IconLabel("check", "accent")
        self._name = ElidedLabel("", "strong")
        self._name.setObjectName(name)
        self._advice = ElidedLabel("")
        for part in (self._name, self._advice):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._add = button(self.tr("A&dd to contacts"), "link")
        self._add.setObjectName(adds)
        self._add.clicked.connect(self.add_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.Spacing.M, theme.Spacing.S, theme.Spacing.M, theme.Spacing.S)
        row.setSpacing(theme.Spacing.S)
        row.addWidget(self._spinner)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self._add)
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

    def show_payee(self, payee: Payee, choice: Choice | None = None) -> None:
        """Show the name to confirm; `choice` is where it is known from, None where it is new."""
        is_new = choice is None and not payee.is_own
        self._show(payee, self._advice_about(payee, choice), new=is_new)

    def warn_of_first_payment(self, payee: Payee, choice: Choice | None) -> None:
        """Say that this account was never paid before."""
        advice = self.tr("First payment: check the name.")
        self._show(payee, advice, new=choice is None, warns=True)

    def offer_adding(self, *, offered: bool) -> None:
        """Offer to keep the payee, or not any more."""
        self._add.setVisible(self._keeps and offered)

    def _advice_about(self, payee: Payee, choice: Choice | None) -> str:
        if payee.is_own:
            return self.tr("Your own account")
        if choice is not None and choice.kind is Kind.CONTACT:
            words = self.tr("{address}, one of your contacts")
            return words.format(address=reached_briefly(payee))
        if not payee.reached_by:
            return self.tr("You have paid this account before")
        return self.tr("Is this who you mean?")

    def _show(self, payee: Payee, advice: str, *, new: bool, warns: bool = False) -> None:
        self._later.stop()
        theme.mark(self, tone="warn" if warns else "accent")
        self._icon.show_icon(*(("warning", "warn") if warns else ("check", "accent")))
        self._spinner.hide()
        self._icon.show()
        name = counterparty_text.shown(payee.masked_name)
        self._name.setText(bidi.own(name))
        self._name.show()
        self._advice.setText(advice)
        # Whoever is known by a payment only could not be found again to be kept.
        self.offer_adding(offered=new and bool(payee.reached_by))
        self.show()
        announce(self, f"{bidi.plain(name)}. {bidi.plain(advice)}")

    def _on_later(self) -> None:
        theme.mark(self, tone="neutral")
        for part in (self._icon, self._name, self._add):
            part.hide()
        self._spinner.show()
        self._advice.setText(self.tr("Looking up who this is…"))
        self.show()
