"""What an administrator does: who works here, and the rules that payments and tellers go by."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any
from uuid import UUID

from services import passwords
from services.person_forms import checked_email, checked_name
from services.statements import hand_over, introduce
from services.typed_text import plain
from services.values.administration import (
    CounterRule,
    FoundUser,
    LastChange,
    LimitRule,
    Rules,
    Setting,
    SettingRule,
    TariffRule,
    TimeZone,
    UserPage,
)
from services.values.money import Money
from services.values.people import Enrolled, Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from decimal import Decimal

    from services.access import Access
    from services.database import Database

PAGE = 100
_MAX_SEARCH = 100


class AdministrationService:
    """For administrators; the databases decide by the roles of that moment, and log each change.

    Every verb raises Refused (not_permitted), SessionEnded, Unavailable. What changes a rule is handed the
    rule as it was shown, and raises Refused: rule_changed (somebody else has changed it since),
    rule_unknown; InvalidInput: rule_invalid.
    """

    def __init__(self, payment: Database, access: Access) -> None:
        self._payment = payment
        self._access = access

    # People

    def users(self, *, text: str = "", staff_only: bool = False, after: str = "") -> UserPage:
        """Return who fits, by email, a hundred at a time; `after` is the last email of the page before."""
        sought = plain(text)[:_MAX_SEARCH]
        own = self._access.user_id()
        rows = self._access.session_rows("users", sought, staff_only, after, PAGE + 1)
        users = tuple(_user(row, own) for row in rows[:PAGE])
        return UserPage(users, users[-1].email if len(rows) > PAGE else None)

    def enrol(self, *, email: str, full_name: str, role: Role) -> Enrolled:
        """Make a member of staff, with a one-time password to hand over.

        Raises InvalidInput: email_missing, email_invalid, name_invalid; Refused: email_taken.
        """
        name = checked_name(full_name)
        checked = checked_email(email)
        password = passwords.one_time()
        hashed = passwords.new_hash(passwords.check_new(password))
        row = self._access.session_row("enrol_staff", checked, hashed, name, role.value)
        hand_over(self._payment, [row["statement"]])
        return Enrolled(UUID(str(row["user_id"])), password)

    # Rules

    def rules(self) -> Rules:
        """Return all rules."""
        rows = self._access.asked(lambda token: self._payment.call_rows("rules", token))
        by_subject: dict[str, list[Mapping[str, Any]]] = {}
        for row in rows:
            by_subject.setdefault(row["subject"], []).append(row)
        return Rules(
            limits=tuple(map(_limit, by_subject.get("LIMIT", ()))),
            tariffs=tuple(map(_tariff, by_subject.get("TARIFF", ()))),
            counter=tuple(map(_counter, by_subject.get("COUNTER_LIMIT", ()))),
            settings=tuple(map(_setting, by_subject.get("SETTING", ()))),
        )

    def time_zones(self) -> tuple[TimeZone, ...]:
        """Return the zones that the bank may go by, by name."""
        rows = self._access.asked(lambda token: self._payment.call_rows("time_zones", token))
        return tuple(TimeZone(row["name"], row["utc_offset"]) for row in rows)

    def change_limit(
        self,
        *,
        rule: LimitRule,
        per_payment: Money | None,
        per_day: Money | None,
        per_month: Money | None,
        confirm_from: Money | None,
    ) -> None:
        """Change what customers may pay; a batch asks for the password whatever is changed."""
        figures = (_figure(each) for each in (per_payment, per_day, per_month, confirm_from))
        where = (rule.kind, rule.account_kind, rule.currency)
        self._change("set_limit", *where, _seen(rule.changed), *figures)

    def change_tariff(
        self, *, rule: TariffRule, rate: Decimal, minimum: Money, maximum: Money
    ) -> None:
        """Change a fee."""
        where = (rule.kind, rule.account_kind, rule.currency)
        self._change(
            "set_tariff", *where, _seen(rule.changed), rate, minimum.amount, maximum.amount
        )

    def change_counter_limit(self, *, rule: CounterRule, alone_up_to: Money) -> None:
        """Change how far a role goes alone. Nobody raises a limit of their own (not_permitted)."""
        where = (rule.role.value, rule.kind, rule.currency)
        self._change("set_counter_limit", *where, _seen(rule.changed), alone_up_to.amount)

    def change_setting(self, *, rule: SettingRule, value: str) -> None:
        """Change a setting of the bank. Raises InvalidInput: setting_invalid."""
        self._change("set_setting", rule.setting.value, _seen(rule.changed), value.strip())

    def _change(self, function: str, *arguments: object) -> None:
        # Whoever changes a rule is named beside it, and Payment learns the name from Auth.
        tokens = self._access.current()
        introduce(self._payment, self._access, tokens)
        self._access.authorised(
            lambda token: self._payment.call(function, token, *arguments), tokens
        )


def _user(row: Mapping[str, Any], own: UUID) -> FoundUser:
    user_id = UUID(str(row["user_id"]))
    return FoundUser(
        user_id=user_id,
        email=row["email"],
        full_name=row["full_name"],
        roles=frozenset(map(Role, row["roles"])),
        is_locked=row["is_locked"],
        is_own=user_id == own,
    )


def _limit(row: Mapping[str, Any]) -> LimitRule:
    figures = (None if each is None else Money(each, row["currency"]) for each in row["figures"])
    per_payment, per_day, per_month, confirm_from = figures
    return LimitRule(
        kind=row["name"],
        account_kind=row["account_kind"],
        currency=row["currency"],
        per_payment=per_payment,
        per_day=per_day,
        per_month=per_month,
        confirm_from=confirm_from,
        changed=_changed(row),
    )


def _tariff(row: Mapping[str, Any]) -> TariffRule:
    rate, minimum, maximum = row["figures"]
    currency = row["currency"]
    return TariffRule(
        kind=row["name"],
        account_kind=row["account_kind"],
        currency=currency,
        rate=rate,
        minimum=Money(minimum, currency),
        maximum=Money(maximum, currency),
        changed=_changed(row),
    )


def _counter(row: Mapping[str, Any]) -> CounterRule:
    (alone_up_to,) = row["figures"]
    return CounterRule(
        role=Role(row["role"]),
        kind=row["name"],
        currency=row["currency"],
        alone_up_to=Money(alone_up_to, row["currency"]),
        changed=_changed(row),
    )


def _setting(row: Mapping[str, Any]) -> SettingRule:
    return SettingRule(Setting(row["name"]), row["value"], _changed(row))


def _changed(row: Mapping[str, Any]) -> LastChange:
    at = row["changed_at"]
    return LastChange(None if at is None else at.replace(tzinfo=UTC), row["changed_by"])


def _figure(money: Money | None) -> Decimal | None:
    return None if money is None else money.amount


def _seen(changed: LastChange) -> datetime | None:
    """Return a rule's version as the database keeps it, without a zone."""
    return None if changed.at is None else changed.at.replace(tzinfo=None)
