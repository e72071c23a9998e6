"""Taking a payment back at the counter."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from services.errors import OutcomeUnknown, Refused, Unavailable
from services.values.identifiers import new_uuid7
from tests.pages.finding import PATIENCE_MS
from ui.components.standing import reverse_form
from ui.components.standing.reverse_form import ReverseForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.pages.standing import FormPage
    from tests.ui.standing.conftest import Panel, Station


@pytest.fixture
def paid(station: Station) -> UUID:
    """Salma has paid 600 to Karim, with a fee of 0.60."""
    return UUID(str(station.counter.transfer("600")["id"]))


def opened(
    station: Station, payment: UUID, *, who: str = "teller", of: str = "salma"
) -> tuple[FormPage, Panel]:
    page, panel = station.open("reversal", getattr(station.counter, of), who=who)
    assert isinstance(panel.form, ReverseForm)
    panel.form.about(payment)
    page.wait_for("reason")
    return page, panel


@pytest.mark.parametrize("end", ["arrives", "fails"])
def test_the_payment_before_is_never_taken_back_in_place_of_the_one_that_is_wanted(
    station: Station, paid: UUID, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    counter = station.counter
    other = UUID(str(counter.transfer("50")["id"]))
    page, panel = opened(station, paid)
    kind, goes_on = type(station.services().history), threading.Event()
    payment = kind.payment

    def slow(self: Any, **given: Any) -> Any:
        assert goes_on.wait(10)
        if end == "fails":
            raise Unavailable("server_busy")
        return payment(self, **given)

    monkeypatch.setattr(kind, "payment", slow)
    assert isinstance(panel.form, ReverseForm)
    panel.form.about(other)
    assert not page.is_shown("reason")
    assert page.says("total") == ""
    page.wait_for("loading")
    # As a press on its way would.
    panel.form._on_submit()
    goes_on.set()
    if end == "fails":
        assert page.wait_for_error()
        assert not page.is_shown("loading")
        panel.form._on_submit()
    else:
        page.wait_for("reason")
        page.usual_reason(1)
        page.submit()
        station.wait_for(panel, "done", "closed")
    assert not panel.form.awaits_outcome
    taken = counter.ask("SELECT original_id::text FROM reversals")
    assert taken == ([(str(other),)] if end == "arrives" else [])


def spend(station: Station, amount: str) -> None:
    """Let Karim pay some of it back by himself."""
    counter = station.counter
    sides = {"payer": counter.karim.account_id, "payee": counter.salma.account_id}
    counter.transfer(amount, caller=counter.as_karim, **sides)


def test_it_says_what_goes_back_and_takes_it_back_with_its_fee(
    station: Station, paid: UUID
) -> None:
    counter = station.counter
    page, panel = opened(station, paid)
    assert page.says("from") == "Karim S••••"
    assert page.says("to").startswith("Everyday, ")
    assert page.says("amount") == "600.00 EGP"
    assert page.says("fee") == "0.60 EGP"
    assert page.says("total") == "600.60 EGP"
    assert not page.is_shown("from_bank")
    reason = page.usual_reason(1)
    page.submit()
    station.wait_for(panel, "done", "closed")
    assert counter.balance(counter.salma.account_id) == 1000
    assert counter.balance(counter.karim.account_id) == 0
    assert counter.ask("SELECT reason, from_bank FROM reversals WHERE original_id = %s", paid) == [
        (reason, False)
    ]
    assert station.told == ["600.60 EGP were taken back."]
    assert counter.notices(counter.salma.user_id)[-1][0] == "payment_returned"
    assert counter.notices(counter.karim.user_id)[-1][0] == "payment_taken_back"
    counter.check_books()


def test_on_the_payees_page_it_is_said_from_their_side(station: Station, paid: UUID) -> None:
    page, _panel = opened(station, paid, of="karim")
    assert page.says("from").startswith("Everyday, ")
    assert page.says("to") == "Salma H••••"
    assert page.says("total") == "600.00 EGP"


def test_where_the_money_is_gone_a_teller_is_told_to_ask(station: Station, paid: UUID) -> None:
    spend(station, "500")
    page, panel = opened(station, paid)
    page.type("reason", "wrong person")
    page.submit()
    page.wait_for("told")
    assert "Ask a supervisor" in page.says("told")
    assert not page.is_shown("from_bank")
    assert page.typed("reason") == "wrong person"
    assert panel.heard == []
    assert station.counter.ask("SELECT count(*) FROM reversals") == [(0,)]


def test_a_supervisor_has_the_bank_give_it(station: Station, paid: UUID) -> None:
    counter = station.counter
    spend(station, "500")
    before = counter.balance(counter.salma.account_id)
    page, panel = opened(station, paid, who="supervisor")
    page.type("reason", "wrong person")
    page.submit()
    page.wait_for("from_bank")
    page.tick("from_bank")
    page.submit()
    station.wait_for(panel, "done", "closed")
    assert counter.balance(counter.salma.account_id) == before + Decimal("600.60")
    assert counter.ask("SELECT from_bank FROM reversals WHERE original_id = %s", paid) == [(True,)]
    counter.check_books()


def test_the_bank_lets_no_teller_take_it_from_its_own_account(station: Station, paid: UUID) -> None:
    standing = station.services().standing
    with pytest.raises(Refused) as caught:
        standing.reverse(
            reversal_id=uuid4(), original_id=paid, reason="x", currency="EGP", from_bank=True
        )
    assert caught.value.code == "not_permitted"
    assert station.counter.ask("SELECT count(*) FROM reversals") == [(0,)]


def test_a_lost_answer_is_asked_for_by_itself_and_moves_nothing_twice(
    station: Station, paid: UUID, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(reverse_form, "_ASK_AGAIN_MS", 50)
    kind = type(station.services().standing)
    reverse, ids = kind.reverse, []

    def lose_answers(self: Any, **given: Any) -> Any:
        ids.append(given["reversal_id"])
        outcome = reverse(self, **given)
        if len(ids) < 3:
            raise OutcomeUnknown(given["reversal_id"])
        return outcome

    monkeypatch.setattr(kind, "reverse", lose_answers)
    page, panel = opened(station, paid)
    page.type("reason", "wrong person")
    page.submit()
    assert "We don't know yet" in page.wait_for_error()
    waits = [panel.form.awaits_outcome]
    qtbot.waitUntil(lambda: panel.heard == ["done", "closed"], timeout=PATIENCE_MS)
    waits.append(panel.form.awaits_outcome)
    assert waits == [True, False]
    assert len(ids) == 3
    assert len(set(ids)) == 1
    assert station.counter.ask("SELECT count(*) FROM transactions WHERE kind = 'REVERSAL'") == [
        (1,)
    ]


def test_a_payment_is_taken_back_once(station: Station, paid: UUID) -> None:
    page, panel = opened(station, paid)
    station.counter.reverse(paid)
    page.type("reason", "wrong person")
    page.submit()
    assert page.wait_for_error() == "This payment has been taken back already."
    assert panel.heard == []


def test_cash_is_not_taken_back_here(station: Station) -> None:
    cash = station.counter.cash("CASH_IN", "100")
    page, panel = station.open("reversal", station.counter.salma)
    assert page.says("told").startswith("No payment is chosen.")
    assert isinstance(panel.form, ReverseForm)
    panel.form.about(cash["id"])
    page.wait_until_says("told", "This cannot be taken back.")
    assert not page.is_shown("submit")


def test_a_payment_of_somebody_else_is_none_of_this_customers(station: Station, paid: UUID) -> None:
    counter = station.counter
    other = counter.bank.add_customer("Mona Adel", "mona@demo.eg")
    counter.as_teller("open_customer", other.user_id, "at the counter")
    page, panel = station.open("reversal", other)
    assert isinstance(panel.form, ReverseForm)
    panel.form.about(paid)
    assert page.wait_for_error().startswith("The bank does not know this payment.")
    assert not page.is_shown("submit")
    panel.form.about(new_uuid7())
    assert page.wait_for_error().startswith("The bank does not know this payment.")
