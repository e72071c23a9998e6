"""The log as an auditor reads it: whole, page by page, narrowed, and nobody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from services.errors import InvalidInput, Refused
from services.values.audit import AuditFilter, AuditLog
from tests.attacks.furnished import furnish
from tests.attacks.target import Target
from tests.bank import PASSWORD
from tests.caller import refused
from tests.database.desk import Desk

if TYPE_CHECKING:
    from services.bank import Services
    from tests.bank import Bank
    from tests.caller import Caller

pytestmark = pytest.mark.system_postgres

_NOON = datetime(2026, 3, 1, 12)  # noqa: DTZ001 (as the databases keep moments)
_EVERYTHING = (None, None, None, None, None)
#: What an auditor may do that leaves a row, apart from the log: reading a customer, and notes about one; and what
#: everybody may do with their own payments, of which an auditor has none.
_WRITTEN = {
    "open_customer": {"customer_openings", "audit_logs"},
    "note_audit_export": {"audit_logs"},
    "settle": {"transactions", "audit_logs"},
    "settle_batch": {"batches", "audit_logs"},
}


@pytest.fixture
def auditor(bank: Bank) -> Caller:
    return bank.caller(bank.add_staff("Adel Auditor", "adel@demo.eg", "AUDITOR"), "AUDITOR")


@pytest.fixture
def services(bank: Bank) -> Services:
    bank.add_staff("Aya Auditor", "aya@demo.eg", "AUDITOR")
    opened = bank.services("audit")
    opened.identity.sign_in(email="aya@demo.eg", password=PASSWORD)
    return opened


def _write(
    bank: Bank, count: int, *, event: str = "test", at: datetime = _NOON, step: str = "0 s"
) -> None:
    """Write records, each a step after the one before."""
    bank.ask(
        "payment",
        "INSERT INTO audit_logs (service, event, payload, created_at)"
        " SELECT 'payment', %s, jsonb_build_object('n', n), %s + n * %s::interval"
        " FROM generate_series(1, %s) AS n",
        event, at, step, count,
    )  # fmt: skip


def _ids(bank: Bank, where: str = "true") -> list[int]:
    return [row[0] for row in bank.ask("payment", f"SELECT id FROM audit_logs WHERE {where}")]


def _read(auditor: Caller, *wanted: object, limit: int = 100) -> tuple[list[dict[str, Any]], int]:
    """Read page by page to the end; return all records, and how many calls it took."""
    found: list[dict[str, Any]] = []
    before, calls = None, 0
    while True:
        rows = auditor.rows("audit_log", *(wanted or _EVERYTHING), before, limit)
        calls += 1
        before = rows.pop()["id"] if rows and rows[-1]["event"] is None else None
        assert len(rows) <= limit
        found += rows
        if before is None:
            return found, calls


def test_pages_are_whole_and_no_record_comes_twice_at_equal_times(
    bank: Bank, auditor: Caller
) -> None:
    _write(bank, 250)
    found, calls = _read(auditor)
    assert [each["id"] for each in found] == sorted(_ids(bank), reverse=True)
    assert len(found) >= 250
    assert calls == 1 + len(found) // 100
    # What is written meanwhile moves no page.
    (*first, end) = auditor.rows("audit_log", *_EVERYTHING, None, 100)
    _write(bank, 50)
    second = auditor.rows("audit_log", *_EVERYTHING, end["id"], 100)
    assert [each["id"] for each in (*first, *second[:-1])] == [each["id"] for each in found[:200]]


def test_a_call_looks_at_so_many_rows_and_says_where_it_stopped(
    bank: Bank, auditor: Caller
) -> None:
    _write(bank, 1, event="rare")
    _write(bank, 45_000, at=_NOON + timedelta(days=1))
    (end,) = auditor.rows("audit_log", None, None, None, "rare", None, None, 10)
    assert end["event"] is None
    newest = max(_ids(bank))
    assert newest - end["id"] == 19_999
    assert end["at"] == _NOON + timedelta(days=1)
    found, calls = _read(auditor, None, None, None, "rare", None)
    assert [each["event"] for each in found] == ["rare"]
    assert calls == 3
    # Days become keys by halving: what is newer is not looked at.
    found, calls = _read(auditor, None, _NOON + timedelta(minutes=1), None, "rare", None)
    assert ([each["event"] for each in found], calls) == (["rare"], 1)


def test_days_hold_to_the_second_also_where_ids_are_not_quite_in_order(
    bank: Bank, auditor: Caller
) -> None:
    _write(bank, 600, step="1 s")
    # Calls side by side: a later id says an earlier time.
    _write(bank, 3, event="late", at=_NOON + timedelta(minutes=2))
    _write(bank, 600, at=_NOON + timedelta(minutes=10), step="1 s")
    for start, end in ((60, 180), (120, 121), (0, 1), (600, 700), (2000, 3000)):
        period = (_NOON + timedelta(seconds=start), _NOON + timedelta(seconds=end))
        found, _ = _read(auditor, *period, None, None, None)
        wanted = _ids(bank, f"created_at >= '{period[0]}' AND created_at < '{period[1]}'")
        assert [each["id"] for each in found] == sorted(wanted, reverse=True), (start, end)
    assert {each["event"] for each in _read(auditor, _NOON + timedelta(seconds=120),
        _NOON + timedelta(seconds=121), None, None, None)[0]} == {"test", "late"}  # fmt: skip


def test_who_what_and_about_whom(bank: Bank, auditor: Caller) -> None:
    desk = Desk(bank)
    salma, karim = desk.salma, desk.karim
    transfer = uuid4()
    bank.caller(salma.user_id)(
        "transfer", transfer, salma.account_id, karim.account_id, "5.00", "EGP", ""
    )
    desk.as_teller("freeze", karim.account_id, "ALL", "a court's order", None)

    def events(actors: object = None, event: object = None, entity: object = None) -> set[str]:
        listed = None if actors is None else [actors]
        return {each["event"] for each in _read(auditor, None, None, listed, event, entity)[0]}

    assert events(salma.user_id) == {"transfer"}
    assert events(desk.as_teller.user_id, "account_frozen") == {"account_frozen"}
    assert events(salma.user_id, "account_frozen") == set()
    assert events(entity=transfer) == {"transfer"}
    for about in (karim.iban, karim.iban.lower(), karim.account_id, karim.user_id):
        assert events(entity=about) >= {"transfer", "account_frozen"}, about
    assert "account_frozen" not in events(entity=salma.iban)
    assert events(entity=uuid4()) == set()
    assert events(entity="%") == set()


@pytest.mark.parametrize("role", ["CUSTOMER", "TELLER", "SUPERVISOR", "ADMIN"])
def test_nobody_but_an_auditor_reads_it(bank: Bank, role: str) -> None:
    bank.add_staff("Somebody Else", "else@demo.eg", role)
    opened = bank.services()
    opened.identity.sign_in(email="else@demo.eg", password=PASSWORD)
    for log in AuditLog:
        with pytest.raises(Refused, match="not_permitted"):
            opened.audit.page(log=log)
        with pytest.raises(Refused, match="not_permitted"):
            next(opened.audit.pages(log=log))
        with pytest.raises(Refused, match="not_permitted"):
            next(opened.audit.verify(log=log))
    other = bank.caller(uuid4(), role)
    with refused("IP004"):
        other.rows("kept_heads", 0)


def test_records_say_who_and_what_in_full(bank: Bank, services: Services) -> None:
    salma = bank.add_customer(balance="10")
    bank.ask(
        "payment",
        "SELECT private.record('payment', 'odd', %s::jsonb, %s, NULL)",
        '{"amount": 9999999999999999.99, "before": {"a": null, "b": [1, true]}, "customer_id": "'
        + str(salma.user_id) + '"}',
        str(salma.user_id),
    )  # fmt: skip
    (record,) = services.audit.page(log=AuditLog.PAYMENTS, wanted=AuditFilter(event="odd")).records
    assert record.actor_name == salma.full_name
    assert [(each.key, each.value) for each in record.facts] == [
        ("amount", "9999999999999999.99"),
        ("before.a", ""),
        ("before.b", "1, true"),
        ("customer_id", str(salma.user_id)),
    ]
    assert record.facts[-1].person == salma.full_name
    assert abs(record.at - datetime.now(UTC)) < timedelta(seconds=30)


def test_people_are_meant_by_name_email_or_id(bank: Bank, services: Services) -> None:
    salma = bank.add_customer("Salma Hassan", "salma@demo.eg")
    hers = bank.services()
    hers.identity.sign_in(email=salma.email, password=PASSWORD)

    def found(log: AuditLog = AuditLog.SIGN_INS, *, actor: str = "", entity: str = "") -> list[str]:
        page = services.audit.page(log=log, wanted=AuditFilter(actor=actor, entity=entity))
        return [each.event for each in page.records]

    for who in ("hassan sal", "Salma@demo.eg", str(salma.user_id)):
        assert found(actor=who) == ["sign_in"], who
    for nobody in ("nobody at all", "no@body.eg", "x", str(uuid4())):
        assert found(actor=nobody) == [], nobody
    assert found(entity="salma@demo.eg") == ["sign_in"]
    assert found(entity=str(salma.user_id)) == ["sign_in"]
    bank.ask("payment", "SELECT private.record('payment', 'odd', %s::jsonb, NULL, NULL)",
             f'{{"customer_id": "{salma.user_id}"}}')  # fmt: skip
    assert found(AuditLog.PAYMENTS, entity="salma@demo.eg") == ["odd"]
    with pytest.raises(InvalidInput, match="filter_invalid"):
        found(entity="x" * 101)


def test_taking_it_away_is_in_the_log(bank: Bank, services: Services) -> None:
    for log in AuditLog:
        wanted = AuditFilter(event="audit_exported")
        (page,) = services.audit.pages(log=log, wanted=wanted)
        (record,) = page.records
        told = {each.key: each.value for each in record.facts}
        assert (told["event"], told["entity"]) == ("audit_exported", "")
        assert record.actor_name == "Aya Auditor"
        # Looking at it is not.
        services.audit.page(log=log)
        assert len(services.audit.page(log=log, wanted=wanted).records) == 1


def test_an_auditor_writes_nothing_but_what_the_log_is_about(bank: Bank) -> None:
    """Every call of the api that changes a row, right in all but whose token it is."""
    known = furnish(bank)
    auditor = bank.caller(bank.add_staff("Adel Auditor", "adel@demo.eg", "AUDITOR"), "AUDITOR")
    known |= dict.fromkeys(
        ("token", "staff_token", "other_staff_token", "batch_token", "admin_token"), auditor.token
    )
    target = Target(bank, "payment", known)
    written = {}
    for name, call in target.calls.items():
        if not call.changes or "p_token" not in call.arguments:
            continue
        found = target.call(name, [call.arguments[each] for each in target.types[name]])
        if isinstance(found, set) and found:
            written[name] = found - {"known_tokens"}
    target.connection.close()
    assert {name: tables for name, tables in written.items() if tables} == _WRITTEN


def test_an_id_of_nobody_has_no_name(services: Services) -> None:
    assert services.audit._record(
        AuditLog.PAYMENTS,
        {"id": 1, "at": _NOON, "service": "payment", "event": "odd", "actor": str(UUID(int=5)),
         "session_id": None, "station": None, "is_sealed": False},
        {},
    ).actor_name is None  # fmt: skip
