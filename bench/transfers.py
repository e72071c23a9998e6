"""Payments a second through our service, beside the minimal transaction in the same run."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench import minimal
from bench.clients import ClientPlan, Clients, Side, clients
from bench.customers import load_customers
from bench.delay_proxy import checked_round_trip, delaying
from bench.reporting import Figure, compared
from bench.server import bench_server
from services.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bench.customers import BenchCustomer
    from bench.server import BenchServer

ACCOUNTS = 1_000
#: Many short ones: the two of a pair are measured within seconds, so that a machine that becomes slower or
#: faster meanwhile does so to both.
ROUNDS = 15
_BOX_S = 2.0
_SIDES: tuple[Side, Side] = ("ours", "peer")
WARM_UP_S = 0.5
#: Before the first round: long enough that most people have paid once, which makes their outbox's file.
_FIRST_WARM_UP_S = 4.0


@dataclass(frozen=True)
class Scene:
    """How payments are made.

    Attributes:
        clients: processes, each with its share of the customers.
        is_hot: everybody pays one account.
        is_delayed: each way to the server takes 1 ms.

    """

    clients: int = 4
    is_hot: bool = False
    is_delayed: bool = False


def transfers_vs_minimal() -> dict[str, Figure]:
    """Pay at random among 1,000 accounts, from 4 processes over the socket."""
    return {"transfers_vs_minimal": _measured(Scene())}


def transfers_vs_minimal_1ms() -> dict[str, Figure]:
    """Pay the same way with 1 ms of delay each way."""
    return {"transfers_vs_minimal_1ms": _measured(Scene(is_delayed=True))}


def hot_payee_vs_minimal() -> dict[str, Figure]:
    """Pay one account from 8 processes."""
    return {"hot_payee_vs_minimal": _measured(Scene(clients=8, is_hot=True))}


def _measured(scene: Scene) -> Figure:
    with staged(scene) as (server, plans):
        with clients(plans) as running:
            for side in _SIDES:
                running.rate(side, _FIRST_WARM_UP_S)
            # What autovacuum would have done within a minute: plans for tables that are not empty.
            server.vacuum()
            ours, peer = _rounds(running)
        _check(server, plans, running)
    return compared(ours, peer, unit="1/s", peer_name="psycopg2, two UPDATEs and one INSERT")


@contextmanager
def staged(
    scene: Scene, extra_settings: Mapping[str, str] | None = None
) -> Iterator[tuple[BenchServer, list[ClientPlan]]]:
    """Start a server with the customers of both sides; yield it and what its clients are to do."""
    with bench_server(extra_settings=extra_settings) as server, ExitStack() as stack:
        found = load_customers(server, ACCOUNTS)
        minimal.create(server.minimal_url, [each.account_id for each in found])
        server.vacuum()
        urls = server.auth_url, server.payment_url, server.minimal_url
        if scene.is_delayed:
            urls = server.through(stack.enter_context(delaying(server.socket)))
            checked_round_trip(urls[1])
        yield server, _plans(scene, server, found, urls)


def _plans(
    scene: Scene, server: BenchServer, customers: list[BenchCustomer], urls: tuple[str, str, str]
) -> list[ClientPlan]:
    payees = customers[:1] if scene.is_hot else customers
    payers = customers[1:] if scene.is_hot else customers
    return [
        ClientPlan(
            number=number,
            auth_url=urls[0],
            payment_url=urls[1],
            minimal_url=urls[2],
            outbox=server.folder / f"outbox-{number}",
            payers=payers[number :: scene.clients],
            payees=payees,
        )
        for number in range(scene.clients)
    ]


def _rounds(running: Clients) -> tuple[list[float], list[float]]:
    """Measure both sides in turn; which one begins changes from round to round."""
    ours: list[float] = []
    peer: list[float] = []
    for number in range(ROUNDS):
        for side in _SIDES[:: 1 if number % 2 == 0 else -1]:
            running.rate(side, WARM_UP_S)
            (ours if side == "ours" else peer).append(running.rate(side, _BOX_S))
    return ours, peer


def _check(server: BenchServer, plans: list[ClientPlan], running: Clients) -> None:
    """Assert that the books balance, that ours are one with the ledger, and that nothing is lost."""
    minimal.check(server.minimal_url, accounts=ACCOUNTS, payments=running.paid["peer"])
    with server.as_owner("payment") as cursor:
        cursor.execute(
            "SELECT count(*) FROM public.transactions"
            " WHERE kind = 'TRANSFER' AND status = 'COMPLETED'"
        )
        assert cursor.fetchone() == (running.paid["ours"],)
    server.check_books()
    for plan in plans:
        outbox = Outbox(plan.outbox)
        for payer in plan.payers:
            assert outbox.unanswered(payer.user_id) == (), "a payment without an outcome"
