"""What each function costs the server, in counted instructions: `python -m bench.instructions`.

Times on a busy machine swing by half; instructions of a backend are the same each time. Callgrind counts
them (Debian: `apt-get install valgrind`): a backend that makes 30 calls, less one that makes 10, by
twenty. Parsing and planning the call are in it, the operating system's own work is not. The minimal
transaction of the benches is counted the same way.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import psycopg2

from app.postgres.binaries import find_binaries
from app.postgres.cluster import Cluster
from app.provisioning.load import load_bank
from app.provisioning.provision import provision
from bench import minimal
from bench.customers import client_key
from services import passwords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.postgres.binaries import Binaries

    Calls = dict[str, Callable[[Any], object]]

_FEW, _MANY = 10, 30
_STATION, _PASSWORD = "station_bench", "the bench's own password"
_MINIMAL = "minimal"
_AUTH = (
    "challenge",
    "challenge, answer",
    "challenge, answer, open_session",
    "challenge, answer, open_session, access_token",
    "challenge, answer, open_session, end_session",
    "challenge, answer, confirm",
    "holder_statement",
    "sign_up",
)
#: Things that can be used once, made beforehand: more than one count takes.
_ONCE = 60


def measure() -> dict[str, float]:
    """Return thousands of instructions a call, by what is called."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        raise SystemExit("valgrind is missing: apt-get install valgrind")
    home = Path(tempfile.mkdtemp(prefix="instapay-count-"))
    home.chmod(0o711)
    counts = home / "counts"
    counts.mkdir()
    counts.chmod(0o777)
    real = find_binaries()
    try:
        with Cluster(home, real) as cluster:
            _prepare(cluster)
        pids: dict[str, list[int]] = {}
        counted = _counting(valgrind, real, home, counts)
        with Cluster(home, counted, extra_settings={"autovacuum": "off"}) as cluster:
            for name, call in (
                _auth_calls(cluster) | _payment_calls(cluster) | _minimal_calls(cluster)
            ).items():
                # Once before, by another backend: a token is known from its second writing call on.
                _made(cluster, name, call, 1)
                pids[name] = [_made(cluster, name, call, count) for count in (_FEW, _MANY)]
        return {
            name: (_count(counts, many) - _count(counts, few)) / (_MANY - _FEW) / 1_000
            for name, (few, many) in pids.items()
        }
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _prepare(cluster: Cluster) -> None:
    urls = cluster.url("instapay_auth"), cluster.url("instapay_payment")
    provision(
        *urls,
        worker_password=cluster.secrets.worker_password,
        desktop_login=(_STATION, _PASSWORD),
    )
    # So many that Postgres looks one up by an index, as it does in a bank.
    load_bank(*urls, accounts=5_000, transactions=50_000)
    with _owner(cluster, "postgres") as cursor:
        cursor.execute(f"CREATE DATABASE {_MINIMAL} OWNER {_STATION}")
    with _owner(cluster, "instapay_payment") as cursor:
        # So that nobody is out of money, nor asked for a password.
        cursor.execute(
            "UPDATE public.limits SET confirm_from = NULL, per_day = NULL, per_month = NULL"
        )
        cursor.execute(
            "UPDATE private.settings SET value = '100000' WHERE name LIKE 'questions_per_%'"
        )
        cursor.execute(
            "UPDATE public.accounts SET batches_allowed = true WHERE user_id IS NOT NULL"
        )
        cursor.execute("VACUUM ANALYZE")
        accounts = [UUID(str(each)) for each, _ in _accounts(cursor)]
    minimal.create(cluster.url(_MINIMAL, user=_STATION, password=_PASSWORD), accounts)


def _counting(valgrind: str, real: Binaries, home: Path, counts: Path) -> Binaries:
    """Return binaries whose server counts what its processes do."""
    folder = home / "counting"
    shutil.copytree(real.bin_dir, folder, symlinks=True)
    server = folder / "postgres"
    server.unlink()
    server.write_text(
        f"#!/bin/sh\nexec {valgrind} --tool=callgrind"
        f' --callgrind-out-file={counts}/%p {real.bin_dir}/postgres "$@"\n'
    )
    server.chmod(0o755)
    # It is taken as it lies there, not copied to where every account can reach it.
    return replace(real, bin_dir=folder, source="system")


