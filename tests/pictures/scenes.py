"""The scenes that are compared. One more is one more line in `SCENES`, and `make references`.

They need no bank: what they show is written down here, and the window's clock stands still.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.provisioning.demo_people import DEMO_PEOPLE
from services.values.people import Person, Role
from tests.pages.finding import press
from tests.shots.gallery import PAGES
from ui import appearance, theme
from ui.connection_state import Connection, State
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.shell import connection_words
from ui.shell.lock_page import LockPage
from ui.widgets.connection_line import ConnectionLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QImage

#: The smallest window, so that the pictures are small too.
_SIZE = (int(theme.Control.WINDOW_MIN_WIDTH), int(theme.Control.WINDOW_MIN_HEIGHT))
_SALMA = Person(UUID(int=1), "salma@demo.eg", "Salma Hassan", frozenset({Role.CUSTOMER}))


@dataclass(frozen=True)
class Scene:
    """One picture: its name, and what draws it in a palette; `home` is an empty folder."""

    name: str
    scheme: theme.Scheme
    draw: Callable[[Path, theme.Scheme], QImage]


def _sign_in(home: Path, scheme: theme.Scheme) -> QImage:
    return _photographed(_window(home, scheme))


def _sign_up(home: Path, scheme: theme.Scheme) -> QImage:
    window = _window(home, scheme)
    window.show()
    press(window, "login.create_account")
    return _photographed(window)


def _window(home: Path, scheme: theme.Scheme) -> MainWindow:
    preferences = Preferences(home / "desktop.ini")
    appearance.choose_scheme(preferences, scheme)
    window = MainWindow(preferences=preferences, demo_people=DEMO_PEOPLE)
    line = window.findChild(ConnectionLine, "login.connection")
    assert isinstance(line, ConnectionLine)
    connection_words.show_state(line, State.CONNECTED)
    return window


def _locked(_home: Path, _scheme: theme.Scheme) -> QImage:
    page = LockPage(_SALMA)
    page.show_connection(Connection(State.CONNECTED, auth=True, payment=True))
    return _photographed(page)


def _gallery(_home: Path, _scheme: theme.Scheme) -> QImage:
    (page,) = (each for each in PAGES if each.name == "buttons")
    return page.picture().toImage()


def _photographed(widget: QWidget) -> QImage:
    """Show a window at the smallest size, let it settle, and return its picture."""
    widget.resize(*_SIZE)
    widget.show()
    widget.activateWindow()
    QTest.qWaitForWindowActive(widget)
    for _ in range(3):
        QApplication.processEvents()
    picture = widget.grab().toImage()
    widget.close()
    widget.deleteLater()
    return picture


SCENES = (
    Scene("sign-in-light", theme.Scheme.LIGHT, _sign_in),
    Scene("sign-in-dark", theme.Scheme.DARK, _sign_in),
    Scene("sign-up-light", theme.Scheme.LIGHT, _sign_up),
    Scene("locked-light", theme.Scheme.LIGHT, _locked),
    Scene("gallery-light", theme.Scheme.LIGHT, _gallery),
    Scene("gallery-dark", theme.Scheme.DARK, _gallery),
)
