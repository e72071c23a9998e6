"""What 10,000,000 payments cost a window that 10,000 do not: `make bench-large`, some minutes of load.

Two servers stand side by side, one with 10,000 payments among 100 customers, one with 10,000,000
among 10,000, so that a page is full in both. Each side's hundred customers are asked for in turn: the
first page of their history, and what a payment would cost. Both medians are of calls whose pages lie
in memory; what the very first look costs, when they do not lie in Postgres's, is told beside them. Windows
on both sides then show a first page, from the click until it is painted.
"""

from __future__ import annotations

import argparse
import statistics
import time
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from app.provisioning import checks
from bench.customers import CURRENCY, load_customers, sign_in
from bench.reporting import Figure, compared, merge, table
from bench.server import bench_server
from bench.windows import customer_window
from services.database import Database
from services.history import HistoryService
from services.outbox import Outbox
from services.transfers import TransferService
from services.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.customers import BenchCustomer
    from bench.server import BenchServer

LARGE, SMALL = 10_000_000, 10_000
#: Payments an account on the large side; the small side's hundred accounts have a hundred each.
_PAYMENTS_AN_ACCOUNT = 1_000
#: So many customers are asked for; the small side has no more.
_ASKED = 100
_PAGE = 100
ROUNDS = 7
#: How often each customer is asked for in one round.
_TURNS = 5
#: So many windows a side show first pages.
_WINDOWS = 5


@dataclass(frozen=True)
class _Bank:
    """One side: a hundred customers' first pages and quotes, each as a call."""

    pages: list[Callable[[], None]]
    quotes: list[Callable[[], None]]
    asked: list[BenchCustomer]


def measure(payments: int = LARGE) -> dict[str, Figure]:
    """Measure history and quotes at `payments` over those at 10,000; print the proofs' durations."""
    with ExitStack() as stack:
        small_server = stack.enter_context(bench_server())
        large_server = stack.enter_context(bench_server())
        small = _bank(small_server, SMALL, _ASKED)
        start = time.perf_counter()
        large = _bank(large_server, payments, max(_ASKED, payments // _PAYMENTS_AN_ACCOUNT))
        print(f"{payments:,} payments loaded in {time.perf_counter() - start:.0f} s", flush=True)
        found = {
            "history_10m_first_look": _first_look(large, small),
            "history_10m_vs_10k": _compared(large.pages, small.pages),
            "quote_10m_vs_10k": _compared(large.quotes, small.quotes),
            "history_10m_painted_vs_10k": _painted((large_server, large), (small_server, small)),
        }
        for name, took_s, finding in proofs(large_server):
            print(f"doctor, {name:<26} {took_s:8.2f} s  {finding}", flush=True)
    return found


def proofs(server: BenchServer) -> list[tuple[str, float, str]]:
    """Return each of the doctor's findings with how long it took, s."""
    found = []
    for database, asked in checks._CHECKS.items():  # noqa: SLF001 (nobody else times them)
        for name, check in asked.items():
            with server.as_owner(database) as owner:
                start = time.perf_counter()
                finding = check(owner)
                found.append((f"{database} {name}", time.perf_counter() - start, finding))
    return found


def _bank(server: BenchServer, payments: int, accounts: int) -> _Bank:
    """Load one side, sign a hundred of its customers in, and leave the server settled."""
    everybody = load_customers(server, accounts, transactions=payments)
    server.vacuum()
    auth = Database("auth", lambda: server.auth_url)
    payment = Database("payment", lambda: server.payment_url)
    outbox = Outbox(server.folder / "outbox")
    asked = everybody[:: accounts // _ASKED][:_ASKED]
    bank = _Bank([], [], asked)
    for number, customer in enumerate(asked):
        access = sign_in(auth, customer)
        bank.pages.append(_page(HistoryService(payment, access), customer))
        payee = asked[(number + 1) % _ASKED]
        bank.quotes.append(_quote(TransferService(payment, access, outbox), customer, payee))
    return bank


def _page(history: HistoryService, customer: BenchCustomer) -> Callable[[], None]:
    """Ask as the screen does for its first page: what waits, then what was posted."""

    def page() -> None:
        history.waiting(account_id=customer.account_id)
        found = history.page(account_id=customer.account_id, limit=_PAGE)
        assert len(found.lines) == _PAGE

    return page


def _quote(
    transfers: TransferService, payer: BenchCustomer, payee: BenchCustomer
) -> Callable[[], None]:
    def quote() -> None:
        found = transfers.quote(
            payer_account_id=payer.account_id,
            payee=payee.as_payee(),
            amount=Money(Decimal("250.75"), CURRENCY),
        )
        assert found.failure_code is None, found

    return quote


def _first_look(large: _Bank, small: _Bank) -> Figure:
    """Ask once for each customer's page right after the load: none of them has been read since."""
    runs = [[_timed(bank.pages, 1)] for bank in (large, small)]
    return compared(*runs, unit="ms", peer_name="at 10,000 payments")


def _compared(large: list[Callable[[], None]], small: list[Callable[[], None]]) -> Figure:
    """Measure in turn, after one round that only warms up."""
    sides: dict[str, list[float]] = {"large": [], "small": []}
    for number in range(ROUNDS + 1):
        for name, calls in (("large", large), ("small", small))[:: 1 if number % 2 else -1]:
            took_ms = _timed(calls, _TURNS)
            if number > 0:
                sides[name].append(took_ms)
    return compared(sides["large"], sides["small"], unit="ms", peer_name="at 10,000 payments")


def _painted(large: tuple[BenchServer, _Bank], small: tuple[BenchServer, _Bank]) -> Figure:
    """Have windows show first pages, one of each side in turn; a run is the median of one window."""
    sides: list[list[float]] = [[], []]
    for number in range(_WINDOWS):
        for side, (server, bank) in list(enumerate((large, small)))[:: 1 if number % 2 else -1]:
            sides[side].append(_painted_ms(server, bank.asked[number]))
    return compared(*sides, unit="ms", peer_name="at 10,000 payments")


def _painted_ms(server: BenchServer, customer: BenchCustomer) -> float:
    with customer_window("pages", server, customer) as window:
        took_ms: list[float] = window.told()["took_ms"]
    return statistics.median(took_ms)


def _timed(calls: list[Callable[[], None]], turns: int) -> float:
    """Return the median time of a call, ms."""
    times = []
    for _ in range(turns):
        for call in calls:
            start = time.perf_counter()
            call()
            times.append(time.perf_counter() - start)
    return statistics.median(times) * 1_000


def main() -> None:
    """Measure, print a table and write the results file."""
    parser = argparse.ArgumentParser(prog="python -m bench.large", description=__doc__)
    parser.add_argument(
        "--payments", type=int, default=LARGE, help="a smaller load is only shown, not kept"
    )
    payments = parser.parse_args().payments
    found = measure(payments)
    if payments == LARGE:
        merge(found)
    print(table(found))


if __name__ == "__main__":
    main()
