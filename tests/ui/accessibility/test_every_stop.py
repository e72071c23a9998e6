"""Every screen and dialog of everybody, by name, by keyboard, and at the smallest size.

One walk makes all checks and lists all that is wrong: "where: what".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.connecting import Connecting
from app.settings import Settings
from services.values.people import Role
from tests.ui.accessibility.checks import findings
from tests.ui.accessibility.tour import Tour
from ui import language, theme
from ui.components.payment import last_look
from ui.language import Language
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.bank import Bank

AUDIENCES = ["nobody", *Role]


@pytest.fixture
def tour(
    *,
    qtbot: QtBot,
    bank: Bank,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoken: Language,
) -> Tour:
    """A window of the smallest size that the program allows."""
    monkeypatch.setattr(last_look, "ARM_AFTER_MS", 30)
    preferences = Preferences(tmp_path / "desktop.ini")
    language.choose(preferences, spoken)
    connecting = Connecting(Settings(home=tmp_path / "home"))
    window = MainWindow(preferences=preferences, connecting=connecting)
    qtbot.addWidget(window)
    window.resize(theme.Control.WINDOW_MIN_WIDTH, theme.Control.WINDOW_MIN_HEIGHT)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Tour(qtbot, window, bank)


@pytest.mark.parametrize("spoken", Language, ids=lambda each: each.name.lower())
@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_stands_in_anybodys_way(tour: Tour, audience: str, spoken: Language) -> None:
    found, stops = [], 0
    for where, window in tour.of(audience):
        stops += 1
        found += [f"{where}: {what}" for what in findings(window)]
    assert stops > 3
    assert tour.window.isRightToLeft() is (spoken is Language.ARABIC)
    assert found == [], "\n".join(found)