def _made(cluster: Cluster, name: str, call: Callable[[Any], object], count: int) -> int:
    """Make `count` calls in a backend of their own; return its pid."""
    database = _MINIMAL if name == _MINIMAL else _auth_or_payment(name)
    connection = psycopg2.connect(cluster.url(database, user=_STATION, password=_PASSWORD))
    try:
        connection.autocommit = name != _MINIMAL
        for _ in range(count):
            call(connection)
        return int(connection.info.backend_pid)
    finally:
        connection.close()


def _count(counts: Path, pid: int) -> int:
    for line in (counts / str(pid)).read_text().splitlines():
        kind, _, figure = line.partition(": ")
        if kind in {"summary", "totals"}:
            return int(figure)
    raise AssertionError(f"backend {pid} has not been counted")


def _minimal_calls(cluster: Cluster) -> Calls:
    with _owner(cluster, "instapay_payment") as cursor:
        (payer, _), (payee, _) = _accounts(cursor)[:2]
    return {_MINIMAL: lambda line: minimal.pay(line, UUID(payer), UUID(payee), Decimal(1))}


def _auth_or_payment(name: str) -> str:
    return "instapay_auth" if name in _AUTH else "instapay_payment"


def ask(line: Any, function: str, *arguments: object) -> Any:  # noqa: ANN401
    """Call a function; return its first row."""
    with line.cursor() as cursor:
        places = ", ".join(["%s"] * len(arguments))
        cursor.execute(f"SELECT * FROM api.{function}({places})", arguments)
        return cursor.fetchone()


def _auth_calls(cluster: Cluster) -> Calls:
    """Return the steps of a sign-in, each with those before it."""
    with _owner(cluster, "instapay_auth") as cursor:
        cursor.execute("SELECT email FROM public.users ORDER BY email LIMIT 2")
        (email,), (locked_out,) = cursor.fetchall()

    def answered(line: Any, email: str = email) -> str:  # noqa: ANN401
        attempt, salt = ask(line, "challenge", email)
        ask(line, "answer", attempt, passwords.proof(client_key(salt), attempt))
        return str(attempt)

    def opened(line: Any) -> str:  # noqa: ANN401
        session, *_ = ask(line, "open_session", answered(line), "Counted")
        assert session is not None
        return str(session)

    sessions: dict[int, str] = {}

    def kept(line: Any) -> str:  # noqa: ANN401
        """Return this connection's own session."""
        pid = line.info.backend_pid
        if pid not in sessions:
            sessions[pid] = opened(line)
        return sessions[pid]

    def confirmed(line: Any) -> None:  # noqa: ANN401
        session, payment = kept(line), uuid4()
        attempt, salt = ask(line, "challenge", email)
        ask(line, "answer", attempt, passwords.proof(client_key(salt), attempt, payment))
        assert ask(line, "confirm", session, attempt, str(payment))[0] is not None

    form = "$sr1$2b$12$" + "a" * 22 + "$" + "0" * 64

    def signed_up(line: Any) -> None:  # noqa: ANN401
        ask(line, "sign_up", f"{uuid4().hex}@demo.eg", form, "Counted")
        # A login leaves five a day.
        with _owner(cluster, "instapay_auth") as cursor:
            cursor.execute("DELETE FROM public.applications")

    steps: tuple[Callable[[Any], object], ...] = (
        lambda line: ask(line, "challenge", email),
        # Answers that nobody follows up count as guesses.
        lambda line: answered(line, locked_out),
        opened,
        lambda line: ask(line, "access_token", opened(line)),
        lambda line: ask(line, "end_session", opened(line)),
        confirmed,
        lambda line: ask(line, "holder_statement", kept(line)),
        signed_up,
    )
    return dict(zip(_AUTH, steps, strict=True))


