"""Chooses one of the person's own accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui import account_words, bidi, iban_text, money_text, theme

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from services.values.accounts import Account

#: Less room than this, in logical pixels, and the name is left out.
_NAME_AT_LEAST = 60
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIN_LETTERS = 16


class AccountPicker(QComboBox):
    """Each account by name, end of its IBAN, what is available in it, and what is frozen.

    Signals:
        picked(): another account is chosen, or the chosen one has another balance.

    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accounts: tuple[Account, ...] = ()
        self._is_masked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_MIN_LETTERS)
        # The wheel scrolls the page; it must not change who pays in passing.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentIndexChanged.connect(self._on_index)

    def account(self) -> Account | None:
        """Return the chosen account; None while there are none."""
        index = self.currentIndex()
        return self._accounts[index] if 0 <= index < len(self._accounts) else None

    def show_accounts(self, accounts: tuple[Account, ...], *, masked: bool) -> None:
        """Offer these accounts; the chosen one stays chosen while it is among them."""
        if (accounts, masked) == (self._accounts, self._is_masked):
            # An open list would close under the pointer at each refresh.
            return
        chosen = self.account()
        self._is_masked = masked
        self.blockSignals(True)
        self._accounts = accounts
        self.clear()
        for account in accounts:
            self.addItem(self._words(account, masked=masked))
        self.blockSignals(False)
        self._widen_list()
        if chosen is None or not self.choose(chosen.id):
            self.setCurrentIndex(0 if accounts else -1)
        self.picked.emit()

    def choose(self, account_id: UUID) -> bool:
        """Choose an account; False when it is not offered."""
        for index, account in enumerate(self._accounts):
            if account.id == account_id:
                self.setCurrentIndex(index)
                return True
        return False

    def _widen_list(self) -> None:
        """Make the list as wide as its longest line, beyond the field where need be."""
        metrics = QFontMetrics(self.font())
        lines = [self.itemText(row) for row in range(self.count())]
        widest = max((metrics.horizontalAdvance(line) for line in lines), default=0)
        self.view().setMinimumWidth(widest + 2 * theme.Spacing.XL)

    def _words(self, account: Account, *, masked: bool) -> str:
        """Return an account in full: its name, and what `_essence` says."""
        pattern = self.tr("{name} · {account}")
        essence = self._essence(account, masked=masked)
        return pattern.format(name=bidi.own(self._name(account)), account=essence)

    def _name(self, account: Account) -> str:
        return account.name or self.tr("Account")

    def _essence(self, account: Account, *, masked: bool, short: bool = False) -> str:
        """Return what must not be cut off: the end of the IBAN, what is available, what is frozen."""
        if masked:
            available = money_text.masked(account.currency)
        else:
            available = money_text.with_currency(account.available)
        pattern = self.tr("{iban} · {amount}") if short else self.tr("{iban} · {amount} available")
        essence = pattern.format(
            iban=bidi.ltr(iban_text.tail(account.iban)), amount=bidi.ltr(available)
        )
        state = account_words.exception(account)
        return (
            self.tr("{account} · {state}").format(account=essence, state=state)
            if state
            else essence
        )

    def _fitting(self, account: Account, width: int) -> str:
        """Return as much as fits into `width` logical pixels; names give way to amounts."""
        metrics = QFontMetrics(self.font())
        words = self._words(account, masked=self._is_masked)
        if metrics.horizontalAdvance(words) <= width:
            return words
        essences = [
            self._essence(account, masked=self._is_masked, short=short) for short in (False, True)
        ]
        for essence in essences:
            left = width - metrics.horizontalAdvance(f" · {essence}")
            if left >= _NAME_AT_LEAST:
                name = metrics.elidedText(self._name(account), Qt.TextElideMode.ElideRight, left)
                return self.tr("{name} · {account}").format(name=bidi.own(name), account=essence)
        if metrics.horizontalAdvance(essences[0]) <= width:
            return essences[0]
        return essences[1]

    def _on_index(self) -> None:
        self.picked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and in it what fits, so that no amount is ever cut off."""
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        account = self.account()
        if account is None:
            return
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        role: theme.ColourRole = "text" if self.isEnabled() else "disabled_text"
        painter.setPen(theme.colour(role))
        painter.setLayoutDirection(self.layoutDirection())
        words = self._fitting(account, room.width())
        if QFontMetrics(self.font()).horizontalAdvance(words) > room.width():
            # A fortune in a narrow place: smaller, but whole.
            painter.setFont(theme.font(theme.TypeSize.CAPTION))
        painter.drawText(room, _WORDS, words)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
