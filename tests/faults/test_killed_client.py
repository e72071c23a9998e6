"""A client is killed around a commit: its restart finds what is unknown, and each has one outcome."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from tests.faults.length import pick
from tests.faults.observing import until
from tests.faults.proxy import Proxy

if TYPE_CHECKING:
    from tests.faults.load import Load
    from tests.faults.nursery import Client

_POINTS = pick(8, 50)
#: A payment takes a few milliseconds, of which the outbox's fsync is the first part.
_LATEST_S = 0.012


def _kill_on_the_way(client: Client, proxy: Proxy) -> None:
    """Kill it when it has sent the call and the server has not got it."""
    swallowed: list[bytes] = []

    def on_request(chunk: bytes) -> bool:
        if b"api.transfer" in chunk:
            swallowed.append(chunk)
        return not swallowed

    proxy.on_request = on_request
    assert until(lambda: bool(swallowed), patience_s=20)
    client.kill()


def _kill_before_the_answer(load: Load, client: Client, proxy: Proxy) -> None:
    """Kill it when the payment is committed and the client has not heard."""

    def on_request(chunk: bytes) -> bool:
        proxy.is_deaf = proxy.is_deaf or b"api.transfer" in chunk
        return True

    proxy.on_request = on_request
    assert until(lambda: proxy.is_deaf, patience_s=20)
    assert until(lambda: load.is_recorded(client.said("sending")[-1]), patience_s=20)
    client.kill()


def _kill_anywhere(client: Client, chance: random.Random) -> None:
    """Kill it at a moment of a payment that nobody chose."""
    begun = client.count("sending")
    assert until(lambda: client.count("sending") > begun, patience_s=20)
    time.sleep(chance.uniform(0, _LATEST_S))
    client.kill()


@pytest.mark.timeout(pick(120, 400))
def test_a_killed_client_finds_each_payment_with_one_outcome(load: Load) -> None:
    load.add_customers(4)
    chance = random.Random(20)  # noqa: S311 (moments, the same each time)
    outcomes: dict[str, list[str]] = {}
    for point in range(_POINTS):
        customer = load.customers[point % len(load.customers)]
        with Proxy(("127.0.0.1", load.cluster.port)) as proxy:
            load.route(proxy.port)
            client = load.start_payer(customer)
            client.first("told")
            kind = ("on the way", "before the answer")[point] if point < 2 else "anywhere"
            if kind == "on the way":
                _kill_on_the_way(client, proxy)
            elif kind == "before the answer":
                _kill_before_the_answer(load, client, proxy)
            else:
                _kill_anywhere(client, chance)
        load.route()
        again = load.settle(customer)
        outcomes.setdefault(kind, []).extend(again.said("status"))
        assert len(again.said("settled")) <= 1
    # What never arrived is given up, what was committed stands.
    assert outcomes["on the way"] == ["FAILED"]
    assert outcomes["before the answer"] == ["COMPLETED"]
    load.assert_right()
