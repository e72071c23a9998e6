"""Tokens of one session: a late or hanging call never touches another person's."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from services.errors import SessionEnded, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from services.bank import Services
    from tests.bank import Bank


class Gate:
    """Holds back calls of one `api` function of Auth until it is opened."""

    def __init__(self, services: Services, function: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_reached = threading.Event()
        self.opened = threading.Event()
        auth = services.databases[0]
        call: Callable[..., Mapping[str, Any]] = auth.call

        def held(name: str, *arguments: object, **options: Any) -> Mapping[str, Any]:
            answer = call(name, *arguments, **options) if name == function else None
            if answer is not None and not self.opened.is_set():
                self.is_reached.set()
                assert self.opened.wait(10)
            return answer if answer is not None else call(name, *arguments, **options)

        monkeypatch.setattr(auth, "call", held)


def test_a_late_sign_in_does_not_take_over_from_the_next_person(
    bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    salma, karim = bank.add_customer(), bank.add_customer("Karim Samir", "karim@demo.eg")
    services = bank.services()
    gate = Gate(services, "open_session", monkeypatch)
    with ThreadPoolExecutor(1) as thread:
        late = thread.submit(services.identity.sign_in, email=salma.email, password=salma.password)
        assert gate.is_reached.wait(10)
        services.identity.cancel_sign_in()
        gate.opened.set()
        services.identity.sign_in(email=karim.email, password=karim.password)
        with pytest.raises(SessionEnded):
            late.result(10)
    assert [each.id for each in services.accounts.list()] == [karim.account_id]
    # The session that nobody waits for is ended at Auth too.
    open_sessions = bank.ask("auth", "SELECT user_id FROM sessions WHERE ended_at IS NULL")
    assert open_sessions == [(str(karim.user_id),)]


def test_signing_in_ends_the_session_before(bank: Bank) -> None:
    salma, karim = bank.add_customer(), bank.add_customer("Karim Samir", "karim@demo.eg")
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    services.identity.sign_in(email=karim.email, password=karim.password)
    open_sessions = bank.ask("auth", "SELECT user_id FROM sessions WHERE ended_at IS NULL")
    assert open_sessions == [(str(karim.user_id),)]


def test_a_call_of_an_ended_session_is_not_repeated_as_somebody_else(bank: Bank) -> None:
    salma, karim = bank.add_customer(), bank.add_customer("Karim Samir", "karim@demo.eg")
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    access = services.identity._access
    tokens = []

    def call(token: str) -> None:
        tokens.append(token)
        services.identity.sign_in(email=karim.email, password=karim.password)
        raise SessionEnded

    with pytest.raises(SessionEnded):
        access.authorised(call)
    assert len(tokens) == 1


def test_a_token_that_lives_is_used_while_auth_hangs(
    bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    salma = bank.add_customer()
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    access = services.identity._access
    # Due to be replaced, not dead: 30 s are left.
    access.current().dies_at = time.monotonic() + 30
    gate = Gate(services, "access_token", monkeypatch)
    with ThreadPoolExecutor(4) as threads:
        first = threads.submit(services.accounts.list)
        assert gate.is_reached.wait(10)
        start = time.monotonic()
        others = [threads.submit(services.accounts.list) for _ in range(3)]
        assert all(len(each.result(5)) == 1 for each in others)
        ended = access.end()
        assert time.monotonic() - start < 3
        assert ended is not None
        gate.opened.set()
        # Whoever has left is told nothing more, though the new token was on its way.
        with pytest.raises(SessionEnded):
            first.result(10)


def test_whoever_has_left_leaves_no_token_with_what_is_on_its_way(bank: Bank) -> None:
    salma = bank.add_customer()
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    tokens = services.identity._access.current()
    end_there = services.identity.leave()
    assert (tokens.session, tokens.access, tokens.is_alive()) == ("", "", False)
    end_there()
    assert bank.ask("auth", "SELECT 1 FROM sessions WHERE ended_at IS NULL") == []


def test_a_token_that_lives_is_used_while_auth_is_away(bank: Bank) -> None:
    salma = bank.add_customer()
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    bank.auth_url = "postgresql://station_1@127.0.0.1:1/nowhere"
    services.databases[0].close()
    tokens = services.identity._access.current()
    tokens.dies_at = time.monotonic() + 30
    assert len(services.accounts.list()) == 1
    tokens.dies_at = time.monotonic()
    with pytest.raises(Unavailable):
        services.accounts.list()
