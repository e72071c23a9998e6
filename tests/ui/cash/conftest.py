"""Fixtures for the forms at the counter: Mona is signed in at her open till and has opened Salma."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bank import PASSWORD
from tests.database.counter import Counter
from tests.pages.cash import CashPage
from tests.ui.cash.hosting import Host
from tests.ui.stage import stage
from ui.components.cash import armed
from ui.components.payment import delivery
from ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "FIRST_PAUSE_MS", 100)
    monkeypatch.setattr(armed, "ARMED_AFTER_MS", 100)


@pytest.fixture
def counter(bank: Bank) -> Counter:
    return Counter(bank)


@pytest.fixture
def services(bank: Bank, counter: Counter) -> Services:
    del counter
    opened = bank.services()
    opened.identity.sign_in(email="teller@demo.eg", password=PASSWORD)
    return opened


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "desktop.ini")


@pytest.fixture
def host(services: Services, preferences: Preferences, counter: Counter, qtbot: QtBot) -> Host:
    made = Host(services, preferences, counter.salma)
    stage(qtbot, made)
    made.setFocus()
    return made


@pytest.fixture
def page(host: Host, qtbot: QtBot) -> CashPage:
    return CashPage(qtbot, host)
