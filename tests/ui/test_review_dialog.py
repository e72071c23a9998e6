"""The last look before money leaves."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from services.values.money import Money
from tests.pages.finding import find, plain
from tests.ui.scripted_transfers import payment, quoted
from tests.ui.stage import stage
from tests.ui.test_money_widgets import account
from ui.components.payment import last_look
from ui.screens.transfer.review_dialog import ReviewDialog
from ui.widgets.scrim import Scrim

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot


MOST = Money(Decimal("9999999999999999.99"), "EGP")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    return stage(qtbot, QWidget())


@pytest.fixture
def dialog(window: QWidget, qtbot: QtBot) -> ReviewDialog:
    made = reviewing(window)
    qtbot.waitUntil(button(made, "cancel").hasFocus)
    return made


def reviewing(window: QWidget, **changes: object) -> ReviewDialog:
    """Open the last look at a payment of which the bank has said these things too."""
    made = ReviewDialog(
        payment(), account(1), quoted(**changes), confirm, masked=False, parent=window
    )
    made.open()
    return made


def confirm(*, password: str, transfer_id: UUID) -> str:
    """Take any password; say what it was bought for."""
    return f"{transfer_id} for {password}"


def words_of(dialog: ReviewDialog) -> list[str]:
    """Return all that the dialog says."""
    return [plain(each.text()) for each in dialog.findChildren(QLabel) if each.isVisible()]


def button(dialog: ReviewDialog, name: str) -> QPushButton:
    return find(dialog, QPushButton, f"confirm.{name}")


def test_send_waits_longer_than_a_double_click_takes() -> None:
    assert last_look.ARM_AFTER_MS == 600


def test_send_is_confirmed_once_however_often_it_is_pressed(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_look, "ARM_AFTER_MS", 60_000)
    dialog = reviewing(window)
    confirmed: list[tuple[object, object]] = []
    dialog.confirmed.connect(lambda sent, bought: confirmed.append((sent, bought)))
    send = button(dialog, "send")
    assert not send.isEnabled()
    send.click()
    assert confirmed == []
    dialog._arm.start(0)
    qtbot.waitUntil(send.isEnabled)
    send.clicked.emit()
    send.clicked.emit()
    assert confirmed == [(dialog._order, None)]


def test_enter_presses_what_has_focus_and_nothing_else(dialog: ReviewDialog, qtbot: QtBot) -> None:
    confirmed: list[object] = []
    dialog.confirmed.connect(lambda sent, _bought: confirmed.append(sent))
    qtbot.waitUntil(button(dialog, "send").isEnabled)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert confirmed == []
    assert not dialog.isVisible()


def test_enter_on_send_sends(dialog: ReviewDialog, qtbot: QtBot) -> None:
    send = button(dialog, "send")
    qtbot.waitUntil(send.isEnabled)
    send.setFocus()
    with qtbot.waitSignal(dialog.confirmed):
        QTest.keyClick(send, Qt.Key.Key_Return)


def test_it_is_modal_to_its_window_which_is_shaded_meanwhile(
    dialog: ReviewDialog, window: QWidget, qtbot: QtBot
) -> None:
    assert dialog.windowModality() is Qt.WindowModality.WindowModal
    shades = window.findChildren(Scrim)
    assert [shade.geometry() for shade in shades] == [window.rect()]
    window.resize(900, 700)
    assert shades[0].geometry() == window.rect()
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChildren(Scrim) == [])


def test_it_names_amount_payee_and_what_it_costs(dialog: ReviewDialog) -> None:
    words = words_of(dialog)
    assert "Send 4,500.00 EGP?" in words
    assert "to Mona A••••" in words
    assert "mona@instapay" in words
    told = dict(pairwise(words))
    assert (told["They get"], told["Fee"]) == ("4,500.00 EGP", "4.50 EGP")
    assert (told["You pay"], told["Available after"]) == ("4,504.50 EGP", "20,355.90 EGP")
    assert plain(button(dialog, "send").text()) == "&Send 4,500.00 EGP"


def test_without_a_fee_it_says_so(window: QWidget) -> None:
    free = quoted(fee=Money(Decimal(0), "EGP"), total=Money(Decimal(4500), "EGP"))
    words = words_of(reviewing(window, fee=free.fee, total=free.total))
    assert words[words.index("Fee") + 1] == "None"
    assert words[words.index("You pay") + 1] == "4,500.00 EGP"


def test_only_a_first_payment_is_warned_of(window: QWidget, dialog: ReviewDialog) -> None:
    warning = "You have never paid this account before."
    assert warning not in words_of(dialog)
    dialog.reject()
    assert warning in words_of(reviewing(window, is_first_payment=True))


def test_a_password_is_typed_first_and_goes_along_as_what_it_bought(
    window: QWidget, qtbot: QtBot
) -> None:
    dialog = reviewing(window, needs_confirmation=True)
    field = find(dialog, QLineEdit, "confirm.password")
    qtbot.waitUntil(field.hasFocus)
    qtbot.waitUntil(button(dialog, "send").isEnabled)
    QTest.keyClicks(field, "her password")
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        QTest.keyClick(field, Qt.Key.Key_Return)
    sent = dialog._order
    assert confirmed.args == [sent, f"{sent.id} for her password"]
    assert field.text() == ""
    assert not dialog.isVisible()


def test_enter_behind_the_password_waits_for_the_double_click_to_pass(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_look, "ARM_AFTER_MS", 60_000)
    dialog = reviewing(window, needs_confirmation=True)
    field = find(dialog, QLineEdit, "confirm.password")
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "her password")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert field.text() == "her password"
    dialog.reject()
    assert field.text() == ""


def test_it_is_as_high_as_its_words_also_when_some_come(window: QWidget, qtbot: QtBot) -> None:
    """Also where that is more than two thirds of the screen, which is where Qt would stop."""
    long = replace(payment(note="A note of some length. " * 6), amount=MOST)
    cost = quoted(needs_confirmation=True, is_first_payment=True, total=MOST, available=MOST)
    dialog = ReviewDialog(long, account(1), cost, confirm, masked=False, parent=window)
    dialog.open()
    qtbot.waitUntil(button(dialog, "send").isEnabled)
    before = dialog.height()
    button(dialog, "send").click()
    error = find(dialog, QWidget, "confirm.password.error")
    qtbot.waitUntil(lambda: dialog.height() >= before + error.height() > before)
    wrapped = [each for each in dialog.findChildren(QLabel) if each.isVisible() and each.wordWrap()]
    assert len(wrapped) > 10
    for each in wrapped:
        assert each.height() >= each.heightForWidth(each.width()), each.text()
