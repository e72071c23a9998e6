"""Freezes: staff stop an account's debits, credits or both; payments beside it fit either order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from tests.caller import refused
from tests.database.desk import Desk, at_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_REASON = "asked by a court"


@pytest.fixture
def desk(bank: Bank) -> Desk:
    made = Desk(bank)
    made.transfer("100")
    return made


def _freeze(
    desk: Desk, what: str | None, account: UUID | None = None, reason: str | None = _REASON, until: Any = None
) -> None:  # fmt: skip
    desk.as_teller("freeze", account or desk.salma.account_id, what, reason, until)


def _out(desk: Desk) -> str | None:
    """Pay from Salma's account; the failure code, which the quote told before."""
    quoted = desk.quote("1")["failure_code"]
    outcome = desk.transfer("1")
    assert outcome["failure_code"] == quoted
    assert outcome["status"] == ("FAILED" if quoted else "COMPLETED")
    return outcome["failure_code"]  # type: ignore[no-any-return]  # a column of a row


def _into(desk: Desk) -> str | None:
    """Pay to Salma's account; the failure code, which the quote told before."""
    sides = {"payer": desk.karim.account_id, "payee": desk.salma.account_id}
    quoted = desk.quote("1", caller=desk.as_karim, **sides)["failure_code"]
    outcome = desk.transfer("1", caller=desk.as_karim, **sides)
    assert outcome["failure_code"] == quoted
    return outcome["failure_code"]  # type: ignore[no-any-return]  # a column of a row


@pytest.mark.parametrize(
    ("what", "out", "into"),
    [
        ("DEBITS", "account_frozen", None),
        ("CREDITS", None, "payee_cannot_receive"),
        ("ALL", "account_frozen", "payee_cannot_receive"),
    ],
)
def test_a_freeze_stops_its_side_until_it_is_released(
    desk: Desk, what: str, out: str | None, into: str | None
) -> None:
    _freeze(desk, what)
    assert (_out(desk), _into(desk)) == (out, into)
    assert desk.hold("1")["failure_code"] == out
    (account,) = desk.as_salma.rows("my_accounts")
    assert (account["frozen"], account["frozen_until"]) == (what, None)
    desk.as_teller("release", desk.salma.account_id, "the court is content")
    assert (_out(desk), _into(desk)) == (None, None)
    assert desk.as_salma.rows("my_accounts")[0]["frozen"] is None
    desk.check_books()


def test_a_batch_obeys_freezes_too(desk: Desk) -> None:
    def batch() -> dict[str, Any]:
        batch_id = uuid4()
        answer: dict[str, Any] = desk.as_salma(
            "transfer_many", batch_id, desk.salma.account_id, [uuid4()], [desk.karim.account_id],
            [1], "EGP", [""], token=desk.as_salma.confirmed(batch_id),
        )  # fmt: skip
        return answer

    _freeze(desk, "DEBITS")
    assert batch()["failure_code"] == "account_frozen"
    _freeze(desk, "CREDITS")
    assert batch()["status"] == "COMPLETED"
    _freeze(desk, "CREDITS", desk.karim.account_id)
    assert batch()["row_errors"] == [{"row": 1, "code": "payee_cannot_receive"}]


def test_a_freeze_ends_at_its_time_by_itself(desk: Desk) -> None:
    _freeze(desk, "ALL", until=desk.now("1 hour"))
    assert _out(desk) == "account_frozen"
    assert desk.as_salma.rows("my_accounts")[0]["frozen_until"] is not None
    desk.set_account(desk.salma.account_id, frozen_until=desk.now("-1 s"))
    assert (_out(desk), _into(desk)) == (None, None)
    (account,) = desk.as_salma.rows("my_accounts")
    assert (account["frozen"], account["frozen_until"]) == (None, None)


def test_a_new_freeze_takes_the_place_of_the_old_one(desk: Desk) -> None:
    _freeze(desk, "ALL", until=desk.now("1 hour"))
    desk.as_supervisor("freeze", desk.salma.account_id, "CREDITS", "another reason", None)
    assert desk.account(
        desk.salma.account_id, "frozen, frozen_reason, frozen_by, frozen_until"
    ) == ("CREDITS", "another reason", str(desk.as_supervisor.user_id), None)
    assert (_out(desk), _into(desk)) == (None, "payee_cannot_receive")


def test_freezes_and_releases_are_told_and_recorded(desk: Desk) -> None:
    # Postgres writes a time into JSON without the zeros at its end, Python with them.
    until = desk.now("1 hour").replace(microsecond=123_450)
    _freeze(desk, "DEBITS", until=until)
    desk.as_supervisor("release", desk.salma.account_id, "an error")
    account_id = str(desk.salma.account_id)
    details = {"account": "Everyday", "currency": "EGP", "account_id": account_id}
    assert desk.notices(desk.salma.user_id)[1:] == [
        (
            "account_frozen",
            details | {"frozen": "DEBITS", "until": until.isoformat().rstrip("0")},
        ),
        ("account_released", details),
    ]
    account = str(desk.salma.account_id)
    assert desk.ask(
        "SELECT event, actor, session_id, payload FROM audit_logs"
        " WHERE event LIKE 'account%%' ORDER BY id"
    ) == [
        (
            "account_frozen",
            str(desk.as_teller.user_id),
            str(desk.as_teller.session_id),
            {
                "account_id": account,
                "what": "DEBITS",
                "reason": _REASON,
                "until": until.isoformat().rstrip("0"),
                "before": None,
            },
        ),
        (
            "account_released",
            str(desk.as_supervisor.user_id),
            str(desk.as_supervisor.session_id),
            {"account_id": account, "before": "DEBITS", "reason": "an error"},
        ),
    ]


