"""Takes a window's content away, not merely out of sight, and brings it back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget


class Curtain:
    """Down over one page of a window and its dialogs, from its making to `lift`.

    What is only hidden can still be read: Qt hands the words of hidden widgets and dialogs to
    screen readers and whoever poses as one. So the page becomes a window of its own, and it and the
    dialogs lose what the system knows of them: they are not in the tree of what can be read. They
    stay the window's children, so that they are deleted with it, and in this thread.
    """

    def __init__(self, pages: QStackedWidget, page: QWidget, instead: QWidget) -> None:
        """Show `instead`, which stays in `pages`, in place of `page`."""
        self._pages = pages
        self._page = page
        window = pages.window()
        self._focused: QWidget | None = window.focusWidget()
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            popup.close()
        self._dialogs = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.isVisible() and _belongs_to(window, each)
        ]
        if QApplication.activeWindow() in self._dialogs:
            window.activateWindow()
        for dialog in self._dialogs:
            dialog.hide()
            dialog.destroy()
        pages.addWidget(instead)
        pages.setCurrentWidget(instead)
        pages.removeWidget(page)
        page.setParent(window, Qt.WindowType.Window)
        page.destroy()

    def lift(self) -> None:
        """Bring all of it back, focus too."""
        self._pages.addWidget(self._page)
        self._pages.setCurrentWidget(self._page)
        for dialog in filter(isValid, self._dialogs):
            dialog.show()
        focused = self._focused
        if focused is not None and isValid(focused) and self._page.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)


def _belongs_to(window: QWidget, dialog: QWidget) -> bool:
    step: QWidget | None = dialog
    while step is not None and step is not window:
        step = step.parentWidget()
    return step is window
