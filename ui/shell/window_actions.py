"""Binds the table of shortcuts to a window and its dialogs; what would do nothing now is off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui import actions
from ui.actions import Action
from ui.navigation import Destination

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from ui.main_window import MainWindow
    from ui.shell.help import Help

#: On for whoever is signed in, with the screens in sight.
_SIGNED_IN = (Action.REFRESH, Action.PREVIOUS_SCREEN, Action.NEXT_SCREEN, Action.LOCK)


class WindowActions(QObject):
    """One window's shortcuts."""

    def __init__(self, window: MainWindow, helping: Help) -> None:
        super().__init__(window)
        self._window = window
        self._help = helping
        self._actions: dict[Action, QAction] = {}
        bind = self._bind
        bind(Action.QUIT, window.close)
        bind(Action.CLOSE, self._on_close)
        bind(Action.REFRESH, window.refresh)
        bind(Action.FIND, self._on_find)
        bind(Action.PRINT, self._on_print)
        bind(Action.PREVIOUS_SCREEN, partial(self._step, -1))
        bind(Action.NEXT_SCREEN, partial(self._step, 1))
        bind(Action.LOCK, window.lock)
        bind(Action.NEW_TRANSFER, partial(window.open, Destination("transfer")))
        bind(Action.FIND_CUSTOMER, partial(window.open, Destination("counter", {"find": True})))
        bind(Action.HELP, helping.show_guide)
        bind(Action.SHORTCUTS, helping.show_shortcuts)
        for index, nth in enumerate(actions.SCREENS):
            bind(nth, partial(self._open_nth, index))
        for action in actions.AT_COUNTER:
            bind(action, partial(self._act, action))
        self.follow()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def follow(self) -> None:
        """Switch on what can be done now: somebody came or went, or another screen is shown."""
        session = self._window.open_session
        screen = session.current if session is not None else None
        names = session.screen_names if session is not None else ()
        can = dict.fromkeys(_SIGNED_IN, session is not None)
        can[Action.NEW_TRANSFER] = "transfer" in names
        can[Action.FIND_CUSTOMER] = "counter" in names
        can[Action.FIND] = screen is not None and screen.finds
        can[Action.PRINT] = screen is not None and screen.prints
        can |= {nth: index < len(names) for index, nth in enumerate(actions.SCREENS)}
        acts = screen.acts if screen is not None else frozenset()
        can |= {action: action in acts for action in actions.AT_COUNTER}
        for action, is_on in can.items():
            self._actions[action].setEnabled(is_on)

    def _bind(self, action: Action, on_triggered: Callable[[], object]) -> None:
        self._actions[action] = actions.bind(self._window, action, on_triggered)

    def _on_close(self) -> None:
        """Close the drawer first; a dialog has a key of its own."""
        screen = self._window.current_screen if self._window.open_session is not None else None
        if screen is None or not screen.close_drawer():
            self._window.close()

    def _on_find(self) -> None:
        if self._window.current_screen is not None:
            self._window.current_screen.find_here()

    def _on_print(self) -> None:
        if self._window.current_screen is not None:
            self._window.current_screen.print_page()

    def _act(self, action: Action) -> None:
        if self._window.current_screen is not None:
            self._window.current_screen.act(action)

    def _step(self, by: int) -> None:
        if self._window.open_session is not None:
            self._window.open_session.step(by)

    def _open_nth(self, index: int) -> None:
        if self._window.open_session is not None:
            self._window.open_session.open_nth(index)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Have keys work in a dialog too, which keeps the window's own from it."""
        dialog = new.window() if new is not None else None
        if not isinstance(dialog, QDialog) or not self._is_ours(dialog):
            return
        wanted: dict[Action, Callable[[], object]] = {
            Action.CLOSE: dialog.reject,
            Action.HELP: self._help.show_guide,
        }
        if self._window.open_session is not None:
            wanted[Action.LOCK] = self._window.lock
        known = {each.objectName() for each in dialog.actions()}
        for action, on_triggered in wanted.items():
            if action.object_name not in known:
                actions.bind(dialog, action, on_triggered)

    def _is_ours(self, dialog: QDialog) -> bool:
        step: QWidget | None = dialog
        while step is not None and step is not self._window:
            step = step.parentWidget()
        return step is self._window
