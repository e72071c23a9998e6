"""Backends are ended in the middle of payments, and the network is cut with commits in flight."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from psycopg2.extensions import make_dsn, parse_dsn

from services import database, deadlines, sending
from services.bank import open_services
from services.errors import OutcomeUnknown
from services.values.money import Money
from services.values.transfers import Payee, Payment, TransferStatus
from tests.faults.length import IS_LONG, pick
from tests.faults.load import OPENING, STATION
from tests.faults.observing import until
from tests.faults.proxy import Proxy

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Customer
    from tests.faults.load import Load

_CUT_S = pick(3.0, 60.0)
_ENDED_BACKENDS = pick(15, 150)


def _payment(payer: Customer, payee: Customer) -> Payment:
    reached = Payee(payee.account_id, "Karim S••••", "EGP", "karim@instapay", is_own=False)
    return Payment(payer.account_id, reached, Money(Decimal(10), "EGP"))


def _waiting_backend(cursor: Any) -> int:
    """Return the station's backend of this bank that waits for a row, once there is one."""
    found: list[int] = []

    def is_there() -> bool:
        cursor.execute(
            "SELECT l.pid FROM pg_locks AS l JOIN pg_stat_get_activity(l.pid) AS a ON true"
            " JOIN pg_database AS d ON d.oid = a.datid"
            " WHERE NOT l.granted AND d.datname = current_database()"
        )
        found.extend(row[0] for row in cursor.fetchall())
        return bool(found)

    assert until(is_there, patience_s=5)
    return found[0]


def test_a_backend_ended_inside_a_payment_leaves_one_payment(load: Load) -> None:
    load.add_customers(2)
    payer, payee = load.customers
    services = load.bank.services()
    services.identity.sign_in(email=payer.email, password=payer.password)
    payment = _payment(payer, payee)
    with ThreadPoolExecutor(1) as threads, load.administrator() as cursor:
        query = "SELECT FROM accounts WHERE id = ANY (%s::uuid[]) FOR UPDATE"
        cursor.execute(query, (load.account_ids(),))
        sent = threads.submit(services.transfers.send, payment=payment)
        ended = _waiting_backend(cursor)
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", (ended,))
        assert cursor.fetchall() == [(True,)]
        cursor.connection.rollback()
        outcome = sent.result(20)
    # The same id was sent again, on another backend, and paid.
    assert outcome.status is TransferStatus.COMPLETED
    assert load.bank.balance(payee.account_id) == OPENING + 10
    assert services.transfers.unknown() == ()
    load.assert_right(known=[payment])


@pytest.mark.timeout(pick(120, 400))
def test_payments_survive_backends_that_are_ended_under_load(load: Load) -> None:
    load.add_customers(8)
    payers = load.start_payers()
    with load.administrator() as cursor:
        for _ in range(_ENDED_BACKENDS):
            cursor.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE usename = %s AND datname = current_database() ORDER BY random() LIMIT 1",
                (STATION,),
            )
            cursor.connection.commit()
            load.wait_for("told", more=10, clients=payers)
    load.end_and_settle()
    load.assert_right()


