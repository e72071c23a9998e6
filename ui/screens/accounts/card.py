"""One account as a card that can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import account_words, bidi, iban_text, money_text, theme
from ui.components.account_badges import badges_of
from ui.widgets.badge import Badge
from ui.widgets.copy_button import CopyButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.money_label import MoneyLabel
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.accounts import Account

#: Narrower than this an IBAN in groups of four does not fit.
MIN_WIDTH = 300
MAX_WIDTH = 420
_PADDING = theme.Spacing.L + theme.Spacing.XS


class AccountCard(QAbstractButton):
    """Name, IBAN, payment address, balance; checked while its history is shown.

    Attributes:
        account: what it shows.

    """

    def __init__(self, account: Account, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.account = account
        self._marks_choice = True
        self.setObjectName(f"accounts.card.{number}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._name = ElidedLabel("", "heading")
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._badge = Badge("", Tone.DANGER, "freeze")
        self._badge.setObjectName(f"{self.objectName()}.badge")
        self._iban = ElidedLabel("", "caption")
        self._address = ElidedLabel("", "caption")
        self._copy_iban = CopyButton(account.iban, self.tr("Copy the IBAN"))
        self._copy_iban.setObjectName(f"{self.objectName()}.copy_iban")
        self._copy_address = CopyButton("", self.tr("Copy the payment address"))
        self._copy_address.setObjectName(f"{self.objectName()}.copy_address")
        self._balance = MoneyLabel()
        self._balance.setObjectName(f"{self.objectName()}.balance")
        self._available = ElidedLabel("", "caption")
        self._available.setObjectName(f"{self.objectName()}.available")
        self._lay_out()
        theme.changed.connect(self.update)

    def show_account(self, account: Account, *, masked: bool) -> None:
        """Show what is in it now."""
        self.account = account
        self._name.setText(account.name or self.tr("Account"))
        self._iban.setText(bidi.ltr(iban_text.grouped(account.iban)))
        self._copy_iban.set_text_to_copy(account.iban)
        self._address.setText(bidi.ltr(account.address or ""))
        self._copy_address.set_text_to_copy(account.address or "")
        for part in (self._address, self._copy_address):
            part.setVisible(bool(account.address))
        self._balance.show_money(account.balance, masked=masked)
        self._available.setText(self._available_text(account, masked=masked))
        self._show_badge(account)
        self.setAccessibleName(self._spoken(masked=masked))
        self.update()

    def set_among(self, *, several: bool) -> None:
        """Look right beside the others: an only card is always chosen, so it need not show it."""
        self._marks_choice = several
        self.update()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes to, in reading order."""
        return (self, self._copy_iban, self._copy_address)

    def _available_text(self, account: Account, *, masked: bool) -> str:
        frozen = account_words.frozen_until(account)
        if frozen:
            return frozen
        if masked:
            available = held = money_text.masked()
        else:
            available = money_text.figure(account.available)
            held = money_text.figure(account.held)
        if not account.held.amount:
            return self.tr("Available {available}").format(available=bidi.ltr(available))
        return self.tr("Available {available} · held {held}").format(
            available=bidi.ltr(available), held=bidi.ltr(held)
        )

    def _show_badge(self, account: Account) -> None:
        badges = badges_of(account)
        self._badge.setVisible(bool(badges))
        for badge in badges:
            self._badge.say(badge.text, badge.tone, badge.icon)

    def _spoken(self, *, masked: bool) -> str:
        """Return the whole card in words."""
        account = self.account
        balance = self.tr("hidden") if masked else money_text.with_currency(account.balance)
        words = [
            account.name or self.tr("Account"),
            iban_text.grouped(account.iban),
            self.tr("balance {amount}").format(amount=balance),
        ]
        if account.held.amount and not masked:
            words.append(bidi.plain(self._available.text()))
        words.extend(badge.told for badge in badges_of(account))
        return ", ".join(filter(None, map(bidi.plain, words)))

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, theme.Spacing.M, _PADDING, theme.Spacing.M)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(theme.Spacing.S)
        head.addWidget(self._name, 1)
        head.addWidget(self._badge)
        column.addLayout(head)
        column.addLayout(_with_copy(self._iban, self._copy_iban))
        column.addLayout(_with_copy(self._address, self._copy_address))
        column.addSpacing(theme.Spacing.XS)
        column.addStretch()
        column.addWidget(self._balance)
        column.addWidget(self._available)
        parts = (self._name, self._badge, self._iban, self._address, self._balance, self._available)
        for words in parts:
            # Clicks are for the card, wherever it is hit.
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    # Qt's own

    def sizeHint(self) -> QSize:
        """Return what its contents need."""
        return self._column.sizeHint().expandedTo(QSize(MIN_WIDTH, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the plate; its contents are widgets of their own."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge = self._colours()
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour(ground))
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(room, theme.Radius.CARD, theme.Radius.CARD)

    def _colours(self) -> tuple[theme.ColourRole, theme.ColourRole]:
        if self.isDown():
            return "pressed", "control_line"
        if self.isChecked() and self._marks_choice:
            return "accent_soft", "accent"
        if self.underMouse():
            return "surface", "control_line"
        return "surface", "line"


def _with_copy(words: QWidget, button: CopyButton) -> QHBoxLayout:
    """Put the button right behind the words, which give way where there is no room."""
    words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout()
    row.setSpacing(theme.Spacing.XS)
    row.addWidget(words)
    row.addWidget(button)
    row.addStretch(1)
    return row
