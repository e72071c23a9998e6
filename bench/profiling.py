"""Where a payment's time goes: cProfile in one client of four, Postgres's own times a function."""

from __future__ import annotations

import psycopg2

from bench.clients import Order, clients
from bench.transfers import WARM_UP_S, Scene, staged

_SECONDS = 5.0

#: Time of a function without that of those it calls, in the order of how much it is. Functions that
#: are inlined into their callers' statements count there.
_FUNCTIONS = """
    SELECT schemaname || '.' || funcname, calls, self_time * 1000 / calls, total_time * 1000 / calls
    FROM pg_stat_user_functions WHERE calls > 0 ORDER BY self_time DESC LIMIT 25
"""


def profile() -> str:
    """Return both tables for our side of `transfers_vs_minimal`."""
    with staged(Scene(), {"track_functions": "all"}) as (server, plans):
        with clients(plans) as running:
            running.rate("ours", WARM_UP_S)
            client = running.run(Order("ours", _SECONDS, is_profiled=True))[0].profile
        connection = psycopg2.connect(server.payment_owner_url)
        try:
            with connection.cursor() as cursor:
                cursor.execute(_FUNCTIONS)
                rows = cursor.fetchall()
        finally:
            connection.close()
    lines = [f"{'function of Payment':<40} {'calls':>8} {'own, us':>9} {'all, us':>9}"]
    lines += [
        f"{name:<40} {calls:>8} {own:>9.1f} {whole:>9.1f}" for name, calls, own, whole in rows
    ]
    return client + "\n".join(lines)
