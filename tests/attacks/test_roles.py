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

_REQUIRED = re.compile(r"require_role\((.*?)\);", re.DOTALL)
_STAFF = {"TELLER", "SUPERVISOR", "AUDITOR", "ADMIN"}


def _staff_functions(database: Database) -> dict[str, set[str]]:
    """Return which roles of staff the functions of the api ask for, by what they are made of."""
    asked = {}
    for each in sql_objects(database):
        name = re.search(r"CREATE FUNCTION api\.(\w+)", each.text)
        required = _REQUIRED.search(each.text)
        roles = set(re.findall(r"'([A-Z]+)'", required[1])) if required else set()
        if name and roles & _STAFF:
            asked[name[1]] = roles
    return asked


@pytest.mark.parametrize("roles", [("CUSTOMER",), ("AUDITOR",), ("ADMIN",), ()])
def test_whoever_is_not_staff_calls_no_function_of_staff(
    bank: Bank, roles: tuple[str, ...]
) -> None:
    """Each call is right in all but the role of its token."""
    known = furnish(bank)
    salma = bank.caller(bank.add_customer("Nour Adel", "nour@demo.eg").user_id, *roles)
    salma.roles = roles
    known["staff_token"] = known["batch_token"] = salma.signed(typ="access")
    target = Target(bank, "payment", known)
    staff = _staff_functions("payment")
    assert set(staff) >= {"freeze", "release", "reverse", "books_state"}
    for name in (each for each, asked in staff.items() if not asked & set(roles)):
        call = target.calls[name]
        found = target.call(name, [call.arguments[each] for each in target.types[name]])
        assert not isinstance(found, set), f"{name} went through for {roles}"
        assert found.pgcode == "IP004", name
    target.connection.close()
