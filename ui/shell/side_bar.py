"""The bar along the leading edge: screens above, connection and account below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import theme
from ui.shell import books_words
from ui.shell.account_button import AccountButton
from ui.shell.nav_item import NavItem
from ui.widgets.connection_line import ConnectionLine
from ui.widgets.labels import label

if TYPE_CHECKING:
    from services.values.books import BooksState
    from services.values.people import Person
    from ui.shell.screen_table import Entry


class SideBar(QFrame):
    """Leads to the screens.

    Attributes:
        connection: the line that says whether the bank can be reached.
        account: who is signed in, and their menu.

    Signals:
        chosen(str): the name of a screen.

    """

    chosen = Signal(str)

    def __init__(
        self, entries: tuple[Entry, ...], person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme.mark(self, surface="side")
        self.setFixedWidth(theme.Control.SIDE_BAR)
        self._items: dict[str, NavItem] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.Spacing.M, theme.Spacing.L, theme.Spacing.M, theme.Spacing.M
        )
        column.setSpacing(theme.Spacing.XS)
        name = label("Mini-InstaPay", "heading")
        name.setContentsMargins(theme.Spacing.S, 0, theme.Spacing.S, theme.Spacing.M)
        column.addWidget(name)
        self._under = {entry.name: entry.under for entry in entries if entry.under}
        for entry in entries:
            if entry.under:
                continue
            item = NavItem(entry.label, entry.icon, waits=entry.count is not None)
            item.setObjectName(f"shell.nav.{entry.name}")
            item.clicked.connect(partial(self.chosen.emit, entry.name))
            column.addWidget(item)
            self._items[entry.name] = item
        column.addStretch(1)
        self._books = ConnectionLine()
        self._books.setObjectName("shell.books")
        self._books.setContentsMargins(theme.Spacing.M, 0, theme.Spacing.M, theme.Spacing.XS)
        self._books.hide()
        column.addWidget(self._books)
        self.connection = ConnectionLine()
        self.connection.setObjectName("shell.connection")
        self.connection.setContentsMargins(theme.Spacing.M, 0, theme.Spacing.M, theme.Spacing.XS)
        column.addWidget(self.connection)
        self.account = AccountButton(person)
        column.addWidget(self.account)

    def show_current(self, name: str) -> None:
        """Mark the screen that is shown, or the one that leads to it."""
        name = self._under.get(name, name)
        for item_name, item in self._items.items():
            item.setChecked(item_name == name)

    def show_count(self, name: str, count: int) -> None:
        """Show how many things wait behind a screen, where there is an item for it."""
        item = self._items.get(name)
        if item is not None:
            item.set_count(count)

    def show_books(self, state: BooksState) -> None:
        """Show whether the bank's books balance, as of its last proof: for staff."""
        books_words.show_state(self._books, state)
        self._books.show()

    def item(self, name: str) -> NavItem | None:
        """Return the item that leads to a screen."""
        return self._items.get(self._under.get(name, name))
