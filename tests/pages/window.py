"""The window around the screens, as somebody uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QTextBrowser, QWidget

from tests.pages.finding import PATIENCE_MS, find, plain, press, wait_for
from ui.shell.nav_item import NavItem
from ui.widgets.banner import Banner
from ui.widgets.connection_line import ConnectionLine
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow
    from ui.theme import Scheme


class WindowPage:
    """Side bar, account menu, connection, notes, and the page of a failed start."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self._window = window

    # The side bar

    def screens(self) -> list[str]:
        """Return the names of the screens that the side bar leads to, from above."""
        items = [item for item in self._window.findChildren(NavItem) if item.isVisible()]
        items.sort(key=lambda item: item.y())
        return [item.objectName().removeprefix("shell.nav.") for item in items]

    def go_to(self, screen: str) -> None:
        """Press an item of the side bar and wait for its screen."""
        press(self._window, f"shell.nav.{screen}")
        self.wait_for_screen(screen)

    def screen(self) -> str:
        """Return the name of the screen that is shown; empty when nobody is signed in."""
        shown = self._window.current_screen
        return shown.name if shown is not None else ""

    def wait_for_screen(self, screen: str) -> None:
        """Wait until that screen is shown."""
        self._qtbot.waitUntil(lambda: self.screen() == screen, timeout=PATIENCE_MS)

    def wait_for_item(self, screen: str) -> None:
        """Wait until the side bar leads to that screen: somebody is signed in who has it."""

        def is_there() -> bool:
            return self.screen() != "" and screen in self.screens()

        self._qtbot.waitUntil(is_there, timeout=PATIENCE_MS)

    def unread(self) -> int:
        """Return how many unread notices the side bar tells of."""
        return find(self._window, NavItem, "shell.nav.notifications").count

    def wait_for_unread(self, count: int) -> None:
        """Wait until the side bar tells of that many."""
        self._qtbot.waitUntil(lambda: self.unread() == count, timeout=PATIENCE_MS)

    # The account menu

    def sign_out(self) -> None:
        """Sign out by the account menu and wait for the sign-in page."""
        self._choose("shell.sign_out")
        wait_for(self._qtbot, self._window, "login.email")

    def choose_theme(self, scheme: Scheme) -> None:
        """Choose a palette in the account menu."""
        self._choose(f"shell.theme.{scheme.value}")

    def open_help(self, topic: str) -> None:
        """Choose ``guide``, ``shortcuts``, ``about`` or ``logs`` in the account menu."""
        self._choose(f"shell.help.{topic}")

    def account_menu(self) -> QMenu:
        """Open the account menu; return it."""
        press(self._window, "shell.account")
        menu = find(self._window, QMenu, "shell.account_menu")
        self._qtbot.waitUntil(menu.isVisible)
        return menu

    def _choose(self, name: str) -> None:
        menu = self.account_menu()
        action = menu.findChild(QAction, name)
        assert action is not None
        assert action.isEnabled()
        # As a click does: the menu closes, then it acts.
        menu.close()
        action.trigger()

    # The connection

    def connection(self) -> str:
        """Return what the side bar says of the connection."""
        return plain(find(self._window, ConnectionLine, "shell.connection").text)

    def wait_for_connection(self, text: str, *, timeout_ms: int = PATIENCE_MS) -> None:
        """Wait until the side bar says that."""
        self._qtbot.waitUntil(lambda: self.connection() == text, timeout=timeout_ms)

    def books(self) -> str:
        """Return what the side bar says of the bank's books; empty for who is not told."""
        line = find(self._window, ConnectionLine, "shell.books")
        return plain(line.text) if line.isVisible() else ""

    def offline_banner(self) -> str:
        """Return what the banner says while the bank cannot be reached; empty while it can."""
        banner = find(self._window, Banner, "shell.offline")
        return plain(banner.text) if banner.isVisible() else ""

    def wait_for_banner(self, *, beside: str = "") -> str:
        """Wait until the banner says something else than `beside`; return what it says."""
        self._qtbot.waitUntil(lambda: self.offline_banner() not in {"", beside}, timeout=20_000)
        return self.offline_banner()

    # Help

    def guide_title(self) -> str:
        """Return the title of the section that the guide shows; empty while it is closed."""
        shown = self._window.findChild(QTextBrowser, "guide.text")
        return shown.accessibleName() if shown is not None and shown.isVisible() else ""

    def about(self, key: str) -> str:
        """Return a value of About: ``version``, ``qt``, ``auth``, ``payment`` or ``logs``."""
        return plain(find(self._window, QLabel, f"about.{key}").text())

    def wait_for_servers(self) -> None:
        """Wait until About knows which servers are in use."""
        self._qtbot.waitUntil(lambda: ":" in self.about("payment"), timeout=PATIENCE_MS)

    # Notes, and a failed start

    def notes(self) -> list[str]:
        """Return what the notes in the corner say."""
        notes = self._window.findChildren(Toast, "message.toast")
        return [plain(note.text) for note in notes if note.isVisible()]

    def fault(self) -> str:
        """Wait for the dialog of a fault and return what it says."""
        wait_for(self._qtbot, self._window, "message.fault_text")
        return plain(find(self._window, QLabel, "message.fault_text").text())

    def startup_failure(self) -> str:
        """Wait for the page of a failed start and return its sentence."""
        wait_for(self._qtbot, self._window, "startup.sentence")
        return plain(find(self._window, QLabel, "startup.sentence").text())

    def change_addresses(self) -> None:
        """Go from the page of a failed start to the bank's addresses."""
        press(self._window, "startup.addresses")
        wait_for(self._qtbot, self._window, "first_run.auth")

    def retry_start(self) -> None:
        """Have the start tried again."""
        press(self._window, "startup.retry")

    def widget(self) -> QWidget:
        """Return the window itself."""
        return self._window
