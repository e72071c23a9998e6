"""Guide, shortcuts, about and logs, and keys that do one thing at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListWidget, QWidget

from tests.pages.finding import find, plain, press, wait_for
from ui.actions import Action
from ui.main_window import MainWindow
from ui.shell.guide_window import GuideWindow

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.pages.lock import LockPage
    from tests.pages.login import LoginPage
    from tests.pages.settings import SettingsPage
    from tests.pages.window import WindowPage
    from ui.preferences import Preferences


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences, tmp_path: Path) -> MainWindow:
    made = MainWindow(preferences=preferences, log_folder=tmp_path / "logs")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    active = QApplication.activeWindow()
    assert active is not None
    QTest.keyClick(QApplication.focusWidget() or active, key, modifier)


def _guide(window: MainWindow) -> GuideWindow:
    (guide,) = window.findChildren(GuideWindow)
    return guide


def _is_on(window: MainWindow, action: Action) -> bool:
    made = window.findChild(QAction, action.object_name)
    assert made is not None
    return made.isEnabled()


def test_the_guide_opens_at_what_is_on_screen(
    qtbot: QtBot, signed_in: MainWindow, page: WindowPage, lock: LockPage
) -> None:
    for screen, title in (
        ("accounts", "Accounts and history"),
        ("transfer", "Sending money"),
        ("settings", "Settings"),
    ):
        page.go_to(screen)
        signed_in.activateWindow()
        qtbot.waitUntil(signed_in.isActiveWindow)
        _key(Qt.Key.Key_F1)
        assert page.guide_title() == title
        qtbot.waitUntil(_guide(signed_in).isActiveWindow)
        _key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: page.guide_title() == "")
        assert signed_in.isVisible()
    lock.lock()
    _key(Qt.Key.Key_F1)
    assert page.guide_title() == "Locking the window"


def test_the_guide_is_there_for_who_cannot_sign_in(
    qtbot: QtBot, window: MainWindow, page: WindowPage
) -> None:
    _key(Qt.Key.Key_F1)
    assert page.guide_title() == "Signing in"
    contents = find(_guide(window), QListWidget, "guide.contents")
    QTest.keyClick(contents, Qt.Key.Key_Down)
    assert page.guide_title() == "Accounts and history"
    # It is no dialog that is in the way.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClicks(find(window, QLineEdit, "login.email"), "a")
    assert find(window, QLineEdit, "login.email").text() == "a"


def test_only_keys_that_do_something_are_on(
    window: MainWindow, signed_in: MainWindow, page: WindowPage, lock: LockPage
) -> None:
    everywhere = {Action.QUIT, Action.CLOSE, Action.HELP, Action.SHORTCUTS}
    inside = {Action.REFRESH, Action.LOCK, Action.NEXT_SCREEN, Action.SCREEN_4}
    assert all(_is_on(window, each) for each in everywhere | inside)
    assert not _is_on(window, Action.SCREEN_9)
    page.go_to("settings")
    assert not _is_on(window, Action.FIND)
    assert not _is_on(window, Action.PRINT)
    lock.lock()
    assert all(_is_on(window, each) for each in everywhere)
    assert not any(_is_on(window, each) for each in inside)
    lock.sign_out()
    assert not any(_is_on(window, each) for each in inside)


def test_the_sheet_lists_the_keys_that_are_on_with_screens_by_their_names(
    qtbot: QtBot, signed_in: MainWindow, page: WindowPage
) -> None:
    page.go_to("settings")
    _key(Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, signed_in, "shortcuts.close")
    sheet = find(signed_in, QDialog, "shortcuts")
    said = [plain(each.text()) for each in sheet.findChildren(QLabel)]
    for words in ("Accounts", "Alt+1", "Settings", "Lock the window", "Ctrl+L", "F5", "Ctrl+R"):
        assert words in said
    for words in ("Filter", "Print", "Ninth screen", "First screen"):
        assert words not in said
    press(signed_in, "shortcuts.close")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    page.open_help("shortcuts")
    again = wait_for(qtbot, signed_in, "shortcuts.close")
    qtbot.waitUntil(again.window().isActiveWindow)
    _key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert signed_in.isVisible()


def test_about_tells_versions_and_the_servers_in_use_and_copies_them(
    signed_in: MainWindow, page: WindowPage, tmp_path: Path
) -> None:
    page.open_help("about")
    page.wait_for_servers()
    assert page.about("version")[0].isdigit()
    assert page.about("postgres").split(".")[0].isdigit()
    assert page.about("auth") == page.about("payment")
    press(signed_in, "about.copy")
    copied = QApplication.clipboard().text().splitlines()
    assert f"Version: {page.about('version')}" in copied
    assert f"Payment database: {page.about('payment')}" in copied
    assert f"Logs: {tmp_path / 'logs'}" in copied


def test_logs_that_cannot_be_opened_are_named(
    qtbot: QtBot, signed_in: MainWindow, page: WindowPage, tmp_path: Path
) -> None:
    page.open_help("logs")
    qtbot.waitUntil(lambda: page.notes() == [f"The logs are in {tmp_path / 'logs'}"])


def test_ctrl_w_closes_a_drawer_before_the_window(
    signed_in: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawers = [True]
    monkeypatch.setattr(
        signed_in.current_screen, "close_drawer", lambda: bool(drawers) and drawers.pop()
    )
    _key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert drawers == []
    assert signed_in.isVisible()
    _key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not signed_in.isVisible()


def test_alt_and_number_lead_to_the_heading_of_settings_not_to_the_password(
    signed_in: MainWindow, page: WindowPage, settings: SettingsPage
) -> None:
    page.go_to("transfer")
    field = find(signed_in, QWidget, "transfer.amount")
    field.setFocus()
    _key(Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    page.wait_for_screen("settings")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLabel)
    assert focused.text() == "Settings"
    settings.wait_for_places(1)
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    after = QApplication.focusWidget()
    assert after is not None
    assert after.objectName() == "settings.end_all"


def test_a_login_page_has_no_keys_of_somebody(window: MainWindow, login: LoginPage) -> None:
    assert login.is_shown()
    assert not _is_on(window, Action.NEW_TRANSFER)
    assert not _is_on(window, Action.LOCK)
