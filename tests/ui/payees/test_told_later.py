"""An outcome that finds nobody to be told is told to the same person after the next sign-in."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QThreadPool

from services.errors import Unavailable
from services.sending import Sending
from services.values.money import Money
from services.values.transfers import Payment
from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.bank import Bank
    from tests.ui.payees.conftest import Seat


def spend(bank: Bank, amount: str) -> None:
    """Have Salma pay Karim from another window."""
    services = bank.services("elsewhere")
    services.identity.sign_in(email="salma@demo.eg", password=PASSWORD)
    payee = services.payees.resolve(payee="karim@instapay")
    (account,) = services.accounts.list()
    services.transfers.send(payment=Payment(account.id, payee, Money(Decimal(amount), "EGP"), ""))


@pytest.mark.parametrize("answer", ["made", "refused", "not sent"])
def test_it_is_told_once_however_it_turned_out(
    seat: Seat, bank: Bank, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    sent, is_away = Sending._sent, threading.Event()

    def slow(self: Any, *how: Any) -> object:
        if answer == "not sent":
            assert is_away.wait(10)
            raise Unavailable("server_busy")
        outcome = sent(self, *how)
        assert is_away.wait(10)
        return outcome

    seat.page.go_to("transfer")
    seat.transfer.wait_for_form()
    seat.transfer.fill("karim@instapay", "24500" if answer == "refused" else "75", "lunch")
    seat.transfer.review()
    seat.transfer.dialog()
    if answer == "refused":
        spend(bank, "500")
    with monkeypatch.context() as patched:
        patched.setattr(Sending, "_sent", slow)
        # So much takes the password.
        seat.transfer.confirm(PASSWORD if answer == "refused" else "")
        qtbot.waitUntil(lambda: not seat.transfer.has_dialog(), timeout=PATIENCE_MS)
        screen = seat.window.current_screen
        assert screen is not None
        assert screen.awaits_outcome
        screen.session_ended.emit()
        seat.login.wait()
        is_away.set()
        assert QThreadPool.globalInstance().waitForDone(10_000)
    seat.login.sign_in("salma@demo.eg", PASSWORD)
    seat.page.wait_for_screen("transfer")
    told = {"made": "sent", "refused": "refused", "not sent": "not_made"}
    seat.transfer.wait_for_outcome(told[answer])
    made = bank.ask("payment", "SELECT status FROM transactions WHERE note = 'lunch'")
    assert made == {"made": [("COMPLETED",)], "refused": [("FAILED",)], "not sent": []}[answer]
    # Told once, and not again.
    kept = bank.folder / "outbox"
    qtbot.waitUntil(
        lambda: not any(path.read_text().strip() for path in kept.glob("*.json")),
        timeout=PATIENCE_MS,
    )
