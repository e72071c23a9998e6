"""How page objects find controls and read what they say."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from ui import bidi

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_W = TypeVar("_W", bound=QWidget)

#: Longest wait for something that a real bank has to answer, in ms.
PATIENCE_MS = 30_000


def find(root: QWidget, kind: type[_W], name: str) -> _W:
    """Return the control of that object name; it must be there.

    A page that gave way to another one goes a turn later: of two, the one on screen is meant.
    """
    found = root.findChildren(kind, name)
    assert found, f"no {kind.__name__} named {name}"
    return next((each for each in found if each.isVisible()), found[-1])


def wait_for(qtbot: QtBot, root: QWidget, name: str) -> QWidget:
    """Wait until a control of that name is on screen."""

    def is_shown() -> bool:
        return any(each.isVisible() for each in root.findChildren(QWidget, name))

    qtbot.waitUntil(is_shown, timeout=PATIENCE_MS)
    return find(root, QWidget, name)


def plain(text: str) -> str:
    """Return a text as somebody reads it: without direction marks and unbroken blanks."""
    return bidi.plain(text).replace("\u00a0", " ").replace("\u200b", "")


def press(root: QWidget, name: str) -> None:
    """Click on a button; it must be possible, or become so."""
    button = _usable(root, QAbstractButton, name)
    assert button.isVisible(), f"{name} is not shown"
    assert button.isEnabled(), f"{name} cannot be pressed"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _usable(root: QWidget, kind: type[_W], name: str) -> _W:
    """Return the control of that object name, once somebody could use it as one waits for it."""
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while True:
        found = find(root, kind, name)
        if (found.isVisible() and found.isEnabled()) or time.monotonic() > deadline:
            return found
        QTest.qWait(10)


def type_into(root: QWidget, name: str, text: str) -> None:
    """Type in place of what is there."""
    edit = _usable(root, QLineEdit, name)
    assert edit.isEnabled(), f"{name} cannot be typed into"
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    for character in text:
        # QTest types ASCII only.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(edit, key)
