"""A password that somebody else made, at the first sign-in with it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.bank import PASSWORD
from tests.pages.finding import find, type_into
from tests.ui.session.conftest import EMAIL
from ui import tasks

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank, Customer
    from tests.pages.login import LoginPage
    from tests.pages.password import PasswordPage
    from tests.pages.window import WindowPage
    from ui.main_window import MainWindow

NEW = "a password of my own"


@pytest.fixture
def asked(
    *,
    window: MainWindow,
    salma: Customer,
    bank: Bank,
    services: Services,
    login: LoginPage,
    password: PasswordPage,
) -> PasswordPage:
    """Salma has signed in with a password that a teller gave her."""
    query = "UPDATE users SET must_change_password = true WHERE email = %s RETURNING 1"
    bank.ask("auth", query, EMAIL)
    window.attach(services)
    login.wait_for_connection("Connected")
    login.submit(EMAIL, PASSWORD)
    password.wait()
    return password


def test_nothing_else_can_be_reached_before(window: MainWindow, asked: PasswordPage) -> None:
    assert window.person is None
    assert find(window, QLineEdit, "password.new").hasFocus()
    assert not find(window, QLineEdit, "login.email").isVisible()
    for key, modifier in (
        (Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
    ):
        QTest.keyClick(window, key, modifier)
    assert asked.is_shown()


def test_a_new_one_typed_twice_leads_in(
    asked: PasswordPage, page: WindowPage, window: MainWindow, login: LoginPage
) -> None:
    asked.change(NEW)
    page.wait_for_screen("accounts")
    assert window.person is not None
    assert window.person.full_name == "Salma Hassan"
    page.sign_out()
    assert login.refuse(EMAIL, PASSWORD).startswith("Email or password is not right.")
    login.sign_in(EMAIL, NEW)
    page.wait_for_screen("accounts")


def test_what_is_wrong_is_told_at_its_field(window: MainWindow, asked: PasswordPage) -> None:
    for new, again, told, field in (
        ("", "", "Please type a new password.", "new"),
        (NEW, "something else", "This is not the same as above. Please type it again.", "again"),
        ("short", "short", "This password is too short.", "new"),
        ("غ" * 40, "غ" * 40, "This password is too long.", "new"),
        (PASSWORD, PASSWORD, "This is the password you have now.", "new"),
    ):
        assert asked.refuse(new, again).startswith(told)
        focused = QApplication.focusWidget()
        assert focused is find(window, QLineEdit, f"password.{field}")


def test_rules_are_ticked_while_it_is_typed(window: MainWindow, asked: PasswordPage) -> None:
    assert asked.rules_kept() == (False, False, False)
    for typed, kept in (
        ("short", (False, True, True)),
        (NEW, (True, True, True)),
        (PASSWORD, (True, True, False)),
        ("غ" * 40, (True, False, True)),
    ):
        type_into(window, "password.new", typed)
        assert asked.rules_kept() == kept


def test_enter_goes_on_to_the_second_field_and_then_submits(
    window: MainWindow, asked: PasswordPage, page: WindowPage
) -> None:
    type_into(window, "password.new", NEW)
    QTest.keyClick(find(window, QLineEdit, "password.new"), Qt.Key.Key_Return)
    again = find(window, QLineEdit, "password.again")
    assert again.hasFocus()
    type_into(window, "password.again", NEW)
    QTest.keyClick(again, Qt.Key.Key_Return)
    page.wait_for_screen("accounts")


def test_nobody_goes_back_from_a_change_that_is_on_its_way(
    *,
    window: MainWindow,
    asked: PasswordPage,
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go, change = threading.Event(), services.identity.change_password

    def slow(**passwords: str) -> None:
        assert go.wait(10)
        change(**passwords)

    monkeypatch.setattr(window._login._expired._form, "_change", slow)  # type: ignore[union-attr]
    back = find(window, QPushButton, "password.back")
    asked.change(NEW)
    assert not back.isEnabled()
    asked.wait_until_cancellable()
    asked.cancel()
    assert back.isEnabled()
    # Nor does what they no longer wait for take them in.
    go.set()
    assert tasks.shut_down(wait_s=10)
    assert asked.is_shown()


def test_going_back_ends_the_session_and_leaves_no_password(
    *, window: MainWindow, asked: PasswordPage, login: LoginPage, bank: Bank
) -> None:
    asked.fill(NEW)
    asked.back()
    assert (login.email(), login.password()) == (EMAIL, "")
    assert find(window, QLineEdit, "password.new").text() == ""
    asked._qtbot.waitUntil(
        lambda: bank.ask("auth", "SELECT 1 FROM sessions WHERE ended_at IS NULL") == []
    )
    login.submit(EMAIL, PASSWORD)
    asked.wait()


def test_a_session_that_ended_meanwhile_brings_the_sign_in_back(
    asked: PasswordPage, login: LoginPage, bank: Bank
) -> None:
    bank.ask("auth", "UPDATE sessions SET ended_at = created_at RETURNING 1")
    asked.change(NEW)
    login.wait()
    assert login.notice().startswith("Your session has ended.")
    assert login.email() == EMAIL
