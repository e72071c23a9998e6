"""Fixtures for the transfer screen against a real bank: Salma is signed in and pays Mona."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages.transfer import TransferPage
from tests.ui.transfer.acting import show, sign_in
from ui.components.payment import delivery, last_look
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank, Customer
    from ui.screens.transfer import TransferScreen


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_look, "ARM_AFTER_MS", 30)
    monkeypatch.setattr(delivery, "FIRST_PAUSE_MS", 100)


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer(balance="24860.40", address="salma@instapay")


@pytest.fixture
def mona(bank: Bank) -> Customer:
    return bank.add_customer("Mona Adel", "mona@demo.eg", address="mona@instapay")


@pytest.fixture
def services(bank: Bank, salma: Customer) -> Services:
    return sign_in(bank, salma)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "desktop.ini")


@pytest.fixture
def screen(
    services: Services, mona: Customer, preferences: Preferences, qtbot: QtBot
) -> TransferScreen:
    del mona
    return show(services, preferences, qtbot)


@pytest.fixture
def open_screen(
    services: Services, preferences: Preferences, qtbot: QtBot
) -> Callable[[], TransferScreen]:
    """Opens the screen when a test wants it."""
    return lambda: show(services, preferences, qtbot)


@pytest.fixture
def page(screen: TransferScreen, qtbot: QtBot) -> TransferPage:
    made = TransferPage(qtbot, screen)
    made.wait_for_form()
    return made
