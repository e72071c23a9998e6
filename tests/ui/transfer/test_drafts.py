"""What was typed and not sent comes back while the bank has not said yet which accounts there are."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.pages.transfer import TransferPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from services.values.accounts import Account
    from tests.bank import Bank, Customer
    from ui.screens.transfer import TransferScreen


@pytest.fixture
def savings(bank: Bank, salma: Customer) -> UUID:
    """Salma's second account, on which the form does not stand by itself."""
    return bank.add_account(salma.user_id, balance="500.00", name="Savings")


@pytest.fixture
def may_load(services: Services, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Set when the accounts may come."""
    gate, real = threading.Event(), services.accounts.list

    def load() -> tuple[Account, ...]:
        assert gate.wait(10)
        return real()

    monkeypatch.setattr(services.accounts, "list", load)
    yield gate
    gate.set()


def test_a_draft_is_still_paid_from_its_account_where_the_window_goes_before_the_accounts_came(
    open_screen: Callable[[], TransferScreen],
    mona: Customer,
    savings: UUID,
    may_load: threading.Event,
    qtbot: QtBot,
) -> None:
    draft = {
        "from": str(savings), "known_payee": "", "to": mona.iban, "amount": "50.00", "note": "lunch",
    }  # fmt: skip
    first = open_screen()
    first.restore(draft)
    assert first.draft() == draft
    again = open_screen()
    again.restore(first.draft())
    may_load.set()
    page = TransferPage(qtbot, again)
    page.wait_for_form()
    assert page.payer().startswith("Savings")
    assert again.draft()["from"] == str(savings)


def test_the_account_that_is_chosen_takes_the_place_of_the_drafts(
    open_screen: Callable[[], TransferScreen],
    salma: Customer,
    savings: UUID,
    may_load: threading.Event,
    qtbot: QtBot,
) -> None:
    screen = open_screen()
    screen.restore({"from": str(savings), "note": "lunch"})
    may_load.set()
    page = TransferPage(qtbot, screen)
    page.wait_for_form()
    page.choose_payer(0)
    assert screen.draft()["from"] == str(salma.account_id)


def test_a_draft_of_an_account_that_is_not_there_any_more_is_of_the_one_that_is_shown(
    open_screen: Callable[[], TransferScreen],
    salma: Customer,
    mona: Customer,
    may_load: threading.Event,
    qtbot: QtBot,
) -> None:
    screen = open_screen()
    screen.restore({"from": str(mona.account_id), "note": "lunch"})
    may_load.set()
    TransferPage(qtbot, screen).wait_for_form()
    assert screen.draft()["from"] == str(salma.account_id)
