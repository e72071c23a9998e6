"""Keeps the keyboard in the screen that is shown."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget


class FocusGuard(QObject):
    """Takes focus back from a screen that is not the one shown.

    Qt gives it to a hidden widget that asks. A late answer may have the screen that it is about ask,
    after its person has gone on to another one: what they type there would be done here. Within the
    screen that is shown a field may have focus before its page is there: its person is there.
    """

    def __init__(self, screens: QStackedWidget) -> None:
        """Guard `screens`, for as long as they are there."""
        super().__init__(screens)
        self._screens = screens
        #: Where it was when it went to another screen; nothing is kept alive by having been there.
        self._seen: weakref.ref[QWidget] | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_changed)

    def _on_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if not self._is_elsewhere(now):
            return
        if not self._is_elsewhere(old):
            self._seen = None if old is None else weakref.ref(old)
        # In a turn of its own: a screen that is just being opened is not in view yet either.
        QTimer.singleShot(0, self, self._give_back)

    def _is_elsewhere(self, widget: QWidget | None) -> bool:
        if widget is None or not self._screens.isAncestorOf(widget):
            return False
        shown: QWidget | None = self._screens.currentWidget()
        return shown is None or not (widget is shown or shown.isAncestorOf(widget))

    def _give_back(self) -> None:
        focused = QApplication.focusWidget()
        seen = None if self._seen is None else self._seen()
        self._seen = None
        if focused is None or not self._is_elsewhere(focused):
            return
        if seen is not None and isValid(seen) and seen.isVisible() and seen.isEnabled():
            seen.setFocus()
        else:
            focused.clearFocus()
