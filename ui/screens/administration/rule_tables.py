"""The rules as tables: which row says what, in which words, and how a changed row is kept."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from services.values.administration import (
    CounterRule,
    LimitRule,
    Setting,
    SettingRule,
    TariffRule,
)
from services.values.money import Money
from services.values.people import Role
from ui.marking import QT_TRANSLATE_NOOP
from ui.screens.administration.figures import NO_CURRENCY, Figure, Kind, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from services.administration import AdministrationService
    from services.values.administration import LastChange, Rules

    Rule = LimitRule | TariffRule | CounterRule | SettingRule

_T = TypeVar("_T")
_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: its name for tests, its title, its figures, and what a change of it means.

    `subject` says beside no table what the row is about.
    """

    key: str
    title: str
    subject: str
    figures: tuple[Figure, ...]
    changed: LastChange
    rule: Rule
    consequence: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one heading, with the words above their figures."""

    key: str
    heading: str
    hint: str
    columns: tuple[str, ...]
    entries: tuple[Entry, ...]


_KINDS = {
    "TRANSFER": (
        QT_TRANSLATE_NOOP("administration", "Payments to others"),
        QT_TRANSLATE_NOOP("administration", "What customers send to somebody else, one by one."),
    ),
    "OWN": (
        QT_TRANSLATE_NOOP("administration", "Between own accounts"),
        QT_TRANSLATE_NOOP("administration", "What customers move among accounts of their own."),
    ),
    "BATCH": (
        QT_TRANSLATE_NOOP("administration", "Batches"),
        QT_TRANSLATE_NOOP(
            "administration", "Payrolls and other files, of accounts that are admitted to them."
        ),
    ),
}
_SERVED = {
    "CASH_IN": QT_TRANSLATE_NOOP("administration", "Cash in"),
    "CASH_OUT": QT_TRANSLATE_NOOP("administration", "Cash out"),
    "COUNTER": QT_TRANSLATE_NOOP("administration", "Transfer"),
}
_STAFF = {
    Role.TELLER: QT_TRANSLATE_NOOP("administration", "Tellers"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("administration", "Supervisors"),
}
_LIMITS = {
    "per_payment": QT_TRANSLATE_NOOP("administration", "One payment"),
    "per_day": QT_TRANSLATE_NOOP("administration", "A day"),
    "per_month": QT_TRANSLATE_NOOP("administration", "A month"),
    "confirm_from": QT_TRANSLATE_NOOP("administration", "Password from"),
}
_FEES = {
    "rate": QT_TRANSLATE_NOOP("administration", "Of the amount"),
    "minimum": QT_TRANSLATE_NOOP("administration", "At least"),
    "maximum": QT_TRANSLATE_NOOP("administration", "At most"),
}
_SETTINGS: Mapping[Setting, tuple[Kind, str, str]] = {
    Setting.TIME_ZONE: (
        Kind.ZONE,
        QT_TRANSLATE_NOOP("administration", "Time zone of the bank"),
        QT_TRANSLATE_NOOP(
            "administration",
            "Days and months of limits, and the business days of tills, begin at midnight in this zone."
            " It holds at once, so that today may become shorter or longer.",
        ),
    ),
    Setting.APPROVAL_HOURS: (
        Kind.HOURS,
        QT_TRANSLATE_NOOP("administration", "A payment waits for approval"),
        QT_TRANSLATE_NOOP(
            "administration", "Payments that wait already keep the time that they were given."
        ),
    ),
    Setting.TILL_VARIANCE_ALONE: (
        Kind.AMOUNT,
        QT_TRANSLATE_NOOP("administration", "A till's variance without a supervisor, up to"),
        QT_TRANSLATE_NOOP(
            "administration",
            "It is in the till's own currency, and holds for tills that are counted from now on.",
        ),
    ),
}
_CUSTOMERS = QT_TRANSLATE_NOOP(
    "administration",
    "It holds from the next payment on. What was paid today and this month counts.",
)
_FEES_HOLD = QT_TRANSLATE_NOOP(
    "administration", "It holds from the next payment on. Payments that wait keep their fee."
)
_COUNTER_HOLDS = QT_TRANSLATE_NOOP(
    "administration",
    "It holds from the next payment at the counter on. What waits for approval goes on waiting.",
)


def _words(text: str) -> str:
    return QCoreApplication.translate("administration", text)


def limits(rules: Rules) -> tuple[Table, ...]:
    """Return what customers may pay, a table a kind of payment."""
    return tuple(
        _table(kind, _LIMITS, map(_limit, rows))
        for kind, rows in _by(rules.limits, _KINDS, lambda rule: rule.kind)
    )


def fees(rules: Rules) -> tuple[Table, ...]:
    """Return what payments cost, a table a kind of payment."""
    return tuple(
        _table(kind, _FEES, map(_tariff, rows))
        for kind, rows in _by(rules.tariffs, _KINDS, lambda rule: rule.kind)
    )


def counter(rules: Rules) -> tuple[Table, ...]:
    """Return how far staff go alone, a table a role."""
    hint = _words(QT_TRANSLATE_NOOP("administration", "Above this somebody else has to approve."))
    columns = (_words(QT_TRANSLATE_NOOP("administration", "Alone up to")),)
    return tuple(
        Table(role.value.lower(), _words(_STAFF[role]), hint, columns, tuple(map(_counter, rows)))
        for role, rows in _by(rules.counter, _STAFF, lambda rule: rule.role)
    )


def bank(rules: Rules) -> tuple[Table, ...]:
    """Return the bank's own settings, in one table."""
    entries = tuple(_setting(rule) for _, (rule,) in _by(rules.settings, _SETTINGS, _which))
    hint = _words(QT_TRANSLATE_NOOP("administration", "What the whole bank goes by."))
    return (
        Table(
            "bank",
            _words(QT_TRANSLATE_NOOP("administration", "Settings")),
            hint,
            (_words(QT_TRANSLATE_NOOP("administration", "Now")),),
            entries,
        ),
    )