def _payment_calls(cluster: Cluster) -> Calls:
    """Return what calls each function; a call that needs a payment of its own makes it first."""
    with _owner(cluster, "instapay_payment") as cursor:
        (payer, user), *others = _accounts(cursor)
        payees = [each for each, _ in others]
        cursor.execute("SELECT iban FROM public.accounts WHERE id = %s", (payees[0],))
        (iban,) = cursor.fetchone()
        closer = others[20][1]
        cursor.execute("SELECT id FROM public.transactions WHERE status = 'COMPLETED' LIMIT 1")
        (made_before,) = cursor.fetchone()
        empty, notices = _used_once(cursor, closer)
    token, staff = _token(cluster, user, "CUSTOMER"), _token(cluster, str(uuid4()), "SUPERVISOR")
    other = _token(cluster, closer, "CUSTOMER")
    tomorrow = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=1)
    yesterday = tomorrow - timedelta(days=2)
    statements = iter(_names(cluster))
    batch = [str(each) for each in payees[:100]]
    some = itertools.cycle(payees)

    def paid(line: Any, function: str = "transfer", *more: object) -> str:  # noqa: ANN401
        made = str(uuid4())
        row = ask(line, function, token, made, payer, next(some), 1, "EGP", "", *more)
        assert row[0] in {"COMPLETED", "PENDING"}, row
        return made

    def many(line: Any) -> None:  # noqa: ANN401
        ids = [str(uuid4()) for _ in batch]
        row = ask(line, "transfer_many", token, str(uuid4()), payer, _uuids(ids), _uuids(batch),
                  "{" + ",".join(["1"] * len(batch)) + "}", "EGP", [""] * len(batch))  # fmt: skip
        assert row[0] == "COMPLETED", row

    def frozen(line: Any) -> None:  # noqa: ANN401
        ask(line, "freeze", staff, payees[9], "ALL", "Counted", tomorrow)
        ask(line, "release", staff, payees[9], "Counted")

    # The accounts have been admitted already.
    allowed = itertools.cycle((False, True))

    def asked(line: Any, what: str) -> str:  # noqa: ANN401
        return str(ask(line, "ask_payee", token, what)[0])

    def address(line: Any) -> None:  # noqa: ANN401
        question = asked(line, f"n{uuid4().hex[:20]}@instapay")
        ask(line, "claim_address", token, payer, question)
        ask(line, "release_address", token, payer)

    def contact(line: Any) -> None:  # noqa: ANN401
        (made,) = ask(line, "add_contact", token, asked(line, iban), "Counted")
        ask(line, "rename_contact", token, made, "Counted again")
        ask(line, "remove_contact", token, made)

    return {
        "my_channel": lambda line: ask(line, "my_channel", token),
        "my_accounts": lambda line: ask(line, "my_accounts", token),
        "transfer": paid,
        # Of who has paid today already, as a transfer is that follows others.
        "quote": lambda line: ask(line, "quote", token, payer, payees[0], 1, "EGP"),
        "hold": lambda line: paid(line, "hold", tomorrow),
        "hold, post_held": lambda line: ask(line, "post_held", token, paid(line, "hold", tomorrow)),
        "hold, cancel_held": lambda line: ask(
            line, "cancel_held", token, paid(line, "hold", tomorrow)
        ),
        "transfer, reverse": lambda line: ask(
            line, "reverse", staff, str(uuid4()), paid(line), "Counted", False
        ),
        "settle": lambda line: ask(line, "settle", token, str(uuid4())),
        "quote_many of 100": lambda line: ask(
            line, "quote_many", token, payer, _uuids(batch),
            "{" + ",".join(["1"] * len(batch)) + "}", "EGP", [""] * len(batch),
        ),
        "transfer_many of 100": many,
        "settle_batch": lambda line: ask(line, "settle_batch", token, str(uuid4())),
        "freeze, release": frozen,
        "allow_batches": lambda line: ask(
            line, "allow_batches", staff, payees[9], next(allowed), "Counted"
        ),
        "close_account": lambda line: ask(line, "close_account", other, next(empty)),
        "accept, of a new name": lambda line: ask(line, "accept", next(statements)),
        "flush": lambda line: ask(line, "flush", made_before),
        "schema_version": lambda line: ask(line, "schema_version"),
        "statement": lambda line: ask(line, "statement", token, payer, yesterday, tomorrow),
        "balance_at": lambda line: ask(line, "balance_at", token, payer, yesterday),
        "balances_at, 91": lambda line: ask(
            line, "balances_at", token, payer,
            "{" + ",".join(str(tomorrow - timedelta(days=each)) for each in range(90, -1, -1)) + "}",
        ),
        "my_contacts": lambda line: ask(line, "my_contacts", token),
        "my_recent_payees": lambda line: ask(line, "my_recent_payees", token),
        "history": lambda line: ask(
            line, "history", token, payer, None, None, "all", "", None, 100
        ),
        "payments_waiting": lambda line: ask(
            line, "payments_waiting", token, payer, None, None, ""
        ),
        "payments_not_made": lambda line: ask(
            line, "payments_not_made", token, payer, None, None, "", None, None, 100
        ),
        "mark_notifications_read, one": lambda line: ask(
            line, "mark_notifications_read", other, _uuids([next(notices)])
        ),
        "open_first_account": lambda line: ask(line, "open_first_account", token),
        "ask_payee": lambda line: asked(line, iban),
        "ask_payee, resolve_payee": lambda line: ask(
            line, "resolve_payee", token, asked(line, iban)
        ),
        "ask_payee, claim_address, release_address": address,
        "ask_payee, add_contact, rename_contact, remove_contact": contact,
    }  # fmt: skip