def test_releasing_what_is_not_frozen_changes_and_tells_nothing(desk: Desk) -> None:
    before = len(desk.notices(desk.salma.user_id))
    desk.as_teller("release", desk.salma.account_id, "an error")
    assert len(desk.notices(desk.salma.user_id)) == before
    assert desk.ask("SELECT 1 FROM audit_logs WHERE event = 'account_released'") == []


def _freezing(desk: Desk, account: UUID | None) -> Callable[[Any], object]:
    return lambda caller: caller("freeze", account, "ALL", _REASON, None)


def _releasing(desk: Desk, account: UUID | None) -> Callable[[Any], object]:
    return lambda caller: caller("release", account, _REASON)


@pytest.mark.parametrize("make", [_freezing, _releasing])
def test_only_staff_freeze_and_release(
    desk: Desk, make: Callable[[Desk, UUID | None], Callable[[Any], object]]
) -> None:
    call = make(desk, desk.salma.account_id)
    others = [desk.bank.caller(uuid4(), role) for role in ("AUDITOR", "ADMIN")]
    for caller in (desk.as_salma, desk.as_karim, *others):
        with refused("IP004"):
            call(caller)
    call(desk.as_supervisor)


@pytest.mark.parametrize("make", [_freezing, _releasing])
@pytest.mark.parametrize("which", ["missing", "null", "vault"])
def test_only_customers_accounts_are_frozen(
    desk: Desk, which: str, make: Callable[[Desk, UUID | None], Callable[[Any], object]]
) -> None:
    vault = UUID(desk.ask("SELECT id FROM accounts WHERE kind = 'VAULT'")[0][0])
    account = {"missing": uuid4(), "null": None, "vault": vault}[which]
    with refused("IP203"):
        make(desk, account)(desk.as_teller)


def test_a_closed_account_is_not_frozen(desk: Desk) -> None:
    empty = desk.bank.add_account(desk.salma.user_id)
    desk.as_salma("close_account", empty)
    with refused("IP203"):
        _freeze(desk, "ALL", empty)


@pytest.mark.parametrize(
    ("what", "reason", "until", "state"),
    [
        ("ALL", None, None, "IP216"),
        ("ALL", " ", None, "IP216"),
        ("ALL", "x" * 201, None, "IP216"),
        ("ALL", "two\nlines", None, "IP216"),
        ("all", _REASON, None, "IP218"),
        ("", _REASON, None, "IP218"),
        (None, _REASON, None, "IP218"),
        ("ALL", _REASON, "infinity", "IP218"),
        ("ALL", _REASON, "-infinity", "IP218"),
        ("ALL", _REASON, "2020-01-01", "IP218"),
    ],
)
def test_malformed_freezes_change_nothing(
    desk: Desk, what: str | None, reason: str | None, until: str | None, state: str
) -> None:
    with refused(state):
        _freeze(desk, what, reason=reason, until=until)
    assert desk.account(desk.salma.account_id, "frozen")[0] is None


def test_a_freeze_and_a_payment_at_once_fit_either_order(desk: Desk) -> None:
    """The payment came before the freeze and is made, or after it and is refused."""
    for number in range(20):
        salma = desk.bank.balance(desk.salma.account_id)
        account = desk.salma.account_id if number % 2 else desk.karim.account_id
        _, outcome = at_once(
            partial(_freeze, desk, "ALL", account),
            partial(desk.transfer, "1"),
        )
        code = outcome["failure_code"]
        assert code in (None, "account_frozen" if number % 2 else "payee_cannot_receive")
        moved = salma - desk.bank.balance(desk.salma.account_id)
        assert moved == (0 if code else outcome["fee"] + 1)
        froze, paid = desk.ask(
            "SELECT max(id) FILTER (WHERE event = 'account_frozen'),"
            " max(id) FILTER (WHERE event LIKE 'transfer%%') FROM audit_logs"
        )[0]
        assert (froze < paid) is (code is not None)
        desk.as_teller("release", account, "for another round")
    desk.check_books()


def test_nobody_freezes_or_releases_an_account_of_their_own(desk: Desk) -> None:
    own = desk.bank.caller(desk.salma.user_id, "CUSTOMER", "SUPERVISOR")
    with refused("IP004"):
        own("freeze", desk.salma.account_id, "ALL", "no reason", None)
    desk.as_teller("freeze", desk.salma.account_id, "ALL", "suspected fraud", None)
    with refused("IP004"):
        own("release", desk.salma.account_id, "never mind")
    assert desk.account(desk.salma.account_id, "frozen") == ("ALL",)
