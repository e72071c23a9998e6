"""The window before there is a bank, and how it starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget

from app.commands import run
from app.logs import JsonLines
from services.errors import SchemaMismatch, ServerFault, SettingsInvalid, Unavailable, Unexpected
from services.values.people import DemoPerson, Role
from tests.pages.finding import find, press, type_into
from tests.pages.login import LoginPage
from tests.pages.window import WindowPage
from ui import appearance, messages, theme
from ui.actions import Action
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.shell import screen_table

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.errors import InstaPayError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "desktop.ini")


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences) -> MainWindow:
    made = MainWindow(preferences=preferences)
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


def test_the_window_is_imported_without_a_database_or_a_hash() -> None:
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, ui.main_window; print(*sorted(sys.modules), sep='\\n')",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = set(ran.stdout.split())
    assert "ui.screens.login" in loaded
    assert not {name.partition(".")[0] for name in loaded} & {
        "sqlalchemy",
        "psycopg2",
        "bcrypt",
        "alembic",
        "models",
        "app",
    }
    services = {name for name in loaded if name.startswith("services.")}
    assert {name for name in services if not name.startswith("services.values")} == {
        "services.errors"
    }
    # What only somebody who is signed in sees waits too.
    assert not {name for name in loaded if name.startswith("ui.screens.")} - {
        name for name in loaded if name.startswith("ui.screens.login")
    }


def test_no_second_window_flashes_up(
    qtbot: QtBot, preferences: Preferences, shown_windows: list[str]
) -> None:
    made = MainWindow(
        preferences=preferences, demo_people=(DemoPerson("Salma Hassan", "s@demo.eg", "x" * 12),)
    )
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_startup_failure(ServerFault("server_binaries_missing"))
    assert shown_windows == ["MainWindow"]


def test_the_start_is_told_phase_by_phase(window: MainWindow, login: LoginPage) -> None:
    assert login.is_shown()
    assert login.connection() == "Starting the bank …"
    window.show_startup_phase("preparing")
    assert login.connection() == "Preparing the databases, once only …"
    window.show_startup_phase("something new")
    assert login.connection() == "Starting the bank …"


FAILURES = {
    ServerFault("server_home_unwritable", path="/srv/bank"): (
        "The bank did not start",
        "The folder /srv/bank cannot be written.",
    ),
    SchemaMismatch("schema_newer", database="auth", found="0009", expected="0003"): (
        "This program does not fit its databases",
        "Please update this program.",
    ),
    SettingsInvalid("settings_invalid", name="auth_url", reason="not a URL"): (
        "A setting is not right",
        "auth_url",
    ),
    Unavailable("server_unreachable", database="auth"): (
        "The bank cannot be reached",
        "Please try again",
    ),
}


@pytest.mark.parametrize("error", FAILURES, ids=repr)
def test_a_failed_start_says_why_and_offers_to_try_again(
    qtbot: QtBot, window: MainWindow, page: WindowPage, error: InstaPayError
) -> None:
    heading, part = FAILURES[error]
    window.show_startup_failure(error)
    assert part in page.startup_failure()
    assert find(window, QWidget, "startup.failure").accessibleName() == heading
    assert not find(window, QLineEdit, "login.email").isVisible()
    assert not find(window, QPushButton, "startup.addresses").isVisible()
    with qtbot.waitSignal(window.retry_requested):
        page.retry_start()
    assert find(window, QLineEdit, "login.email").isVisible()


def test_a_failed_start_takes_a_waiting_sign_in_back_and_keeps_what_was_typed(
    window: MainWindow, page: WindowPage, login: LoginPage
) -> None:
    login.submit("salma@demo.eg", "a password of hers")
    assert not login.can_submit()
    window.show_startup_failure(ServerFault("server_binaries_missing"))
    page.retry_start()
    assert login.can_submit()
    assert (login.email(), login.password()) == ("salma@demo.eg", "a password of hers")


def test_demo_people_can_come_later(window: MainWindow) -> None:
    window.show_demo_people((DemoPerson("Salma Hassan", "salma@demo.eg", "x" * 12),))
    assert find(window, QPushButton, "login.demo.salma").isVisible()


def test_the_window_is_never_smaller_than_the_design(window: MainWindow) -> None:
    assert window.minimumSize().width() == 1024
    assert window.minimumSize().height() == 640
    window.resize(100, 100)
    assert (window.width(), window.height()) == (1024, 640)


def test_the_window_comes_back_in_its_size(
    qtbot: QtBot, window: MainWindow, preferences: Preferences, tmp_path: Path
) -> None:
    # The screen of a test is 800 pixels wide, less than the smallest window: the height tells.
    window.resize(1024, 660)
    QApplication.processEvents()
    window.close()
    kept = Preferences(tmp_path / "desktop.ini").blob("window/geometry")
    assert kept
    assert preferences.blob("window/geometry") == kept
    again = MainWindow(preferences=Preferences(tmp_path / "desktop.ini"))
    qtbot.addWidget(again)
    assert again.height() == 660


def test_a_spoilt_place_and_palette_are_ignored(qtbot: QtBot, preferences: Preferences) -> None:
    preferences.set_blob("window/geometry", b"no geometry")
    preferences.set_text("window/theme", "pink")
    made = MainWindow(preferences=preferences)
    qtbot.addWidget(made)
    assert made.width() >= 1024
    assert theme.scheme() is theme.Scheme.SYSTEM


def test_the_palette_that_was_chosen_is_worn_at_the_start(
    qtbot: QtBot, preferences: Preferences
) -> None:
    appearance.choose_scheme(preferences, theme.Scheme.DARK)
    made = MainWindow(preferences=preferences)
    qtbot.addWidget(made)
    assert theme.is_dark()


def test_a_fault_is_told_in_one_dialog_with_its_reference(
    qtbot: QtBot, window: MainWindow, page: WindowPage
) -> None:
    messages.fault(Unexpected("unexpected", reference="4F3A9B21"))
    messages.fault(Unexpected("unexpected", reference="00000000"))
    assert "4F3A9B21" in page.fault()
    dialogs = [w for w in window.findChildren(QWidget, "message.fault") if w.isVisible()]
    assert len(dialogs) == 1
    assert dialogs[0].windowModality() is Qt.WindowModality.WindowModal
    words = find(window, QLabel, "message.fault_text")
    assert words.height() >= words.heightForWidth(words.width())
    press(window, "message.fault_close")
    qtbot.waitUntil(lambda: not window.findChildren(QWidget, "message.fault"))
    messages.fault(Unexpected("unexpected", reference="11111111"))
    assert "11111111" in page.fault()


def test_the_dialog_of_a_fault_tells_nothing_of_its_error(
    window: MainWindow, page: WindowPage, caplog: pytest.LogCaptureFixture
) -> None:
    """A token may stand in it; the reference leads to the log, which leaves statements out."""
    error = ValueError("no\nLINE 1: select * from api.access_token('h5Gq_3ZkqT0f7mXw9s2LcV8bNpYr')")
    run._tell_fault(type(error), error, None)
    text = page.fault()
    assert "h5Gq" not in text
    assert "LINE" not in text
    (record,) = caplog.records
    assert record.__dict__["reference"] in text
    assert "h5Gq" not in JsonLines().format(record)


def test_another_error_without_a_place_is_told_in_a_note(
    window: MainWindow, page: WindowPage
) -> None:
    messages.fault(Unavailable("server_busy"))
    assert page.notes() == ["The bank is busy just now. Please try again in a moment."]
    assert not window.findChildren(QWidget, "message.fault")


def test_every_shortcut_of_the_table_is_bound_once(window: MainWindow) -> None:
    bound = [action.objectName() for action in window.findChildren(QAction)]
    names = [f"action.{action.name.lower()}" for action in Action]
    assert sorted(name for name in bound if name.startswith("action.")) == sorted(names)


@pytest.mark.parametrize("key", [Qt.Key.Key_Q, Qt.Key.Key_W])
def test_the_window_closes_by_keyboard(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_keys_of_screens_do_nothing_while_nobody_is_signed_in(
    window: MainWindow, login: LoginPage
) -> None:
    type_into(window, "login.email", "salma@demo.eg")
    for key, modifier in (
        (Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(window, key, modifier)
    assert login.is_shown()
    assert login.email() == "salma@demo.eg"


@pytest.mark.parametrize("role", Role)
def test_there_is_a_first_screen_for_every_role(role: Role) -> None:
    names = [entry.name for entry in screen_table.entries_for(frozenset({role}))]
    first = {Role.CUSTOMER: "accounts", Role.ADMIN: "administration"}
    assert names[0] == first.get(role, "counter")
    assert "notifications" in names
    assert ("transfer" in names) is (role is Role.CUSTOMER)


def nameless(window: QWidget) -> list[str]:
    """What can be reached by Tab or pressed, is shown, and has neither name nor words."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        words = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
        if not widget.accessibleName() and not words:
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def test_every_control_has_a_name_for_a_screen_reader(window: MainWindow, login: LoginPage) -> None:
    assert nameless(window) == []
    login.open_sign_up()
    assert nameless(window) == []
    window.show_startup_failure(ServerFault("server_binaries_missing"))
    assert nameless(window) == []


def test_a_change_of_language_direction_turns_the_window_around(
    qapp: QApplication, window: MainWindow
) -> None:
    field = find(window, QLineEdit, "login.email")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert field.layoutDirection() is Qt.LayoutDirection.RightToLeft
