"""The last look before money leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.pages.finding import find, plain
from tests.ui.scripted_transfers import collect, payment
from tests.ui.stage import stage
from tests.ui.test_money_widgets import account
from ui.screens.transfer import review_dialog
from ui.screens.transfer.review_dialog import ReviewDialog
from ui.widgets.scrim import Scrim

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    return stage(qtbot, QWidget())


@pytest.fixture
def dialog(window: QWidget, qtbot: QtBot) -> ReviewDialog:
    made = ReviewDialog(payment(), account(1), masked=False, parent=window)
    made.open()
    qtbot.waitUntil(button(made, "cancel").hasFocus)
    return made


def button(dialog: ReviewDialog, name: str) -> QPushButton:
    return find(dialog, QPushButton, f"confirm.{name}")


def test_send_waits_longer_than_a_double_click_takes() -> None:
    assert review_dialog.ARM_AFTER_MS == 600


def test_send_is_confirmed_once_however_often_it_is_pressed(
    dialog: ReviewDialog, qtbot: QtBot
) -> None:
    confirmed = collect(dialog.confirmed)
    send = button(dialog, "send")
    assert not send.isEnabled()
    send.click()
    assert confirmed == []
    qtbot.waitUntil(send.isEnabled)
    send.clicked.emit()
    send.clicked.emit()
    assert len(confirmed) == 1


def test_enter_presses_what_has_focus_and_nothing_else(dialog: ReviewDialog, qtbot: QtBot) -> None:
    confirmed = collect(dialog.confirmed)
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


def test_it_names_amount_payee_and_what_is_left(dialog: ReviewDialog) -> None:
    words = [plain(each.text()) for each in dialog.findChildren(QLabel)]
    assert "Send 4,500.00 EGP?" in words
    assert "to Mona A••••" in words
    assert "mona@instapay" in words
    assert plain(button(dialog, "send").text()) == "&Send 4,500.00 EGP"
