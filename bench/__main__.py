"""Measures what is named, or everything, prints a table and writes `bench/results.json`.

`python -m bench [name …]`; `python -m bench --help` lists the names.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench import (
    audit,
    bulk,
    bulk_window,
    cash,
    change,
    memory,
    profiling,
    ready,
    search,
    signin,
    stalls,
    start,
    transfers,
)
from bench.reporting import merge, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.reporting import Figure


def _start() -> dict[str, Figure]:
    with tempfile.TemporaryDirectory() as folder:
        return start.measure(Path(folder) / "home")


_BENCHES: dict[str, Callable[[], dict[str, Figure]]] = {
    "start_vs_bare_window": _start,
    "ready_to_sign_in_s": ready.ready_to_sign_in_s,
    "memory_vs_bare_window": memory.memory_vs_bare_window,
    "gui_longest_stall_ms": stalls.gui_longest_stall_ms,
    "transfers_vs_minimal": transfers.transfers_vs_minimal,
    "transfers_vs_minimal_1ms": transfers.transfers_vs_minimal_1ms,
    "hot_payee_vs_minimal": transfers.hot_payee_vs_minimal,
    "bulk_vs_copy": bulk.bulk_vs_copy,
    "bulk_10000_s": bulk_window.bulk_10000_s,
    "change_to_paint_s": change.change_to_paint_s,
    "verify_audit_1m": audit.verify_audit_1m,
    "signin_db_cpu": signin.signin_db_cpu,
    "customer_search_p95": search.customer_search_p95,
    "cash_in_to_receipt_p95_ms": cash.cash_in_to_receipt_p95_ms,
}


def main() -> None:
    """Run the benches that were named."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(_BENCHES))
    parser.add_argument(
        "--profile",
        action="store_true",
        help="only show where the time of a payment goes",
    )
    options = parser.parse_args()
    if options.profile:
        print(profiling.profile())
        return
    names = options.names or list(_BENCHES)
    for unknown in set(names) - set(_BENCHES):
        parser.error(f"no bench is called {unknown}")
    results: dict[str, Figure] = {}
    for name in names:
        found = _BENCHES[name]()
        merge(found)
        results |= found
    print(table(results))


if __name__ == "__main__":
    main()
