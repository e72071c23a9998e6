"""A bank for tests: two provisioned databases of a real server, and people to put into them."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID, uuid4

import bcrypt
import psycopg2

from app.provisioning.administration import owner_transaction
from app.provisioning.ledger_load import (
    LoadedAccount,
    LoadedPerson,
    Movement,
    load_accounts,
    load_holders,
    load_movements,
    load_people,
)
from services import passwords
from services.bank import Services, open_services
from tests.caller import Caller

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from models.heads import Database

_T = TypeVar("_T")
PASSWORD = "correct horse battery"


@cache
def password_hash(password: str = PASSWORD) -> str:
    """Hash at the lowest cost that is accepted: tests sign in often."""
    salt = bcrypt.gensalt(10).decode()
    key = passwords.client_key(password.encode(), salt)
    return f"$sr1{salt}${hashlib.sha256(key).hexdigest()}"


@dataclass(frozen=True)
class Customer:
    """Somebody with one account."""

    user_id: UUID
    email: str
    full_name: str
    account_id: UUID
    iban: str
    address: str | None
    password: str = PASSWORD


@dataclass
class Bank:
    """Two databases of one test. URLs are libpq's; `owner` ones are the administrator's."""

    auth_url: str
    payment_url: str
    auth_owner_url: str
    payment_owner_url: str
    folder: Path
    _opened: list[Services] = field(default_factory=list)
    _owners: dict[str, Any] = field(default_factory=dict)
    _callers: list[Caller] = field(default_factory=list)
    _desktops: list[Any] = field(default_factory=list)

    def services(self, outbox: str = "outbox") -> Services:
        """Open services as a desktop does; closed at the end of the test."""
        opened = open_services(
            lambda: self.auth_url, lambda: self.payment_url, self.folder / outbox
        )
        self._opened.append(opened)
        return opened

    def close(self) -> None:
        for opened in self._opened:
            opened.close()
        for caller in self._callers:
            caller.close()
        for connection in (*self._desktops, *self._owners.values()):
            connection.close()

    def caller(self, user_id: UUID, *roles: str, session_id: UUID | None = None) -> Caller:
        """Open somebody's own connection to Payment, with a token as Auth would sign it."""
        opened = Caller(self, user_id, roles or ("CUSTOMER",), session_id or uuid4())
        self._callers.append(opened)
        return opened

    @contextmanager
    def as_owner(self, database: Database) -> Iterator[Any]:
        """One transaction as the owner of everything; yields a cursor."""
        if database not in self._owners or self._owners[database].closed:
            url = self.auth_owner_url if database == "auth" else self.payment_owner_url
            self._owners[database] = psycopg2.connect(url)
            self._owners[database].autocommit = True
        with owner_transaction(self._owners[database]) as cursor:
            yield cursor

    @contextmanager
    def as_desktop(self, database: Database) -> Iterator[Any]:
        """A raw connection of the desktop's login, in autocommit mode."""
        connection = psycopg2.connect(self.auth_url if database == "auth" else self.payment_url)
        connection.autocommit = True
        try:
            yield connection
        finally:
            connection.close()

    def connect_desktop(self, database: Database) -> Any:
        """Open a raw connection of the desktop's login as `as_desktop` does, for the whole test."""
        connection = psycopg2.connect(self.auth_url if database == "auth" else self.payment_url)
        connection.autocommit = True
        self._desktops.append(connection)
        return connection

    @staticmethod
    def in_background(work: Callable[[], _T]) -> Callable[[], _T]:
        """Begin something that will have to wait; return what waits for it and tells what came of it."""
        threads = ThreadPoolExecutor(1)
        begun = threads.submit(work)
        threads.shutdown(wait=False)
        return lambda: begun.result(timeout=15)

    def let_wait(self, database: Database, *functions: str, limit_s: int = 20) -> None:
        """Have calls of these functions of `api` wait longer for a lock than the second they do."""
        with self.as_owner(database) as cursor:
            for each in functions:
                cursor.execute(f"ALTER FUNCTION api.{each} SET lock_timeout = '{limit_s}s'")

    def wait_until_blocked(self, database: Database, count: int = 1) -> None:
        """Wait until so many of a database's connections wait for a lock."""
        deadline = time.monotonic() + 10
        while True:
            waiting = self.ask(
                database,
                "SELECT count(*) FROM pg_locks AS l JOIN pg_stat_activity AS a ON a.pid = l.pid"
                " WHERE NOT l.granted AND a.datname = current_database()",
            )[0][0]
            if waiting >= count:
                return
            assert time.monotonic() < deadline, "nobody waits"
            time.sleep(0.01)

    def ask(self, database: Database, query: str, *arguments: object) -> list[tuple[Any, ...]]:
        """Ask as the owner; all rows. Rows need a column: without one psycopg2 tells of none."""
        assert not query.startswith("SELECT FROM")
        with self.as_owner(database) as cursor:
            cursor.execute(query, arguments or None)
            return list(cursor.fetchall()) if cursor.description else []

    def decide_applications(self) -> int:
        """Do the worker's part of a sign-up."""
        return int(self.ask("auth", "SELECT private.decide_applications()")[0][0])

    def add_staff(self, full_name: str, email: str, role: str) -> UUID:
        """Add somebody without accounts."""
        person = LoadedPerson(uuid4(), email, password_hash(), full_name, role)
        with self.as_owner("auth") as cursor:
            load_people(cursor, [person])
        return person.id

    def add_customer(
        self,
        full_name: str = "Salma Hassan",
        email: str = "salma@demo.eg",
        *,
        balance: str | int | Decimal = 0,
        currency: str = "EGP",
        address: str | None = None,
        account_name: str | None = "Everyday",
    ) -> Customer:
        """Add a person with one account, funded from the vault."""
        person = LoadedPerson(uuid4(), email, password_hash(), full_name)
        with self.as_owner("auth") as cursor:
            load_people(cursor, [person])
        with self.as_owner("payment") as cursor:
            load_holders(cursor, [person])
        account_id = self.add_account(
            person.id, balance=balance, currency=currency, address=address, name=account_name
        )
        iban = self.ask("payment", "SELECT iban FROM accounts WHERE id = %s", str(account_id))[0][0]
        return Customer(person.id, email, full_name, account_id, iban, address)

    def add_account(
        self,
        user_id: UUID,
        *,
        balance: str | int | Decimal = 0,
        currency: str = "EGP",
        address: str | None = None,
        name: str | None = None,
    ) -> UUID:
        """Open one more account for a holder, funded from the vault."""
        account = LoadedAccount(uuid4(), user_id, currency, name=name, address=address)
        now = datetime.now(UTC).replace(tzinfo=None)
        with self.as_owner("payment") as cursor:
            load_accounts(cursor, [account], now)
            if Decimal(balance):
                vault = self._vault(cursor, currency)
                load_movements(
                    cursor,
                    [Movement(now, vault, account.id, Decimal(balance), "Opening", "OPENING")],
                )
        return account.id

    def post(self, movements: list[Movement]) -> None:
        """Post completed payments of the past, in this order."""
        with self.as_owner("payment") as cursor:
            load_movements(cursor, movements)

    def vault(self, currency: str = "EGP") -> UUID:
        """Return the account that money comes from which nobody had before."""
        with self.as_owner("payment") as cursor:
            return self._vault(cursor, currency)

    def pay_past(self, payer: UUID, payee: UUID, amounts: list[str], note: str = "past") -> None:
        """Post payments of the past between two accounts, one a minute."""
        now = datetime.now(UTC).replace(tzinfo=None)
        self.post([Movement(now, payer, payee, Decimal(each), note) for each in amounts])

    def balance(self, account_id: UUID) -> Decimal:
        return Decimal(
            self.ask("payment", "SELECT balance FROM accounts WHERE id = %s", str(account_id))[0][0]
        )

    def books(self) -> dict[str, Decimal]:
        """Sum of all balances per currency: zero each, always."""
        return dict(
            self.ask("payment", "SELECT currency, sum(balance) FROM accounts GROUP BY currency")
        )

    @staticmethod
    def _vault(cursor: Any, currency: str) -> UUID:
        cursor.execute(
            "SELECT id FROM accounts WHERE kind = 'VAULT' AND currency = %s", (currency,)
        )
        row = cursor.fetchone()
        if row is not None:
            return UUID(str(row[0]))
        vault_id = uuid4()
        cursor.execute(
            "INSERT INTO accounts (id, currency, kind, name) VALUES (%s, %s, 'VAULT', 'Vault')",
            (str(vault_id), currency),
        )
        return vault_id


def claims_of(token: str) -> dict[str, Any]:
    """Decode a token's payload."""
    payload = token.split(".")[1]
    decoded: dict[str, Any] = json.loads(
        base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
    )
    return decoded
