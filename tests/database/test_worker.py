"""The periodic jobs, as the worker's own login."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest

from app.provisioning.checks import OK, examine
from services.errors import Unavailable
from tests.faults.observing import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.worker import Worker
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres


_PATIENCE_S = 15.0


def test_application_becomes_a_customer_who_can_sign_in(bank: Bank, worker: Worker) -> None:
    services = bank.services()
    services.identity.sign_up(email="nour@demo.eg", password="a long password", full_name="Nour")
    worker.tick()
    services.identity.sign_in(email="nour@demo.eg", password="a long password")
    assert len(services.accounts.list()) == 1


def test_revocation_reaches_payment_without_the_desktop(bank: Bank, worker: Worker) -> None:
    salma = bank.add_customer()
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    token = services.identity._access.token()
    right = bank.payment_url
    bank.payment_url = "postgresql://station_1@127.0.0.1:1/nowhere"
    for each in services.databases:
        each.close()
    services.identity.sign_out()
    bank.payment_url = right

    def is_revoked() -> bool:
        worker.tick()
        with bank.as_desktop("payment") as desktop:
            try:
                desktop.cursor().execute("SELECT api.mark_notifications_read(%s, '{}')", (token,))
            except psycopg2.Error as error:
                return error.pgcode == "IP003"
            return False

    assert until(is_revoked, patience_s=_PATIENCE_S), "the statement was not delivered"
    assert bank.ask("auth", "SELECT 1 FROM statements WHERE delivered_at IS NULL") == []


def test_a_revocation_waits_for_the_worker_less_than_two_seconds(
    bank: Bank, worker: Worker
) -> None:
    """It leaves the first second to the desktop that asked, and looks again soon after."""
    people = [bank.add_customer(email=f"{name}@demo.eg") for name in ("salma", "karim", "mona")]
    worker.tick()

    def is_delivered(person: Customer) -> bool:
        # As often as the guardian asks it.
        time.sleep(0.15)
        worker.tick()
        subjects = bank.ask("payment", "SELECT subject FROM revocations")
        return (str(person.user_id),) in subjects

    for each in people:
        bank.ask("auth", "SELECT private.lock_person(%s, 'a reason', NULL)", str(each.user_id))
        assert until(partial(is_delivered, each), patience_s=_PATIENCE_S), "it was not delivered"
    # The best of three, as the machine may be busy with something else.
    assert bank.ask(
        "auth",
        "SELECT count(*), min(delivered_at - created_at) < interval '2 s' FROM statements"
        " WHERE delivered_at IS NOT NULL",
    ) == [(3, True)]


def test_transaction_held_open_for_over_five_seconds_is_ended(bank: Bank, worker: Worker) -> None:
    with bank.as_desktop("payment") as desktop:
        cursor = desktop.cursor()
        # Whoever means harm switches the login's own bound off first.
        cursor.execute("SET idle_in_transaction_session_timeout = 0")
        cursor.execute("BEGIN")
        cursor.execute("SELECT 1 FROM accounts")
        start = time.monotonic()

        def is_ended() -> bool:
            worker.tick()
            try:
                cursor.execute("SELECT 1")
            except psycopg2.Error:
                return True
            return False

        assert until(is_ended, patience_s=_PATIENCE_S), "the transaction is still open"
        assert time.monotonic() - start > 4


@contextmanager
def _working(worker: Worker) -> Iterator[None]:
    stop = threading.Event()

    def work() -> None:
        while not stop.wait(0.05):
            worker.tick()

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _people(bank: Bank, count: int) -> list[tuple[str, str]]:
    """Return token and account of each."""
    people = []
    for name in ("salma", "karim", "mona")[:count]:
        made = bank.add_customer(f"{name} x", f"{name}@demo.eg", balance=100)
        people.append((bank.caller(made.user_id).token, str(made.account_id)))
    return people


_PAY = "SELECT status FROM api.transfer(%s, gen_random_uuid(), %s, %s, 0.01, 'EGP', '')"


def test_who_idly_keeps_others_waiting_is_ended_within_a_second(bank: Bank, worker: Worker) -> None:
    """Somebody pays a piastre, never commits, and so holds the payee's row."""
    salma, karim = _people(bank, 2)
    bank.let_wait("payment", "transfer")
    # What is due once a minute is done.
    worker.tick()
    waits = []
    with _working(worker), bank.as_desktop("payment") as victim:
        for _ in range(3):
            with bank.as_desktop("payment") as attacker:
                attacker.autocommit = False
                attacker.cursor().execute(_PAY, (*salma, karim[1]))
                cursor = victim.cursor()
                start = time.monotonic()
                cursor.execute(_PAY, (*karim, salma[1]))
                assert cursor.fetchone() == ("COMPLETED",)
                waits.append(time.monotonic() - start)
                with pytest.raises(psycopg2.OperationalError):
                    attacker.cursor().execute("SELECT 1")
    assert min(waits) < 1, waits


