"""An auditor at the audit screen, and records to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests.bank import PASSWORD
from tests.database.desk import Desk
from tests.pages.audit import AuditPage
from tests.ui.stage import stage
from ui.preferences import Preferences
from ui.screens.audit import AuditScreen

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.bank import Bank


@pytest.fixture
def desk(bank: Bank) -> Desk:
    """Salma has paid Karim, and a teller has frozen his account."""
    made = Desk(bank)
    payer = bank.caller(made.salma.user_id)
    payer("transfer", uuid4(), made.salma.account_id, made.karim.account_id, "250.75", "EGP", "")
    made.as_teller("freeze", made.karim.account_id, "ALL", "=a court's <b>order</b>", None)
    return made


@pytest.fixture
def services(bank: Bank, desk: Desk) -> Services:
    del desk
    bank.add_staff("Aya Auditor", "aya@demo.eg", "AUDITOR")
    opened = bank.services("audit")
    opened.identity.sign_in(email="aya@demo.eg", password=PASSWORD)
    return opened


@pytest.fixture
def screen(services: Services, tmp_path: Path, qtbot: QtBot) -> AuditScreen:
    made = AuditScreen(services, Preferences(tmp_path / "desktop.ini"))
    stage(qtbot, made)
    made.enter({})
    return made


@pytest.fixture
def page(screen: AuditScreen, qtbot: QtBot) -> AuditPage:
    made = AuditPage(qtbot, screen)
    made.wait_for_rows()
    return made
