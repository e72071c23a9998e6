"""The service of the counter: exactly once, also over a broken line and a restart, and what slips tell."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import psycopg2.extensions
import pytest

from services.errors import InvalidInput, OutcomeUnknown, Refused
from services.values.counter import CounterKind, CounterPayment
from services.values.money import Money
from services.values.transfers import Payee, TransferStatus
from tests.bank import PASSWORD
from tests.caller import refused
from tests.database.counter import Counter
from tests.faults.observing import until
from tests.faults.proxy import Proxy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.bank import Services
    from tests.bank import Bank

_IN, _OUT = CounterKind.CASH_IN, CounterKind.CASH_OUT
_TELLER = "teller@demo.eg"


def egp(amount: str) -> Money:
    return Money(Decimal(amount), "EGP")


class Till(Counter):
    """Mona signed in at her open till, whose line to Payment goes through a proxy."""

    def __init__(self, bank: Bank, proxy: Proxy) -> None:
        super().__init__(bank)
        self.proxy = proxy
        parts = psycopg2.extensions.parse_dsn(bank.payment_url)
        bank.payment_url = psycopg2.extensions.make_dsn(**parts | {"port": proxy.port})
        self.services = self.sign_in()

    def sign_in(self) -> Services:
        services = self.bank.services()
        services.identity.sign_in(email=_TELLER, password=PASSWORD)
        return services

    def order(self, kind: CounterKind = _IN, amount: str = "100") -> CounterPayment:
        return CounterPayment(
            kind, "Salma Hassan", self.salma.account_id, egp(amount), "بطاقة قومية", "نقدية"
        )

    def counter_transfer(self, amount: str = "100") -> CounterPayment:
        payee = Payee(self.karim.account_id, "Karim S••••", "EGP", "karim@instapay", is_own=False)
        return replace(self.order(CounterKind.TRANSFER, amount), payee=payee)

    def correction(self, original: CounterPayment) -> CounterPayment:
        return CounterPayment(
            CounterKind.CORRECTION, "Salma Hassan", None, original.amount, "typed 100 for 10",
            original_id=original.id)  # fmt: skip

    def cut_at(self, function: bytes, *, arrives: bool) -> None:
        """Break the line at the first such call, after the server got it or before, for good."""
        before = self.made()

        def cut_once_made() -> None:
            until(lambda: self.made() > before, patience_s=10)
            self.proxy.cut()

        def on_request(chunk: bytes) -> None:
            if b"api." + function not in chunk:
                return
            self.proxy.on_request = None
            self.proxy.is_refusing = True
            if arrives:
                self.proxy.is_deaf = True
                threading.Thread(target=cut_once_made).start()
            else:
                self.proxy.cut()

        self.proxy.on_request = on_request

    def mend(self) -> None:
        self.proxy.is_refusing = self.proxy.is_deaf = False

    def made(self) -> int:
        """How many payments of the counter there are."""
        ((count,),) = self.ask("SELECT count(*) FROM cash_slips")
        return int(count)


@pytest.fixture
def till(bank: Bank) -> Iterator[Till]:
    parts = psycopg2.extensions.parse_dsn(bank.payment_url)
    with Proxy((parts["host"], int(parts["port"]))) as proxy:
        yield Till(bank, proxy)


def test_the_same_cash_sent_twice_is_taken_once_and_answers_the_first_outcome(till: Till) -> None:
    order = till.order()
    first, again = (till.services.counter.send(payment=order) for _ in range(2))
    assert first == again
    assert first.status is TransferStatus.COMPLETED
    assert till.drawer() == 5100
    with pytest.raises(Refused) as caught:
        till.services.counter.send(payment=replace(order, amount=egp("200")))
    assert caught.value.code == "id_reused"
    till.check_books()


def test_a_slip_tells_all_that_its_receipt_says(till: Till) -> None:
    till.services.counter.send(payment=till.order(_OUT, "40"))
    outcome = till.services.counter.send(payment=till.order())
    slip = outcome.slip
    assert slip is not None
    assert (slip.kind, slip.number, slip.amount, slip.fee) == (_IN, 2, egp("100"), egp("0"))
    assert (slip.customer, slip.iban, slip.payee) == ("Salma Hassan", till.salma.iban, None)
    assert (slip.identification, slip.note, slip.teller) == ("بطاقة قومية", "نقدية", "Mona Teller")
    assert slip.drawer == egp("5060")
    assert slip.status is TransferStatus.COMPLETED
    assert abs((datetime.now(UTC) - slip.made_at).total_seconds()) < 60
    # Cairo is two or three hours ahead.
    ahead = slip.made_on - slip.made_at.replace(tzinfo=None)
    assert ahead.total_seconds() in {7200, 10800}
    assert slip.till_number == till.as_teller.rows("my_tills")[0]["number"]


def test_nobody_reads_another_tellers_slip_but_supervisors(till: Till) -> None:
    made = till.cash("CASH_IN", "10")["id"]
    omar = till.add_teller("Omar Teller")
    with refused("IP212"):
        omar("slip", made)
    assert till.as_supervisor("slip", made)["teller"] == "Mona Teller"
    with refused("IP004"):
        till.as_salma("slip", made)


def test_a_counted_drawer_is_told_to_nobody(till: Till) -> None:
    made = till.cash("CASH_IN", "10")["id"]
    till.close({"200": 25, "10": 1})
    assert till.as_teller("slip", made)["drawer"] is None


def test_a_transfer_costs_what_was_quoted(till: Till) -> None:
    order = till.counter_transfer()
    assert order.payee is not None
    quote = till.services.counter.quote(
        account_id=till.salma.account_id, payee=order.payee, amount=order.amount
    )
    assert (quote.failure_code, quote.needs_approval) == (None, False)
    assert (quote.fee, quote.total, quote.available) == (egp("0.50"), egp("100.50"), egp("1000"))
    outcome = till.services.counter.send(payment=order)
    assert (outcome.status, outcome.fee) == (TransferStatus.COMPLETED, quote.fee)
    assert outcome.slip is not None
    assert outcome.slip.payee == "Karim S••••"
    too_much = till.services.counter.quote(
        account_id=till.salma.account_id, payee=order.payee, amount=egp("900")
    )
    assert too_much.failure_code == "insufficient_funds"
    above = till.services.counter.quote(
        account_id=till.salma.account_id, payee=order.payee, amount=egp("60000")
    )
    assert above.needs_approval
    till.ask("UPDATE customer_openings SET closes_at = private.utc_now()")
    with pytest.raises(Refused) as caught:
        till.services.counter.quote(
            account_id=till.salma.account_id, payee=order.payee, amount=order.amount
        )
    assert caught.value.code == "customer_not_open"


def test_refusals_are_outcomes_with_a_slip(till: Till) -> None:
    counter = till.services.counter
    poor = counter.send(payment=till.order(_OUT, "1000.01"))
    assert (poor.status, poor.failure_code) == (TransferStatus.FAILED, "insufficient_funds")
    assert poor.slip is not None
    assert (poor.slip.number, poor.slip.status) == (1, TransferStatus.FAILED)
    till.as_teller("move_till_cash", till.order().id, "TO_VAULT", "EGP", "4999", "")
    assert counter.send(payment=till.order(_OUT, "2")).failure_code == "drawer_lacks_cash"
    till.as_supervisor("freeze", till.salma.account_id, "ALL", "a court", None)
    assert counter.send(payment=till.order(_OUT, "1")).failure_code == "account_frozen"
    assert counter.send(payment=till.order(_IN, "1")).failure_code == "payee_cannot_receive"
    assert till.drawer() == 1


def test_over_the_limit_it_waits_and_its_slip_tells_what_was_decided(till: Till) -> None:
    counter = till.services.counter
    counter.send(payment=till.order(_IN, "90000"))
    order = till.order(_OUT, "20000.01")
    first, again = (counter.send(payment=order) for _ in range(2))
    assert first.status is again.status is TransferStatus.PENDING
    assert first.slip is not None
    assert first.slip.expires_at is not None
    assert first.slip.expires_at > datetime.now(UTC)
    till.as_supervisor("decline", order.id, "not her signature")
    slip = counter.slip(payment_id=order.id)
    assert (slip.status, slip.decline_reason) == (TransferStatus.FAILED, "not her signature")
    assert counter.send(payment=order).failure_code == "declined"
    other = till.order(_OUT, "20000.01")
    counter.send(payment=other)
    till.as_supervisor("approve", other.id)
    assert counter.slip(payment_id=other.id).status is TransferStatus.COMPLETED
    till.check_books()


def test_a_correction_is_linked_and_made_once(till: Till) -> None:
    counter = till.services.counter
    order = till.order()
    counter.send(payment=order)
    correction = till.correction(order)
    first, again = (counter.send(payment=correction) for _ in range(2))
    assert first == again
    assert first.slip is not None
    assert (first.slip.original_number, first.slip.number) == (1, 2)
    assert counter.slip(payment_id=order.id).corrected_by == correction.id
    assert till.drawer() == 5000
    with pytest.raises(Refused) as caught:
        counter.send(payment=till.correction(order))
    assert caught.value.code == "already_reversed"
    till.check_books()


@pytest.mark.parametrize("arrives", [True, False])
@pytest.mark.parametrize("what", ["cash", "counter_transfer", "correct_cash"])
def test_a_lost_answer_is_unknown_until_the_line_is_back(
    till: Till, what: str, arrives: bool
) -> None:
    order = till.order() if what == "cash" else till.counter_transfer()
    if what == "correct_cash":
        first = till.order()
        till.services.counter.send(payment=first)
        order = till.correction(first)
    before = till.made()
    till.cut_at(what.encode(), arrives=arrives)
    with pytest.raises(OutcomeUnknown):
        till.services.counter.send(payment=order)
    (unknown,) = till.services.counter.unknown()
    assert unknown.payment == order
    assert till.services.transfers.unknown() == ()
    with pytest.raises(OutcomeUnknown):
        till.services.counter.check(transfer_id=order.id)
    till.mend()
    outcome = till.services.counter.check(transfer_id=order.id)
    assert outcome.status is TransferStatus.COMPLETED
    assert outcome.slip is not None
    assert till.made() == before + 1
    assert till.services.counter.unknown() == ()
    till.check_books()


@pytest.mark.parametrize("arrives", [True, False])
def test_after_a_restart_it_is_only_asked_about_by_whoever_made_it(
    till: Till, arrives: bool
) -> None:
    order = till.order()
    till.cut_at(b"cash", arrives=arrives)
    with pytest.raises(OutcomeUnknown):
        till.services.counter.send(payment=order)
    till.mend()
    till.services.transfers._outbox.let_go()()  # what the end of the process does
    again = till.sign_in()
    (unknown,) = again.counter.unknown()
    assert unknown.payment == order
    outcome = again.counter.check(transfer_id=order.id)
    assert again.counter.unknown() == ()
    if arrives:
        assert outcome.status is TransferStatus.COMPLETED
        assert outcome.slip is not None
        assert till.drawer() == 5100
        return
    assert (outcome.status, outcome.failure_code) == (TransferStatus.FAILED, "abandoned")
    # A late original cannot land any more.
    assert again.counter.send(payment=order).failure_code == "abandoned"
    assert till.drawer() == 5000


@pytest.mark.parametrize("arrives", [True, False])
@pytest.mark.parametrize("gone", ["customer", "till"])
def test_what_cannot_be_repeated_any_more_is_settled(till: Till, gone: str, arrives: bool) -> None:
    """The quarter of an hour is over, or the till was counted, before the line is back."""
    order = till.order()
    till.cut_at(b"cash", arrives=arrives)
    with pytest.raises(OutcomeUnknown):
        till.services.counter.send(payment=order)
    if gone == "till":
        till.close({"200": 25, "100": 1}, "one note too many" if not arrives else None)
    else:
        till.ask("UPDATE customer_openings SET closes_at = private.utc_now()")
    till.mend()
    outcome = till.services.counter.check(transfer_id=order.id)
    if arrives:
        assert outcome.status is TransferStatus.COMPLETED
    else:
        assert outcome.failure_code == "abandoned"
    assert till.services.counter.unknown() == ()
    till.check_books()


def test_no_till_and_no_open_customer_are_told_and_leave_nothing_in_the_outbox(till: Till) -> None:
    counter = till.services.counter
    till.ask("UPDATE customer_openings SET closes_at = private.utc_now()")
    with pytest.raises(Refused) as caught:
        counter.send(payment=till.order())
    assert caught.value.code == "customer_not_open"
    till.close({"200": 25})
    with pytest.raises(Refused) as caught:
        counter.send(payment=till.order())
    assert caught.value.code == "till_not_open"
    assert counter.unknown() == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"identification": "  "}, "identification_missing"),
        ({"identification": "x" * 201}, "identification_invalid"),
        ({"identification": "a\u202eb"}, "identification_invalid"),
        ({"note": "x" * 141}, "note_too_long"),
        ({"note": "a\nb"}, "note_invalid"),
        ({"amount": egp("0")}, "amount_not_positive"),
        ({"amount": egp("0.001")}, "amount_too_precise"),
        ({"kind": CounterKind.CORRECTION, "identification": ""}, "reason_invalid"),
    ],
)
def test_a_form_that_cannot_be_used_is_not_sent(
    till: Till, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        till.services.counter.send(payment=replace(till.order(), **changes))  # type: ignore[arg-type]
    assert caught.value.code == code
    assert till.made() == 0


def test_customers_are_told_the_balance_after(till: Till) -> None:
    first = till.order()
    till.services.counter.send(payment=first)
    till.services.counter.send(payment=till.order(_OUT, "30"))
    till.services.counter.send(payment=till.correction(first))
    told = [
        (event, details["amount"], details["balance"])
        for event, details in till.notices(till.salma.user_id)
    ]
    assert told == [
        ("cash_in", "100.00", "1100.00"),
        ("cash_out", "30.00", "1070.00"),
        ("cash_corrected", "100.00", "970.00"),
    ]
