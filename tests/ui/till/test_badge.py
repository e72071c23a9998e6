"""The label at the head of the counter: which till is open, and what is in its drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS, plain
from tests.ui.stage import stage
from ui import tasks
from ui.components.till_badge import TillBadge

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.bank import Bank
    from tests.database.counter import Counter


@pytest.fixture
def show(bank: Bank, counter: Counter, qtbot: QtBot) -> Callable[[str], TillBadge]:
    """Shows a badge to somebody, once it has looked."""
    del counter

    def shown(email: str) -> TillBadge:
        services = bank.services(email)
        services.identity.sign_in(email=email, password=PASSWORD)
        made = TillBadge(services.tills)
        stage(qtbot, made)
        made.hide()
        made.look()
        qtbot.waitUntil(lambda: not tasks._home().waiting, timeout=PATIENCE_MS)
        return made

    return shown


def said(badge: TillBadge) -> str:
    return plain(badge.accessibleName())


def test_it_follows_the_till(
    show: Callable[[str], TillBadge], counter: Counter, qtbot: QtBot
) -> None:
    badge = show("teller@demo.eg")
    number = counter.as_teller.rows("my_tills")[0]["number"]
    assert said(badge) == f"Till {number} · drawer 5,000.00 EGP"
    counter.cash("CASH_IN", "10.50")
    badge.look()
    qtbot.waitUntil(lambda: said(badge).endswith("5,010.50 EGP"), timeout=PATIENCE_MS)
    counter.as_teller("count_till", counter.till, {"200": 25})
    badge.look()
    qtbot.waitUntil(lambda: said(badge) == f"Till {number} was counted", timeout=PATIENCE_MS)
    counter.ask("UPDATE till_sessions SET business_day = business_day - 1")
    badge.look()
    qtbot.waitUntil(lambda: said(badge) == f"Till {number} is not settled", timeout=PATIENCE_MS)
    counter.as_teller("close_till", counter.till, "ten are missing")
    badge.look()
    qtbot.waitUntil(lambda: said(badge) == "No till open", timeout=PATIENCE_MS)


def test_whoever_has_no_till_sees_none(bank: Bank, show: Callable[[str], TillBadge]) -> None:
    bank.add_staff("Amal Audit", "amal@demo.eg", "AUDITOR")
    assert show("amal@demo.eg").isHidden()
