"""What a screen reader, or whoever poses as one, can learn of this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

if TYPE_CHECKING:
    from tests.bank import Bank


def readable() -> str:
    """Return every name and value in the tree of accessible objects, hidden ones too."""
    app = QApplication.instance()
    assert app is not None
    root = QAccessible.queryAccessibleInterface(app)
    found: list[str] = []
    waiting = [root]
    while waiting:
        each = waiting.pop()
        found += [each.text(QAccessible.Text.Name), each.text(QAccessible.Text.Value)]
        waiting += filter(None, (each.child(number) for number in range(each.childCount())))
    return "\n".join(filter(None, found))


def within(window: QWidget) -> str:
    """Return the words of all labels inside a window, hidden ones too."""
    return "\n".join(each.text() for each in window.findChildren(QLabel))


def is_locked_at_the_bank(bank: Bank) -> bool:
    """Tell whether Auth has been told that the one open session is locked."""
    query = "SELECT locked_at IS NOT NULL FROM sessions WHERE ended_at IS NULL"
    return bank.ask("auth", query) == [(True,)]
