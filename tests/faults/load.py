"""A bank under load, for tests that break something meanwhile: clients of its own, and what must hold after."""

from __future__ import annotations

import itertools
import json
import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

import psycopg2
from psycopg2.extensions import make_dsn, parse_dsn

from app.provisioning.administration import Report
from app.provisioning.provision import provision
from app.provisioning.roles import secure_database
from tests.bank import Bank, Customer
from tests.faults.exactness import assert_doctor_content, assert_exact
from tests.faults.observing import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from app.postgres.server_secrets import ServerSecrets
    from services.values.transfers import Payment
    from tests.faults.nursery import Client, Nursery

STATION = "station_1"
STATION_PASSWORD = "station one's password"
TEMPLATES = ("lasting_auth", "lasting_payment")
#: Postgres's fsync stays on. A deadlock is found before the functions' lock_timeout (1 s) hides it.
LASTING = {
    "deadlock_timeout": "100ms",
    # Shared memory of killed servers stays; there it goes with the folder.
    "dynamic_shared_memory_type": "mmap",
}
OPENING = 50_000

_numbers = itertools.count()


def provision_templates(cluster: Server) -> None:
    """Make the two databases that each test gets a copy of."""
    auth, payment = TEMPLATES
    provision(
        cluster.url(auth),
        cluster.url(payment),
        worker_password=cluster.secrets.worker_password,
        desktop_login=(STATION, STATION_PASSWORD),
    )


class Server(Protocol):
    """A running server: a `Cluster`, or one that another process runs."""

    @property
    def port(self) -> int: ...
    @property
    def pid(self) -> int | None: ...
    @property
    def secrets(self) -> ServerSecrets: ...
    def url(self, database: str, *, user: str = ..., password: str | None = ...) -> str: ...
    def is_running(self) -> bool: ...
    def start(self) -> None: ...


