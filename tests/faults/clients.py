"""Desktops without a window, each a process that a test may kill: ``python clients.py``.

The program reads orders from its input, a JSON object a line, and forks a client for each: imports are
paid once. A client says what it does in JSON lines, each one write, so that what it has said survives
its death. It ends at SIGTERM between two payments; all end with the program's input.
"""

from __future__ import annotations

import ctypes
import json
import logging
import os
import random
import signal
import sys
import time
import traceback
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

import psycopg2

from services.bank import Services, open_services
from services.errors import InstaPayError, OutcomeUnknown, Unavailable
from services.values.money import Money
from services.values.transfers import Payee, Payment, TransferOutcome

if TYPE_CHECKING:
    from collections.abc import Callable

#: How long one goes on trying what a server that is coming back will answer.
PATIENCE_S = 60.0
_PAUSE_S = 0.02
_PR_SET_PDEATHSIG = 1
_T = TypeVar("_T")


class Client:
    """One client with an order: `do_<role>` is what it does."""

    def __init__(self, order: dict[str, Any]) -> None:
        self._order = order
        self._is_ending = False
        self._chance = random.Random(order["number"])  # noqa: S311 (a load, the same each time)
        signal.signal(signal.SIGTERM, self._end)

    def run(self) -> None:
        self._say(pid=os.getpid())
        role: Callable[[], None] = getattr(self, f"do_{self._order['role']}")
        role()
        self._say(ended=True)

    def do_pay(self) -> None:
        """Pay one after the other, from any payer to any payee, until told to end."""
        services = self._sign_in()
        outbox = services.transfers._outbox
        forget = outbox.forget

        def say_and_forget(user_id: UUID, transfer_id: UUID) -> None:
            # Said first: what is in the bank and neither here nor in the outbox was lost.
            self._say(forgetting=str(transfer_id))
            forget(user_id, transfer_id)

        outbox.forget = say_and_forget  # type: ignore[method-assign]
        while not self._is_ending:
            self._pay_once(services, self._payment())

    def do_settle(self) -> None:
        """Ask what became of each payment in the outbox, twice, as after a restart."""
        services = self._sign_in()
        user_id = services.transfers._access.user_id()
        for unknown in services.transfers.unknown():
            found = unknown.payment.id
            outcomes = [self._ask(services, found), self._ask(services, found)]
            told = [(each.status.value, each.failure_code) for each in outcomes]
            self._say(settled=str(found), status=told[0][0], is_one=told[0] == told[1])
            assert not unknown.from_this_session, user_id
        self._say(left=len(services.transfers.unknown()))

    def do_watch(self) -> None:
        """Read all balances in one statement, again and again, as an administrator."""
        with psycopg2.connect(self._url("payment_owner")) as connection:
            connection.autocommit = True
            cursor = connection.cursor()
            seen: set[tuple[str, ...]] = set()
            reads = 0
            while not self._is_ending:
                cursor.execute(
                    "SELECT coalesce(sum(balance) FILTER (WHERE kind <> 'VAULT'), 0),"
                    " sum(balance), min(balance) FILTER (WHERE kind = 'CUSTOMER') < 0"
                    " FROM public.accounts"
                )
                seen.add(tuple(str(each) for each in cursor.fetchall()[0]))
                reads += 1
                if reads == 1:
                    self._say(ready=True)
        self._say(reads=reads, seen=sorted(seen))

    def _payment(self) -> Payment:
        payer = self._chance.choice(self._order["payers"])
        payee = self._chance.choice([each for each in self._order["payees"] if each != payer])
        amount = Decimal(self._chance.randrange(100, 2000)) / 100
        return Payment(
            UUID(payer),
            Payee(UUID(payee), "Mona A••••", "EGP", "mona@instapay", is_own=False),
            Money(amount, "EGP"),
            "a load",
        )

    def _pay_once(self, services: Services, payment: Payment) -> None:
        named = str(payment.id)
        self._say(sending=named)
        try:
            outcome = services.transfers.send(payment=payment)
        except OutcomeUnknown:
            self._say(unknown=named)
            if self._order["asks"]:
                outcome = self._ask(services, payment.id)
                self._say(told=named, status=outcome.status.value)
        except InstaPayError as error:
            self._say(refused=named, code=error.code)
            time.sleep(_PAUSE_S)
        else:
            self._say(told=named, status=outcome.status.value)

    def _ask(self, services: Services, transfer_id: UUID) -> TransferOutcome:
        return self._patiently(lambda: services.transfers.check(transfer_id=transfer_id))

    def _sign_in(self) -> Services:
        services = open_services(
            lambda: self._url("auth"), lambda: self._url("payment"), Path(self._order["outbox"])
        )
        email, password = self._order["email"], self._order["password"]
        self._patiently(lambda: services.identity.sign_in(email=email, password=password))
        self._say(ready=True)
        return services

    def _patiently(self, call: Callable[[], _T]) -> _T:
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                return call()
            except (OutcomeUnknown, Unavailable):
                if time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE_S)

    def _url(self, name: str) -> str:
        return str(json.loads(Path(self._order["urls"]).read_text())[name])

    def _say(self, **words: object) -> None:
        line = json.dumps({"client": self._order["number"], **words}) + "\n"
        os.write(1, line.encode())

    def _end(self, *_: object) -> None:
        self._is_ending = True


def _be_client(order: dict[str, Any], parent: int) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)
    os.close(0)
    try:
        Client(order).run()
    except BaseException:  # noqa: BLE001 (whatever it is, the test must hear of it)
        died = {"client": order["number"], "died": traceback.format_exc()}
        os.write(1, (json.dumps(died) + "\n").encode())
    os._exit(0)


def main() -> None:
    logging.disable(logging.WARNING)  # each connection that fails is one; the tests break them all
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system buries them
    parent = os.getpid()
    for line in sys.stdin:
        if os.fork() == 0:
            _be_client(json.loads(line), parent)


if __name__ == "__main__":
    main()
