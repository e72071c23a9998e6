"""A window with a teller at it, and customers to be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bank import PASSWORD
from tests.database.desk import Desk
from tests.pages.counter import CounterPage
from tests.pages.login import LoginPage
from tests.pages.window import WindowPage
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank


@pytest.fixture
def desk(bank: Bank) -> Desk:
    """Salma Hassan with 1,000 EGP, Karim Samir with nothing, a teller and a supervisor."""
    return Desk(bank)


@pytest.fixture
def services(bank: Bank, desk: Desk) -> Services:
    del desk
    return bank.services()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    made = MainWindow(preferences=Preferences(tmp_path / "desktop.ini"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> WindowPage:
    return WindowPage(qtbot, window)


@pytest.fixture
def at_counter(
    qtbot: QtBot, window: MainWindow, services: Services, page: WindowPage
) -> MainWindow:
    """The window with the teller signed in."""
    window.attach(services)
    login = LoginPage(qtbot, window)
    login.wait_for_connection("Connected")
    login.sign_in("teller@demo.eg", PASSWORD)
    page.wait_for_screen("counter")
    return window


@pytest.fixture
def counter(qtbot: QtBot, at_counter: MainWindow) -> CounterPage:
    return CounterPage(qtbot, at_counter)
