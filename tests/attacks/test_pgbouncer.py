"""Two clients of one login share a server connection through pgbouncer, and one of them is hostile.

`server_reset_query_always = 1` is what docs/operations.md asks for: nothing of one client is left for the
next. Without it a client can hinder those of its own login, but never be paid by them or read along.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import psycopg2
import psycopg2.extensions
import pytest

from app.worker import Worker
from services.database import READ_LIMIT_S
from services.errors import InstaPayError
from services.values.money import Money
from services.values.transfers import Payee, Payment, TransferStatus
from tests.attacks.pooler import PROGRAM, Pooler
from tests.conftest import STATION, STATION_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from services.bank import Services
    from tests.bank import Bank, Customer
    from tests.conftest import Server

pytestmark = [
    pytest.mark.system_postgres,
    pytest.mark.skipif(PROGRAM is None, reason="needs pgbouncer (apt-get install pgbouncer)"),
]

#: What a client may leave behind on the connection that the next one gets.
_LEFT_BEHIND = (
    "SET instapay.token = '{token}'",
    "SET ROLE instapay_desktop",
    "SET search_path = pg_temp",
    "SET search_path = ''",
    "SET row_security = off",
    "PREPARE accounts AS SELECT 'mine'",
    "LISTEN mine",
    "DECLARE mine CURSOR WITH HOLD FOR SELECT 1",
    "SET statement_timeout = 1",
    "SET lock_timeout = 1",
    "SET idle_in_transaction_session_timeout = 1",
    "SET default_transaction_read_only = on",
    "SET default_transaction_isolation = 'serializable'",
    "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
    "SET synchronous_commit = local",
    "SET client_min_messages = 'debug5'",
    "SET standard_conforming_strings = off",
    "SET client_encoding = 'SQL_ASCII'",
    "SET TimeZone = 'Pacific/Kiritimati'",
    "SET DateStyle = 'German'",
    "SET bytea_output = 'escape'",
    "SET extra_float_digits = -15",
    "SET transform_null_equals = on",
    "SET array_nulls = off",
    "SET work_mem = '64kB'",
)
_REFUSED = (
    "SELECT pg_advisory_lock(1)",
    "CREATE TEMP TABLE accounts (id uuid)",
    "CREATE FUNCTION pg_temp.now() RETURNS int LANGUAGE sql RETURN 1",
    "SET session_replication_role = replica",
    "SET SESSION AUTHORIZATION instapay_owner",
    "SET ROLE instapay_owner",
)


#: A payment of EGP 1 and its fee.
_COST = Decimal("1.50")


class Clients:
    """Salma through the services, and Mallory with SQL of her own, on the same server connections."""

    def __init__(self, bank: Bank, pooler: Pooler) -> None:
        self.bank = bank
        self.pooler = pooler
        self.salma = bank.add_customer(balance="1000.00")
        self.mallory = bank.add_customer("Mallory Said", "mallory@demo.eg", balance="5.00")
        self.direct = (bank.auth_url, bank.payment_url)
        self.token = self._sign_in(self.mallory, "direct").identity._access.token()
        bank.auth_url, bank.payment_url = map(pooler.url, self.direct)
        self.services = self._sign_in(self.salma, "outbox")
        self.paid = 0

    def _sign_in(self, who: Customer, outbox: str) -> Services:
        services = self.bank.services(outbox)
        services.identity.sign_in(email=who.email, password=who.password)
        return services

    def payment(self) -> Payment:
        payee = Payee(
            self.mallory.account_id, "Mallory S•••", "EGP", "mallory@instapay", is_own=False
        )
        return Payment(self.salma.account_id, payee, Money(Decimal(1), "EGP"), "lunch")

    def pay(self) -> None:
        outcome = self.services.transfers.send(payment=self.payment())
        assert outcome.status is TransferStatus.COMPLETED
        self.paid += 1

    def read(self) -> None:
        (account,) = self.services.accounts.list()
        assert account.id == self.salma.account_id
        unknown = len(self.services.transfers.unknown())
        paid = (Decimal(1000) - account.balance.amount) / _COST
        assert self.paid <= paid <= self.paid + unknown
        page = self.services.accounts.history(account_id=account.id, limit=5)
        assert page.entries[0].balance_after == account.balance

    def renew(self) -> None:
        self.services.identity._access.current().dies_at = 0
        assert self.services.identity._access.token()

    def acts(self) -> tuple[Callable[[], None], ...]:
        return (self.read, self.pay, self.renew, self.read)

    @contextmanager
    def hostile(self, statement: str) -> Iterator[None]:
        """Have Mallory leave something behind on both connections, and stay connected."""
        connections = [self.pooler.connect(url) for url in self.direct]
        try:
            for each in connections:
                each.cursor().execute(statement.format(token=self.token))
            yield
        finally:
            for each in connections:
                each.cursor().execute("DISCARD ALL")
                each.close()


@pytest.fixture
def clients(bank: Bank, server: Server, request: pytest.FixtureRequest) -> Iterator[Clients]:
    reset = getattr(request, "param", "1")
    settings = {"server_reset_query_always": reset}
    with Pooler(server.cluster.port, {STATION: STATION_PASSWORD}, settings) as pooler:
        yield Clients(bank, pooler)


def _backend(pooler: Pooler, url: str) -> int:
    return int(_asked(pooler, url, "SELECT pg_backend_pid()")[0])


def _asked(pooler: Pooler, url: str, query: str) -> tuple[Any, ...]:
    """Ask for one row, as one more client of the same login."""
    connection = pooler.connect(url)
    try:
        cursor: Any = connection.cursor()
        cursor.execute(query)
        return tuple(cursor.fetchone())
    finally:
        connection.close()


def test_the_clients_do_share_one_connection(clients: Clients) -> None:
    auth, payment = clients.direct
    assert _backend(clients.pooler, payment) == _backend(clients.pooler, payment)
    clients.read()
    clients.pay()
    assert _backend(clients.pooler, auth) == _backend(clients.pooler, auth)


def test_the_whole_way_through_the_pooler(clients: Clients) -> None:
    for act in (*clients.acts(), *clients.acts()):
        act()
    clients.services.identity.sign_out()
    assert clients.bank.balance(clients.mallory.account_id) == 5 + clients.paid


def test_nothing_is_left_for_the_next_client(clients: Clients) -> None:
    question = (
        "SELECT coalesce(current_setting('instapay.token', true), ''), current_user,"
        " current_setting('synchronous_commit'), (SELECT count(*) FROM pg_prepared_statements)"
        " + (SELECT count(*) FROM pg_cursors WHERE name = 'mine')"
        " + (SELECT count(*) FROM pg_listening_channels())"
    )
    # The tests' own server does not wait for the disk.
    clean = ("", STATION, "off", 0)
    for left in _LEFT_BEHIND:
        with clients.hostile(left):
            assert _asked(clients.pooler, clients.direct[1], question) == clean, left
            for act in clients.acts():
                act()
    assert clients.paid == len(_LEFT_BEHIND)


@pytest.mark.parametrize("clients", ["0"], indirect=True)
def test_without_a_reset_nobody_is_misread_or_paid_wrongly(clients: Clients) -> None:
    """One that shares her login may be kept from paying; what she is told is true all the same."""
    hindered = set()
    for left in _LEFT_BEHIND:
        with clients.hostile(left):
            for act in clients.acts():
                try:
                    act()
                except (InstaPayError, psycopg2.Error):
                    hindered.add(left)
        _settle(clients)
        for act in clients.acts():
            act()
    told = clients.bank.ask(
        "payment",
        "SELECT count(*) FROM transactions WHERE from_account_id = %s AND status = 'COMPLETED'"
        " AND note = 'lunch'",
        str(clients.salma.account_id),
    )
    assert told == [(clients.paid,)]
    assert clients.bank.balance(clients.mallory.account_id) == 5 + clients.paid
    assert set(clients.bank.books().values()) == {0}
    # If this grows, so does what docs/operations.md must tell.
    assert {left.split(" = ")[0] for left in hindered} <= {
        "SET statement_timeout", "SET lock_timeout", "SET default_transaction_read_only",
        "SET default_transaction_isolation", "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
        "SET client_min_messages", "SET search_path", "SET row_security",
    }  # fmt: skip


def _settle(clients: Clients) -> None:
    """Learn what became of payments that nobody knew of."""
    for unknown in clients.services.transfers.unknown():
        outcome = clients.services.transfers.check(transfer_id=unknown.payment.id)
        clients.paid += outcome.status is TransferStatus.COMPLETED


def test_what_would_stay_or_help_is_refused(clients: Clients) -> None:
    for statement in _REFUSED:
        for url in clients.direct:
            hostile = clients.pooler.connect(url)
            with pytest.raises(psycopg2.Error) as caught:
                hostile.cursor().execute(statement)
            assert caught.value.pgcode == "42501", statement
            hostile.close()
        clients.read()
        clients.pay()


def test_the_next_client_finds_no_token_of_the_one_before(clients: Clients) -> None:
    hostile = clients.pooler.connect(clients.direct[1])
    cursor: Any = hostile.cursor()
    for _ in range(5):
        clients.read()
        cursor.execute("SELECT current_setting('instapay.token', true)")
        assert (cursor.fetchone()[0] or "") == ""
        cursor.execute("SELECT count(*) FROM accounts")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT query FROM pg_stat_activity WHERE pid = pg_backend_pid()")
        assert "token" not in str(cursor.fetchall())
    hostile.close()


def test_an_open_transaction_is_ended_and_then_all_goes_on(
    clients: Clients, server: Server
) -> None:
    """It has the only connection. Its own bound on idle transactions it has switched off."""
    hostile = clients.pooler.connect(clients.direct[1])
    cursor = hostile.cursor()
    cursor.execute("BEGIN")
    cursor.execute("SELECT 1 FROM api.my_accounts(%s)", (clients.token,))
    cursor.execute("SET idle_in_transaction_session_timeout = 0")
    stop = threading.Event()

    def url(owner_url: str) -> str:
        name = psycopg2.extensions.parse_dsn(owner_url)["dbname"]
        password = server.cluster.secrets.worker_password
        return server.cluster.url(name, user="instapay_worker", password=password)

    def work() -> None:
        bank = clients.bank
        worker = Worker(lambda: url(bank.auth_owner_url), lambda: url(bank.payment_owner_url))
        while not stop.wait(0.1):
            worker.tick()
        worker.close()

    thread = threading.Thread(target=work)
    start = time.monotonic()
    thread.start()
    try:
        clients.read()
        # The read was answered, and so within its own limit.
        assert READ_LIMIT_S <= 8
        assert time.monotonic() - start > 4
        clients.pay()
    finally:
        stop.set()
        thread.join()
    with pytest.raises(psycopg2.Error):
        cursor.execute("SELECT 1")
    hostile.close()


def test_a_client_that_vanishes_in_a_transaction_leaves_none(clients: Clients) -> None:
    hostile = clients.pooler.connect(clients.direct[1])
    hostile.cursor().execute("BEGIN; SET LOCAL statement_timeout = 1")
    hostile.close()
    for act in clients.acts():
        act()


def test_a_token_works_for_its_own_login_only(clients: Clients, server: Server) -> None:
    """The pooler connects as the login that came to it, so a token of another one stays worthless."""
    other = "station_pooled"
    with clients.bank.as_owner("payment") as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(f"CREATE ROLE {other} LOGIN PASSWORD 'x' IN ROLE instapay_desktop")
    try:
        with Pooler(server.cluster.port, {other: "x"}, {}) as pooler:
            parts: dict[str, Any] = psycopg2.extensions.parse_dsn(clients.direct[1])
            stranger = pooler.connect(
                psycopg2.extensions.make_dsn(**(parts | {"user": other, "password": "x"}))
            )
            with pytest.raises(psycopg2.Error) as caught:
                stranger.cursor().execute("SELECT * FROM api.my_accounts(%s)", (clients.token,))
            assert caught.value.pgcode == "IP001"
            stranger.close()
    finally:
        with clients.bank.as_owner("payment") as cursor:
            cursor.execute("RESET ROLE")
            cursor.execute(
                f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = '{other}'"
            )
            cursor.execute(f"DROP ROLE {other}")
