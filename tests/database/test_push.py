"""News reach the windows of those they are about: soon, once, and nobody else's."""

from __future__ import annotations

import threading
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg2
import pytest

from tests.database.listening import ListeningWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.worker import Worker
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres

_PAY = "SELECT status FROM api.transfer(%s, gen_random_uuid(), %s, %s, 1, 'EGP', '')"
_PUSH = "SELECT private.push_notices()"
_MARK = "SELECT state, xmin::text FROM private.worker_runs WHERE job = 'push_notices'"
_LOG = (
    "INSERT INTO audit_logs (service, event, payload) VALUES ('payment', 'transfer',"
    " jsonb_build_object('from_account_id', %s::uuid, 'to_account_id', %s::uuid))"
)


@pytest.fixture
def people(bank: Bank) -> list[Customer]:
    return [
        bank.add_customer(balance=1000),
        bank.add_customer("Karim Samir", "karim@demo.eg", balance=1000),
        bank.add_customer("Mona Adel", "mona@demo.eg", balance=1000),
    ]


@pytest.fixture
def windows(bank: Bank, people: list[Customer]) -> Iterator[list[ListeningWindow]]:
    def token_of(customer: Customer) -> str:
        services = bank.services()
        services.identity.sign_in(email=customer.email, password=customer.password)
        return services.identity._access.token()

    with ExitStack() as stack:
        yield [
            ListeningWindow(token_of(each), stack.enter_context(bank.as_desktop("payment")))
            for each in people
        ]


@contextmanager
def _working(*workers: Worker) -> Iterator[None]:
    """Each worker in a thread of its own, as often as the guardian asks."""
    stop = threading.Event()

    def work(worker: Worker) -> None:
        while not stop.wait(0.2):
            worker.tick()

    threads = [threading.Thread(target=work, args=(each,)) for each in workers]
    for each in threads:
        each.start()
    try:
        yield
    finally:
        stop.set()
        for each in threads:
            each.join()


def _ids(*customers: Customer) -> tuple[str, ...]:
    return tuple(str(each.account_id) for each in customers)


def test_a_payment_is_told_within_a_third_of_a_second_to_both_and_nobody_else(
    bank: Bank, people: list[Customer], windows: list[ListeningWindow], worker: Worker
) -> None:
    worker.tick()
    delays = []
    with _working(worker), bank.as_desktop("payment") as desktop:
        for _ in range(5):
            desktop.cursor().execute(_PAY, (windows[0].token, *_ids(*people[:2])))
            start = time.monotonic()
            assert windows[1].wait(10)
            delays.append(time.monotonic() - start)
            assert windows[0].wait(10)
    assert min(delays) <= 0.3, delays
    assert [each.count() for each in windows] == [5, 5, 0]


def test_two_workers_tell_each_payment_once_and_leave_the_seals_whole(
    bank: Bank,
    people: list[Customer],
    windows: list[ListeningWindow],
    make_worker: Callable[[], Worker],
) -> None:
    workers = make_worker(), make_worker()
    for each in workers:
        each.tick()
    with _working(*workers), bank.as_desktop("payment") as desktop:
        for number in range(1, 13):
            desktop.cursor().execute(_PAY, (windows[0].token, *_ids(*people[:2])))
            assert windows[1].wait(10), number
        deadline = time.monotonic() + 15
        waiting = (
            "SELECT count(*) FROM audit_logs WHERE xid >= (SELECT max(below_xid) FROM audit_seals)"
        )
        while bank.ask("payment", waiting) != [(0,)]:
            assert time.monotonic() < deadline, "rows are not sealed"
            time.sleep(0.05)
    assert [each.count() for each in windows] == [12, 12, 0]
    assert bank.ask("payment", "SELECT private.broken_seal()") == [(None,)]
    assert bank.ask("payment", "SELECT sum(row_count) FROM audit_seals") == [(12,)]


