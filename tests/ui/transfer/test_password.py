"""A large payment asks for the password once more, in the last look before it is sent."""

from __future__ import annotations

import re
import threading
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from services.errors import SignInRefused
from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS, find
from tests.ui.transfer.acting import payments, set_limit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank
    from tests.clock import Clock
    from tests.pages.transfer import TransferPage
    from ui.screens.transfer import TransferScreen

_WRONG = "not her password"


@pytest.fixture
def reviewed(page: TransferPage) -> TransferPage:
    """The last look at a payment that needs the password, Send ready to be pressed."""
    page.fill("mona@instapay", "5000", "rent")
    page.review()
    page._qtbot.waitUntil(send(page).isEnabled, timeout=PATIENCE_MS)
    return page


def send(page: TransferPage) -> QPushButton:
    return find(page.dialog(), QPushButton, "confirm.send")


def password(page: TransferPage) -> QLineEdit:
    return find(page.dialog(), QLineEdit, "confirm.password")


def test_below_the_banks_limit_nobody_is_asked(page: TransferPage) -> None:
    page.fill("mona@instapay", "4999.99")
    page.review()
    page.dialog()
    assert not page.asks_for_password()


def test_with_the_password_it_is_sent(reviewed: TransferPage, bank: Bank) -> None:
    assert reviewed.asks_for_password()
    assert password(reviewed).hasFocus()
    assert password(reviewed).echoMode() is QLineEdit.EchoMode.Password
    reviewed.confirm(PASSWORD)
    reviewed.wait_for_outcome("sent")
    assert reviewed.receipt("fee") == "5.00 EGP"
    assert payments(bank) == [("COMPLETED", Decimal(5000))]


def test_enter_behind_the_password_sends(reviewed: TransferPage) -> None:
    reviewed.type_password(PASSWORD)
    QTest.keyClick(password(reviewed), Qt.Key.Key_Return)
    reviewed.wait_for_outcome("sent")


def test_without_a_password_nothing_is_asked_or_sent(reviewed: TransferPage, bank: Bank) -> None:
    reviewed.confirm()
    assert reviewed.password_error() == "Please type your password."
    assert reviewed.has_dialog()
    assert bank.ask("auth", "SELECT 1 FROM audit_logs WHERE event LIKE 'confirm%'") == []


def test_a_wrong_password_is_told_with_the_tries_left_and_nothing_is_lost(
    reviewed: TransferPage, bank: Bank
) -> None:
    reviewed.confirm(_WRONG)
    told = reviewed.wait_for_password_error()
    assert told == "This is not your password. Tries left before a pause: 4."
    assert password(reviewed).hasFocus()
    # All of it, so that the next try takes its place.
    assert password(reviewed).selectionLength() == len(_WRONG)
    assert payments(bank) == []
    reviewed.confirm(PASSWORD)
    reviewed.wait_for_outcome("sent")
    assert payments(bank) == [("COMPLETED", Decimal(5000))]


def test_after_five_wrong_ones_the_wait_is_told_and_counted_down(
    reviewed: TransferPage, bank: Bank, services: Services, clock: Clock
) -> None:
    for _ in range(4):
        with pytest.raises(SignInRefused):
            services.identity.confirm(password=_WRONG, transfer_id=uuid4())
    reviewed.confirm(_WRONG)
    told = reviewed.wait_for_password_error()
    assert re.fullmatch(r"Too many tries\. You can try again in (1:00|0:59)\.", told)
    assert not send(reviewed).isEnabled()
    clock.forward(seconds=30)
    reviewed._qtbot.waitUntil(lambda: " 0:" in reviewed.password_error(), timeout=PATIENCE_MS)
    # What is typed meanwhile does not hide it.
    reviewed.type_password(PASSWORD)
    assert reviewed.password_error().startswith("Too many tries.")
    assert not send(reviewed).isEnabled()
    clock.forward(seconds=31)
    bank.ask(
        "auth",
        "UPDATE sign_in_attempts SET answered_at = answered_at - interval '61 s' RETURNING 1",
    )
    reviewed._qtbot.waitUntil(lambda: reviewed.password_error() == "", timeout=PATIENCE_MS)
    reviewed.confirm()
    reviewed.wait_for_outcome("sent")


def test_the_dialog_answers_while_the_password_is_proved_and_cancel_sends_nothing(
    reviewed: TransferPage, bank: Bank, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    proved = threading.Event()
    real_confirm = services.identity.confirm

    def confirm_slowly(**arguments: Any) -> str:
        assert gate.wait(10)
        try:
            return real_confirm(**arguments)
        finally:
            proved.set()

    reviewed.cancel()
    reviewed._qtbot.waitUntil(lambda: not reviewed.has_dialog())
    monkeypatch.setattr(services.identity, "confirm", confirm_slowly)
    reviewed.review()
    reviewed.confirm(PASSWORD)
    assert not send(reviewed).isEnabled()
    assert password(reviewed).isReadOnly()
    send(reviewed).clicked.emit()
    field = password(reviewed)
    reviewed.cancel()
    assert field.text() == ""
    gate.set()
    reviewed._qtbot.waitUntil(proved.is_set, timeout=PATIENCE_MS)
    reviewed._qtbot.waitUntil(lambda: not reviewed.has_dialog())
    assert reviewed.text("amount") == "5,000.00"
    assert payments(bank) == []


def test_a_bank_out_of_reach_is_told_beside_the_password(
    reviewed: TransferPage, bank: Bank, services: Services
) -> None:
    right = bank.auth_url
    bank.auth_url = "postgresql://station_1@127.0.0.1:1/nowhere"
    services.databases[0].close()
    reviewed.confirm(PASSWORD)
    assert reviewed.wait_for_password_error().startswith("The bank's sign-in cannot be reached")
    assert password(reviewed).text() == PASSWORD
    bank.auth_url = right
    reviewed.confirm()
    reviewed.wait_for_outcome("sent")


def test_a_session_that_has_ended_closes_the_last_look_and_keeps_what_was_typed(
    reviewed: TransferPage, screen: TransferScreen, bank: Bank, qtbot: QtBot
) -> None:
    bank.ask(
        "auth", "UPDATE sessions SET ended_at = clock_timestamp() AT TIME ZONE 'UTC' RETURNING 1"
    )
    with qtbot.waitSignal(screen.session_ended, timeout=PATIENCE_MS):
        reviewed.confirm(PASSWORD)
    assert not reviewed.has_dialog()
    assert screen.draft()["amount"] == "5,000.00"
    assert payments(bank) == []


def test_a_limit_that_fell_after_the_last_look_asks_to_review_again(
    page: TransferPage, bank: Bank
) -> None:
    page.fill("mona@instapay", "900")
    page.review()
    page.dialog()
    set_limit(bank, confirm_from="500")
    page.confirm()
    assert page.wait_for_error("form").startswith("This payment needs your password.")
    assert payments(bank) == []
    page.review()
    page.confirm(PASSWORD)
    page.wait_for_outcome("sent")
    assert payments(bank) == [("COMPLETED", Decimal(900))]
