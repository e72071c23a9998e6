"""What a desktop's login can hear: its person's channel, by a name that nobody tells or shows."""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

import pytest

from tests.attacks.raw_sql import refusal, told

if TYPE_CHECKING:
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres

_NEWS = "SELECT pg_notify(private.channel(%s, convert_to(private.setting('channel_secret'), 'UTF8')), '')"


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer(balance=1000)


def _guesses(customer: Customer) -> list[str]:
    """Names that somebody would try who knows everything about her but the bank's secret."""
    digests = [
        hashlib.sha256(text).hexdigest()[:35]
        for text in (
            customer.user_id.bytes,
            str(customer.user_id).encode(),
            customer.email.encode(),
            customer.account_id.bytes,
            hashlib.sha256(customer.user_id.bytes).digest(),
        )
    ]
    plain = [str(customer.user_id), customer.user_id.hex, customer.email, customer.iban, "", "*"]
    return [f"instapay_{each}"[:63] for each in (*digests, *plain)]


def test_a_stranger_who_listens_to_guesses_hears_nothing(bank: Bank, salma: Customer) -> None:
    with bank.as_desktop("payment") as stranger, bank.as_desktop("payment") as own:
        channel = bank.caller(salma.user_id)("my_channel")
        own.cursor().execute(f'LISTEN "{channel}"')
        guesses = _guesses(salma)
        assert channel not in guesses
        for each in guesses:
            stranger.cursor().execute(f'LISTEN "{each}"')
        bank.ask("payment", _NEWS, str(salma.user_id))
        for each in (stranger, own):
            told(each, "SELECT 1")
        assert [each.channel for each in own.notifies] == [channel]
        assert own.notifies[0].payload == ""
        assert stranger.notifies == []


def test_nothing_shows_which_channels_others_listen_to(bank: Bank, salma: Customer) -> None:
    with bank.as_desktop("payment") as own, bank.as_desktop("payment") as peer:
        channel = bank.caller(salma.user_id)("my_channel")
        own.cursor().execute(f'LISTEN "{channel}"')
        assert told(own, "SELECT pg_listening_channels()") == [(channel,)]
        # Even the same login, which may look at its own connections.
        assert told(peer, "SELECT pg_listening_channels()") == []
        seen = told(peer, "SELECT coalesce(query, '') FROM pg_stat_activity")
        assert not any("LISTEN" in query or channel in query for (query,) in seen)
        assert refusal(peer, "SELECT private.setting('channel_secret')") == "42501"
        assert refusal(peer, "SELECT value FROM private.settings") == "42501"


def test_noise_in_a_channel_is_no_more_than_a_reason_to_look_again(
    bank: Bank, salma: Customer
) -> None:
    """Whoever learns a name, as a peer at the same station may, can have a window look again."""
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    rung = threading.Semaphore(0)
    services.live.follow(on_news=rung.release)
    assert rung.acquire(timeout=10)
    channel = bank.caller(salma.user_id)("my_channel")
    with bank.as_desktop("payment") as peer:
        for payload in ("x" * 7999, "'; DROP TABLE accounts; --", "\u202e", ""):
            peer.cursor().execute("SELECT pg_notify(%s, %s)", (channel, payload))
            assert rung.acquire(timeout=10)
        peer.cursor().execute(f"NOTIFY \"{channel}\", '{'y' * 100}'")
        assert rung.acquire(timeout=10)
    assert services.accounts.list()[0].id == salma.account_id