def test_what_commits_late_is_told_once_it_has(
    bank: Bank, people: list[Customer], windows: list[ListeningWindow]
) -> None:
    bank.ask("payment", _PUSH)
    late = psycopg2.connect(bank.payment_owner_url)
    try:
        late.cursor().execute(_LOG, _ids(people[0], people[1]))
        bank.ask("payment", _LOG, *_ids(people[2], people[2]))
        assert bank.ask("payment", _PUSH) == [(1,)], "a younger one that has committed"
        assert bank.ask("payment", _PUSH) == [(0,)]
        late.commit()
    finally:
        late.close()
    assert bank.ask("payment", _PUSH) == [(2,)]
    assert bank.ask("payment", _PUSH) == [(0,)]
    assert [each.count() for each in windows] == [1, 1, 1]


def test_everybody_is_told_once_a_batch_whatever_happened(
    bank: Bank, people: list[Customer], windows: list[ListeningWindow]
) -> None:
    bank.ask("payment", _PUSH)
    for _ in range(5):
        bank.ask("payment", _LOG, *_ids(people[0], people[1]))
    bank.ask(
        "payment",
        "INSERT INTO audit_logs (service, event, payload) VALUES"
        " ('payment', 'frozen', jsonb_build_object('account_id', %s::uuid)),"
        " ('payment', 'other', '{\"account_id\": \"nobody''s\"}'), ('payment', 'other', NULL)",
        *_ids(people[2]),
    )
    assert bank.ask("payment", _PUSH) == [(3,)]
    assert [each.count() for each in windows] == [1, 1, 1]


def test_nothing_is_written_while_nothing_happens(bank: Bank) -> None:
    bank.ask("payment", _PUSH)
    mark = bank.ask("payment", _MARK)
    # Other transactions of the cluster move its numbers on.
    bank.ask("auth", "SELECT pg_current_xact_id()")
    with bank.as_owner("payment") as cursor:
        for _ in range(20):
            cursor.execute(_PUSH)
            assert cursor.fetchone() == (0,)
        cursor.execute("SELECT pg_current_xact_id_if_assigned()")
        assert cursor.fetchone() == (None,)
    assert bank.ask("payment", _MARK) == mark


@pytest.mark.parametrize(
    "change",
    [
        "state = '9000000000:9000000000:'",
        "last_run_at = last_run_at - interval '61 minutes'",
    ],
    ids=["another cluster", "a long pause"],
)
def test_what_lies_behind_a_restore_or_a_long_pause_is_not_told(
    bank: Bank, people: list[Customer], windows: list[ListeningWindow], change: str
) -> None:
    bank.ask("payment", _PUSH)
    bank.ask("payment", _LOG, *_ids(people[0], people[1]))
    bank.ask("payment", f"UPDATE private.worker_runs SET {change} WHERE job = 'push_notices'")
    assert bank.ask("payment", _PUSH) == [(0,)]
    bank.ask("payment", _LOG, *_ids(people[0], people[2]))
    assert bank.ask("payment", _PUSH) == [(2,)]
    assert [each.count() for each in windows] == [1, 0, 1]


def test_a_channel_is_its_owners_alone(bank: Bank, windows: list[ListeningWindow]) -> None:
    names = {each.channel for each in windows}
    assert len(names) == 3
    assert all(len(each) <= 63 for each in names)
    with bank.as_desktop("payment") as desktop:
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            desktop.cursor().execute("SELECT private.channel(%s, '')", (str(uuid4()),))
        with pytest.raises(psycopg2.Error) as refusal:
            desktop.cursor().execute("SELECT api.my_channel('a.b.c')")
    assert refusal.value.pgcode == "IP001"


@pytest.mark.parametrize(
    "text",
    [
        None, "", "nobody's", "0" * 36, "-" * 36, "0123456789abcdef0123456789abcdef",
        "0123456-89ab-cdef-0123-456789abcdef0", "01234567-89AB-cdef-0123-456789abcdef",
        "01234567-89ab-cdef-0123-456789abcde-", "01234567-89ab-cdef-0123-456789abcdeg",
        "01234567-89ab-cdef-0123-456789abcde٠", "01234567-89ab-cdef-0123-456789abcdef0",
    ],
)  # fmt: skip
def test_what_is_no_id_is_none(bank: Bank, text: str | None) -> None:
    assert bank.ask("payment", "SELECT private.as_uuid(%s)", text) == [(None,)]


def test_an_id_in_its_usual_form_is_one(bank: Bank) -> None:
    made = str(uuid4())
    assert bank.ask("payment", "SELECT private.as_uuid(%s)::text", made) == [(made,)]
