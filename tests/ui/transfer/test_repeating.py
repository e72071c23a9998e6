"""A payment of the history that is to be made once more, and whose answer takes its time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from tests.pages.finding import PATIENCE_MS, find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from services.bank import Services
    from services.values.transfers import Payment
    from tests.bank import Bank, Customer
    from tests.pages.transfer import TransferPage
    from ui.screens.transfer import TransferScreen


class LateAnswer:
    """Keeps what the bank says of the payment back until it is told to come."""

    def __init__(self, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gate = threading.Event()
        self._real = services.transfers.again
        monkeypatch.setattr(services.transfers, "again", self._again)

    def _again(self, *, transfer_id: UUID) -> Payment:
        assert self.gate.wait(10)
        return self._real(transfer_id=transfer_id)

    def come(self) -> None:
        """Let it come, and be heard."""
        self.gate.set()
        assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
        QApplication.processEvents()


@pytest.fixture
def late(services: Services, monkeypatch: pytest.MonkeyPatch) -> Iterator[LateAnswer]:
    made = LateAnswer(services, monkeypatch)
    yield made
    made.gate.set()


@pytest.fixture
def wished(
    page: TransferPage, screen: TransferScreen, bank: Bank, salma: Customer, late: LateAnswer
) -> TransferPage:
    """Salma, who has two accounts, has wished to send 50.00 to Mona again and is still waiting."""
    del late
    bank.add_account(salma.user_id, name="Savings", balance=10)
    page.send("mona@instapay", "50", "October")
    page.wait_for_outcome("sent")
    (made,) = bank.ask("payment", "SELECT id FROM transactions WHERE initiated_by IS NOT NULL")
    screen.enter({"again": UUID(str(made[0]))})
    picker = find(screen, QComboBox, "transfer.from")
    page._qtbot.waitUntil(lambda: picker.count() == 2, timeout=PATIENCE_MS)
    page.wait_for_form()
    return page


def written(page: TransferPage) -> tuple[str, str, str]:
    return page.text("to"), page.text("amount"), page.text("note")


def test_it_is_written_when_it_comes(
    wished: TransferPage, screen: TransferScreen, late: LateAnswer
) -> None:
    screen.enter({})
    late.come()
    wished.wait_for_payee("Mona A••••")
    assert written(wished)[1:] == ("50.00", "October")


def test_it_does_not_write_over_a_payment_to_somebody_else(
    wished: TransferPage, screen: TransferScreen, bank: Bank, services: Services, late: LateAnswer
) -> None:
    bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")
    screen.enter({"to": services.payees.resolve(payee="karim@instapay")})
    late.come()
    assert written(wished) == ("karim@instapay", "", "")
    wished.type_amount("750")
    assert wished.payee() == "Karim S••••"


@pytest.mark.parametrize(
    ("begin", "then"),
    [
        (lambda page: page.type_payee("karim@"), ("karim@", "", "")),
        (lambda page: page.type_amount("7"), ("", "7", "")),
        (lambda page: page.type_note("rent"), ("", "", "rent")),
    ],
    ids=["payee", "amount", "note"],
)
def test_it_does_not_write_over_what_is_typed(
    wished: TransferPage,
    late: LateAnswer,
    begin: Callable[[TransferPage], None],
    then: tuple[str, str, str],
) -> None:
    begin(wished)
    late.come()
    assert written(wished) == then


def test_it_does_not_write_over_what_is_chosen(
    wished: TransferPage, screen: TransferScreen, late: LateAnswer
) -> None:
    QTest.keyClick(find(screen, QComboBox, "transfer.from"), Qt.Key.Key_Down)
    assert "Savings" in wished.payer()
    late.come()
    assert "Savings" in wished.payer()
    assert written(wished) == ("", "", "")


def test_it_does_not_write_over_a_payee_of_the_card(wished: TransferPage, late: LateAnswer) -> None:
    wished.wait_for_recent("Mona A••••, Paid Today")
    wished.pay_recent(1)
    late.come()
    assert wished.payee() == "Mona A••••"
    assert written(wished)[1:] == ("", "")
