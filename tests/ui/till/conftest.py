"""A till screen of Mona's over a real bank; Nadia supervises, Salma is a customer whom Mona has opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.bank import PASSWORD
from tests.database.counter import Counter
from tests.pages.till import TillPage
from tests.ui.stage import stage
from ui.preferences import Preferences
from ui.screens.till import TillScreen

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank


class Seat:
    """A staged screen of somebody's, and its page object."""

    def __init__(self, screen: TillScreen, page: TillPage, services: Services) -> None:
        self.screen = screen
        self.page = page
        self.services = services


OpenSeat = Callable[..., Seat]


@pytest.fixture
def counter(bank: Bank) -> Counter:
    return Counter(bank)


@pytest.fixture
def open_seat(bank: Bank, qtbot: QtBot, tmp_path: Path) -> OpenSeat:
    """Signs somebody in and puts their till on screen."""

    def opened(email: str = "teller@demo.eg") -> Seat:
        services = bank.services(email)
        services.identity.sign_in(email=email, password=PASSWORD)
        screen = TillScreen(services, Preferences(tmp_path / f"{email}.ini"))
        stage(qtbot, screen)
        screen.enter({})
        return Seat(screen, TillPage(qtbot, screen), services)

    return opened


@pytest.fixture
def seat(counter: Counter, open_seat: OpenSeat) -> Seat:
    """Mona, whose till is open with 5,000 EGP in it."""
    del counter
    made = open_seat()
    made.page.wait_for("till.drawer")
    return made
