"""How long until a payment that another process commits is painted in a window, without a click.

The worker tells each 200 ms who has news, so about half of that is waiting for its turn.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.customers import CURRENCY, load_customers, sign_in
from bench.reporting import rounded
from bench.server import bench_server
from services.database import Database
from services.outbox import Outbox
from services.transfers import TransferService
from services.values.money import Money
from services.values.transfers import Payment, TransferStatus

if TYPE_CHECKING:
    from bench.customers import BenchCustomer
    from bench.reporting import Figure
    from bench.server import BenchServer

_ROOT = Path(__file__).parents[1]
_PAYMENTS = 20
#: Between two payments, in seconds: over the window's own gap, and at any time of the worker's turn.
_PAUSE_S = (0.7, 1.0)


def change_to_paint_s() -> dict[str, Figure]:
    """Return the median over twenty payments, from the committed call until the new balance is painted."""
    with bench_server() as server:
        payer, payee = load_customers(server, 2)
        runs = _measured(server, payer, payee)
    return {
        "change_to_paint_s": {
            "value": rounded(median(runs)),
            "unit": "s",
            "peer": f"none; the slowest {rounded(max(runs))} s",
            "ratio": None,
            "runs": [[rounded(each) for each in runs]],
        }
    }


def _measured(server: BenchServer, payer: BenchCustomer, payee: BenchCustomer) -> list[float]:
    auth = Database("auth", lambda: server.auth_url)
    payment = Database("payment", lambda: server.payment_url)
    transfers = TransferService(payment, sign_in(auth, payer), Outbox(server.folder / "outbox"))
    window = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "bench.change_window",
            server.auth_url,
            server.payment_url,
            payee.email,
        ],
        cwd=_ROOT,
        env=os.environ
        | {"QT_QPA_PLATFORM": "offscreen", "INSTAPAY_HOME": str(server.folder / "window")},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert window.stdout is not None
        assert window.stdout.readline() == "ready\n"
        # What a sign-in still loads is not the change.
        time.sleep(2)
        delays = []
        for _ in range(_PAYMENTS):
            time.sleep(random.uniform(*_PAUSE_S))  # noqa: S311 (a phase, no secret)
            outcome = transfers.send(
                payment=Payment(payer.account_id, payee.as_payee(), Money(Decimal(1), CURRENCY), "")
            )
            committed = time.monotonic()
            assert outcome.status is TransferStatus.COMPLETED
            delays.append(float(window.stdout.readline()) - committed)
        return delays
    finally:
        window.kill()
        window.communicate()
        payment.close()
        auth.close()
