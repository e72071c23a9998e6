"""The settings screen, with the real bank."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QRadioButton, QWidget

from services.errors import SessionEnded, SignInRefused
from services.sessions import SessionService
from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS, find
from tests.ui.session.conftest import EMAIL
from ui import appearance, lock_time, theme
from ui.components.password import change_form
from ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank
    from tests.pages.login import LoginPage
    from tests.pages.settings import SettingsPage
    from tests.pages.window import WindowPage
    from ui.main_window import MainWindow

NEW = "a password of my own"


@pytest.fixture
def opened(signed_in: MainWindow, page: WindowPage, settings: SettingsPage) -> SettingsPage:
    del signed_in
    page.go_to("settings")
    settings.wait_for_places(1)
    return settings


# The password


def test_a_new_password_signs_other_places_out_and_this_one_stays(
    *, elsewhere: Services, opened_with_another: SettingsPage, bank: Bank, page: WindowPage
) -> None:
    opened_with_another.password.change(NEW, current=PASSWORD)
    told = opened_with_another.wait_until_changed()
    assert told == "Your password is changed.\nAll other places are signed out."
    opened_with_another.wait_for_places(1)
    with pytest.raises(SessionEnded):
        elsewhere.accounts.list()
    with pytest.raises(SignInRefused):
        elsewhere.identity.sign_in(email=EMAIL, password=PASSWORD)
    elsewhere.identity.sign_in(email=EMAIL, password=NEW)
    page.go_to("accounts")


@pytest.fixture
def opened_with_another(
    signed_in: MainWindow, elsewhere: Services, page: WindowPage, settings: SettingsPage
) -> SettingsPage:
    del signed_in, elsewhere
    page.go_to("settings")
    settings.wait_for_places(2)
    return settings


def test_what_is_wrong_is_told_and_nothing_is_changed(opened: SettingsPage, bank: Bank) -> None:
    form = opened.password
    before = bank.ask("auth", "SELECT password_hash FROM users WHERE email = %s", EMAIL)
    assert form.refuse(NEW) == "Please type your password."
    wrong = form.refuse(NEW, current="not her password")
    assert wrong == "This is not your password. Tries left before a pause: 4."
    assert form.refuse("short", current=PASSWORD).startswith("This password is too short.")
    told = form.refuse(PASSWORD, current=PASSWORD)
    assert told == "This is the password you have now. Please choose another one."
    assert form.refuse(NEW, "other", current=PASSWORD).startswith("This is not the same as above.")
    assert bank.ask("auth", "SELECT password_hash FROM users WHERE email = %s", EMAIL) == before
    form.change(NEW, current=PASSWORD)
    opened.wait_until_changed()


def test_too_many_wrong_ones_lead_to_a_pause_that_is_counted_down(
    opened: SettingsPage, bank: Bank, qtbot: QtBot
) -> None:
    other = bank.services("other")
    for _ in range(4):
        with pytest.raises(SignInRefused):
            other.identity.sign_in(email=EMAIL, password="not her password")
    told = opened.password.refuse(NEW, current="not her password")
    assert told.startswith("Too many tries.")
    assert not opened.password.can_submit()
    qtbot.waitUntil(lambda: opened.password.error() != told, timeout=PATIENCE_MS)
    assert opened.password.error().startswith("Too many tries.")


def test_one_need_not_wait_for_a_bank_that_takes_its_time(
    monkeypatch: pytest.MonkeyPatch, signed_in: MainWindow, page: WindowPage,
    settings: SettingsPage, bank: Bank,
) -> None:  # fmt: skip
    monkeypatch.setattr(change_form, "CANCEL_AFTER_MS", 20)
    page.go_to("settings")
    with bank.as_owner("auth") as owner:
        owner.execute("LOCK TABLE users, sessions IN ACCESS EXCLUSIVE MODE")
        settings.password.change(NEW, current=PASSWORD)
        settings.password.wait_until_cancellable()
        settings.password.cancel()
        assert settings.password.error().startswith("You stopped waiting, so we don't know")
        assert settings.password.can_submit()
        assert find(signed_in, QPushButton, "settings.password.submit").text() == "&Change password"


# Where somebody is signed in


def test_each_place_is_told_with_its_times_and_this_window_is_marked(
    opened_with_another: SettingsPage,
) -> None:
    places = opened_with_another.places()
    assert len([each for each in places if "This window" in each]) == 1
    assert "This window" in places[0]
    assert all("Opened" in each for each in places)
    assert len([each for each in places if "last used" in each]) == 1


def test_one_place_is_signed_out_at_once(
    *,
    opened_with_another: SettingsPage,
    elsewhere: Services,
    page: WindowPage,
    signed_in: MainWindow,
    bank: Bank,
) -> None:
    bank.services("third").identity.sign_in(email=EMAIL, password=PASSWORD)
    signed_in.refresh()
    opened_with_another.wait_for_places(3)
    other = 1 + next(
        n for n, each in enumerate(opened_with_another.places()) if "This window" not in each
    )
    find(signed_in, QPushButton, f"settings.place.{other}.sign_out").setFocus()
    opened_with_another.end(other)
    opened_with_another.wait_for_places(2)
    assert "This window" in opened_with_another.places()[0]
    assert page.notes() == ["Signed out there."]
    assert find(signed_in, QPushButton, "settings.end_others").hasFocus()
    find(signed_in, QPushButton, "settings.place.2.sign_out").setFocus()
    opened_with_another.end(2)
    opened_with_another.wait_for_places(1)
    assert not opened_with_another.can_end_others()
    assert find(signed_in, QPushButton, "settings.end_all").hasFocus()
    with pytest.raises(SessionEnded):
        elsewhere.accounts.list()


def test_all_other_places_are_signed_out(
    opened_with_another: SettingsPage, elsewhere: Services, bank: Bank
) -> None:
    bank.services("third").identity.sign_in(email=EMAIL, password=PASSWORD)
    opened_with_another.end_others()
    opened_with_another.wait_for_places(1)
    with pytest.raises(SessionEnded):
        elsewhere.accounts.list()


def test_another_call_that_finds_no_session_first_is_no_session_that_ended_by_itself(
    opened_with_another: SettingsPage,
    login: LoginPage,
    signed_in: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    end_all, is_told = SessionService.end_all, threading.Event()

    def slow(self: SessionService) -> None:
        end_all(self)
        assert is_told.wait(10)

    monkeypatch.setattr(SessionService, "end_all", slow)
    opened_with_another.end_all()
    for _ in range(100):
        signed_in.refresh()
        QTest.qWait(50)
        if login.is_shown():
            break
    is_told.set()
    login.wait()
    assert login.email() == ""
    assert signed_in.person is None


def test_signing_out_everywhere_leads_to_the_sign_in_page(
    *,
    opened_with_another: SettingsPage,
    elsewhere: Services,
    login: LoginPage,
    bank: Bank,
    signed_in: MainWindow,
) -> None:
    opened_with_another.end_all(sure=False)
    assert not login.is_shown()
    opened_with_another.end_all()
    login.wait()
    assert login.email() == ""
    assert signed_in.person is None
    assert bank.ask("auth", "SELECT 1 FROM sessions WHERE ended_at IS NULL") == []
    with pytest.raises(SessionEnded):
        elsewhere.accounts.list()


def test_a_window_that_was_signed_out_from_elsewhere_asks_to_sign_in_again(
    opened: SettingsPage, elsewhere: Services, signed_in: MainWindow, login: LoginPage
) -> None:
    elsewhere.sessions.end_others()
    signed_in.refresh()
    login.wait()
    assert login.notice().startswith("Your session has ended.")


# By keyboard


def test_tab_goes_through_the_screen_as_it_is_read(
    opened_with_another: SettingsPage, signed_in: MainWindow, bank: Bank
) -> None:
    bank.services("third").identity.sign_in(email=EMAIL, password=PASSWORD)
    signed_in.refresh()
    opened_with_another.wait_for_places(3)
    screen = signed_in.current_screen
    assert screen is not None
    chain = [screen.nextInFocusChain()]
    while (step := chain[-1]) is not None and step is not screen:
        chain.append(step.nextInFocusChain())
    assert [
        step.objectName()
        for step in chain
        if step is not None
        and step.focusPolicy() & Qt.FocusPolicy.TabFocus
        and step.isVisible()
        and step.isEnabled()
        and screen.isAncestorOf(step)
    ] == [
        "settings.place.2.sign_out",
        "settings.place.3.sign_out",
        "settings.end_others",
        "settings.end_all",
        "settings.password.current",
        "settings.password.show_current",
        "settings.password.new",
        "settings.password.show_new",
        "settings.password.again",
        "settings.password.show_again",
        "settings.password.submit",
        *[f"settings.language.{each}" for each in ("en", "ar")],
        "settings.theme.system",
        "settings.theme.light",
        "settings.theme.dark",
        "settings.lock_after",
        "settings.background_news",
    ]


def test_alt_letters_are_unique_and_everything_has_a_name(
    opened: SettingsPage, signed_in: MainWindow
) -> None:
    texts = [
        each.text()
        for each in signed_in.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QLabel) and each.isVisible()
    ]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == len(set(letters)) > 8
    for each in signed_in.findChildren(QWidget):
        if each.isVisible() and each.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            words = each.text() if isinstance(each, QAbstractButton) else ""
            assert each.accessibleName() or words, each.objectName()


# This computer


def test_the_theme_is_one_choice_with_two_places_to_make_it(
    opened: SettingsPage, signed_in: MainWindow, page: WindowPage, preferences: Preferences
) -> None:
    opened.choose_theme(theme.Scheme.DARK)
    assert theme.is_dark()
    assert appearance.chosen_scheme(preferences) is theme.Scheme.DARK
    page.choose_theme(theme.Scheme.LIGHT)
    assert not theme.is_dark()
    assert find(signed_in, QRadioButton, "settings.theme.light").isChecked()


def test_the_lock_time_is_kept_over_a_restart(
    opened: SettingsPage, preferences: Preferences, tmp_path: Path
) -> None:
    assert opened.lock_after() == "5 minutes"
    opened.choose_lock_after("1 minute")
    preferences.save()
    assert lock_time.minutes(Preferences(tmp_path / "desktop.ini")) == 1
