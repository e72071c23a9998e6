"""The frame around the screens of somebody who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.shell import connection_words
from ui.shell.side_bar import SideBar
from ui.widgets.banner import Banner
from ui.widgets.card import hairline
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.people import Person
    from ui.connection_state import Connection
    from ui.screen import Screen
    from ui.shell.screen_table import Entry


class Shell(QWidget):
    """Side bar, a banner while the bank cannot be reached, and the screens that were made so far.

    Attributes:
        side_bar: leads to the screens.
        stack: what a screen is made in. Put in later it would be styled anew, all that is in it.

    """

    def __init__(
        self, entries: tuple[Entry, ...], person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.side_bar = SideBar(entries, person)
        self._screens: dict[str, Screen] = {}
        self.stack = QStackedWidget()
        self._banner = Banner(Tone.WARN)
        self._banner.setObjectName("shell.offline")
        self._banner_room = QFrame()
        theme.mark(self._banner_room, surface="page")
        banner_row = QVBoxLayout(self._banner_room)
        banner_row.setContentsMargins(theme.Spacing.XL, theme.Spacing.M, theme.Spacing.XL, 0)
        banner_row.addWidget(self._banner)
        self._banner_room.hide()
        content = QVBoxLayout()
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self._banner_room)
        content.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addWidget(hairline(upright=True))
        row.addLayout(content, 1)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    @property
    def screens(self) -> dict[str, Screen]:
        """The screens that were made so far, by name."""
        return dict(self._screens)

    @property
    def current(self) -> Screen | None:
        """The screen that is shown."""
        shown = self.stack.currentWidget()
        return next((screen for screen in self._screens.values() if screen is shown), None)

    def add(self, name: str, screen: Screen) -> None:
        """Take a screen in."""
        self._screens[name] = screen
        self.stack.addWidget(screen)

    def show_screen(self, name: str) -> None:
        """Show a screen that was taken in."""
        self.stack.setCurrentWidget(self._screens[name])
        self.side_bar.show_current(name)
        self._on_focus(None, self.window().focusWidget())

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Keep focus off bare pages.

        Where a page gives way to one with nothing to act on, Qt puts focus on the page itself.
        """
        current = self.current
        if new is None or current is None or new.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            return
        item = self.side_bar.item(current.name)
        if item is not None and self.stack.isAncestorOf(new):
            item.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_connection(self, connection: Connection, *, is_cut_off: bool = False) -> None:
        """Show how the connection stands, and how old the shown screen is while it is lost.

        `is_cut_off`: the session cannot be renewed, so that nothing can be asked or sent.
        """
        connection_words.show_state(self.side_bar.connection, connection.state)
        is_lost = connection.lost_at is not None
        if is_lost:
            as_of = self.current.loaded_at if self.current is not None else None
            self._banner.say(
                *connection_words.banner_words(connection, as_of=as_of, is_cut_off=is_cut_off)
            )
        self._banner_room.setVisible(is_lost)
