"""Sign-in, the shell around the screens, and bad days, with the real bank."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from tests.bank import PASSWORD
from tests.pages.accounts import AccountsPage
from tests.pages.finding import PATIENCE_MS, find, type_into
from tests.pages.login import LoginPage
from tests.pages.window import WindowPage
from tests.ui.cutting import no_connections
from ui import tasks, theme
from ui.main_window import MainWindow
from ui.navigation import Destination
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.bank import Bank
    from tests.conftest import Server

EMAIL = "salma@demo.eg"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    made = MainWindow(preferences=Preferences(tmp_path / "desktop.ini"))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> WindowPage:
    return WindowPage(qtbot, window)


@pytest.fixture
def login(qtbot: QtBot, window: MainWindow) -> LoginPage:
    return LoginPage(qtbot, window)


@pytest.fixture
def people(bank: Bank) -> Bank:
    bank.add_customer("Salma Hassan", EMAIL, balance=1000, address="salma@instapay")
    bank.add_customer("Karim Samir", "karim@demo.eg", balance=10)
    bank.add_staff("Tarek Fouad", "teller@demo.eg", "TELLER")
    return bank


@pytest.fixture
def signed_in(window: MainWindow, people: Bank, login: LoginPage, page: WindowPage) -> MainWindow:
    window.attach(people.services())
    login.sign_in(EMAIL, PASSWORD)
    page.wait_for_screen("accounts")
    return window


# Coming in


def test_a_press_before_the_bank_is_there_goes_on_by_itself(
    window: MainWindow, people: Bank, login: LoginPage, page: WindowPage
) -> None:
    login.submit(EMAIL, PASSWORD)
    assert not login.can_submit()
    window.attach(people.services())
    page.wait_for_screen("accounts")
    assert window.person is not None
    assert window.person.full_name == "Salma Hassan"
    assert window.windowTitle() == "Accounts · Mini-InstaPay"


def test_a_wrong_password_and_an_unknown_email_are_told_in_the_same_words(
    window: MainWindow, people: Bank, login: LoginPage
) -> None:
    window.attach(people.services())
    wrong = login.refuse(EMAIL, "not her password")
    unknown = login.refuse("nobody@demo.eg", "not her password")
    assert wrong.startswith("Email or password is not right.")
    assert unknown == wrong
    assert login.email() == "nobody@demo.eg"


def test_many_wrong_passwords_lead_to_a_pause_that_is_counted_down(
    qtbot: QtBot, window: MainWindow, people: Bank, login: LoginPage
) -> None:
    window.attach(people.services())
    for _ in range(12):
        told = login.refuse(EMAIL, "not her password")
        if told.startswith("Too many tries."):
            break
    assert told.startswith("Too many tries.")
    assert not login.can_submit()
    qtbot.waitUntil(lambda: login.error() != told, timeout=PATIENCE_MS)
    assert login.error().startswith("Too many tries.")


def test_an_email_in_another_shape_is_told_at_its_field(
    window: MainWindow, people: Bank, login: LoginPage
) -> None:
    window.attach(people.services())
    assert login.refuse("salma", PASSWORD).startswith("This is not an email address.")
    assert find(window, QLineEdit, "login.email").hasFocus()


def test_an_account_is_asked_for_and_opened(
    window: MainWindow, people: Bank, login: LoginPage, page: WindowPage
) -> None:
    window.attach(people.services())
    login.open_sign_up()
    login.sign_up("Nour Adel", "nour@demo.eg", "too short")
    assert login.sign_up_error().startswith("This password is too short.")
    login.sign_up("Nour Adel", "nour@demo.eg", "long " * 15)
    assert login.sign_up_error().startswith("This password is too long.")
    login.sign_up("Nour Adel", "nour@demo.eg", "a password long enough")
    assert login.received().startswith("We have received your application.")
    assert people.decide_applications() == 1
    login.back_to_sign_in()
    assert login.email() == "nour@demo.eg"
    login.sign_in("nour@demo.eg", "a password long enough")
    page.wait_for_screen("accounts")


def test_a_known_email_gets_the_same_receipt(
    window: MainWindow, people: Bank, login: LoginPage
) -> None:
    window.attach(people.services())
    login.open_sign_up()
    login.sign_up("Somebody Else", EMAIL, "a password long enough")
    assert login.received().startswith("We have received your application.")


def test_staff_begin_at_the_counter(
    window: MainWindow, people: Bank, login: LoginPage, page: WindowPage
) -> None:
    window.attach(people.services())
    login.sign_in("teller@demo.eg", PASSWORD)
    page.wait_for_screen("counter")
    assert page.screens() == ["counter", "till", "bulk", "notifications", "settings"]


# Around the screens


def test_no_second_window_flashes_up_on_the_way_through_the_screens(
    window: MainWindow,
    people: Bank,
    login: LoginPage,
    page: WindowPage,
    shown_windows: list[str],
) -> None:
    window.attach(people.services())
    login.sign_in(EMAIL, PASSWORD)
    for screen in ("accounts", "transfer", "notifications", "settings"):
        page.go_to(screen)
    assert shown_windows == []


def test_screens_are_reached_by_keys(signed_in: MainWindow, page: WindowPage) -> None:
    assert page.screens() == [
        "accounts",
        "transfer",
        "contacts",
        "bulk",
        "notifications",
        "settings",
    ]
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    for key, modifier, screen in (
        (Qt.Key.Key_2, alt, "transfer"),
        (Qt.Key.Key_5, alt, "notifications"),
        (Qt.Key.Key_9, alt, "notifications"),
        (Qt.Key.Key_PageDown, control, "settings"),
        (Qt.Key.Key_PageDown, control, "accounts"),
        (Qt.Key.Key_PageUp, control, "settings"),
        (Qt.Key.Key_N, control, "transfer"),
        (Qt.Key.Key_1, alt, "accounts"),
    ):
        QTest.keyClick(signed_in, key, modifier)
        assert page.screen() == screen


def test_a_screen_with_nothing_to_act_on_leaves_focus_in_the_side_bar(
    qtbot: QtBot, signed_in: MainWindow, page: WindowPage
) -> None:
    hide = find(signed_in, QPushButton, "accounts.hide_amounts")
    qtbot.waitUntil(hide.isEnabled, timeout=PATIENCE_MS)
    hide.setFocus()
    QTest.keyClick(signed_in, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert page.screen() == "notifications"
    item = find(signed_in, QWidget, "shell.nav.notifications")
    assert item.hasFocus()
    empty = find(signed_in, QWidget, "notifications.empty")
    qtbot.waitUntil(empty.isVisible, timeout=PATIENCE_MS)
    assert item.hasFocus()
    assert find(signed_in, QWidget, "notifications.list").focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_screen_is_made_once_and_shown_again(signed_in: MainWindow, page: WindowPage) -> None:
    accounts = signed_in.current_screen
    page.go_to("transfer")
    page.go_to("accounts")
    assert signed_in.current_screen is accounts
    signed_in.open(Destination("counter"))
    assert page.screen() == "accounts"


def test_unread_notices_are_counted_in_the_side_bar(
    signed_in: MainWindow, people: Bank, page: WindowPage
) -> None:
    assert signed_in.person is not None
    people.ask(
        "payment",
        "INSERT INTO notifications (id, user_id, type, message, is_read)"
        " VALUES (gen_random_uuid(), %s, 'IN_APP', 'Hello', false) RETURNING id",
        str(signed_in.person.user_id),
    )
    signed_in.refresh()
    before = page.unread()
    page.wait_for_unread(max(1, before))
    item = find(signed_in, QWidget, "shell.nav.notifications")
    assert item.accessibleName() == f"Notifications, {page.unread()} unread"


def test_another_palette_is_worn_at_once_and_kept(
    signed_in: MainWindow, page: WindowPage, tmp_path: Path
) -> None:
    page.choose_theme(theme.Scheme.DARK)
    assert theme.is_dark()
    signed_in.close()
    assert Preferences(tmp_path / "desktop.ini").text("window/theme") == "dark"


# Going


def test_signing_out_leaves_nothing_of_the_person(
    qtbot: QtBot, signed_in: MainWindow, page: WindowPage, login: LoginPage
) -> None:
    page.go_to("transfer")
    screen = signed_in.current_screen
    assert screen is not None
    seen = weakref.ref(screen)
    del screen
    page.sign_out()
    assert login.is_shown()
    assert (login.email(), login.password()) == ("", "")
    assert signed_in.person is None
    assert signed_in.windowTitle() == "Mini-InstaPay"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert signed_in.findChild(QWidget, "shell.account") is None

    def is_gone() -> bool:
        gc.collect()
        return seen() is None

    qtbot.waitUntil(is_gone, timeout=PATIENCE_MS)


def test_the_next_person_sees_only_their_own(
    signed_in: MainWindow, page: WindowPage, login: LoginPage
) -> None:
    page.go_to("transfer")
    type_into(signed_in, "transfer.to", "somebody@instapay")
    page.sign_out()
    login.sign_in("karim@demo.eg", PASSWORD)
    page.wait_for_screen("accounts")
    page.go_to("transfer")
    assert find(signed_in, QLineEdit, "transfer.to").text() == ""


def test_whoever_signs_in_at_once_is_not_signed_out_with_who_left(
    *,
    qtbot: QtBot,
    signed_in: MainWindow,
    page: WindowPage,
    login: LoginPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert tasks.shut_down(wait_s=10)
    go, gone, run = threading.Event(), threading.Event(), tasks._outcome

    def late(number: int, call: Callable[[], object]) -> object:
        monkeypatch.setattr(tasks, "_outcome", run)
        go.wait(10)
        answer = run(number, call)
        gone.set()
        return answer

    monkeypatch.setattr(tasks, "_outcome", late)
    page.sign_out()
    login.sign_in("karim@demo.eg", PASSWORD)
    go.set()
    assert gone.wait(10)
    page.go_to("transfer")
    page.go_to("accounts")
    AccountsPage(qtbot, signed_in).wait_for_cards()
    assert signed_in.person is not None
    assert signed_in.person.full_name == "Karim Samir"


def test_a_sign_in_that_was_given_up_holds_no_session_however_late_it_comes(
    *,
    window: MainWindow,
    people: Bank,
    page: WindowPage,
    login: LoginPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    services = people.services()
    window.attach(services)
    login.wait_for_connection("Connected")
    go, gone, sign_in = threading.Event(), threading.Event(), services.identity.sign_in

    def late(**form: Any) -> object:
        monkeypatch.undo()
        assert go.wait(10)
        try:
            return sign_in(**form)
        finally:
            gone.set()

    monkeypatch.setattr(services.identity, "sign_in", late)
    login.submit(EMAIL, PASSWORD)
    # What a click on Cancel does, or on somebody else of the demo bank.
    window._login._sign_in.cancel()
    login.sign_in("karim@demo.eg", PASSWORD)
    (before,) = services.accounts.list()
    go.set()
    assert gone.wait(10)
    assert services.accounts.list() == (before,)
    assert people.ask(
        "auth", "SELECT u.email FROM sessions JOIN users u ON u.id = user_id WHERE ended_at IS NULL"
    ) == [("karim@demo.eg",)]
    page.wait_for_screen("accounts")


def test_a_session_that_ends_keeps_what_was_typed_for_the_same_person(
    signed_in: MainWindow, page: WindowPage, login: LoginPage
) -> None:
    page.go_to("transfer")
    type_into(signed_in, "transfer.to", "karim@instapay")
    screen = signed_in.current_screen
    assert screen is not None
    screen.session_ended.emit()
    login.wait()
    assert login.notice().startswith("Your session has ended.")
    assert login.email() == EMAIL
    assert find(signed_in, QLineEdit, "login.password").hasFocus()
    login.sign_in(EMAIL, PASSWORD)
    page.wait_for_screen("transfer")
    assert find(signed_in, QLineEdit, "transfer.to").text() == "karim@instapay"
    assert login.notice() == ""


def test_what_was_typed_is_never_shown_to_somebody_else(
    qtbot: QtBot, signed_in: MainWindow, page: WindowPage, login: LoginPage
) -> None:
    page.go_to("transfer")
    type_into(signed_in, "transfer.to", "karim@instapay")
    screen = signed_in.current_screen
    assert screen is not None
    screen.session_ended.emit()
    login.wait()
    login.sign_in("karim@demo.eg", PASSWORD)
    page.wait_for_screen("accounts")
    page.go_to("transfer")
    assert find(signed_in, QLineEdit, "transfer.to").text() == ""
    # She gets it back, who comes after him.
    page.sign_out()
    login.sign_in(EMAIL, PASSWORD)
    page.go_to("transfer")
    qtbot.waitUntil(
        lambda: find(signed_in, QLineEdit, "transfer.to").text() == "karim@instapay",
        timeout=PATIENCE_MS,
    )


# Bad days


def test_a_dead_server_shows_within_five_seconds_and_heals_by_itself(
    signed_in: MainWindow, people: Bank, server: Server, page: WindowPage
) -> None:
    page.wait_for_connection("Connected")
    page.go_to("transfer")
    type_into(signed_in, "transfer.to", "karim@instapay")
    with no_connections(server, people.auth_url, people.payment_url):
        begun = time.monotonic()
        page.wait_for_connection("Reconnecting …", timeout_ms=6000)
        assert time.monotonic() - begun < 5
        assert page.offline_banner().startswith("The bank cannot be reached since ")
        assert "sent" not in page.offline_banner()
        assert page.screen() == "transfer"
        assert find(signed_in, QLineEdit, "transfer.to").text() == "karim@instapay"
    page.wait_for_connection("Connected")
    assert page.offline_banner() == ""
    assert find(signed_in, QLineEdit, "transfer.to").text() == "karim@instapay"


def test_with_payments_gone_the_banner_says_so(
    signed_in: MainWindow, people: Bank, server: Server, page: WindowPage
) -> None:
    page.wait_for_connection("Connected")
    with no_connections(server, people.payment_url):
        page.wait_for_connection("Reconnecting …", timeout_ms=6000)
        assert page.offline_banner().startswith("Payments cannot be reached since ")
    page.wait_for_connection("Connected")


def test_a_sign_in_while_the_bank_is_away_is_refused_and_works_later(
    window: MainWindow, people: Bank, server: Server, login: LoginPage, page: WindowPage
) -> None:
    window.attach(people.services())
    login.wait_for_connection("Connected")
    with no_connections(server, people.auth_url, people.payment_url):
        told = login.refuse(EMAIL, PASSWORD)
        assert told.startswith("The bank's sign-in cannot be reached")
        assert login.password() == PASSWORD
        login.wait_for_connection("Reconnecting …")
    login.wait_for_connection("Connected")
    find(window, QPushButton, "login.submit").click()
    page.wait_for_screen("accounts")
