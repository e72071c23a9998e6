"""Switching the language while somebody is signed in, with the real bank."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QRadioButton

from tests.bank import PASSWORD
from tests.pages.finding import find, plain
from tests.pages.language import LanguagePage
from tests.ui.session.conftest import EMAIL
from ui import language
from ui.language import Language
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.pages.lock import LockPage
    from tests.pages.login import LoginPage
    from tests.pages.settings import SettingsPage
    from tests.pages.transfer import TransferPage
    from tests.pages.window import WindowPage

#: What stays in Latin letters: names, addresses, codes of currencies, keys, and the station's name.
NAMES = (
    r"Mini-InstaPay|English|Salma Hassan|Karim S•+|salma@demo\.eg|\w+@instapay|EGP|EG\d[\d ]+"
    r"|Ctrl\+L|Everyday|Current account"
)


@pytest.fixture
def spoken(qtbot: QtBot, signed_in: MainWindow) -> LanguagePage:
    return LanguagePage(qtbot, signed_in)


@pytest.fixture
def in_settings(page: WindowPage, settings: SettingsPage, spoken: LanguagePage) -> LanguagePage:
    page.go_to("settings")
    settings.wait_for_places(1)
    return spoken


def _english(spoken: LanguagePage, station: str) -> list[str]:
    """What is on screen in Latin letters and should not be."""
    names = re.compile(f"{NAMES}|{re.escape(station)}")
    return [text for text in spoken.texts() if re.search("[A-Za-z]", names.sub("", text))]


def test_every_screen_speaks_it_at_once_and_nothing_is_left(
    in_settings: LanguagePage,
    page: WindowPage,
    settings: SettingsPage,
    transfer: TransferPage,
    window: MainWindow,
) -> None:
    station = settings.places()[0].partition(",")[0]
    in_settings.choose(Language.ARABIC)
    assert page.screen() == "settings"
    assert in_settings.is_mirrored()
    assert in_settings.is_chosen(Language.ARABIC)
    assert find(window, QRadioButton, "settings.language.ar").hasFocus()
    assert window.windowTitle() == "الإعدادات · Mini-InstaPay"
    settings.wait_for_places(1)
    assert _english(in_settings, station) == []
    for screen in ("accounts", "notifications", "transfer"):
        page.go_to(screen)
        if screen == "transfer":
            transfer.wait_for_form()
        assert _english(in_settings, station) == [], screen
    assert page.connection() == "متصل"


def test_what_is_typed_and_not_sent_stays(
    in_settings: LanguagePage, page: WindowPage, transfer: TransferPage, window: MainWindow
) -> None:
    page.go_to("transfer")
    transfer.wait_for_form()
    transfer.fill("karim@instapay", "12.50", "غداء")
    page.go_to("settings")
    in_settings.choose(Language.ARABIC)
    page.go_to("transfer")
    transfer.wait_for_form()
    assert find(window, QLineEdit, "transfer.to").text() == "karim@instapay"
    assert find(window, QLineEdit, "transfer.amount").text() == "12.50"
    assert find(window, QLineEdit, "transfer.note").text() == "غداء"
    page.go_to("settings")
    in_settings.choose(Language.ENGLISH)
    page.go_to("transfer")
    transfer.wait_for_form()
    assert find(window, QLineEdit, "transfer.note").text() == "غداء"


def test_the_person_stays_signed_in_and_pays(
    in_settings: LanguagePage, page: WindowPage, transfer: TransferPage
) -> None:
    in_settings.choose(Language.ARABIC)
    page.go_to("transfer")
    transfer.wait_for_form()
    transfer.fill("karim@instapay", "12.50", "")
    transfer.review()
    transfer.dialog()
    transfer.confirm()
    transfer.wait_for_outcome("sent")
    assert page.notes() == []


def test_the_lock_and_the_sign_in_page_speak_it_too(
    in_settings: LanguagePage, page: WindowPage, lock: LockPage, login: LoginPage
) -> None:
    in_settings.choose(Language.ARABIC)
    lock.lock()
    assert "مقفل" in in_settings.texts()
    lock.unlock(PASSWORD)
    page.sign_out()
    assert login.connection() == "متصل"
    assert "تسجيل ال&دخول" in in_settings.texts()
    login.sign_in(EMAIL, PASSWORD)


def test_it_is_kept_over_a_restart(
    in_settings: LanguagePage,
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    services: Services,
) -> None:
    in_settings.choose(Language.ARABIC)
    language.put_on(qapp, Language.ENGLISH)
    again = MainWindow(preferences=Preferences(tmp_path / "desktop.ini"))
    qtbot.addWidget(again)
    assert language.current() is Language.ARABIC
    again.attach(services)
    assert plain(again.windowTitle()) == "Mini-InstaPay"


@pytest.mark.parametrize("name", Language)
def test_alt_letters_are_unique_on_each_screen(
    name: Language, in_settings: LanguagePage, page: WindowPage, transfer: TransferPage
) -> None:
    if language.current() is not name:
        in_settings.choose(name)
    for screen in ("settings", "accounts", "notifications", "transfer"):
        page.go_to(screen)
        if screen == "transfer":
            transfer.wait_for_form()
        letters = in_settings.alt_letters()
        assert letters, screen
        assert len(letters) == len(set(letters)), (screen, letters)