def keeper(
    service: AdministrationService, rule: Rule, values: Mapping[str, Value]
) -> Callable[[], None]:
    """Return the call that has the bank keep a row as it was changed."""
    if isinstance(rule, LimitRule):
        return lambda: service.change_limit(
            rule=rule,
            per_payment=_money(values, "per_payment"),
            per_day=_money(values, "per_day"),
            per_month=_money(values, "per_month"),
            confirm_from=_money(values, "confirm_from"),
        )
    if isinstance(rule, TariffRule):
        rate = values["rate"]
        assert isinstance(rate, Decimal)
        return lambda: service.change_tariff(
            rule=rule,
            rate=rate,
            minimum=_amount(values, "minimum"),
            maximum=_amount(values, "maximum"),
        )
    if isinstance(rule, CounterRule):
        return lambda: service.change_counter_limit(
            rule=rule, alone_up_to=_amount(values, "alone_up_to")
        )
    value = values["value"]
    told = str(value.amount) if isinstance(value, Money) else str(value)
    return lambda: service.change_setting(rule=rule, value=told)


def _by(
    rules: Iterable[_T], order: Iterable[_K], key: Callable[[_T], _K]
) -> list[tuple[_K, list[_T]]]:
    """Return the rules of each kind that there is, in the order of the words for them."""
    every = list(rules)
    grouped = [(kind, [rule for rule in every if key(rule) == kind]) for kind in order]
    return [(kind, rows) for kind, rows in grouped if rows]


def _which(rule: SettingRule) -> Setting:
    return rule.setting


def _table(kind: str, columns: Mapping[str, str], entries: Iterable[Entry]) -> Table:
    heading, hint = _KINDS[kind]
    words = tuple(map(_words, columns.values()))
    return Table(kind.lower(), _words(heading), _words(hint), words, tuple(entries))


def _limit(rule: LimitRule) -> Entry:
    values = (rule.per_payment, rule.per_day, rule.per_month, rule.confirm_from)
    figures = tuple(
        Figure(
            key,
            _words(name),
            Kind.CONFIRMATION if key == "confirm_from" else Kind.LIMIT,
            value,
            rule.currency,
            # Whatever a batch comes to, the password is asked for.
            is_fixed=key == "confirm_from" and rule.kind == "BATCH",
        )
        for (key, name), value in zip(_LIMITS.items(), values, strict=True)
    )
    key = f"limit_{rule.kind}_{rule.currency}".lower()
    subject = _subject(_KINDS[rule.kind][0], rule.currency)
    return Entry(key, rule.currency, subject, figures, rule.changed, rule, _words(_CUSTOMERS))


def _tariff(rule: TariffRule) -> Entry:
    values: tuple[Value, ...] = (rule.rate, rule.minimum, rule.maximum)
    figures = tuple(
        Figure(key, _words(name), Kind.RATE if key == "rate" else Kind.AMOUNT, value, rule.currency)
        for (key, name), value in zip(_FEES.items(), values, strict=True)
    )
    key = f"fee_{rule.kind}_{rule.currency}".lower()
    subject = _subject(_KINDS[rule.kind][0], rule.currency)
    return Entry(key, rule.currency, subject, figures, rule.changed, rule, _words(_FEES_HOLD))


def _counter(rule: CounterRule) -> Entry:
    figure = Figure(
        "alone_up_to",
        _words(QT_TRANSLATE_NOOP("administration", "Alone up to")),
        Kind.AMOUNT,
        rule.alone_up_to,
        rule.currency,
    )
    title = _subject(_SERVED[rule.kind], rule.currency)
    subject = _subject(_STAFF[rule.role], title)
    key = f"{rule.role}_{rule.kind}_{rule.currency}".lower()
    return Entry(key, title, subject, (figure,), rule.changed, rule, _words(_COUNTER_HOLDS))


def _setting(rule: SettingRule) -> Entry:
    kind, title, consequence = _SETTINGS[rule.setting]
    value: Value = rule.value
    if kind is Kind.AMOUNT:
        value = Money(Decimal(rule.value), NO_CURRENCY)
    figure = Figure("value", _words(title), kind, value)
    told = _words(title)
    key = rule.setting.value
    return Entry(key, told, told, (figure,), rule.changed, rule, _words(consequence))


def _subject(words: str, which: str) -> str:
    return f"{_words(words)} · {which}"


def _money(values: Mapping[str, Value], key: str) -> Money | None:
    value = values[key]
    assert value is None or isinstance(value, Money)
    return value


def _amount(values: Mapping[str, Value], key: str) -> Money:
    value = values[key]
    assert isinstance(value, Money)
    return value
