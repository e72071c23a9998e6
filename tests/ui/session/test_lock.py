"""A window that nobody sits in front of, with the real bank behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from services.errors import SignInRefused, Unavailable
from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS, find, press, type_into
from tests.ui.cutting import no_connections
from tests.ui.session.conftest import EMAIL
from tests.ui.session.reading import is_locked_at_the_bank, readable, within
from ui import connection_watch, messages
from ui.navigation import Destination

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank
    from tests.conftest import Server
    from tests.pages.lock import LockPage
    from tests.pages.login import LoginPage
    from tests.pages.transfer import TransferPage
    from tests.pages.window import WindowPage
    from ui.main_window import MainWindow

WRONG = "not her password"
CONTROL = Qt.KeyboardModifier.ControlModifier


# What is left to see


def test_nothing_of_the_person_can_be_read_but_the_name(
    qtbot: QtBot, signed_in: MainWindow, page: WindowPage, transfer: TransferPage, lock: LockPage
) -> None:
    qtbot.waitUntil(lambda: "24,860" in within(signed_in), timeout=PATIENCE_MS)
    page.go_to("transfer")
    transfer.wait_for_form()
    type_into(signed_in, "transfer.note", "for the doctor")
    assert "for the doctor" in readable()
    lock.lock()
    for secret in ("24,860", "Everyday", "EG", "for the doctor", "Transfer", "Teller", "Customer"):
        assert secret not in readable()
    assert "Salma Hassan" in readable()
    assert signed_in.windowTitle() == "Mini-InstaPay"
    assert not find(signed_in, QWidget, "shell.account").isVisible()
    lock.unlock(PASSWORD)
    assert "for the doctor" in readable()
    assert signed_in.windowTitle() == "Transfer · Mini-InstaPay"


def test_the_review_goes_with_the_rest_and_comes_back_without_the_password(
    qtbot: QtBot, signed_in: MainWindow, page: WindowPage, transfer: TransferPage, lock: LockPage
) -> None:
    page.go_to("transfer")
    transfer.wait_for_form()
    transfer.fill("karim@instapay", "6000", "computer")
    transfer.review()
    transfer.type_password(PASSWORD)
    dialog = transfer.dialog()
    qtbot.waitUntil(find(dialog, QPushButton, "confirm.send").isEnabled)
    assert "Karim S••••" in readable()
    QTest.keyClick(dialog, Qt.Key.Key_L, CONTROL)
    assert lock.is_shown()
    assert not dialog.isVisible()
    assert "Karim" not in readable()
    assert "computer" not in readable()
    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(signed_in.isActiveWindow)
    lock.unlock(PASSWORD)
    assert transfer.dialog() is dialog
    assert find(dialog, QLineEdit, "confirm.password").text() == ""
    assert transfer.confirm_text("payee") == "to Karim S••••"
    transfer.confirm(PASSWORD)
    transfer.wait_for_outcome("sent")


@pytest.mark.parametrize("which", ["menu", "list"])
def test_an_open_menu_or_list_goes_too(
    *,
    qtbot: QtBot,
    signed_in: MainWindow,
    page: WindowPage,
    transfer: TransferPage,
    lock: LockPage,
    which: str,
) -> None:
    page.go_to("transfer")
    transfer.wait_for_form()
    if which == "menu":
        press(signed_in, "shell.account")
    else:
        transfer._from.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    signed_in.lock()
    assert QApplication.activePopupWidget() is None
    assert lock.is_shown()
    assert "Everyday" not in readable()
    assert find(signed_in, QLineEdit, "lock.password").hasFocus()
    lock.unlock(PASSWORD)


def test_keys_of_the_screens_do_nothing(
    signed_in: MainWindow, page: WindowPage, lock: LockPage
) -> None:
    page.go_to("notifications")
    lock.lock()
    for key, modifier in (
        (Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_N, CONTROL),
        (Qt.Key.Key_PageDown, CONTROL),
        (Qt.Key.Key_L, CONTROL),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(signed_in, key, modifier)
    signed_in.open(Destination("transfer"))
    assert lock.is_shown()
    lock.unlock(PASSWORD)
    assert page.screen() == "notifications"


def test_notes_are_kept_until_somebody_is_back(
    qtbot: QtBot, signed_in: MainWindow, page: WindowPage, lock: LockPage
) -> None:
    messages.info("Sent: 1 EGP to a friend")
    assert page.notes() == ["Sent: 1 EGP to a friend"]
    lock.lock()
    messages.info("Sent: 50 EGP to Mona")
    qtbot.wait(50)
    assert page.notes() == []
    assert "Mona" not in readable()
    lock.unlock(PASSWORD)
    qtbot.waitUntil(lambda: page.notes() == ["Sent: 50 EGP to Mona"], timeout=PATIENCE_MS)


def test_nothing_is_asked_for_the_person_meanwhile(
    signed_in: MainWindow, services: Services, bank: Bank, qtbot: QtBot, lock: LockPage
) -> None:
    assert signed_in._session is not None
    poll = signed_in._session._poll
    qtbot.waitUntil(poll._timer.isActive)
    lock.lock()
    assert not poll._timer.isActive()
    # Nor after a line that was lost has come back.
    signed_in._on_healed()
    assert not poll._timer.isActive()
    qtbot.waitUntil(lambda: is_locked_at_the_bank(bank), timeout=PATIENCE_MS)
    with pytest.raises(Unavailable, match="session_locked"):
        services.accounts.list()
    lock.unlock(PASSWORD)
    assert poll._timer.isActive()
    assert services.accounts.list()


# Coming back


def test_the_right_password_opens_it_where_it_was(
    *,
    qtbot: QtBot,
    signed_in: MainWindow,
    page: WindowPage,
    transfer: TransferPage,
    lock: LockPage,
    bank: Bank,
) -> None:
    page.go_to("transfer")
    transfer.wait_for_form()
    transfer.fill("karim@instapay", "50", "lunch")
    find(signed_in, QLineEdit, "transfer.amount").setFocus()
    lock.lock()
    assert find(signed_in, QLineEdit, "lock.password").hasFocus()
    assert lock.refuse("") == "Please type your password."
    assert "Tries left before a pause: 4." in lock.refuse(WRONG)
    assert find(signed_in, QLineEdit, "lock.password").hasFocus()
    type_into(signed_in, "lock.password", PASSWORD)
    QTest.keyClick(find(signed_in, QLineEdit, "lock.password"), Qt.Key.Key_Return)
    page.wait_for_screen("transfer")
    qtbot.waitUntil(lambda: not signed_in.is_locked, timeout=PATIENCE_MS)
    assert not lock.is_shown()
    assert (transfer.text("to"), transfer.text("note")) == ("karim@instapay", "lunch")
    assert find(signed_in, QLineEdit, "transfer.amount").hasFocus()
    assert bank.ask("auth", "SELECT 1 FROM sessions WHERE locked_at IS NOT NULL") == []
    # And the next time too.
    lock.lock()
    lock.unlock(PASSWORD)


def test_too_many_wrong_ones_lead_to_a_pause_that_is_counted_down(
    *,
    signed_in: MainWindow,
    services: Services,
    lock: LockPage,
    bank: Bank,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = bank.services("other")
    for _ in range(4):
        with pytest.raises(SignInRefused):
            other.identity.sign_in(email=EMAIL, password=WRONG)
    lock.lock()
    told = lock.refuse(WRONG)
    assert told.startswith("Too many tries.")
    assert not lock.can_submit()
    qtbot.waitUntil(lambda: lock.error() != told, timeout=PATIENCE_MS)
    assert lock.error().startswith("Too many tries.")
    query = "UPDATE sign_in_attempts SET answered_at = answered_at - interval '10 min' RETURNING 1"
    bank.ask("auth", query)
    assert signed_in._lock is not None
    assert signed_in._lock._page is not None
    monkeypatch.setattr(signed_in._lock._page.step._pause, "_until", 0.0)
    lock.wait_until_possible()
    assert lock.error() == ""
    lock.unlock(PASSWORD)


def test_with_sign_in_out_of_reach_it_says_why_and_heals_by_itself(
    signed_in: MainWindow, bank: Bank, server: Server, page: WindowPage, lock: LockPage
) -> None:
    lock.lock()
    assert lock.connection() == "Connected"
    type_into(signed_in, "lock.password", PASSWORD)
    with no_connections(server, bank.auth_url):
        assert lock.wait_until_offline().startswith("Sign-in cannot be reached since ")
        assert not lock.can_submit()
        assert page.notes() == []
    lock.wait_until_possible()
    assert not lock.is_offline()
    assert find(signed_in, QLineEdit, "lock.password").text() == PASSWORD
    lock.unlock(PASSWORD)


@pytest.fixture
def _unwatched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nobody but the lock find out that the bank is away."""
    monkeypatch.setattr(connection_watch, "PROBE_EVERY_MS", 600_000)


