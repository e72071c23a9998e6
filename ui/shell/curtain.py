"""Takes a window's content away, not merely out of sight, and brings it back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from shiboken6 import isValid

from ui.presence import presence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget


class Curtain(QObject):
    """Down over one page of a window and its dialogs, from its making to `lift`.

    What is only hidden can still be read: Qt hands the words of hidden widgets and dialogs to
    screen readers and whoever poses as one. So the page becomes a window of its own, and it and the
    dialogs lose what the system knows of them: they are not in the tree of what can be read. They
    stay the window's children, so that they are deleted with it, and in this thread.

    An answer that was on its way may have the page open a dialog meanwhile. That one never gets onto
    the screen; it waits with the others, and goes with the page where the curtain is not lifted.
    """

    _came = Signal(object)

    def __init__(self, pages: QStackedWidget, page: QWidget, instead: QWidget) -> None:
        """Show `instead`, which stays in `pages`, in place of `page`."""
        # The page's: it watches for as long as there is one, also where the session ends behind it.
        super().__init__(page)
        self._pages = pages
        self._page = page
        self._is_lifted = False
        presence().leave()
        page.destroyed.connect(presence().end)
        #: A dialog of the page that Qt is in the middle of showing.
        self._coming: QDialog | None = None
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
            _take_away(dialog)
        pages.addWidget(instead)
        pages.setCurrentWidget(instead)
        pages.removeWidget(page)
        page.setParent(window, Qt.WindowType.Window)
        page.destroy()
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)
        app = QApplication.instance()
        assert app is not None
        # Whatever opens a dialog, and of whichever kind it is: all of them are seen here.
        app.installEventFilter(self)

    def lift(self) -> None:
        """Bring all of it back, focus too."""
        app = QApplication.instance()
        assert app is not None
        self._is_lifted = True
        app.removeEventFilter(self)
        self.deleteLater()
        self._pages.addWidget(self._page)
        self._pages.setCurrentWidget(self._page)
        for dialog in filter(isValid, self._dialogs):
            dialog.show()
        focused = self._focused
        if focused is not None and isValid(focused) and self._page.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.destroyed.disconnect(presence().end)
        presence().come_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a dialog of the page off the screen, just before it would get there."""
        kind = event.type()
        if kind is QEvent.Type.Show and isinstance(watched, QDialog):
            if _belongs_to(self._page, watched):
                watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
                self._coming = watched
                # For where the end of the showing goes by unseen.
                self._came.emit(watched)
        elif kind is QEvent.Type.FocusIn and self._is_coming(watched):
            # The last thing that Qt does to show a dialog: nobody has been let in to read it before.
            self._on_came(self._coming)
            return True
        return False

    def _is_coming(self, focused: QObject) -> bool:
        coming = self._coming
        return coming is not None and isinstance(focused, QWidget) and focused.window() is coming

    def _on_came(self, dialog: QDialog | None) -> None:
        self._coming = None
        if dialog is None or not isValid(dialog) or not dialog.isVisible():
            return
        _take_away(dialog)
        if self._is_lifted:
            dialog.show()
        elif dialog not in self._dialogs:
            self._dialogs.append(dialog)


def _take_away(dialog: QDialog) -> None:
    dialog.hide()
    dialog.destroy()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)


def _belongs_to(owner: QWidget, dialog: QDialog) -> bool:
    step: QWidget | None = dialog
    while step is not None and step is not owner:
        step = step.parentWidget()
    return step is owner
