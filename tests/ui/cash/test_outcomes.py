"""What a form at the counter says of each outcome, and that it never sends twice or guesses."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from services.errors import OutcomeUnknown, Unavailable
from tests.pages.cash import CashPage, press_key
from tests.pages.finding import PATIENCE_MS
from tests.ui.cash.hosting import slips
from tests.ui.offline import out_of_reach
from tests.ui.stage import stage
from ui.components.cash import LeftBehind

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from services.values.counter import CounterOutcome, CounterPayment
    from tests.bank import Bank
    from tests.database.counter import Counter
    from tests.ui.cash.hosting import Host

_F2, _F3, _F4 = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4


class LostAnswers:
    """Has answers of the counter's service lost after the bank has given them.

    Attributes:
        sent: what was sent, in order.
        checked: ids that were asked after.
        gate: while it is clear, nothing is answered.

    """

    def __init__(self, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
        self._send = services.counter.send
        self._check = services.counter.check
        self.sent: list[CounterPayment] = []
        self.checked: list[Any] = []
        self.is_losing = False
        self.gate = threading.Event()
        self.gate.set()
        monkeypatch.setattr(services.counter, "send", self.send)
        monkeypatch.setattr(services.counter, "check", self.check)

    def send(self, *, payment: CounterPayment) -> CounterOutcome:
        self.sent.append(payment)
        assert self.gate.wait(10)
        outcome = self._send(payment=payment)
        if self.is_losing:
            raise OutcomeUnknown(payment.id)
        return outcome

    def check(self, *, transfer_id: Any) -> CounterOutcome:
        self.checked.append(transfer_id)
        if self.is_losing:
            raise OutcomeUnknown(transfer_id)
        return self._check(transfer_id=transfer_id)


@pytest.fixture
def answers(services: Services, monkeypatch: pytest.MonkeyPatch) -> LostAnswers:
    return LostAnswers(services, monkeypatch)


def test_what_is_on_its_way_is_not_sent_again(
    answers: LostAnswers, host: Host, page: CashPage, counter: Counter
) -> None:
    answers.gate.clear()
    form = host.serve(_F2)
    page.fill("10")
    page.send()
    assert form.awaits_outcome
    for _ in range(3):
        press_key(Qt.Key.Key_Return)
        form.fields.submit()
    answers.gate.set()
    page.wait_for_outcome("made")
    assert len(answers.sent) == 1
    assert slips(counter) == [("COMPLETED", Decimal(10))]


def test_a_lost_answer_says_so_and_resolves_by_itself(
    answers: LostAnswers, host: Host, page: CashPage, counter: Counter
) -> None:
    answers.is_losing = True
    form = host.serve(_F3)
    page.fill("10")
    page.send()
    page.wait_for_outcome("checking")
    assert form.awaits_outcome
    assert "We don't know yet whether this was made." in page.said()
    assert "Cash out, 10.00 EGP, Salma Hassan" in page.said()
    assert not form.fields.isVisible()
    # Somebody else is wanted meanwhile: what is not known stays in view.
    host.serve(_F3, customer=counter.karim)
    assert page.outcome() == "checking"
    answers.is_losing = False
    page.wait_for_outcome("made")
    assert page.receipt("customer") == "Salma Hassan"
    assert not host.form.awaits_outcome
    assert set(answers.checked) == {each.id for each in answers.sent}
    assert slips(counter) == [("COMPLETED", Decimal(10))]
    page.wait_until_heard()
    press_key(Qt.Key.Key_Return)
    assert form._customer is not None
    assert form._customer.full_name == "Karim Samir"


def test_the_banks_refusal_keeps_the_input_and_stands_beside_its_field(
    host: Host, page: CashPage, counter: Counter
) -> None:
    host.serve(_F3)
    page.fill("1000.01", note="rent")
    page.send()
    page.wait_for_outcome("refused")
    assert page.said() == "The bank refused this. Nothing was paid out."
    assert page.error("amount").startswith("There is not enough money in this account")
    assert (page.text("amount"), page.text("note")) == ("1,000.01", "rent")
    assert host.window().focusWidget() is host.form.fields.amount_edit
    page.type_amount("500")
    page.send()
    page.wait_for_outcome("made")
    assert slips(counter) == [("FAILED", Decimal("1000.01")), ("COMPLETED", Decimal(500))]


def test_a_drawer_with_too_little_cash_is_told_at_the_amount(
    host: Host, page: CashPage, counter: Counter
) -> None:
    counter.as_teller("move_till_cash", counter.salma.user_id, "TO_VAULT", "EGP", "4999", "")
    host.serve(_F3)
    page.fill("2")
    page.send()
    page.wait_for_outcome("refused")
    assert page.error("amount").startswith("There is not so much cash in the drawer.")


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        (_F2, "This account is closed or frozen for money that comes in. Choose another one."),
        (_F3, "This account is frozen, so nothing can be paid from it."),
    ],
)
def test_a_frozen_customer_is_told_at_the_account_in_the_tellers_words(
    host: Host, page: CashPage, counter: Counter, key: Qt.Key, sentence: str
) -> None:
    counter.as_supervisor("freeze", counter.salma.account_id, "ALL", "a court", None)
    host.serve(key)
    page.fill("2")
    page.send()
    page.wait_for_outcome("refused")
    assert page.error("account") == sentence


def test_over_the_limit_it_waits_and_is_followed_to_its_receipt(
    host: Host, page: CashPage, counter: Counter
) -> None:
    counter.cash("CASH_IN", "90000")
    host.serve(_F3)
    page.fill("20000.01")
    page.send()
    page.wait_for_waiting("waiting")
    assert "Waiting for approval: nothing was paid out yet" in page.said()
    assert "Hand out no cash yet." in page.said()
    assert "It waits until" in page.said()
    ((pending,),) = counter.ask("SELECT id FROM transactions WHERE status = 'PENDING'")
    counter.as_supervisor("approve", pending)
    host.refresh()
    page.wait_for_outcome("made")
    assert page.waiting() == []
    assert page.receipt("what") == "20,000.01 EGP paid out"
    assert counter.drawer() == Decimal(95000) - Decimal("20000.01")


def test_a_decline_is_told_with_its_reason_also_when_the_next_one_is_served(
    host: Host, page: CashPage, counter: Counter
) -> None:
    host.serve(_F2)
    page.fill("100001")
    page.send()
    page.wait_for_waiting("waiting")
    assert "Keep this cash apart from the drawer." in page.said()
    page.wait_until_heard()
    page.press("next")
    assert page.text("amount") == ""
    page.fill("10")
    page.send()
    page.wait_for_outcome("made")
    ((pending,),) = counter.ask("SELECT id FROM transactions WHERE status = 'PENDING'")
    counter.as_supervisor("decline", pending, "not her signature")
    host.refresh()
    page.wait_for_waiting("declined")
    assert "Reason: not her signature" in page.said()
    assert "Give the cash back to the customer." in page.said()
    # The receipt of the other one was not taken away.
    assert page.receipt("what") == "10.00 EGP paid in"
    page.press("waiting.action")
    assert page.waiting() == []


def test_what_waits_is_looked_after_without_news(
    host: Host, page: CashPage, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.components.cash.waiting.LOOK_EVERY_MS", 50)
    host.serve(_F2)
    page.fill("100001")
    page.send()
    page.wait_for_waiting("waiting")
    ((pending,),) = counter.ask("SELECT id FROM transactions WHERE status = 'PENDING'")
    counter.lapse(pending)
    page.wait_for_waiting("expired")
    assert "Nobody approved it in time" in page.said()


def test_without_an_open_till_there_is_a_way_to_it(
    host: Host, page: CashPage, counter: Counter
) -> None:
    counter.close({"200": 25})
    host.serve(_F2)
    page.fill("10")
    page.send()
    page.wait_for_outcome("no_till")
    assert "Nothing was paid in." in page.said()
    page.press("open_till")
    assert host.heard == ["till"]
    assert page.text("amount") == "10.00"


def test_a_customer_whose_time_is_over_is_opened_again_with_the_input_kept(
    host: Host, page: CashPage, counter: Counter, qtbot: QtBot
) -> None:
    host.serve(_F2)
    page.fill("10")
    counter.ask("UPDATE customer_openings SET closes_at = private.utc_now()")
    page.send()
    qtbot.waitUntil(lambda: host.heard == ["customer_closed"], timeout=PATIENCE_MS)
    counter.open_customers(counter.as_teller)
    host.serve(_F2)
    assert page.text("amount") == "10.00"
    page.send()
    page.wait_for_outcome("made")
    host.serve(_F2)
    assert page.text("amount") == ""


def test_a_bank_out_of_reach_means_that_nothing_was_done(
    host: Host, page: CashPage, counter: Counter, bank: Bank, services: Services
) -> None:
    host.serve(_F2)
    page.fill("10")
    with out_of_reach(bank, services):
        page.send()
        told = page.wait_for_error("form")
    assert told.startswith("The bank cannot be reached.")
    assert told.endswith("Nothing was paid in.")
    assert page.text("amount") == "10.00"
    page.send()
    page.wait_for_outcome("made")
    assert slips(counter) == [("COMPLETED", Decimal(10))]


def test_a_receipt_that_cannot_be_read_is_no_reason_to_pay_again(
    host: Host,
    page: CashPage,
    counter: Counter,
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unreadable(**_: object) -> None:
        raise Unavailable("server_unreachable", database="payment")

    with monkeypatch.context() as broken:
        broken.setattr(services.counter, "slip", unreadable)
        host.serve(_F2)
        page.fill("10")
        page.send()
        page.wait_for_outcome("made")
        assert page.receipt() == "Done, but its receipt cannot be read just now"
    page.press("receipt.ask")
    host.refresh()
    page._qtbot.waitUntil(lambda: page.receipt().endswith("-0001"), timeout=PATIENCE_MS)
    assert slips(counter) == [("COMPLETED", Decimal(10))]


def test_the_fee_of_a_transfer_is_quoted_while_it_is_written(
    host: Host, page: CashPage, counter: Counter, qtbot: QtBot
) -> None:
    form = host.serve(_F4)
    page.type_payee("karim@instapay")
    page.type_amount("100")
    qtbot.waitUntil(lambda: not form._quoted.isHidden(), timeout=PATIENCE_MS)
    assert "Fee" in form._quoted.text()
    page.type_amount("5000")
    told = page.wait_for_error("amount")
    assert told.startswith("There is not enough money in this account")
    assert counter.ask("SELECT 1 FROM cash_slips") == []


def test_the_customers_own_accounts_are_offered_and_the_paying_one_is_not(
    host: Host, page: CashPage, counter: Counter, bank: Bank
) -> None:
    savings = bank.add_account(counter.salma.user_id, name="Savings")
    form = host.serve(_F4, customer=counter.salma)
    field = form.fields.payee_field
    assert field is not None
    field.set_text(counter.ask("SELECT iban FROM accounts WHERE id = %s", savings)[0][0])
    assert field.payee is not None
    assert field.payee.account_id == savings
    field.set_text(counter.salma.iban)
    assert page.error("to").startswith("This is the account that pays.")


def test_what_an_earlier_window_never_heard_of_is_told_to_its_teller(
    answers: LostAnswers, host: Host, bank: Bank, counter: Counter, qtbot: QtBot
) -> None:
    page = CashPage(qtbot, host)
    answers.is_losing = True
    host.serve(_F2)
    page.fill("10")
    page.send()
    page.wait_for_outcome("checking")
    outbox = host._services.transfers._outbox
    outbox.keep(counter.as_teller.user_id, answers.sent[0])  # as if no answer had ever come
    outbox.let_go()()  # what the end of the process does
    for form in host.forms.values():
        form.deleteLater()
    again = bank.services()
    again.identity.sign_in(email="teller@demo.eg", password=counter.salma.password)
    left = LeftBehind(again.counter)
    stage(qtbot, left)
    left.look()
    qtbot.waitUntil(lambda: len(left.texts) == 1, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "10.00" in left.texts[0] and "paid in" in left.texts[0])
    assert again.counter.unknown() == ()
    # Dropped in a thread, once it is told.
    files = bank.folder / "outbox"
    qtbot.waitUntil(
        lambda: not any(path.read_text().strip() for path in files.glob("*.json")),
        timeout=PATIENCE_MS,
    )
    assert slips(counter) == [("COMPLETED", Decimal(10))]
    page_of_left = CashPage(qtbot, left)
    page_of_left.press("left_behind.close")
    assert left.isHidden()
