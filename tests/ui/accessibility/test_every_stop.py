"""Every screen and dialog of everybody, by name, by keyboard, and at the smallest size.

One walk makes all checks and lists all that is wrong: "where: what".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from services.values.people import Role
from tests.ui.accessibility.checks import findings
from tests.ui.accessibility.tour import Tour
from ui import theme
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.screens.transfer import review_dialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.bank import Bank

AUDIENCES = ["nobody", *Role]
DIRECTIONS = {"ltr": Qt.LayoutDirection.LeftToRight, "rtl": Qt.LayoutDirection.RightToLeft}


@pytest.fixture
def tour(qtbot: QtBot, bank: Bank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tour:
    """A window of the smallest size that the program allows."""
    monkeypatch.setattr(review_dialog, "ARM_AFTER_MS", 30)
    window = MainWindow(preferences=Preferences(tmp_path / "desktop.ini"))
    qtbot.addWidget(window)
    window.resize(theme.Control.WINDOW_MIN_WIDTH, theme.Control.WINDOW_MIN_HEIGHT)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Tour(qtbot, window, bank)


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_stands_in_anybodys_way(
    tour: Tour, qapp: QApplication, audience: str, direction: str
) -> None:
    qapp.setLayoutDirection(DIRECTIONS[direction])
    found, stops = [], 0
    for where, window in tour.of(audience):
        stops += 1
        found += [f"{where}: {what}" for what in findings(window)]
    assert stops > 3
    assert found == [], "\n".join(found)
