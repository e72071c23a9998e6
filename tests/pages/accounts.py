"""The accounts screen, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.pages.balance_plot import BalancePlotPage
from tests.pages.finding import PATIENCE_MS, find, plain, press, wait_for
from tests.pages.history import HistoryPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class AccountsPage:
    """Cards by their number, counted from 1."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root
        self.history = HistoryPage(qtbot, root)
        self.plot = BalancePlotPage(qtbot, root)

    def wait_for_cards(self) -> None:
        """Wait until the accounts are shown."""
        wait_for(self._qtbot, self._root, "accounts.card.1")

    def card(self, number: int) -> QAbstractButton:
        """Return a card."""
        return find(self._root, QAbstractButton, f"accounts.card.{number}")

    def choose(self, number: int) -> None:
        """Click on a card."""
        press(self._root, f"accounts.card.{number}")

    def balance(self, number: int) -> str:
        """Return a card's balance, such as ``24,860.40 EGP``."""
        return plain(find(self._root, QLabel, f"accounts.card.{number}.balance").text())

    def badge(self, number: int) -> str:
        """Return what a card says of an exception, such as ``Closed``; empty where it says nothing."""
        badge = find(self._root, QWidget, f"accounts.card.{number}.badge")
        return plain(badge.accessibleName()) if badge.isVisible() else ""

    def wait_for_badge(self, number: int, text: str) -> None:
        """Wait until a card says so."""
        self._qtbot.waitUntil(lambda: self.badge(number) == text, timeout=PATIENCE_MS)

    def wait_for_balance(self, number: int, text: str) -> None:
        """Wait until a card shows that balance."""
        self._qtbot.waitUntil(lambda: self.balance(number) == text, timeout=PATIENCE_MS)

    def copy_iban(self, number: int) -> None:
        """Press a card's copy button."""
        press(self._root, f"accounts.card.{number}.copy_iban")

    def toggle_amounts(self) -> None:
        """Press the eye."""
        press(self._root, "accounts.hide_amounts")

    def new_transfer(self) -> None:
        """Press New transfer."""
        press(self._root, "accounts.new_transfer")

    def receive(self) -> None:
        """Press Receive."""
        press(self._root, "accounts.receive")