def _used_once(cursor: Any, user: str) -> tuple[Iterator[str], Iterator[str]]:  # noqa: ANN401
    """Return ids of empty accounts and of unread notices of this person's."""
    cursor.execute(
        "INSERT INTO public.accounts (user_id, currency) SELECT %s, 'EGP'"
        " FROM generate_series(1, %s) RETURNING id",
        (user, _ONCE),
    )
    accounts = [str(each) for (each,) in cursor.fetchall()]
    cursor.execute(
        "INSERT INTO public.notifications (user_id, type, message) SELECT %s, 'IN_APP', 'Counted'"
        " FROM generate_series(1, %s) RETURNING id",
        (user, _ONCE),
    )
    return iter(accounts), iter([str(each) for (each,) in cursor.fetchall()])


def _uuids(ids: list[str]) -> str:
    return "{" + ",".join(ids) + "}"


def _accounts(cursor: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    cursor.execute(
        "SELECT id::text, user_id::text FROM public.accounts"
        " WHERE kind = 'CUSTOMER' AND currency = 'EGP' ORDER BY balance DESC, id"
    )
    found: list[tuple[str, str]] = cursor.fetchall()
    return found


def _token(cluster: Cluster, user: str, role: str) -> str:
    with _owner(cluster, "instapay_auth") as cursor:
        cursor.execute(
            "SELECT private.sign(jsonb_build_object('typ', 'access', 'sub', %s::text,"
            " 'sid', gen_random_uuid(), 'roles', jsonb_build_array(%s), 'dbrole', %s,"
            " 'auth_time', 1, 'exp', extract(epoch FROM clock_timestamp()) + 3600))",
            (user, role, _STATION),
        )
        return str(cursor.fetchone()[0])


def _names(cluster: Cluster) -> list[str]:
    """Return signed statements of names, each of somebody else."""
    with _owner(cluster, "instapay_auth") as cursor:
        cursor.execute(
            "SELECT private.sign(jsonb_build_object('typ', 'holder', 'sub', gen_random_uuid(),"
            " 'full_name', 'Counted')) FROM generate_series(1, %s)",
            (_ONCE,),
        )
        return [str(body) for (body,) in cursor.fetchall()]


@contextmanager
def _owner(cluster: Cluster, database: str) -> Iterator[Any]:
    connection = psycopg2.connect(cluster.url(database))
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            yield cursor
    finally:
        connection.close()


def main() -> None:
    """Print thousands of instructions a call."""
    for name, thousands in measure().items():
        print(f"{name:<56} {thousands:>10,.0f}")


if __name__ == "__main__":
    main()
