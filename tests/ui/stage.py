"""Puts a widget on screen the way the program does: themed, shown, active."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui import theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

#: What is left of the smallest window beside the side bar, in logical pixels.
SMALLEST = (816, 640)


def stage(qtbot: QtBot, widget: QWidget, size: tuple[int, int] = SMALLEST) -> QWidget:
    """Show `widget` in a window of its own and return that."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Scheme.LIGHT, steady=True)
    window = QWidget()
    theme.mark(window, surface="page")
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    window.resize(*size)
    # qtbot holds it weakly; what is called before it is closed keeps it alive until then.
    qtbot.addWidget(window, before_close_func=lambda _closed: window.hide())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