def test_of_three_who_wait_in_a_row_the_idle_one_alone_is_ended(bank: Bank, worker: Worker) -> None:
    """Salma idles over Karim's row; Karim waits in his turn for it, and his twin for Karim's turn."""
    salma, karim = _people(bank, 2)
    bank.let_wait("payment", "transfer")
    worker.tick()
    with (
        bank.as_desktop("payment") as idle,
        bank.as_desktop("payment") as between,
        bank.as_desktop("payment") as last,
        ThreadPoolExecutor(2) as threads,
    ):
        idle.autocommit = False
        idle.cursor().execute(_PAY, (*salma, karim[1]))

        def pay(line: Any) -> Any:
            cursor = line.cursor()
            cursor.execute(_PAY, (*karim, salma[1]))
            return cursor.fetchone()

        def are_waiting(count: int) -> bool:
            return bank.ask("payment", "SELECT count(*) FROM pg_locks WHERE NOT granted") == [
                (count,)
            ]

        first = threads.submit(pay, between)
        assert until(partial(are_waiting, 1), patience_s=_PATIENCE_S), "nobody waits for the row"
        second = threads.submit(pay, last)
        assert until(partial(are_waiting, 2), patience_s=_PATIENCE_S), "nobody waits for the turn"
        with _working(worker):
            assert first.result() == ("COMPLETED",)
            assert second.result() == ("COMPLETED",)
        with pytest.raises(psycopg2.OperationalError):
            idle.cursor().execute("SELECT 1")


def test_who_is_at_work_may_keep_others_waiting(bank: Bank, worker: Worker) -> None:
    salma, karim = _people(bank, 2)
    with (
        bank.as_desktop("payment") as busy,
        bank.as_desktop("payment") as victim,
        ThreadPoolExecutor(1) as threads,
        _working(worker),
    ):
        at_work = busy.cursor()
        paid = threads.submit(
            at_work.execute,
            _PAY.replace("SELECT status", "SELECT status, pg_sleep(3)"),
            (*salma, karim[1]),
        )

        def is_paying() -> bool:
            # Entries are written once the rows are locked. The worker reads them when it proves the books.
            held = (
                "SELECT 1 FROM pg_locks WHERE relation = 'ledger_entries'::regclass"
                " AND pid = %s AND mode = 'RowExclusiveLock'"
            )
            return bank.ask("payment", held, busy.info.backend_pid) != []

        assert until(is_paying, patience_s=_PATIENCE_S), "nobody is at work"
        with pytest.raises(psycopg2.errors.LockNotAvailable):
            victim.cursor().execute(_PAY, (*karim, salma[1]))
        paid.result()
        assert at_work.fetchone()[0] == "COMPLETED"


def test_revocations_pass_a_queue_of_names(bank: Bank, worker: Worker) -> None:
    salma = bank.add_customer()
    bank.ask(
        "auth",
        "INSERT INTO statements (kind, subject, body, created_at)"
        " SELECT 'holder', gen_random_uuid(), 'x.y.z', now() - interval '1 hour'"
        " FROM generate_series(1, 300)",
    )
    bank.ask(
        "auth",
        "INSERT INTO statements (kind, subject, body, created_at)"
        " SELECT 'revoke', %s, private.sign(jsonb_build_object('typ', 'revoke', 'sub', %s::text,"
        " 'not_before', 1)), now() - interval '1 minute'",
        str(salma.user_id),
        str(salma.user_id),
    )
    worker.tick()
    assert bank.ask("payment", "SELECT subject FROM revocations") == [(str(salma.user_id),)]


def test_a_statement_that_payment_refuses_stops_no_other(bank: Bank, worker: Worker) -> None:
    bank.ask(
        "auth",
        "INSERT INTO statements (kind, subject, body, created_at) VALUES"
        " ('revoke', gen_random_uuid(), 'a.b.c', now() - interval '1 hour')",
    )
    salma = bank.add_customer()
    bank.ask(
        "auth",
        "INSERT INTO statements (kind, subject, body, created_at)"
        " SELECT 'revoke', %s, private.sign(jsonb_build_object('typ', 'revoke', 'sub', %s::text,"
        " 'not_before', 1)), now() - interval '1 minute'",
        str(salma.user_id),
        str(salma.user_id),
    )
    worker.tick()
    assert bank.ask("payment", "SELECT subject FROM revocations") == [(str(salma.user_id),)]
    assert bank.ask("auth", "SELECT body FROM statements WHERE delivered_at IS NULL") == [
        ("a.b.c",)
    ]


def test_patient_desktops_and_other_logins_are_left_alone(bank: Bank, worker: Worker) -> None:
    with bank.as_desktop("payment") as desktop, bank.as_owner("payment") as owner:
        owner.execute("SELECT 1")
        for _ in range(3):
            worker._due.clear()
            worker.tick()
            # As if everything had been seen long ago.
            for seen in worker._open.values():
                seen.update({key: at - 100 for key, at in seen.items()})
        desktop.cursor().execute("SELECT 1")
        owner.execute("SELECT 1")


