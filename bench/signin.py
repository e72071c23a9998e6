"""The CPU time that a whole sign-in costs the databases: the Auth backend's own, by the kernel's count."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.customers import load_customers, sign_in
from bench.reporting import WANTED, Figure, rounded
from bench.server import bench_server
from services.database import Database

if TYPE_CHECKING:
    from bench.customers import BenchCustomer
    from bench.server import BenchServer

CUSTOMERS = 100
SIGN_INS = 60
ROUNDS = 5
#: Plans are made and caches filled by then.
_WARM_UP = 40
_IDLE_S = 2.0

_BACKENDS = """
    SELECT a.pid FROM pg_stat_activity AS a JOIN pg_roles AS r ON r.oid = a.usesysid
    WHERE a.datname = current_database() AND pg_has_role(r.oid, 'instapay_desktop', 'MEMBER')
        AND NOT r.rolsuper
"""


def signin_db_cpu() -> dict[str, Figure]:
    """Sign customers in, one after the other, over one connection; bcrypt is not the server's."""
    with bench_server() as server:
        customers = load_customers(server, CUSTOMERS)
        auth = Database("auth", lambda: server.auth_url)
        try:
            _sign_in_all(auth, customers, _WARM_UP)
            pid = _backend(server)
            idle = _idle_share(pid)
            runs = [_run(auth, customers, pid, idle) for _ in range(ROUNDS)]
            assert _backend(server) == pid, "the connection was replaced"
        finally:
            auth.close()
        _check_sessions(server, _WARM_UP + ROUNDS * SIGN_INS)
    limit_ms = WANTED["signin_db_cpu"].must
    return {
        "signin_db_cpu": Figure(
            value=rounded(statistics.median(runs)),
            unit="ms",
            peer=f"none; at most {limit_ms:g} ms",
            ratio=None,
            runs=[[rounded(each) for each in runs], []],
        )
    }


def _sign_in_all(auth: Database, customers: list[BenchCustomer], count: int) -> None:
    for number in range(count):
        sign_in(auth, customers[number % len(customers)])


def _run(auth: Database, customers: list[BenchCustomer], pid: int, idle: float) -> float:
    """Return the backend's CPU time a sign-in, ms, less what it takes while nobody calls."""
    start, before = time.monotonic(), _cpu_s(pid)
    _sign_in_all(auth, customers, SIGN_INS)
    used_s = _cpu_s(pid) - before - idle * (time.monotonic() - start)
    return used_s * 1000 / SIGN_INS


def _idle_share(pid: int) -> float:
    """Return how much of a core the backend takes while nobody calls."""
    before = _cpu_s(pid)
    time.sleep(_IDLE_S)
    return (_cpu_s(pid) - before) / _IDLE_S


def _cpu_s(pid: int) -> float:
    """Return a process's CPU time, its own and the kernel's for it, counted in ns (schedstat)."""
    return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9


def _backend(server: BenchServer) -> int:
    """Return the process that serves the desktop's one connection to Auth."""
    with server.as_owner("auth") as cursor:
        cursor.execute(_BACKENDS)
        ((pid,),) = cursor.fetchall()
    return int(pid)


def _check_sessions(server: BenchServer, count: int) -> None:
    """Assert that each sign-in has its session and its row of the log."""
    with server.as_owner("auth") as cursor:
        for question in (
            "SELECT count(*) FROM public.sessions",
            "SELECT count(*) FROM public.audit_logs WHERE event = 'sign_in'",
        ):
            cursor.execute(question)
            assert cursor.fetchone() == (count,), question
