"""The service that hears of news: joins its person's channel, and comes back to it."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import psycopg2
import pytest

from services import live
from services.bank import open_services
from tests.faults.observing import until
from tests.faults.proxy import Proxy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from services.bank import Services
    from services.live import Following
    from tests.bank import Bank, Customer

_PATIENCE_S = 10.0
_LISTENERS = (
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = 'station_1'"
)
_OWN_NEWS = "SELECT pg_notify(private.channel(%s, convert_to(private.setting('channel_secret'), 'UTF8')), '')"


class Heard:
    """Counts what it is told."""

    def __init__(self) -> None:
        self._told = threading.Semaphore(0)

    def __call__(self) -> None:
        self._told.release()

    def wait(self, limit_s: float = 10) -> bool:
        return self._told.acquire(timeout=limit_s)

    def is_quiet(self) -> bool:
        return not self._told.acquire(blocking=False)

    def forget(self) -> None:
        while not self.is_quiet():
            pass


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer(balance=1000)


@pytest.fixture
def services(bank: Bank, salma: Customer) -> Services:
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=salma.password)
    return opened


@pytest.fixture
def heard(services: Services) -> Iterator[Heard]:
    made = Heard()
    following = services.live.follow(on_news=made)
    assert made.wait(), "the channel is joined"
    yield made
    following.stop()


def _tell(bank: Bank, customer: Customer) -> None:
    bank.ask("payment", _OWN_NEWS, str(customer.user_id))


def _listener(bank: Bank) -> int:
    """Return the one backend that is left; those of connections just closed take a moment to leave."""
    assert until(lambda: len(bank.ask("payment", _LISTENERS)) == 1, patience_s=_PATIENCE_S)
    ((pid,),) = bank.ask("payment", _LISTENERS)
    return int(pid)


def _has_ended(following: Following) -> bool:
    following._thread.join(_PATIENCE_S)
    return not following._thread.is_alive()


def test_news_of_ones_own_are_heard_soon_and_those_of_others_are_not(
    bank: Bank, salma: Customer, heard: Heard
) -> None:
    karim = bank.add_customer("Karim Samir", "karim@demo.eg")
    _tell(bank, karim)
    delays = []
    for _ in range(3):
        begun = time.monotonic()
        _tell(bank, salma)
        assert heard.wait()
        delays.append(time.monotonic() - begun)
    assert min(delays) < 1, delays
    assert heard.is_quiet()


def test_a_connection_that_is_ended_is_made_anew_and_told_of(
    bank: Bank, salma: Customer, services: Services, heard: Heard
) -> None:
    for database in services.databases:
        database.close()
    before = _listener(bank)
    with bank.as_owner("payment") as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("SELECT pg_terminate_backend(%s)", (before,))
    assert heard.wait(), "nobody tells of what happened in between"
    assert _listener(bank) != before
    _tell(bank, salma)
    assert heard.wait()


def test_a_locked_window_asks_nothing_and_comes_back_all_the_same(
    bank: Bank, salma: Customer, services: Services, heard: Heard
) -> None:
    services.identity.lock()
    for database in services.databases:
        database.close()
    with bank.as_owner("payment") as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(f"SELECT pg_terminate_backend(pid) FROM ({_LISTENERS}) AS l")
    assert heard.wait()
    _tell(bank, salma)
    assert heard.wait()


def test_who_stops_hears_nothing_more_and_leaves_nothing_behind(
    bank: Bank, salma: Customer, services: Services
) -> None:
    heard = Heard()
    following = services.live.follow(on_news=heard)
    assert heard.wait()
    following.stop()
    assert _has_ended(following)
    for database in services.databases:
        database.close()
    assert until(lambda: bank.ask("payment", _LISTENERS) == [], patience_s=_PATIENCE_S)
    _tell(bank, salma)
    assert heard.is_quiet()


def test_a_session_that_ended_is_not_followed(services: Services) -> None:
    services.identity.sign_out()
    heard = Heard()
    assert _has_ended(services.live.follow(on_news=heard))
    assert heard.is_quiet()


def test_closing_the_services_ends_it(services: Services) -> None:
    heard = Heard()
    following = services.live.follow(on_news=heard)
    assert heard.wait()
    services.close()
    assert _has_ended(following)


def test_a_server_that_falls_silent_is_found_out_and_left_for_a_new_connection(
    bank: Bank, salma: Customer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "HEARTBEAT_S", 0.2)
    monkeypatch.setattr(live, "_ANSWER_LIMIT_S", 2.0)
    parts = psycopg2.extensions.parse_dsn(bank.payment_url)
    with Proxy((parts["host"], int(parts["port"]))) as proxy:
        direct = psycopg2.extensions.make_dsn(**parts | {"port": proxy.port})
        # The pooler's own URL leads nowhere for LISTEN: it must be the other one that is used.
        services = open_services(
            lambda: bank.auth_url, lambda: bank.payment_url, tmp_path, listen_url=lambda: direct
        )
        services.identity.sign_in(email=salma.email, password=salma.password)
        heard = Heard()
        services.live.follow(on_news=heard)
        assert heard.wait()
        proxy.is_deaf = proxy.is_refusing = True
        heard.forget()
        _tell(bank, salma)
        assert not heard.wait(0.1)
        assert until(
            lambda: not proxy._pairs or all(a.fileno() < 0 for a, _ in proxy._pairs),
            patience_s=_PATIENCE_S,
        )
        proxy.is_deaf = proxy.is_refusing = False
        assert heard.wait(), "what was missed is looked for"
        _tell(bank, salma)
        assert heard.wait()
        services.close()
