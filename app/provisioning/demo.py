"""The demo bank: its people, their accounts and ninety days of payments."""

from __future__ import annotations

import random
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, UUID, uuid5

from app.provisioning.administration import connect, owner_transaction
from app.provisioning.demo_people import DEMO_PEOPLE, PASSWORD
from app.provisioning.ledger_load import (
    LoadedAccount,
    LoadedPerson,
    Movement,
    load_accounts,
    load_holders,
    load_movements,
    load_people,
)
from services import passwords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DAYS = 90
_TURN = 5_495_177_002  # any number, as long as it stays
#: Firms that the demo people are paid by and pay; nobody signs in for them.
_FIRMS = ("Delta Steel", "Cairo Electric", "Nile Grocery", "Garden Cafe")
#: Who has which accounts: (owner, name, currency, address, opening amount).
_ACCOUNTS = (
    ("salma@demo.eg", "Everyday", "EGP", "salma@instapay", 9_500),
    ("salma@demo.eg", "Savings", "EGP", None, 112_000),
    ("salma@demo.eg", "Dollars", "USD", None, 1_250),
    ("karim@demo.eg", "Everyday", "EGP", "karim@instapay", 14_200),
    ("mona@demo.eg", "Everyday", "EGP", "mona@instapay", 31_750),
    ("delta-steel@demo.eg", "Payroll", "EGP", "delta.steel@instapay", 900_000),
    ("cairo-electric@demo.eg", "Bills", "EGP", "cairo.electric@instapay", 50_000),
    ("nile-grocery@demo.eg", "Till", "EGP", "nile.grocery@instapay", 20_000),
    ("garden-cafe@demo.eg", "Till", "EGP", "garden.cafe@instapay", 5_000),
)
#: What the vault begins with beside what customers brought, so that a teller can open a till at once.
_SUPPLIED = {"EGP": 500_000, "USD": 20_000}


def add_demo(auth_url: str, payment_url: str, *, now: datetime | None = None) -> bool:
    """Fill both databases, with an administrator's URLs; True when anything was added.

    Repeated after a crash between the two it goes on where it stopped. `now` (UTC) is where the
    ninety days end.
    """
    people = _people()
    with connect(auth_url, "auth") as auth, owner_transaction(auth) as cursor:
        _take_turn(cursor)
        cursor.execute("SELECT count(*) FROM public.users WHERE email LIKE '%@demo.eg'")
        if cursor.fetchone()[0] < len(people):
            load_people(cursor, people)
    with connect(payment_url, "payment") as payment, owner_transaction(payment) as cursor:
        _take_turn(cursor)
        cursor.execute("SELECT FROM public.holders WHERE user_id = %s", (str(people[0].id),))
        if cursor.fetchone() is not None:
            return False
        end = (now or datetime.now(UTC)).replace(tzinfo=None, microsecond=0)
        load_holders(cursor, people)
        accounts = _accounts(people)
        load_accounts(cursor, accounts, end - timedelta(days=_DAYS + 1))
        load_movements(cursor, _movements(end, _bank_accounts(cursor)))
    return True


def _take_turn(cursor: Any) -> None:  # noqa: ANN401
    """Let a second window of a new home wait here until the first has filled the databases."""
    cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_TURN,))


def _id(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"mini-instapay:demo:{name}")


def _people() -> list[LoadedPerson]:
    # One hash for all: the password is public, and bcrypt takes a fifth of a second each.
    password_hash = passwords.new_hash(passwords.check_new(PASSWORD))
    named = [
        LoadedPerson(_id(p.email), p.email, password_hash, p.full_name, p.role.value)
        for p in DEMO_PEOPLE
    ]
    firms = [
        LoadedPerson(_id(_firm_email(firm)), _firm_email(firm), password_hash, firm)
        for firm in _FIRMS
    ]
    return named + firms


def _firm_email(firm: str) -> str:
    return firm.lower().replace(" ", "-") + "@demo.eg"


def _account_id(email: str, name: str) -> UUID:
    return _id(f"{email}/{name}")


def _vault_id(currency: str) -> UUID:
    return _id(f"vault/{currency}")


def _accounts(people: list[LoadedPerson]) -> list[LoadedAccount]:
    ids = {each.email: each.id for each in people}
    vaults = [
        LoadedAccount(_vault_id(currency), None, currency, "VAULT", "Vault")
        for currency in _SUPPLIED
    ]
    return vaults + [
        LoadedAccount(_account_id(email, name), ids[email], currency, name=name, address=address)
        for email, name, currency, address, _ in _ACCOUNTS
    ]


