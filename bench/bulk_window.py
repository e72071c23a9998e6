"""10,000 payments through the window: from the file that is dropped on it until it says that all was sent.

What the person takes is in no figure: the look at the dialog, and typing the password. What the password
costs is: bcrypt, and the bank's answer to it. The window's longest stall meanwhile is printed beside it.
"""

from __future__ import annotations

import random
import statistics
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bench.bulk import fund
from bench.customers import load_customers
from bench.reporting import Figure, rounded
from bench.server import bench_server
from bench.windows import customer_window

if TYPE_CHECKING:
    from pathlib import Path

    from bench.customers import BenchCustomer
    from bench.server import BenchServer

ROWS = 10_000
JOURNEYS = 3


def bulk_10000_s(rows: int = ROWS) -> dict[str, Figure]:
    """Load an employer and so many people, and send their salaries a few times."""
    with bench_server() as server:
        employer, *people = load_customers(server, rows + 1)
        fund(server, employer)
        server.vacuum()
        found = []
        for number in range(JOURNEYS):
            file = server.folder / f"salaries-{number}.csv"
            _write(server, people, file, number)
            found.append(_journey(server, employer, file))
        server.check_books()
    for number, each in enumerate(found, 1):
        parts = ", ".join(f"{name} {took:.2f} s" for name, took in each["parts"].items())
        stall = each["stall"]
        print(f"journey {number}: {parts}; longest stall {stall['ms']:.0f} ms, in {stall['phase']}")
        for seen in stall["seen"]:
            print(f"    {seen}", flush=True)
    runs = [rounded(sum(each["parts"].values())) for each in found]
    stalls = [each["stall"]["ms"] for each in found]
    return {
        "bulk_10000_s": Figure(
            value=rounded(statistics.median(runs)),
            unit="s",
            peer=f"none; longest stalls: {', '.join(f'{each:.0f}' for each in stalls)} ms",
            ratio=None,
            runs=[runs, [rounded(each) for each in stalls]],
        )
    }


def _write(server: BenchServer, people: list[BenchCustomer], file: Path, number: int) -> None:
    chance = random.Random(number)  # noqa: S311 (amounts to repeat, no secrets)
    with server.as_owner("payment") as cursor:
        cursor.execute("SELECT id, iban FROM public.accounts WHERE kind = 'CUSTOMER'")
        ibans = {str(account_id): iban for account_id, iban in cursor.fetchall()}
    with file.open("w", encoding="utf-8") as written:
        written.write("payee,amount,note\n")
        for each in people:
            amount = Decimal(chance.randrange(10_000, 100_000)) / 100
            written.write(f"{ibans[str(each.account_id)]},{amount},Salary\n")


def _journey(server: BenchServer, employer: BenchCustomer, file: Path) -> dict[str, Any]:
    with customer_window("bulk", server, employer, file=str(file)) as window:
        return window.told()
