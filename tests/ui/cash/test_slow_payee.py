"""A transfer at the counter whose payee the bank has yet to name when it is sent."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.pages.finding import PATIENCE_MS, type_into
from tests.ui.cash.hosting import slips

if TYPE_CHECKING:
    from services.values.transfers import Payee
    from tests.database.counter import Counter
    from tests.pages.cash import CashPage
    from tests.ui.cash.hosting import Host
    from ui.components.cash import ServeForm
    from ui.widgets.payee_field import ResolvePayee

_F2, _F4 = Qt.Key.Key_F2, Qt.Key.Key_F4


class SlowBank:
    """Names a payee only once `gate` is open."""

    def __init__(self, form: ServeForm, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gate = threading.Event()
        field = form.fields.payee_field
        assert field is not None
        self._resolve: ResolvePayee = field._resolve
        monkeypatch.setattr(field, "_resolve", self.resolve)

    def resolve(self, *, payee: str) -> Payee:
        assert self.gate.wait(10)
        return self._resolve(payee=payee)


@pytest.fixture
def slow_bank(host: Host, monkeypatch: pytest.MonkeyPatch) -> SlowBank:
    """Asked for the payee of a transfer."""
    return SlowBank(host.serve(_F4), monkeypatch)


@pytest.mark.parametrize("changed", ["amount", "payee", "identification", "note", "put away"])
def test_what_is_changed_while_the_payee_is_asked_for_is_not_sent(
    slow_bank: SlowBank, host: Host, page: CashPage, counter: Counter, changed: str
) -> None:
    form = host.form
    page.fill("500")
    type_into(host, "cash.to", "karim@instapay")
    page.send()
    assert not form.awaits_outcome
    if changed == "amount":
        page.type_amount("45")
    elif changed == "payee":
        type_into(host, "cash.to", counter.karim.iban)
    elif changed == "identification":
        page.identify("Passport A1234567")
    elif changed == "note":
        page.type_note("r")
    else:
        host.serve(_F2)
    slow_bank.gate.set()
    page._qtbot.waitUntil(lambda: form.fields.payee() is not None, timeout=PATIENCE_MS)
    assert not form.awaits_outcome
    assert counter.ask("SELECT 1 FROM cash_slips") == []
    if changed == "put away":
        return
    # What is meant by now goes out when it is sent.
    page.send()
    page.wait_for_outcome("made")
    assert slips(counter) == [("COMPLETED", Decimal(45 if changed == "amount" else 500))]


def test_a_transfer_goes_out_once_its_payee_is_known(
    slow_bank: SlowBank, host: Host, page: CashPage, counter: Counter
) -> None:
    page.fill("500")
    type_into(host, "cash.to", "karim@instapay")
    page.send()
    page.send()
    # News of the accounts is no change of what is asked for.
    host.refresh()
    slow_bank.gate.set()
    page.wait_for_outcome("made")
    assert slips(counter) == [("COMPLETED", Decimal(500))]
