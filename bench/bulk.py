"""Payroll: `api.transfer_many` at 10,000 rows a call, beside COPY of the very same rows.

The peer is the least that could put these rows where they stand: COPY through psycopg2, as the owner,
into `public.transactions` with its checks, keys and indexes, committed. It moves no money.
"""

from __future__ import annotations

import io
import random
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg2

from app.provisioning.administration import OWNER
from app.provisioning.demo_people import PASSWORD
from app.provisioning.ledger_load import Movement, load_movements
from bench.customers import CURRENCY, load_customers, sign_in
from bench.reporting import Figure, compared
from bench.server import bench_server
from services.database import Database
from services.identity import IdentityService
from services.outbox import Outbox
from services.values.identifiers import new_uuid7

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.customers import BenchCustomer
    from bench.server import BenchServer

ROWS = 10_000
ROUNDS = 7
_LIMIT_S = 60.0
#: What the employer gets beforehand: enough for all rounds, fees and all.
_FUNDS = Decimal(50_000_000)


@dataclass(frozen=True)
class _Payroll:
    """One call's arguments, but for the token."""

    batch_id: UUID
    ids: list[UUID]
    payee_ids: list[UUID]
    amounts: list[Decimal]


def bulk_vs_copy() -> dict[str, Figure]:
    """Pay 10,000 people a call, and copy the rows of each call once more."""
    with bench_server() as server:
        employer, *people = load_customers(server, ROWS + 1)
        fund(server, employer)
        server.vacuum()
        batch = _batching(server, employer)
        peer = _Copying(server)
        ours_s: list[float] = []
        peer_s: list[float] = []
        for number in range(-1, ROUNDS):
            payroll = _payroll(people, number)
            took_s = batch(payroll)
            copied_s = peer.copy(payroll.batch_id)
            if number >= 0:
                ours_s.append(took_s)
                peer_s.append(copied_s)
        peer.take_away()
        server.check_books()
    figure = compared(
        [ROWS / each for each in ours_s],
        [ROWS / each for each in peer_s],
        unit="1/s",
        peer_name="COPY into transactions",
    )
    return {"bulk_vs_copy": figure}


def _payroll(people: list[BenchCustomer], number: int) -> _Payroll:
    chance = random.Random(number)  # noqa: S311 (amounts to repeat, no secrets)
    return _Payroll(
        batch_id=new_uuid7(),
        ids=[new_uuid7() for _ in people],
        payee_ids=[each.account_id for each in people],
        amounts=[Decimal(chance.randrange(10_000, 100_000)) / 100 for _ in people],
    )


def fund(server: BenchServer, employer: BenchCustomer) -> None:
    """Give an employer enough for all rounds, and admit the account to batches."""
    with server.as_owner("payment") as cursor:
        cursor.execute("SELECT id FROM public.accounts WHERE kind = 'VAULT'")
        vault = UUID(str(cursor.fetchone()[0]))
        now = datetime.now(UTC).replace(tzinfo=None)
        load_movements(cursor, [Movement(now, vault, employer.account_id, _FUNDS, "Funds")])
        cursor.execute(
            "UPDATE public.accounts SET batches_allowed = true WHERE id = %s",
            (str(employer.account_id),),
        )


def _batching(server: BenchServer, employer: BenchCustomer) -> Callable[[_Payroll], float]:
    """Sign the employer in; return what pays one payroll and tells how long that took, s."""
    auth = Database("auth", lambda: server.auth_url)
    payment = Database("payment", lambda: server.payment_url)
    access = sign_in(auth, employer)
    identity = IdentityService(auth, payment, access, Outbox(server.folder / "outbox"))

    def pay(payroll: _Payroll) -> float:
        # The password is asked for before, as in the window: bcrypt is no part of the payroll's time.
        token = identity.confirm(password=PASSWORD, transfer_id=payroll.batch_id)
        start = time.perf_counter()
        row = payment.call(
            "transfer_many",
            token,
            str(payroll.batch_id),
            str(employer.account_id),
            _array(payroll.ids),
            _array(payroll.payee_ids),
            _array(payroll.amounts),
            CURRENCY,
            ["Salary"] * ROWS,
            limit_s=_LIMIT_S,
        )
        took_s = time.perf_counter() - start
        assert row["status"] == "COMPLETED", row
        return took_s

    return pay


def _array(values: list[UUID] | list[Decimal]) -> str:
    """Write a list as Postgres reads an array of any type; none of these needs quotes."""
    return "{" + ",".join(map(str, values)) + "}"


class _Copying:
    """The peer's connection, and the rows it has put there."""

    def __init__(self, server: BenchServer) -> None:
        self._connection = psycopg2.connect(server.payment_owner_url)
        with self._connection.cursor() as cursor:
            cursor.execute(f"SET ROLE {OWNER}")
            cursor.execute(
                "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum)"
                " FROM pg_attribute WHERE attrelid = 'public.transactions'::regclass"
                " AND attnum > 0 AND NOT attisdropped AND attname <> 'id'"
            )
            self._columns = str(_one(cursor))
        self._connection.commit()
        self._ids: list[UUID] = []

    def copy(self, batch_id: UUID) -> float:
        """Copy the rows of one payroll under other ids, and commit; return how long that took, s."""
        rows = self._rows(batch_id)
        ids = [new_uuid7() for _ in rows]
        start = time.perf_counter()
        text = io.StringIO("".join(f"{new}\t{row}" for new, row in zip(ids, rows, strict=True)))
        with self._connection.cursor() as cursor:
            cursor.copy_expert(f"COPY public.transactions (id, {self._columns}) FROM STDIN", text)
        self._connection.commit()
        took_s = time.perf_counter() - start
        self._ids += ids
        return took_s

    def take_away(self) -> None:
        """Delete the copies: they are no payments."""
        with self._connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM public.transactions WHERE id = ANY (%s::uuid[])", (_array(self._ids),)
            )
            assert cursor.rowcount == len(self._ids)
        self._connection.commit()
        self._connection.close()

    def _rows(self, batch_id: UUID) -> list[str]:
        """Return the rows of the payments that our call has made, in COPY's own text, without their ids.

        The one row that takes all their fees, under the batch's id, is no payment.
        """
        text = io.StringIO()
        with self._connection.cursor() as cursor:
            cursor.copy_expert(
                f"COPY (SELECT {self._columns} FROM public.transactions"
                f" WHERE batch_id = '{batch_id}' AND id <> batch_id ORDER BY id) TO STDOUT",
                text,
            )
        self._connection.commit()
        rows = text.getvalue().splitlines(keepends=True)
        assert len(rows) == ROWS, f"{len(rows)} rows of one payroll"
        return rows


def _one(cursor: Any) -> Any:  # noqa: ANN401 (psycopg2 has no public cursor type)
    return cursor.fetchone()[0]
