"""The sign-in page before there is a bank: what is typed, shown and focused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from services.errors import InvalidInput, SignInRefused, Unavailable
from services.values.people import DemoPerson, Role
from tests.pages.finding import find, press, type_into
from tests.pages.login import LoginPage
from ui.screens.login import LoginScreen
from ui.screens.login.sign_in_form import SignInForm
from ui.screens.login.sign_up_form import SignUpForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.clock import Clock

PEOPLE = (
    DemoPerson("Salma Hassan", "salma@demo.eg", "salma's password"),
    DemoPerson("Karim Samir", "karim@demo.eg", "karim's password"),
    DemoPerson("Tarek Fouad", "teller@demo.eg", "tarek's password", Role.TELLER),
)


@pytest.fixture
def screen(qtbot: QtBot) -> LoginScreen:
    made = LoginScreen(PEOPLE)
    made.resize(1024, 640)
    qtbot.addWidget(made)
    made.enter({})
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def page(qtbot: QtBot, screen: LoginScreen) -> LoginPage:
    return LoginPage(qtbot, screen)


def form(screen: LoginScreen) -> SignInForm:
    return find(screen, SignInForm, "")


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def test_the_page_begins_in_the_email_field(screen: LoginScreen, page: LoginPage) -> None:
    assert focused() == "login.email"
    assert page.can_submit()
    assert not page.has_error()


def test_nothing_typed_is_told_at_the_email(screen: LoginScreen, page: LoginPage) -> None:
    page.press_submit()
    assert page.error() == "Please type your email address."
    assert focused() == "login.email"
    below(screen, "login.error", "login.email")


def test_a_missing_password_is_told_at_the_password(screen: LoginScreen, page: LoginPage) -> None:
    page.submit("salma@demo.eg", "")
    assert page.error() == "Please type your password."
    assert focused() == "login.password"
    below(screen, "login.error", "login.password")
    assert page.email() == "salma@demo.eg"


def test_an_error_goes_when_something_is_typed(screen: LoginScreen, page: LoginPage) -> None:
    page.press_submit()
    assert page.has_error()
    type_into(screen, "login.email", "s")
    assert not page.has_error()
    assert find(screen, QLineEdit, "login.email").property("invalid") is False


def below(screen: QWidget, lower: str, upper: str) -> None:
    """Assert that one control stands right under another."""
    one = find(screen, QWidget, lower)
    other = find(screen, QWidget, upper)
    QApplication.processEvents()
    gap = (
        one.mapTo(screen, one.rect().topLeft()).y()
        - other.mapTo(screen, other.rect().bottomLeft()).y()
    )
    assert 0 < gap < 16


def test_enter_goes_from_the_email_to_the_password_and_then_submits(
    screen: LoginScreen, page: LoginPage
) -> None:
    type_into(screen, "login.email", "salma@demo.eg")
    QTest.keyClick(find(screen, QLineEdit, "login.email"), Qt.Key.Key_Return)
    assert focused() == "login.password"
    type_into(screen, "login.password", "a password of hers")
    QTest.keyClick(find(screen, QLineEdit, "login.password"), Qt.Key.Key_Return)
    assert form(screen).submit.is_busy


def test_a_press_before_there_is_a_bank_waits_and_can_be_taken_back(
    qtbot: QtBot, screen: LoginScreen, page: LoginPage
) -> None:
    page.submit("salma@demo.eg", "a password of hers")
    assert not page.can_submit()
    assert find(screen, QLineEdit, "login.password").isReadOnly()
    cancel = find(screen, QPushButton, "login.cancel")
    assert not cancel.isVisible()
    qtbot.waitUntil(cancel.isVisible, timeout=4000)
    press(screen, "login.cancel")
    assert page.can_submit()
    assert (page.email(), page.password()) == ("salma@demo.eg", "a password of hers")
    assert not find(screen, QLineEdit, "login.password").isReadOnly()


def test_one_click_fills_in_a_demo_person_and_leads_to_the_button(
    screen: LoginScreen, page: LoginPage
) -> None:
    page.choose_demo_person("karim")
    assert (page.email(), page.password()) == ("karim@demo.eg", "karim's password")
    assert focused() == "login.submit"
    QTest.keyClick(find(screen, QPushButton, "login.submit"), Qt.Key.Key_Return)
    assert form(screen).submit.is_busy


def test_demo_people_tell_their_role_to_a_screen_reader(screen: LoginScreen) -> None:
    assert find(screen, QPushButton, "login.demo.salma").text() == "Salma"
    teller = find(screen, QPushButton, "login.demo.tarek")
    assert teller.text() == "Tarek · teller"
    assert teller.accessibleName() == "Fill in Tarek, teller"


def test_demo_people_can_come_later(qtbot: QtBot) -> None:
    made = LoginScreen()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    assert made.findChild(QPushButton, "login.demo.salma") is None
    made.show_demo_people(PEOPLE)
    qtbot.waitUntil(find(made, QPushButton, "login.demo.salma").isVisible)
    made.show_demo_people(PEOPLE[1:])
    qtbot.waitUntil(lambda: made.findChild(QPushButton, "login.demo.salma") is None)


def test_a_refusal_stands_under_the_password_with_all_selected(
    screen: LoginScreen, page: LoginPage
) -> None:
    page.submit("salma@demo.eg", "a wrong password")
    form(screen)._on_refused(SignInRefused("sign_in_refused", tries_left=3))
    assert page.error() == "Email or password is not right. Tries left before a pause: 3."
    assert focused() == "login.password"
    assert find(screen, QLineEdit, "login.password").hasSelectedText()
    assert (page.email(), page.password()) == ("salma@demo.eg", "a wrong password")
    below(screen, "login.error", "login.password")


def test_what_is_wrong_with_the_email_stands_under_it(screen: LoginScreen, page: LoginPage) -> None:
    page.submit("salma", "a password of hers")
    form(screen)._on_refused(InvalidInput("email_invalid", field="email"))
    assert page.error().startswith("This is not an email address.")
    assert focused() == "login.email"
    below(screen, "login.error", "login.email")


def test_a_bank_out_of_reach_marks_no_field(screen: LoginScreen, page: LoginPage) -> None:
    page.submit("salma@demo.eg", "a password of hers")
    form(screen)._on_refused(Unavailable("server_unreachable", database="auth"))
    assert page.error().startswith("The bank's sign-in cannot be reached")
    assert not find(screen, QLineEdit, "login.email").property("invalid")
    assert not find(screen, QLineEdit, "login.password").property("invalid")


def test_a_pause_counts_down_and_then_lets_this_email_try_again(
    qtbot: QtBot, clock: Clock, screen: LoginScreen, page: LoginPage
) -> None:
    clock.stop_counting()
    page.submit("salma@demo.eg", "a wrong password")
    form(screen)._on_refused(SignInRefused("sign_in_paused", retry_after_s=2))
    assert page.error() == "Too many tries. You can try again in 0:02."
    assert not page.can_submit()
    clock.forward(seconds=1)
    qtbot.waitUntil(lambda: page.error().endswith("in 0:01."))
    assert not page.can_submit()
    clock.forward(seconds=1)
    qtbot.waitUntil(page.can_submit)
    assert not page.has_error()


def test_a_pause_is_about_one_email_only(
    qtbot: QtBot, screen: LoginScreen, page: LoginPage
) -> None:
    page.submit("salma@demo.eg", "a wrong password")
    form(screen)._on_refused(SignInRefused("sign_in_paused", retry_after_s=60))
    assert not page.can_submit()
    type_into(screen, "login.email", "karim@demo.eg")
    assert page.can_submit()
    assert not page.has_error()
    type_into(screen, "login.email", "Salma@Demo.eg")
    assert not page.can_submit()
    assert page.error().startswith("Too many tries.")


def test_the_eye_of_the_password_is_the_page_s_own(screen: LoginScreen, page: LoginPage) -> None:
    type_into(screen, "login.password", "shown")
    page.show_password()
    assert find(screen, QLineEdit, "login.password").displayText() == "shown"


def test_caps_lock_is_told_under_the_password(screen: LoginScreen) -> None:
    field = find(screen, QLineEdit, "login.password")
    hint = find(screen, QLabel, "login.caps_lock")
    field.setFocus()
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, field, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier
    )
    assert hint.isVisible()
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, field, Qt.Key.Key_A, "a", Qt.KeyboardModifier.NoModifier
    )
    assert not hint.isVisible()


def test_being_shown_again_says_why_and_keeps_no_password(
    screen: LoginScreen, page: LoginPage
) -> None:
    page.submit("karim@demo.eg", "a password of his")
    screen.enter({"email": "salma@demo.eg", "notice": "Your session has ended."})
    assert page.notice() == "Your session has ended."
    assert (page.email(), page.password()) == ("salma@demo.eg", "")
    assert focused() == "login.password"
    assert page.can_submit()


def test_the_form_for_an_account_takes_the_email_along_and_back(
    screen: LoginScreen, page: LoginPage
) -> None:
    type_into(screen, "login.email", "new@demo.eg")
    page.open_sign_up()
    assert focused() == "signup.full_name"
    assert find(screen, QLineEdit, "signup.email").text() == "new@demo.eg"
    assert not page.is_shown()
    type_into(screen, "signup.email", "newer@demo.eg")
    page.back_to_sign_in()
    assert page.email() == "newer@demo.eg"
    assert focused() == "login.password"


def test_what_is_missing_for_an_account_is_told_at_its_field(
    screen: LoginScreen, page: LoginPage
) -> None:
    page.open_sign_up()
    form_ = find(screen, SignUpForm, "")
    form_._on_refused(InvalidInput("password_too_short", field="password"))
    assert page.sign_up_error().startswith("This password is too short.")
    assert focused() == "signup.password"
    below(screen, "signup.error", "signup.password")


def test_an_account_cannot_be_asked_for_before_there_is_a_bank(page: LoginPage) -> None:
    page.open_sign_up()
    page.sign_up("Nour Adel", "nour@demo.eg", "a long enough password")
    assert page.sign_up_error().startswith("The bank's sign-in cannot be reached")


@pytest.mark.parametrize("size", [(1024, 640), (640, 400)])
@pytest.mark.parametrize("direction", Qt.LayoutDirection.__members__)
def test_nothing_on_the_page_is_cut_and_it_scrolls_where_it_must(
    screen: LoginScreen, page: LoginPage, size: tuple[int, int], direction: str
) -> None:
    screen.setLayoutDirection(Qt.LayoutDirection[direction])
    screen.resize(*size)
    page.submit("salma@demo.eg", "a wrong password")
    form(screen)._on_refused(SignInRefused("sign_in_refused", tries_left=3))
    QApplication.processEvents()
    for label in screen.findChildren(QLabel):
        if label.isVisible():
            needed = (
                label.heightForWidth(label.width())
                if label.wordWrap()
                else label.sizeHint().height()
            )
            assert label.height() >= needed, label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()
    for button in screen.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
            assert button.height() >= button.sizeHint().height(), button.text()


def test_alt_letters_are_unique_on_each_page(screen: LoginScreen, page: LoginPage) -> None:
    def letters() -> list[str]:
        labels, buttons = screen.findChildren(QLabel), screen.findChildren(QPushButton)
        texts = [each.text() for each in labels if each.isVisible()]
        texts += [each.text() for each in buttons if each.isVisible()]
        return [text[text.index("&") + 1].lower() for text in texts if "&" in text]

    assert len(letters()) >= 4
    assert len(set(letters())) == len(letters())
    page.open_sign_up()
    assert len(letters()) >= 5
    assert len(set(letters())) == len(letters())


def test_tab_goes_in_the_order_of_reading(screen: LoginScreen) -> None:
    find(screen, QLineEdit, "login.email").setFocus()
    order = []
    for _ in range(6):
        order.append(focused())
        QTest.keyClick(screen, Qt.Key.Key_Tab)
    assert order == [
        "login.email",
        "login.password",
        "login.show_password",
        "login.submit",
        "login.create_account",
        "login.demo.salma",
    ]
