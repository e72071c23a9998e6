"""What an administrator changes: by whom, what it was before, and only what was looked at."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg2
import pytest

from services.errors import InvalidInput, Refused
from services.values.administration import Setting
from services.values.money import Money
from services.values.people import Role
from tests.bank import PASSWORD, password_hash
from tests.caller import refused
from tests.database.counter import Counter
from tests.database.desk import Desk, at_once
from tests.signed_in import log_of, sign_in

if TYPE_CHECKING:
    from services.bank import Services
    from services.values.administration import CounterRule, LimitRule, SettingRule, TariffRule
    from tests.bank import Bank
    from tests.caller import Caller

pytestmark = pytest.mark.system_postgres

_EGP = ("TRANSFER", "CUSTOMER", "EGP")
#: What each function that changes a rule is called with, behind what was seen.
_CHANGES: dict[str, tuple[tuple[object, ...], tuple[object, ...]]] = {
    "set_limit": (_EGP, (70000, 100000, 400000, 5000)),
    "set_tariff": (_EGP, (Decimal("0.002"), 1, 30)),
    "set_counter_limit": (("TELLER", "CASH_IN", "EGP"), (90000,)),
    "set_setting": (("approval_hours",), ("12",)),
}


class Office(Desk):
    """A bank with an administrator whose name Payment knows."""

    def __init__(self, bank: Bank) -> None:
        super().__init__(bank)
        self.admin = self._staff("Aya Said", "aya@demo.eg", "ADMIN")
        self.know(self.admin, "Aya Said")

    def know(self, caller: Caller, name: str) -> None:
        self.ask(
            "INSERT INTO holders (user_id, full_name, stated_at) VALUES (%s, %s, 0)",
            caller.user_id,
            name,
        )

    def seen(self, subject: str, name: str, **where: str) -> Any:
        """Return when a rule was changed last, as the administrator sees it."""
        return self.rule(subject, name, **where)["changed_at"]

    def rule(self, subject: str, name: str, **where: str) -> dict[str, Any]:
        (found,) = [
            row
            for row in self.admin.rows("rules")
            if (row["subject"], row["name"]) == (subject, name)
            and all(row[key] == value for key, value in where.items())
        ]
        return found

    def change(self, function: str, caller: Caller | None = None) -> None:
        """Make the change that `_CHANGES` has, having just looked."""
        subject, name, where = {
            "set_limit": ("LIMIT", "TRANSFER", {"currency": "EGP"}),
            "set_tariff": ("TARIFF", "TRANSFER", {"currency": "EGP"}),
            "set_counter_limit": (
                "COUNTER_LIMIT",
                "CASH_IN",
                {"currency": "EGP", "role": "TELLER"},
            ),
            "set_setting": ("SETTING", "approval_hours", {}),
        }[function]
        which, figures = _CHANGES[function]
        (caller or self.admin)(function, *which, self.seen(subject, name, **where), *figures)

    def logged(self) -> list[tuple[Any, ...]]:
        return self.ask(
            "SELECT payload ->> 'table', payload -> 'before', payload -> 'after', actor, session_id"
            " FROM audit_logs WHERE event = 'rule_changed' ORDER BY id"
        )


@pytest.fixture
def office(bank: Bank) -> Office:
    return Office(bank)


@pytest.mark.parametrize("role", ["CUSTOMER", "TELLER", "SUPERVISOR", "AUDITOR"])
def test_nobody_else_reads_or_changes_a_rule(office: Office, role: str) -> None:
    other = office.bank.caller(office.salma.user_id, role)
    before = office.admin.rows("rules")
    for function in ("rules", "time_zones"):
        with refused("IP004"):
            other.rows(function)
    for function in _CHANGES:
        with refused("IP004"):
            office.change(function, other)
    assert office.admin.rows("rules") == before
    assert office.logged() == []


@pytest.mark.parametrize(
    ("function", "where", "said"),
    [
        ("set_limit", ("limits", "per_day"), (120000, 100000)),
        ("set_tariff", ("tariffs", "rate"), (0.001, 0.002)),
        ("set_counter_limit", ("counter_limits", "alone_up_to"), (100000, 90000)),
        ("set_setting", ("settings", "value"), ("8", "12")),
    ],
)
def test_a_change_is_logged_with_before_after_and_who_made_it(
    office: Office, function: str, where: tuple[str, str], said: tuple[object, object]
) -> None:
    table, column = where
    office.change(function)
    ((changed, old, new, actor, session_id),) = office.logged()
    assert (changed, old[column], new[column]) == (table, *said)
    assert (UUID(str(actor)), UUID(str(session_id))) == (
        office.admin.user_id,
        office.admin.session_id,
    )
    told = [row for row in office.admin.rows("rules") if row["changed_by"] is not None]
    assert [row["changed_by"] for row in told] == ["Aya Said"]


def test_whoever_has_not_seen_the_last_change_looks_again(office: Office) -> None:
    second = office._staff("Second", "second@demo.eg", "ADMIN")
    seen = office.seen("LIMIT", "TRANSFER", currency="EGP")
    office.admin("set_limit", *_EGP, seen, 70000, 100000, 400000, 5000)
    with refused("IP296"):
        second("set_limit", *_EGP, seen, 60000, 120000, 400000, 5000)
    now = office.rule("LIMIT", "TRANSFER", currency="EGP")
    assert now["figures"] == [70000, 100000, 400000, 5000]
    second("set_limit", *_EGP, now["changed_at"], 60000, 100000, 400000, 5000)
    assert len(office.logged()) == 2
    for function, (which, figures) in _CHANGES.items():
        with refused("IP296"):
            second(function, *which, office.now("-1 day"), *figures)


def test_of_two_at_once_one_is_told_to_look_again(office: Office) -> None:
    seen = office.seen("SETTING", "approval_hours")
    callers = [office.admin, office.admin.twin()]
    answers = at_once(
        *(
            lambda caller=caller, hours=hours: caller("set_setting", "approval_hours", seen, hours)
            for caller, hours in zip(callers, ("9", "10"), strict=True)
        )
    )
    codes = [each.pgcode for each in answers if isinstance(each, psycopg2.Error)]
    assert codes == ["IP296"]
    assert len(office.logged()) == 1


def test_what_is_the_same_already_is_no_change(office: Office) -> None:
    for function in _CHANGES:
        office.change(function)
    before = office.admin.rows("rules")
    for function in _CHANGES:
        office.change(function)
    assert office.admin.rows("rules") == before
    assert len(office.logged()) == len(_CHANGES)


def test_a_change_holds_from_the_next_payment_on(office: Office) -> None:
    seen = office.seen("LIMIT", "TRANSFER", currency="EGP")
    assert office.transfer("200")["status"] == "COMPLETED"
    office.admin("set_limit", *_EGP, seen, 100, 500, 1000, 5000)
    assert office.transfer("200")["failure_code"] == "over_payment_limit"
    fee = office.seen("TARIFF", "TRANSFER", currency="EGP")
    office.admin("set_tariff", *_EGP, fee, 0, 2, 2)
    assert office.transfer("50")["fee"] == 2


@pytest.mark.parametrize(
    "figures",
    [
        (0, 100000, 400000, 5000),
        (-1, 100000, 400000, 5000),
        ("NaN", 100000, 400000, 5000),
        ("10.001", 100000, 400000, 5000),
        (100001, 100000, 400000, 5000),
        (70000, 400001, 400000, 5000),
        (400001, None, 400000, 5000),
        (70000, 100000, 400000, 0),
    ],
)
def test_limits_that_make_no_sense_are_refused(office: Office, figures: tuple[object, ...]) -> None:
    seen = office.seen("LIMIT", "TRANSFER", currency="EGP")
    with refused("IP298"):
        office.admin("set_limit", *_EGP, seen, *figures)
    assert office.logged() == []


def test_limits_may_go_but_a_batch_always_asks_for_the_password(office: Office) -> None:
    seen = office.seen("LIMIT", "TRANSFER", currency="EGP")
    office.admin("set_limit", *_EGP, seen, None, None, None, None)
    assert office.rule("LIMIT", "TRANSFER", currency="EGP")["figures"] == [None] * 4
    batch = office.rule("LIMIT", "BATCH", currency="EGP")
    which = ("BATCH", "CUSTOMER", "EGP", batch["changed_at"])
    for confirm_from in (None, 5000):
        with refused("IP298"):
            office.admin("set_limit", *which, 70000, 100000000, 1000000000, confirm_from)
    office.admin("set_limit", *which, 60000, 100000000, 1000000000, Decimal("0.01"))


@pytest.mark.parametrize(
    "figures",
    [(-1, 1, 30), ("1.000001", 1, 30), ("0.0000001", 1, 30), (0, 31, 30), (0, -1, 30),
     ("NaN", 1, 30), (0, "0.001", 30), (None, 1, 30), (0, 1, None)],
)  # fmt: skip
def test_fees_that_make_no_sense_are_refused(office: Office, figures: tuple[object, ...]) -> None:
    seen = office.seen("TARIFF", "TRANSFER", currency="EGP")
    with refused("IP298"):
        office.admin("set_tariff", *_EGP, seen, *figures)


@pytest.mark.parametrize(
    ("name", "value"),
    [("time_zone", "Africa/Kairo"), ("time_zone", "EST"), ("time_zone", ""), ("time_zone", None),
     ("approval_hours", "0"), ("approval_hours", "169"), ("approval_hours", "1.5"),
     ("approval_hours", "-8"), ("till_variance_alone", "-1"), ("till_variance_alone", "1.001"),
     ("till_variance_alone", "NaN"), ("till_variance_alone", None)],
)  # fmt: skip
def test_settings_that_are_none_are_refused(office: Office, name: str, value: str | None) -> None:
    with refused("IP299"):
        office.admin("set_setting", name, None, value)
    assert office.logged() == []


def test_other_settings_and_rules_that_there_are_not_cannot_be_changed(office: Office) -> None:
    for name in ("channel_secret", "code_digest", "questions_per_day", None):
        with refused("IP297"):
            office.admin("set_setting", name, None, "x")
    for which in (("TRANSFER", "CUSTOMER", "GBP"), ("SIDEWAYS", "CUSTOMER", "EGP"), (None,) * 3):
        with refused("IP297"):
            office.admin("set_limit", *which, None, 1, 1, 1, 1)
        with refused("IP297"):
            office.admin("set_tariff", *which, None, 0, 0, 0)
    with refused("IP297"):
        office.admin("set_counter_limit", "ADMIN", "CASH_IN", "EGP", None, 1)
    secret = office.ask("SELECT value FROM private.settings WHERE name = 'channel_secret'")[0][0]
    assert secret not in str(office.admin.rows("rules"))


def test_the_banks_day_follows_its_zone(office: Office) -> None:
    zones = {row["name"]: row["utc_offset"] for row in office.admin.rows("time_zones")}
    assert {"UTC", "Africa/Cairo", "Asia/Tokyo"} <= zones.keys()
    assert not {"EST", "localtime", "posixrules"} & zones.keys()
    assert zones["Asia/Tokyo"].total_seconds() == 9 * 3600
    office.admin("set_setting", "time_zone", None, "Asia/Tokyo")
    assert office.ask("SELECT DISTINCT time_zone FROM private.payment_rules") == [("Asia/Tokyo",)]
    assert office.transfer("1")["status"] == "COMPLETED"


def test_an_administrator_at_the_counter_does_not_raise_their_own_limit(bank: Bank) -> None:
    office = Office(bank)
    both = bank.caller(office.admin.user_id, "ADMIN", "TELLER")
    which = ("TELLER", "CASH_IN", "EGP")
    seen = office.seen("COUNTER_LIMIT", "CASH_IN", currency="EGP", role="TELLER")
    with refused("IP004"):
        both("set_counter_limit", *which, seen, 200000)
    both("set_counter_limit", *which, seen, 50000)
    office.change("set_counter_limit")
    of_others = office.seen("COUNTER_LIMIT", "CASH_IN", currency="EGP", role="SUPERVISOR")
    both("set_counter_limit", "SUPERVISOR", "CASH_IN", "EGP", of_others, 2000000)


def test_a_lower_limit_at_the_counter_asks_for_approval(bank: Bank) -> None:
    counter = Counter(bank)
    admin = counter.add_teller("Aya Said", "ADMIN")
    (rule,) = [
        row
        for row in admin.rows("rules")
        if (row["name"], row["role"], row["currency"]) == ("CASH_IN", "TELLER", "EGP")
    ]
    assert counter.cash("CASH_IN", "500")["status"] == "COMPLETED"
    admin("set_counter_limit", "TELLER", "CASH_IN", "EGP", rule["changed_at"], 0)
    assert counter.cash("CASH_IN", "500")["status"] == "PENDING"


def test_what_the_owner_changes_has_nobody_beside_it(office: Office) -> None:
    """Also where an administrator has changed it before."""
    office.change("set_limit")
    office.ask("UPDATE limits SET per_day = 90000 WHERE kind = 'TRANSFER' AND currency = 'EGP'")
    assert office.rule("LIMIT", "TRANSFER", currency="EGP")["changed_by"] is None
    assert office.logged()[-1][3:] == (None, None)


def test_a_station_cannot_lend_a_change_to_somebody_else(office: Office) -> None:
    cursor = office.admin._connection.cursor()
    cursor.execute("SET instapay.actor = %s", (str(office.salma.user_id),))
    cursor.execute("SET instapay.actor_session = 'no session'")
    office.change("set_limit")
    assert UUID(str(office.logged()[0][3])) == office.admin.user_id


# People


@pytest.fixture
def services(bank: Bank) -> Services:
    bank.add_staff("Aya Said", "aya@demo.eg", "ADMIN")
    opened = bank.services("office")
    opened.identity.sign_in(email="aya@demo.eg", password=PASSWORD)
    return opened


def test_people_are_found_by_words_of_name_and_email(bank: Bank, services: Services) -> None:
    bank.add_customer("Salma Hassan", "salma@demo.eg")
    bank.add_staff("Karim Hassan Samir", "karim@demo.eg", "TELLER")

    def found(text: str, *, staff_only: bool = False) -> list[str]:
        page = services.administration.users(text=text, staff_only=staff_only)
        return [each.email for each in page.users]

    assert found("") == ["aya@demo.eg", "karim@demo.eg", "salma@demo.eg"]
    assert found("HASSAN") == ["karim@demo.eg", "salma@demo.eg"]
    assert found("hassan kar") == ["karim@demo.eg"]
    assert found("salma@") == ["salma@demo.eg"]
    assert found("", staff_only=True) == ["aya@demo.eg", "karim@demo.eg"]
    assert found("%") == found("nobody") == []
    (aya,) = services.administration.users(text="aya").users
    assert (aya.is_own, set(aya.roles), aya.is_locked) == (True, {Role.ADMIN}, False)


def test_pages_follow_one_another_by_email(bank: Bank) -> None:
    bank.add_staff("Aya Said", "aya@demo.eg", "ADMIN")
    aya = sign_in(bank, "aya@demo.eg")
    for number in range(5):
        bank.add_staff("Somebody", f"{number}@demo.eg", "AUDITOR")
    found: list[str] = []
    for _ in range(4):
        with aya.connection.cursor() as cursor:
            after = found[-1] if found else None
            cursor.execute(
                "SELECT email FROM api.users(%s, '', false, %s, 2)", (aya.session, after)
            )
            found += [row[0] for row in cursor.fetchall()]
    assert found == [f"{number}@demo.eg" for number in range(5)] + ["aya@demo.eg"]
    for text, limit in (("x" * 101, 10), (None, 10), ("", 0), ("", 1001), ("", None)):
        assert aya.refusal("users", text, False, "", limit) == "IP230"


def test_staff_are_made_with_one_role_and_a_password_to_change(
    bank: Bank, services: Services
) -> None:
    made = services.administration.enrol(
        email="nour@demo.eg", full_name="Nour Adel", role=Role.TELLER
    )
    desk = bank.services()
    person = desk.identity.sign_in(email="nour@demo.eg", password=made.one_time_password)
    assert person.must_change_password
    found = services.customers.identity(user_id=made.user_id)
    assert found.roles == {Role.TELLER}
    ((event, _, _, payload),) = log_of(bank, "user_created")
    assert (event, payload["roles"]) == ("user_created", ["TELLER"])
    with pytest.raises(Refused, match="email_taken"):
        services.administration.enrol(email="nour@demo.eg", full_name="Nour", role=Role.AUDITOR)


def test_no_customer_is_made_as_staff(bank: Bank) -> None:
    bank.add_staff("Aya Said", "aya@demo.eg", "ADMIN")
    aya = sign_in(bank, "aya@demo.eg")
    for role in ("CUSTOMER", "KING", "", None):
        form = ("nour@demo.eg", password_hash(), "Nour", role)
        assert aya.refusal("enrol_staff", *form) == "IP112"


# Through the services


def _limit(services: Services, kind: str, currency: str = "EGP") -> LimitRule:
    (found,) = [
        each
        for each in services.administration.rules().limits
        if (each.kind, each.currency) == (kind, currency)
    ]
    return found


def test_services_change_each_kind_of_rule_and_name_who_did(services: Services) -> None:
    administration = services.administration
    rules = administration.rules()
    assert [len(each) for each in (rules.limits, rules.tariffs, rules.counter, rules.settings)] == [
        9,
        6,
        18,
        3,
    ]
    limit = _limit(services, "TRANSFER")
    administration.change_limit(
        rule=limit,
        per_payment=Money(Decimal(50000), "EGP"),
        per_day=limit.per_day,
        per_month=None,
        confirm_from=limit.confirm_from,
    )
    changed = _limit(services, "TRANSFER")
    assert (changed.per_payment, changed.per_month) == (Money(Decimal(50000), "EGP"), None)
    assert changed.changed.by == "Aya Said"
    tariff: TariffRule = rules.tariffs[0]
    administration.change_tariff(
        rule=tariff, rate=Decimal(0), minimum=tariff.minimum, maximum=tariff.maximum
    )
    counter: CounterRule = rules.counter[0]
    administration.change_counter_limit(rule=counter, alone_up_to=Money(Decimal(0), "EGP"))
    setting: SettingRule = next(s for s in rules.settings if s.setting is Setting.TIME_ZONE)
    administration.change_setting(rule=setting, value="Asia/Tokyo")
    now = administration.rules()
    assert now.tariffs[0].rate == 0
    assert now.counter[0].alone_up_to.amount == 0
    assert next(s for s in now.settings if s.setting is Setting.TIME_ZONE).value == "Asia/Tokyo"
    with pytest.raises(Refused, match="rule_changed"):
        administration.change_setting(rule=setting, value="UTC")
    with pytest.raises(InvalidInput, match="rule_invalid"):
        administration.change_limit(
            rule=changed,
            per_payment=Money(Decimal(50000), "EGP"),
            per_day=Money(Decimal(1), "EGP"),
            per_month=None,
            confirm_from=None,
        )
    assert any(zone.name == "Africa/Cairo" for zone in administration.time_zones())
