"""When a window locks: after a time without key or mouse, which can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.pages.finding import PATIENCE_MS, find
from tests.ui.session.reading import is_locked_at_the_bank
from ui import lock_time
from ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.bank import Bank
    from tests.clock import Clock
    from tests.pages.lock import LockPage
    from tests.pages.window import WindowPage
    from ui.main_window import MainWindow

WRONG = "not her password"
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_five_minutes_without_key_or_mouse_lock_the_window(
    qtbot: QtBot, clock: Clock, signed_in: MainWindow, lock: LockPage, bank: Bank
) -> None:
    clock.stop_counting()
    QTest.keyClick(signed_in.windowHandle(), Qt.Key.Key_Shift)
    clock.forward(seconds=299)
    qtbot.wait(100)
    assert not lock.is_shown()
    clock.forward(seconds=1)
    lock.wait()
    assert lock.name() == "Salma Hassan"
    qtbot.waitUntil(lambda: is_locked_at_the_bank(bank), timeout=PATIENCE_MS)


@pytest.mark.parametrize("how", ["key", "mouse"])
def test_whoever_touches_the_window_is_there(
    qtbot: QtBot, clock: Clock, signed_in: MainWindow, lock: LockPage, how: str
) -> None:
    native = signed_in.windowHandle()
    clock.stop_counting()
    QTest.keyClick(native, Qt.Key.Key_Shift)
    clock.forward(seconds=299)
    if how == "key":
        QTest.keyClick(native, Qt.Key.Key_Shift)
    else:
        QTest.mouseMove(native, native.geometry().center())
        QTest.mouseMove(native)
    clock.forward(seconds=291)
    qtbot.wait(100)
    assert not lock.is_shown()
    clock.forward(seconds=12)
    lock.wait()


def test_a_key_after_the_time_locks_and_does_nothing_else(
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    signed_in: MainWindow,
    page: WindowPage,
    lock: LockPage,
) -> None:
    """As when a computer wakes up: its timers have stood still."""
    page.go_to("transfer")
    assert signed_in._lock is not None
    signed_in._lock.idle_watch._timer.setInterval(60_000)
    clock.forward(seconds=301)
    QTest.keyClick(signed_in.windowHandle(), Qt.Key.Key_X)
    assert lock.is_shown()
    assert find(signed_in, QLineEdit, "lock.password").text() == ""


def test_another_time_can_be_chosen_and_survives_a_restart(
    clock: Clock,
    signed_in: MainWindow,
    lock: LockPage,
    preferences: Preferences,
    tmp_path: Path,
) -> None:
    lock_time.choose(preferences, 1)
    clock.forward(seconds=61)
    lock.wait()
    preferences.save()
    assert lock_time.minutes(Preferences(tmp_path / "desktop.ini")) == 1


def test_a_time_that_is_spoilt_or_no_choice_is_not_taken(preferences: Preferences) -> None:
    preferences.set_text("lock/minutes", "1000")
    assert lock_time.minutes(preferences) == 5
    with pytest.raises(ValueError, match="3"):
        lock_time.choose(preferences, 3)


def test_nobody_signed_in_nothing_to_lock(window: MainWindow, lock: LockPage) -> None:
    QTest.keyClick(window, Qt.Key.Key_L, CONTROL)
    assert not lock.is_shown()
