"""Everything a window can ask the bank, as one value that `app.bootstrap` makes and `ui` is handed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy.orm import configure_mappers

from services.access import Access
from services.accounts import AccountService
from services.administration import AdministrationService
from services.approvals import ApprovalService
from services.audit import AuditService
from services.batch_outbox import BatchOutbox
from services.batches import BatchService
from services.books import BooksService
from services.connection import ConnectionService
from services.counter import CounterService
from services.customers import CustomerService
from services.database import Database
from services.enrolment import EnrolmentService
from services.history import HistoryService
from services.identity import IdentityService
from services.live import LiveService
from services.notifications import NotificationService
from services.outbox import Outbox
from services.payees import PayeeService
from services.people import PeopleService
from services.sessions import SessionService
from services.standing import StandingService
from services.tills import TillService
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
    enrolment: EnrolmentService
    standing: StandingService
    counter: CounterService
    approvals: ApprovalService
    tills: TillService
    administration: AdministrationService
    accounts: AccountService
    history: HistoryService
    transfers: TransferService
    batches: BatchService
    payees: PayeeService
    notifications: NotificationService
    books: BooksService
    audit: AuditService
    connection: ConnectionService
    live: LiveService
    databases: tuple[Database, ...]

    def warm(self) -> None:
        """Work out now what the first read would have to: how rows become objects.

        That holds the interpreter for tens of milliseconds, which a window that is just drawing itself
        would wait for.
        """
        configure_mappers()

    def close(self) -> None:
        """Close what is open; calls in progress end by their own deadlines."""
        self.live.close()
        for database in self.databases:
            database.close()


def open_services(
    auth_url: Callable[[], str],
    payment_url: Callable[[], str],
    outbox_folder: Path,
    *,
    listen_url: Callable[[], str] | None = None,
) -> Services:
    """Build the services over libpq URLs, asked anew at each connection. Connects to nothing.

    `listen_url` leads to Payment past a pooler that cannot LISTEN; without it Payment's own does.
    """
    auth = Database("auth", auth_url)
    payment = Database("payment", payment_url)
    line = payment if listen_url is None else Database("payment", listen_url)
    access = Access(auth)
    outbox = Outbox(outbox_folder)
    identity = IdentityService(auth, payment, access, outbox)
    people = PeopleService(payment, access)
    customers = CustomerService(auth, payment, access)
    return Services(
        identity=identity,
        sessions=SessionService(auth, payment, access, identity),
        people=people,
        customers=customers,
        enrolment=EnrolmentService(access, people, customers),
        standing=StandingService(payment, access),
        counter=CounterService(payment, access, outbox),
        approvals=ApprovalService(payment, access),
        tills=TillService(payment, access),
        administration=AdministrationService(payment, access),
        accounts=AccountService(payment, access, identity),
        history=HistoryService(payment, access),
        transfers=TransferService(payment, access, outbox),
        batches=BatchService(payment, access, BatchOutbox(outbox_folder / "batches")),
        payees=PayeeService(payment, access),
        notifications=NotificationService(payment, access),
        books=BooksService(payment, access),
        audit=AuditService(auth, payment, access),
        connection=ConnectionService(auth, payment),
        live=LiveService(line, payment, access),
        databases=tuple({auth: None, payment: None, line: None}),
    )
