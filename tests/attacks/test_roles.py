"""Acting with a role that one does not have, or with one that a token only says one has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from models.sql_objects import sql_objects
from tests.attacks.furnished import furnish
from tests.attacks.target import Target

if TYPE_CHECKING:
    from models.heads import Database
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

_ASKS = re.compile(r"require_(?:role|open)\([^;]*;")
_ROLE = re.compile(r"'(TELLER|SUPERVISOR|AUDITOR|ADMIN)'")


def _staff_functions(database: Database) -> dict[str, set[str]]:
    """Return who may call the functions of the api that ask for a role of staff, by what these are made of."""
    asked: dict[str, set[str]] = {}
    for each in sql_objects(database):
        roles = {role for asks in _ASKS.findall(each.text) for role in _ROLE.findall(asks)}
        found = re.search(r"CREATE FUNCTION api\.(\w+)", each.text)
        if roles and found:
            asked[found[1]] = roles
    return asked


@pytest.mark.parametrize("role", ["CUSTOMER", "TELLER", "AUDITOR", "ADMIN", None])
def test_whoever_has_not_the_role_calls_no_function_of_staff(bank: Bank, role: str | None) -> None:
    """Each call is right in all but the role of its token."""
    known = furnish(bank)
    roles = () if role is None else (role,)
    nour = bank.caller(bank.add_customer("Nour Adel", "nour@demo.eg").user_id, *roles)
    nour.roles = roles
    known["staff_token"] = known["other_staff_token"] = nour.signed(typ="access")
    for name in ("batch_token", "auditor_token", "admin_token"):
        known[name] = known["staff_token"]
    target = Target(bank, "payment", known)
    staff = _staff_functions("payment")
    assert staff.keys() >= {
        "freeze",
        "reverse",
        "books_state",
        "open_customer",
        "customer_accounts",
    }
    refused = [name for name, may in staff.items() if role not in may]
    assert refused
    for name in refused:
        call = target.calls[name]
        found = target.call(name, [call.arguments[each] for each in target.types[name]])
        assert not isinstance(found, set), f"{name} went through for {role}"
        assert found.pgcode == "IP004", name
    target.connection.close()
