"""Once, and only when it is meant."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.pages.finding import PATIENCE_MS, find
from tests.ui.transfer.acting import focused, payments
from ui.components.payment import last_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from services.values.transfers import Payment, TransferOutcome
    from tests.bank import Bank, Customer
    from tests.pages.transfer import TransferPage
    from ui.screens.transfer import TransferScreen


def test_pressing_send_or_enter_twice_sends_once(
    page: TransferPage, bank: Bank, mona: Customer
) -> None:
    page.fill("mona@instapay", "50")
    page.review()
    dialog = page.dialog()
    send = find(dialog, QPushButton, "confirm.send")
    page._qtbot.waitUntil(send.isEnabled)
    send.setFocus()
    QTest.mouseClick(send, Qt.MouseButton.LeftButton)
    QTest.keyClick(send, Qt.Key.Key_Return)
    send.clicked.emit()
    page.wait_for_outcome("sent")
    assert payments(bank) == [("COMPLETED", Decimal(50))]
    assert bank.balance(mona.account_id) == 50


def test_a_double_click_on_review_opens_one_dialog_and_sends_nothing(
    page: TransferPage, screen: TransferScreen, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_look, "ARM_AFTER_MS", 60_000)
    page.fill("mona@instapay", "50")
    review = find(screen, QPushButton, "transfer.review")
    review.click()
    review.click()
    dialog = page.dialog()
    assert len(screen.findChildren(type(dialog), "confirm.dialog")) == 1
    assert not find(dialog, QPushButton, "confirm.send").isEnabled()
    page._qtbot.waitUntil(find(dialog, QPushButton, "confirm.cancel").hasFocus)
    page.cancel()
    assert payments(bank) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_on_cancel_and_escape_leave_everything_as_it_was(
    page: TransferPage, bank: Bank, key: Qt.Key, qtbot: QtBot
) -> None:
    page.fill("mona@instapay", "50", "lunch")
    page.review()
    dialog = page.dialog()
    qtbot.waitUntil(find(dialog, QPushButton, "confirm.send").isEnabled)
    assert find(dialog, QPushButton, "confirm.cancel").hasFocus()
    QTest.keyClick(find(dialog, QPushButton, "confirm.cancel"), key)
    qtbot.waitUntil(lambda: not page.has_dialog())
    assert page.text("to") == "mona@instapay"
    assert page.text("note") == "lunch"
    assert payments(bank) == []


def test_enter_in_a_field_reviews_and_does_not_send(page: TransferPage, bank: Bank) -> None:
    page.type_payee("mona@instapay")
    page.type_amount("50")
    QTest.keyClick(find(page._root, QLineEdit, "transfer.amount"), Qt.Key.Key_Return)
    page.dialog()
    page.cancel()
    assert payments(bank) == []


def test_enter_behind_the_payee_goes_to_the_amount_and_scolds_nobody(page: TransferPage) -> None:
    page.type_payee("mona@instapay")
    QTest.keyClick(find(page._root, QLineEdit, "transfer.to"), Qt.Key.Key_Return)
    assert find(page._root, QLineEdit, "transfer.amount").hasFocus()
    page.wait_for_payee("Mona A••••")
    assert page.error("amount") == ""
    assert not page.has_dialog()


def test_focus_stays_in_the_screen_while_a_payment_is_on_its_way(
    page: TransferPage, screen: TransferScreen, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    real_send = services.transfers.send

    def send_slowly(*, payment: Payment, confirmation: str | None = None) -> TransferOutcome:
        assert gate.wait(10)
        return real_send(payment=payment, confirmation=confirmation)

    monkeypatch.setattr(services.transfers, "send", send_slowly)
    page.send("mona@instapay", "50")
    try:
        review = find(screen, QPushButton, "transfer.review")
        page._qtbot.waitUntil(lambda: not review.isEnabled(), timeout=PATIENCE_MS)
        assert focused(screen) is screen._desk
    finally:
        gate.set()
    page.wait_for_outcome("sent")
    assert focused(screen) is find(screen, QPushButton, "transfer.new")


def test_the_review_cannot_be_minimised_or_maximised(page: TransferPage) -> None:
    page.fill("mona@instapay", "50")
    page.review()
    flags = page.dialog().windowFlags()
    assert not flags & Qt.WindowType.WindowMinMaxButtonsHint
    assert flags & Qt.WindowType.WindowCloseButtonHint
    page.cancel()