@pytest.mark.usefixtures("_unwatched")
def test_a_password_that_cannot_be_asked_about_is_kept_and_told_so(
    qtbot: QtBot, signed_in: MainWindow, bank: Bank, services: Services, lock: LockPage
) -> None:
    lock.lock()
    qtbot.waitUntil(lambda: is_locked_at_the_bank(bank), timeout=PATIENCE_MS)
    right, bank.auth_url = bank.auth_url, "postgresql://station_1@127.0.0.1:1/nowhere"
    services.databases[0].close()
    assert lock.refuse(PASSWORD).startswith("The bank's sign-in cannot be reached")
    bank.auth_url = right
    assert lock.can_submit()
    assert find(signed_in, QLineEdit, "lock.password").text() == PASSWORD
    lock.unlock(PASSWORD)


def test_a_session_that_ended_meanwhile_brings_the_sign_in_back_and_keeps_the_form(
    *,
    signed_in: MainWindow,
    elsewhere: Services,
    page: WindowPage,
    transfer: TransferPage,
    lock: LockPage,
    login: LoginPage,
) -> None:
    page.go_to("transfer")
    transfer.wait_for_form()
    transfer.type_note("lunch")
    lock.lock()
    elsewhere.sessions.end_others()
    lock.submit(PASSWORD)
    login.wait()
    assert login.notice().startswith("Your session has ended.")
    assert login.email() == EMAIL
    assert not lock.is_shown()
    login.sign_in(EMAIL, PASSWORD)
    page.wait_for_screen("transfer")
    assert transfer.text("note") == "lunch"


def test_signing_out_of_a_locked_window_leaves_nothing(
    *,
    signed_in: MainWindow,
    page: WindowPage,
    lock: LockPage,
    login: LoginPage,
    bank: Bank,
    qtbot: QtBot,
) -> None:
    page.go_to("transfer")
    type_into(signed_in, "transfer.note", "lunch")
    lock.lock()
    lock.sign_out()
    assert (login.email(), login.password()) == ("", "")
    qtbot.waitUntil(
        lambda: bank.ask("auth", "SELECT 1 FROM sessions WHERE ended_at IS NULL") == [],
        timeout=PATIENCE_MS,
    )
    login.sign_in("karim@demo.eg", PASSWORD)
    page.wait_for_screen("accounts")
    messages.info("for him")
    assert page.notes() == ["for him"]