class Line:
    """A payer whose line to Payment goes through a proxy that stops passing anything on."""

    def __init__(
        self, load: Load, payer: Customer, payee: Customer, *, arrives: bool, restarts: bool
    ) -> None:
        self.payment = _payment(payer, payee)
        self._load = load
        self._payer = payer
        self._arrives = arrives
        self._restarts = restarts
        self._stack = ExitStack()
        self._proxy = self._stack.enter_context(Proxy(("127.0.0.1", load.cluster.port)))
        parts = parse_dsn(load.bank.payment_url)
        self._payment_url = make_dsn(**parts | {"port": self._proxy.port})
        self.services = self._desktop()

    def close(self) -> None:
        self._stack.close()

    def go_through_a_cut(self) -> None:
        """Pay into the cut, ask as long as it lasts, and again when it is over."""
        end = time.monotonic() + _CUT_S
        self._send_into_the_cut()
        while time.monotonic() < end:
            with pytest.raises(OutcomeUnknown):
                self.services.transfers.check(transfer_id=self.payment.id)
        if self._arrives:
            self._proxy.is_stalled = False
        else:
            # The other way is back first: the call that was held up comes later than the question.
            self._payment_url = self._load.bank.payment_url
        self._ask_afterwards()
        if not self._arrives:
            before = self._times_seen()
            self._proxy.is_stalled = False
            assert until(lambda: self._times_seen() > before, patience_s=20)
            if self._restarts:
                again = self.services.transfers.check(transfer_id=self.payment.id)
                assert again.failure_code == "abandoned"
        assert self.services.transfers.unknown() == ()

    def is_paid(self) -> bool:
        """Whether it should be, at the end."""
        return self._arrives or not self._restarts

    def _send_into_the_cut(self) -> None:
        def on_request(chunk: bytes) -> bool:
            # This chunk still goes through, nothing after it, nor any answer.
            self._proxy.is_stalled = self._proxy.is_stalled or b"api.transfer" in chunk
            return True

        self._proxy.on_request = on_request
        self._proxy.is_stalled = not self._arrives
        begun = time.monotonic()
        with pytest.raises(OutcomeUnknown):
            self.services.transfers.send(payment=self.payment)
        allowed_s = sending.SEND_LIMIT_S + database.CONNECT_TIMEOUT_S + 3
        assert time.monotonic() - begun < allowed_s
        self._proxy.on_request = None

    def _ask_afterwards(self) -> None:
        if self._restarts:
            self.services.transfers._outbox.let_go()()  # what the end of a process does
            self.services = self._desktop()
        (unknown,) = self.services.transfers.unknown()
        assert unknown.payment == self.payment
        assert unknown.from_this_session is not self._restarts
        outcome = self.services.transfers.check(transfer_id=self.payment.id)
        expected = TransferStatus.COMPLETED if self.is_paid() else TransferStatus.FAILED
        assert outcome.status is expected

    def _times_seen(self) -> int:
        """Count the calls about this payment that came after the first."""
        with self._load.administrator() as cursor:
            cursor.execute(
                "SELECT repeats FROM transactions WHERE id = %s", (str(self.payment.id),)
            )
            return int(cursor.fetchone()[0])

    def _desktop(self) -> Services:
        services = open_services(
            lambda: self._load.bank.auth_url,
            lambda: self._payment_url,
            self._load.folder / "outbox",
        )
        self._stack.callback(services.close)
        services.identity.sign_in(email=self._payer.email, password=self._payer.password)
        return services


@pytest.mark.timeout(pick(120, 300))
def test_payments_survive_a_network_that_is_cut_with_their_commits_in_flight(
    load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not IS_LONG:
        monkeypatch.setattr(sending, "SEND_LIMIT_S", 0.5)
        monkeypatch.setattr(database, "CONNECT_TIMEOUT_S", 2)
        monkeypatch.setattr(deadlines, "_TICK_S", 0.05)
    load.add_customers(5)
    *payers, payee = load.customers
    kinds = [(arrives, restarts) for arrives in (True, False) for restarts in (True, False)]
    lines = [
        Line(load, payer, payee, arrives=arrives, restarts=restarts)
        for payer, (arrives, restarts) in zip(payers, kinds, strict=True)
    ]
    with ThreadPoolExecutor(len(lines)) as threads:
        try:
            for each in [threads.submit(line.go_through_a_cut) for line in lines]:
                each.result(_CUT_S + 60)
        finally:
            for line in lines:
                line.close()
    paid = sum(line.is_paid() for line in lines)
    assert load.bank.balance(payee.account_id) == OPENING + 10 * paid
    load.assert_right(known=[line.payment for line in lines])
