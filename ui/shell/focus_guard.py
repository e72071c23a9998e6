"""Keeps the keyboard where it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusGuard(QObject):
    """Takes focus back from a screen that is not shown.

    Qt gives it to a hidden widget that asks. A late answer may have the screen that it is about ask, after
    its person has gone on to another one: what they type there would be done here.
    """

    def __init__(self, view: QWidget) -> None:
        """Guard everything in `view`."""
        super().__init__(view)
        self._view = view
        #: Where it was when it went out of sight.
        self._seen: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_changed)

    def _on_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if not self._is_hidden_part(now):
            return
        if old is not None and not self._is_hidden_part(old):
            self._seen = old
        # In a turn of its own: a screen that is just being opened is not in view yet either.
        QTimer.singleShot(0, self, self._give_back)

    def _is_hidden_part(self, widget: QWidget | None) -> bool:
        return (
            widget is not None
            and self._view.isVisible()
            and self._view.isAncestorOf(widget)
            and not widget.isVisible()
        )

    def _give_back(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or not self._is_hidden_part(focused):
            return
        seen, self._seen = self._seen, None
        if seen is not None and isValid(seen) and seen.isVisible() and seen.isEnabled():
            seen.setFocus()
        else:
            focused.clearFocus()
