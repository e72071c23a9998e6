"""Everything a window can ask the bank, as one value that `app.bootstrap` makes and `ui` is handed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.access import Access
from services.accounts import AccountService
from services.connection import ConnectionService
from services.customers import CustomerService
from services.database import Database
from services.identity import IdentityService
from services.notifications import NotificationService
from services.outbox import Outbox
from services.payees import PayeeService
from services.people import PeopleService
from services.sessions import SessionService
from services.transfers import TransferService

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Services:
    """One service a subject. All are safe to call from several worker threads."""

    identity: IdentityService
    sessions: SessionService
    people: PeopleService
    customers: CustomerService
    accounts: AccountService
    transfers: TransferService
    payees: PayeeService
    notifications: NotificationService
    connection: ConnectionService
    databases: tuple[Database, Database]

    def close(self) -> None:
        """Close what is open; calls in progress end by their own deadlines."""
        self.connection.close()
        for database in self.databases:
            database.close()


def open_services(
    auth_url: Callable[[], str], payment_url: Callable[[], str], outbox_folder: Path
) -> Services:
    """Build the services over two libpq URLs, asked anew at each connection. Connects to nothing."""
    auth = Database("auth", auth_url)
    payment = Database("payment", payment_url)
    access = Access(auth)
    outbox = Outbox(outbox_folder)
    identity = IdentityService(auth, payment, access, outbox)
    return Services(
        identity=identity,
        sessions=SessionService(auth, payment, access, identity),
        people=PeopleService(payment, access),
        customers=CustomerService(auth, payment, access),
        accounts=AccountService(payment, access, identity),
        transfers=TransferService(payment, access, outbox),
        payees=PayeeService(payment, access),
        notifications=NotificationService(payment, access),
        connection=ConnectionService(auth, payment),
        databases=(auth, payment),
    )
