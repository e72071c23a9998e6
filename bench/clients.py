"""Client processes that pay for a while when they are told to, our way or the peer's."""

from __future__ import annotations

import cProfile
import io
import multiprocessing
import pstats
import random
import time
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import psycopg2

from bench import minimal
from bench.customers import CURRENCY, BenchCustomer, sign_in
from services.database import Database
from services.outbox import Outbox
from services.transfers import TransferService
from services.values.money import Money
from services.values.transfers import Payment, TransferStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path
    from uuid import UUID

    from services.values.transfers import Payee

Side = Literal["ours", "peer"]
#: What a client pays at a time, in piastres: far from limits, far from asking for a confirmation.
_PIASTRES = range(100, 2001)
_START_LIMIT_S = 180


@dataclass(frozen=True)
class ClientPlan:
    """What one client process needs to know.

    Attributes:
        outbox: a folder of this client's own.
        payers: the customers that sit at this client; each pays any of `payees` but itself.

    """

    number: int
    auth_url: str
    payment_url: str
    minimal_url: str
    outbox: Path
    payers: list[BenchCustomer]
    payees: list[BenchCustomer]


@dataclass(frozen=True)
class Order:
    """Pay for `seconds`, our way or the peer's."""

    side: Side
    seconds: float
    is_profiled: bool = False


@dataclass(frozen=True)
class Answer:
    """How many were paid, in how long, s; `profile` is cProfile's table where it was asked for."""

    paid: int
    took_s: float
    profile: str = ""


class Clients:
    """The running client processes."""

    def __init__(self, pipes: list[Connection]) -> None:
        self._pipes = pipes
        #: How many payments each side made, warm-ups too.
        self.paid: dict[Side, int] = {"ours": 0, "peer": 0}

    def run(self, order: Order) -> list[Answer]:
        """Have all clients pay at the same time; return what each did."""
        for pipe in self._pipes:
            pipe.send(order)
        answers: list[Answer] = []
        for pipe in self._pipes:
            assert pipe.poll(order.seconds + _START_LIMIT_S), "a client does not answer"
            answers.append(pipe.recv())
        self.paid[order.side] += sum(each.paid for each in answers)
        return answers

    def rate(self, side: Side, seconds: float) -> float:
        """Return payments a second of all clients together."""
        return sum(each.paid / each.took_s for each in self.run(Order(side, seconds)))


@contextmanager
def clients(plans: list[ClientPlan]) -> Iterator[Clients]:
    """Start a process for each plan; yield once everybody is signed in."""
    spawning = multiprocessing.get_context("spawn")
    processes = []
    pipes = []
    try:
        for plan in plans:
            ours, theirs = spawning.Pipe()
            process = spawning.Process(target=_serve, args=(theirs, plan), daemon=True)
            process.start()
            theirs.close()
            processes.append(process)
            pipes.append(ours)
        for pipe in pipes:
            assert pipe.poll(_START_LIMIT_S), "a client does not start"
            assert pipe.recv() == "ready"
        yield Clients(pipes)
    finally:
        for pipe in pipes:
            # A client that has died has said so on standard error.
            pipe.close()
        for process in processes:
            process.join(10)
            if process.is_alive():
                process.terminate()


def _serve(pipe: Connection, plan: ClientPlan) -> None:
    """Be one client process."""
    sides: dict[Side, Callable[[], None]] = {"ours": _ours(plan), "peer": _peer(plan)}
    pipe.send("ready")
    while True:
        try:
            order: Order = pipe.recv()
        except EOFError:
            return
        pipe.send(_obeyed(order, sides[order.side]))


def _obeyed(order: Order, pay: Callable[[], None]) -> Answer:
    profiler = cProfile.Profile() if order.is_profiled else None
    if profiler is not None:
        profiler.enable()
    paid, took_s = _paid(pay, order.seconds)
    if profiler is None:
        return Answer(paid, took_s)
    profiler.disable()
    text = io.StringIO()
    pstats.Stats(profiler, stream=text).sort_stats("tottime").print_stats(25)
    return Answer(paid, took_s, text.getvalue())


def _paid(pay: Callable[[], None], seconds: float) -> tuple[int, float]:
    paid = 0
    start = time.perf_counter()
    end = start + seconds
    now = start
    while now < end:
        pay()
        paid += 1
        now = time.perf_counter()
    return paid, now - start


def _ours(plan: ClientPlan) -> Callable[[], None]:
    """Sign everybody in; return what pays once through the service."""
    auth = Database("auth", lambda: plan.auth_url)
    payment = Database("payment", lambda: plan.payment_url)
    outbox = Outbox(plan.outbox)
    # As the identity service does at a sign-in.
    outbox.prepare()
    services = {
        each.account_id: TransferService(payment, sign_in(auth, each), outbox)
        for each in plan.payers
    }
    payees: dict[UUID, Payee] = {each.account_id: each.as_payee() for each in plan.payees}
    draw = _drawing(plan)

    def pay() -> None:
        payer_id, payee_id, amount = draw()
        outcome = services[payer_id].send(
            payment=Payment(payer_id, payees[payee_id], Money(amount, CURRENCY), "Bench")
        )
        assert outcome.status is TransferStatus.COMPLETED, outcome

    return pay


def _peer(plan: ClientPlan) -> Callable[[], None]:
    connection = psycopg2.connect(plan.minimal_url)
    draw = _drawing(plan)

    def pay() -> None:
        minimal.pay(connection, *draw())

    return pay


def _drawing(plan: ClientPlan) -> Callable[[], tuple[UUID, UUID, Decimal]]:
    """Return what draws a payer of this client, somebody else and an amount: the same for both."""
    chance = random.Random(plan.number)  # noqa: S311 (draws to repeat, no secrets)
    payers = [each.account_id for each in plan.payers]
    payees = [each.account_id for each in plan.payees]

    def draw() -> tuple[UUID, UUID, Decimal]:
        payer = payee = chance.choice(payers)
        while payee == payer:
            payee = chance.choice(payees)
        return payer, payee, Decimal(chance.choice(_PIASTRES)) / 100

    return draw