class Load:
    """A bank on a server whose fsync is on, and the clients that were started on it."""

    def __init__(self, cluster: Server, nursery: Nursery, folder: Path) -> None:
        self.cluster = cluster
        self.folder = folder
        self.clients: list[Client] = []
        self.customers: list[Customer] = []
        self._nursery = nursery
        self._names = tuple(f"{each}_{next(_numbers)}" for each in TEMPLATES)
        for name, template in zip(self._names, TEMPLATES, strict=True):
            self._administer(
                f"CREATE DATABASE {name} OWNER instapay_owner TEMPLATE {template}", name
            )
        self.bank = Bank("", "", "", "", folder)
        self.route()

    def close(self) -> None:
        for each in self.clients:
            if not each.has_ended():
                each.kill()
        self.bank.close()
        if not self.cluster.is_running():
            self.cluster.start()
        for name in self._names:
            self._administer(f"DROP DATABASE {name} WITH (FORCE)")

    def route(self, payment_port: int | None = None) -> None:
        """Lead the next connections of all to the server, those of clients to Payment through a proxy."""
        for connection in self.bank._owners.values():
            connection.close()
        auth, payment = self._names
        url = self.cluster.url
        station = {"user": STATION, "password": STATION_PASSWORD}
        self.bank.auth_url = url(auth, **station)
        self.bank.payment_url = url(payment, **station)
        self.bank.auth_owner_url, self.bank.payment_owner_url = url(auth), url(payment)
        if payment_port is not None:
            parts = parse_dsn(self.bank.payment_url) | {"port": payment_port}
            self.bank.payment_url = make_dsn(**parts)
        urls = {
            "auth": self.bank.auth_url,
            "payment": self.bank.payment_url,
            "payment_owner": self.bank.payment_owner_url,
        }
        coming = self.folder / "urls.coming"
        coming.write_text(json.dumps(urls))
        coming.replace(self.folder / "urls.json")

    def add_customers(self, count: int, *, accounts: int = 1, balance: int = OPENING) -> None:
        """Add customers with so much in their first account, and further, empty ones."""
        for _ in range(count):
            number = next(_numbers)
            customer = self.bank.add_customer(
                f"Load Customer{number}", f"load-{number}@load.invalid", balance=balance
            )
            self.customers.append(customer)
            for _ in range(accounts - 1):
                self.bank.add_account(customer.user_id)

    def account_ids(self, customer: Customer | None = None) -> list[str]:
        """Return the accounts of one customer, or of all."""
        query = (
            "SELECT id::text FROM accounts WHERE kind = 'CUSTOMER' AND user_id = ANY (%s::uuid[])"
        )
        whose = self.customers if customer is None else [customer]
        return [
            str(row[0]) for row in self.bank.ask("payment", query, [str(c.user_id) for c in whose])
        ]

    def start_payer(
        self, customer: Customer, *, asks: bool = False, payee: Customer | None = None
    ) -> Client:
        """Start a client that pays until told to end: anybody, or one account of `payee`.

        `asks`: at once about what is unknown.
        """
        payees = self.account_ids() if payee is None else [str(payee.account_id)]
        return self._start(
            "pay",
            customer,
            payers=self.account_ids(customer),
            payees=payees,
            asks=asks,
        )

    def start_payers(self, count: int = 8, *, payee: Customer | None = None) -> list[Client]:
        """Start clients of all customers but `payee` in turn; every second one asks about what is unknown."""
        customers = [each for each in self.customers if each is not payee]
        payers = [
            self.start_payer(customers[each % len(customers)], asks=each % 2 == 0, payee=payee)
            for each in range(count)
        ]
        for each in payers:
            each.first("told")
        return payers

    def start_watcher(self) -> Client:
        client = self._nursery.start("watch", urls=str(self.folder / "urls.json"))
        self.clients.append(client)
        return client

    def settle(self, customer: Customer) -> Client:
        """Restart a customer's client and let it ask about every payment in the outbox."""
        client = self._start("settle", customer)
        assert client.first("left") == 0
        return client

    def end_and_settle(self) -> None:
        """End all payers, and ask about what they left."""
        running = [each for each in self.clients if not each.has_ended()]
        for each in running:
            each.end_soon()
        for each in running:
            each.wait_until_ended()
        for each in [self._start("settle", customer) for customer in self.customers]:
            assert each.first("left") == 0
            each.wait_until_ended()

    def wait_for(self, name: str, *, more: int, clients: list[Client] | None = None) -> None:
        """Wait until clients have said a word so many times more."""
        whose = self.clients if clients is None else clients

        def count() -> int:
            return sum(each.count(name) for each in whose)

        wanted = count() + more
        until(lambda: count() >= wanted or bool(self.said("died")), patience_s=60)
        assert count() >= wanted, f"{count()} of {wanted} {name}: {self.said('died')}"

    def said(self, name: str) -> list[Any]:
        return [value for each in self.clients for value in each.said(name)]

    def kill_server(self, *parts: int) -> None:
        """SIGKILL the postmaster and start the server again, as its guardian does.

        With it go `parts`, processes of its that could not end by themselves.
        """
        pid = self.cluster.pid
        assert pid is not None
        for each in (pid, *parts):
            os.kill(each, signal.SIGKILL)
        assert until(lambda: not self.cluster.is_running(), patience_s=10)
        self.cluster.start()
        self.route()

    @contextmanager
    def administrator(self) -> Iterator[Any]:
        """Yield a cursor in Payment, in a transaction that is rolled back at the end."""
        connection = psycopg2.connect(self.bank.payment_owner_url)
        try:
            yield connection.cursor()
        finally:
            connection.close()

    def answers(self) -> bool:
        """Tell whether the server does, where it is now."""
        self.route()
        try:
            with self.administrator():
                return True
        except psycopg2.OperationalError:
            return False

    def is_recorded(self, transfer_id: object) -> bool:
        query = "SELECT 1 FROM transactions WHERE id = %s"
        return bool(self.bank.ask("payment", query, str(transfer_id)))

    def assert_right(self, known: Iterable[Payment] = ()) -> None:
        """See exactness.py; `known` are payments that the test itself made."""
        words = [word for each in self.clients for word in list(each.words)]
        assert_exact(self.bank, words, known)
        assert_doctor_content(self.bank, (self._worker_url(0), self._worker_url(1)))

    def _worker_url(self, which: int) -> Callable[[], str]:
        password = self.cluster.secrets.worker_password
        return lambda: self.cluster.url(
            self._names[which], user="instapay_worker", password=password
        )

    def _start(self, role: str, customer: Customer, **order: object) -> Client:
        client = self._nursery.start(
            role,
            urls=str(self.folder / "urls.json"),
            # A person's windows share an outbox.
            outbox=str(self.folder / "outbox"),
            email=customer.email,
            password=customer.password,
            **order,
        )
        self.clients.append(client)
        return client

    def _administer(self, statement: str, secure: str | None = None) -> None:
        connection = psycopg2.connect(self.cluster.url("postgres"))
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)
            if secure is not None:
                # A clone takes tables and functions along, but not who may connect.
                secure_database(cursor, Report(), secure)
        connection.close()
