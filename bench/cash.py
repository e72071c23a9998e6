"""How long a teller waits at a cash-in: from Enter until the receipt is painted, in a window of its own."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from app.provisioning.demo_people import PASSWORD
from app.provisioning.ledger_load import LoadedPerson, load_holders, load_people
from bench.customers import load_customers
from bench.reporting import WANTED, Figure, rounded
from bench.server import bench_server
from services import passwords
from services.bank import open_services

if TYPE_CHECKING:
    from bench.customers import BenchCustomer
    from bench.server import BenchServer

CASH_INS = 200
ROUNDS = 3
_ROOT = Path(__file__).parents[1]
_TELLER = "bench-teller@load.invalid"
_PATIENCE_S = 120.0


def cash_in_to_receipt_p95_ms() -> dict[str, Figure]:
    """Take cash in by Enter; the bare call in turn with it as the peer, and a bound in ms."""
    with bench_server() as server:
        customer = _prepare(server)
        # What a first window still loads is not the wait.
        _measure(server, customer, "warm", 20)
        rounds = [_measure(server, customer, str(at), CASH_INS) for at in range(ROUNDS)]
        server.check_books()
    ours, peer = ([each[side] for each in rounds] for side in (0, 1))
    limit_ms = WANTED["cash_in_to_receipt_p95_ms"].must
    return {
        "cash_in_to_receipt_p95_ms": Figure(
            value=rounded(statistics.median(ours)),
            unit="ms",
            peer=f"the bare call: {rounded(statistics.median(peer))} ms; at most {limit_ms:g} ms",
            ratio=rounded(statistics.median(a / b for a, b in zip(ours, peer, strict=True))),
            runs=[[rounded(each) for each in ours], [rounded(each) for each in peer]],
        )
    }


def _prepare(server: BenchServer) -> BenchCustomer:
    """Load a customer and a teller with an open till."""
    (customer,) = load_customers(server, 1)
    password_hash = passwords.new_hash(passwords.check_new(PASSWORD))
    teller = LoadedPerson(uuid4(), _TELLER, password_hash, "Bench Teller", "TELLER")
    with server.as_owner("auth") as cursor:
        load_people(cursor, [teller])
    with server.as_owner("payment") as cursor:
        # A till bears its teller's name, which only customers' are loaded of.
        load_holders(cursor, [replace(teller, role="CUSTOMER")])
    server.vacuum()
    services = open_services(
        lambda: server.auth_url, lambda: server.payment_url, server.folder / "outbox"
    )
    try:
        services.identity.sign_in(email=_TELLER, password=PASSWORD)
        access, payment = services.counter._access, services.counter._payment  # noqa: SLF001 (a call)
        access.authorised(lambda token: payment.call("open_till", token, str(uuid4()), "EGP", "0"))
    finally:
        services.close()
    return customer


def _measure(
    server: BenchServer, customer: BenchCustomer, name: str, count: int
) -> tuple[float, float]:
    """Return the 95th percentiles of our waits and of the bare calls', ms."""
    home = server.folder / f"window-{name}"
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "bench.cash_window", server.auth_url, server.payment_url),
            *(_TELLER, str(customer.user_id), str(count)),
        ],
        cwd=_ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "INSTAPAY_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=_PATIENCE_S,
    )
    told = json.loads(ended.stdout)
    assert len(told["ours"]) == count
    return _p95(told["ours"]), _p95(told["peer"])


def _p95(waits: list[float]) -> float:
    return statistics.quantiles(waits, n=20)[-1]