def _bank_accounts(cursor: Any) -> dict[str, UUID]:  # noqa: ANN401
    """Return the bank's own account of each currency, which each offered one has from the beginning."""
    cursor.execute("SELECT currency, id FROM public.accounts WHERE kind = 'BANK'")
    return {currency: UUID(str(account_id)) for currency, account_id in cursor.fetchall()}


def _movements(end: datetime, banks: dict[str, UUID]) -> Iterator[Movement]:
    """Yield the payments of the last ninety days up to `end`, in order of time."""
    start = (end - timedelta(days=_DAYS)).date()
    opening = datetime.combine(start, time(6))
    for currency, amount in _SUPPLIED.items():
        # As api.supply_vault has it: the vault's cash is minus its account's balance.
        vault, bank = _vault_id(currency), banks[currency]
        yield Movement(
            opening, vault, bank, Decimal(amount), "First cash of the vault", "VAULT_SUPPLY"
        )
    for email, name, currency, _, amount in _ACCOUNTS:
        yield Movement(
            opening,
            _vault_id(currency),
            _account_id(email, name),
            Decimal(amount),
            "Opening balance",
            "OPENING",
        )
    for day in range(_DAYS + 1):
        date = start + timedelta(days=day)
        for movement in sorted(
            _of_day(date.day, datetime.combine(date, time())), key=lambda m: m.at
        ):
            if movement.at < end:
                yield movement


def _of_day(day: int, midnight: datetime) -> Iterator[Movement]:
    """Yield one day's payments: wages and bills by date, meals and groceries by chance."""
    chance = random.Random(midnight.toordinal())  # noqa: S311 (a demo's chance, the same each time)

    def at(hour: int) -> datetime:
        return midnight + timedelta(hours=hour, minutes=chance.randrange(60))

    yield from _by_date(day, at, f"{midnight:%B}", f"Bill {midnight:%m/%Y}", chance)
    yield from _by_chance(at, chance)


def _by_date(
    day: int, at: Callable[[int], datetime], month: str, bill: str, chance: random.Random
) -> Iterator[Movement]:
    salma, karim, mona = _EVERYDAY
    if day == _WAGES_DAY:
        wages = _firm("Delta Steel", "Payroll")
        yield Movement(at(7), wages, salma, Decimal(18_400), f"Salary {month}")
        yield Movement(at(7), wages, karim, Decimal(12_900), f"Salary {month}")
        yield Movement(at(16), salma, mona, Decimal(4_500), f"Rent {month}")
    if day == _SAVING_DAY:
        savings = _account_id("salma@demo.eg", "Savings")
        yield Movement(at(8), salma, savings, Decimal(3_000), "Put aside")
    if day == _BILLS_DAY:
        for payer in _EVERYDAY:
            yield Movement(
                at(9), payer, _firm("Cairo Electric", "Bills"), _pounds(chance, 180, 620), bill
            )


def _by_chance(at: Callable[[int], datetime], chance: random.Random) -> Iterator[Movement]:
    salma, karim, _ = _EVERYDAY
    for payer in _EVERYDAY:
        if chance.random() < _GROCERY_CHANCE:
            yield Movement(at(15), payer, _firm("Nile Grocery", "Till"), _pounds(chance, 90, 480))
        if chance.random() < _CAFE_CHANCE:
            yield Movement(
                at(10), payer, _firm("Garden Cafe", "Till"), _pounds(chance, 35, 140), "Coffee"
            )
    if chance.random() < _LUNCH_CHANCE:
        yield Movement(at(17), karim, salma, _pounds(chance, 80, 260), "Lunch")


def _pounds(chance: random.Random, low: int, high: int) -> Decimal:
    """Return an amount between two, in steps of 25 piastres."""
    return Decimal(chance.randrange(low * 100, high * 100, 25)) / 100


def _firm(name: str, account: str) -> UUID:
    return _account_id(_firm_email(name), account)


_EVERYDAY = tuple(_account_id(f"{name}@demo.eg", "Everyday") for name in ("salma", "karim", "mona"))
_WAGES_DAY, _SAVING_DAY, _BILLS_DAY = 1, 3, 11
_GROCERY_CHANCE, _CAFE_CHANCE, _LUNCH_CHANCE = 0.3, 0.2, 0.12
