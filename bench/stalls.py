"""How long the GUI thread is ever away from its event loop, through all that somebody does.

A customer whose account has 1,000,000 entries: the start, the sign-in, the history scrolled and
filtered, each screen for the first time, a payment, and a server that hangs (all its processes are
stopped). The figure is the median of the journeys' longest stalls; what the GUI thread was at is
printed for each phase.
"""

from __future__ import annotations

import os
import signal
import statistics
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.customers import load_customers
from bench.reporting import Figure, rounded
from bench.server import bench_server
from bench.windows import customer_window

if TYPE_CHECKING:
    from bench.customers import BenchCustomer
    from bench.server import BenchServer

ROWS = 1_000_000
JOURNEYS = 3


def gui_longest_stall_ms(rows: int = ROWS) -> dict[str, Figure]:
    """Load two customers who pay each other, and go on the journeys."""
    with bench_server() as server:
        payer, payee = load_customers(server, 2, transactions=rows)
        server.vacuum()
        iban = _iban(server, payee)
        found = [_journey(server, payer, iban) for _ in range(JOURNEYS)]
    for number, longest in enumerate(found, 1):
        for phase, stall in longest.items():
            print(
                f"journey {number}, {phase}: {stall['ms']:.0f} ms ({stall['cpu_ms']:.0f} computing,"
                f" {stall['queued_ms']:.0f} queued)",
                flush=True,
            )
            for seen in stall["seen"]:
                print(f"    {seen}", flush=True)
    runs = [rounded(max(stall["ms"] for stall in longest.values())) for longest in found]
    worst = max((stall["ms"], phase) for longest in found for phase, stall in longest.items())
    return {
        "gui_longest_stall_ms": Figure(
            value=rounded(statistics.median(runs)),
            unit="ms",
            peer=f"none; the worst of all in: {worst[1]}",
            ratio=None,
            runs=[runs],
        )
    }


def _journey(server: BenchServer, customer: BenchCustomer, payee: str) -> dict[str, Any]:
    """Return the longest stall of each phase."""
    with customer_window("stalls", server, customer, payee=payee) as window:
        assert window.told() == {"please": "hang"}
        stopped = _processes(server)
        for each in stopped:
            os.kill(each, signal.SIGSTOP)
        try:
            assert window.told() == {"please": "go on"}
        finally:
            for each in stopped:
                os.kill(each, signal.SIGCONT)
        found: dict[str, Any] = window.told()["longest"]
        return found


def _processes(server: BenchServer) -> list[int]:
    """Return the server's processes, the postmaster first, so that it starts no more of them."""
    pid_file = next(server.folder.rglob("postmaster.pid"))
    postmaster = int(pid_file.read_text(encoding="utf-8").splitlines()[0])
    children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text(encoding="ascii")
    return [postmaster, *(int(each) for each in children.split())]


def _iban(server: BenchServer, customer: BenchCustomer) -> str:
    with server.as_owner("payment") as cursor:
        cursor.execute(
            "SELECT iban FROM public.accounts WHERE id = %s", (str(customer.account_id),)
        )
        return str(cursor.fetchone()[0])