def test_log_is_sealed_and_a_changed_row_is_found(bank: Bank, worker: Worker) -> None:
    salma = bank.add_customer()
    services = bank.services()
    for _ in range(3):
        services.identity.sign_in(email=salma.email, password=salma.password)

        def is_sealed() -> bool:
            worker._due.clear()
            worker.tick()
            unsealed = bank.ask(
                "auth",
                "SELECT count(*) FROM audit_logs WHERE xid >="
                " coalesce((SELECT max(below_xid) FROM audit_seals), '0'::xid8)",
            )
            return unsealed == [(0,)]

        assert until(is_sealed, patience_s=_PATIENCE_S), "rows are not sealed"
    assert bank.ask("auth", "SELECT count(*) > 1, sum(row_count) FROM audit_seals") == [(True, 5)]
    assert bank.ask("auth", "SELECT private.broken_seal()") == [(None,)]
    second = bank.ask("auth", "SELECT id FROM audit_logs ORDER BY id OFFSET 1 LIMIT 1")[0][0]
    bank.ask("auth", "UPDATE audit_logs SET event = 'nothing' WHERE id = %s", second)
    (broken,) = bank.ask("auth", "SELECT private.broken_seal()")[0]
    assert broken is not None
    assert "does not fit" in examine(bank.auth_owner_url, bank.payment_owner_url)["audit_sealed"]


def test_doctor_finds_all_well_and_each_thing_that_is_not(bank: Bank, worker: Worker) -> None:
    salma = bank.add_customer(balance=50)
    worker.tick()
    found = examine(bank.auth_owner_url, bank.payment_owner_url)
    assert set(found.values()) == {OK}
    assert set(found) >= {
        "connection", "versions", "migration_heads", "privileges", "books_balance",
        "ledger_matches_balances", "sequences_without_gaps", "entries_in_pairs", "audit_sealed",
        "worker_last_run",
    }  # fmt: skip
    bank.ask("payment", "UPDATE accounts SET balance = 51 WHERE id = %s", str(salma.account_id))
    bank.ask("payment", "GRANT INSERT ON transactions TO instapay_desktop")
    bank.ask("payment", "ALTER TABLE notifications DISABLE ROW LEVEL SECURITY")
    bank.ask("payment", "GRANT EXECUTE ON FUNCTION private.new_iban() TO PUBLIC")
    bank.ask("auth", "UPDATE private.worker_runs SET last_run_at = last_run_at - interval '1 hour'")
    bank.ask("auth", "UPDATE private.settings SET value = 'x' WHERE name = 'code_digest'")
    found = examine(bank.auth_owner_url, bank.payment_owner_url)
    assert found["books_balance"] == "EGP is off by 1.00"
    assert found["ledger_matches_balances"].startswith("1 ")
    assert "INSERT on transactions" in found["privileges"]
    assert "no row-level security on notifications" in found["privileges"]
    assert "PUBLIC may call private.new_iban()" in found["privileges"]
    assert found["worker_last_run"].startswith("last ran 36")
    assert "run provision" in found["functions"]
    bank.ask("auth", "UPDATE private.alembic_version SET version_num = '0000'")
    found = examine(bank.auth_owner_url, bank.payment_owner_url)
    assert found["migration_heads"] == "auth: at 0000, this program is at 0003"


def test_a_server_that_is_away_costs_its_own_jobs_and_no_others(worker: Worker, bank: Bank) -> None:
    line = worker._lines["auth"]
    right, line._url = line._url, lambda: "postgresql://nobody@127.0.0.1:1/nowhere"
    worker.tick()
    noted = "SELECT job FROM private.worker_runs ORDER BY job"
    assert bank.ask("auth", noted) == []
    assert [job for (job,) in bank.ask("payment", noted)] == [
        "end_long_transactions", "expire_holds", "forget_questions", "forget_tokens", "prove_books",
        "push_notices", "seal_audit",
    ]  # fmt: skip
    line._url = right

    def is_back() -> bool:
        worker._due.clear()
        worker._note_due = 0.0
        worker.tick()
        return len(bank.ask("auth", noted)) == 6

    assert until(is_back, patience_s=_PATIENCE_S), "the jobs did not come back"
    assert examine(bank.auth_owner_url, bank.payment_owner_url)["worker_last_run"] == OK


def test_a_job_that_fails_stops_no_other_and_the_doctor_names_it(
    worker: Worker, bank: Bank
) -> None:
    bank.ask("payment", "DROP FUNCTION private.accounts_to_expire()")
    bank.ask("auth", "REVOKE EXECUTE ON FUNCTION private.seal_audit() FROM instapay_worker")
    worker.tick()
    found = examine(bank.auth_owner_url, bank.payment_owner_url)["worker_last_run"]
    assert found == "seal_audit has never run; expire_holds has never run"
    bank.ask(
        "payment",
        "UPDATE private.worker_runs SET last_run_at = last_run_at - interval '20 seconds'"
        " WHERE job IN ('push_notices', 'forget_questions')",
    )
    found = examine(bank.auth_owner_url, bank.payment_owner_url)["worker_last_run"]
    assert "push_notices last ran 2" in found, "it runs five times a second"
    assert "forget_questions" not in found, "it runs once a minute"


def test_doctor_without_a_server_says_so() -> None:
    with pytest.raises(Unavailable):
        examine("postgresql://127.0.0.1:1/x", "postgresql://127.0.0.1:1/y")
