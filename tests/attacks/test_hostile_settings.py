"""Settings that any login may change for its session: what our functions do does not depend on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from models.sql_objects import sql_objects
from tests.attacks.bad_inputs import Input
from tests.attacks.furnished import furnish
from tests.attacks.raw_sql import refusal, told
from tests.attacks.target import Target
from tests.bank import password_hash

if TYPE_CHECKING:
    from models.heads import Database
    from tests.bank import Bank

pytestmark = pytest.mark.system_postgres

#: Those that change what a text, a number or a time means, and how a function is parsed or planned.
_SETTINGS = (
    "standard_conforming_strings = off", "escape_string_warning = off", "backslash_quote = on",
    "transform_null_equals = on", "array_nulls = off", "bytea_output = 'escape'", "extra_float_digits = -15",
    "DateStyle = 'SQL, DMY'", "IntervalStyle = 'sql_standard'", "TimeZone = 'Pacific/Kiritimati'",
    "lc_numeric = 'C'", "lc_monetary = 'C'", "quote_all_identifiers = on", "plan_cache_mode = force_generic_plan",
    "enable_indexscan = off", "enable_bitmapscan = off", "enable_nestloop = off", "jit = on", "jit_above_cost = 0",
    "row_security = off", "search_path = ''", "check_function_bodies = off", "constraint_exclusion = on",
    "default_transaction_read_only = off", "xmloption = document", "cpu_operator_cost = 0",
    "plpgsql.extra_warnings = 'all'", "plpgsql.extra_errors = 'shadowed_variables'",
    "client_min_messages = 'debug1'", "default_text_search_config = 'pg_catalog.simple'",
    "default_table_access_method = 'heap'", "session_preload_libraries = ''", "statement_timeout = '20s'",
)  # fmt: skip


def _spoil(desktop: object) -> int:
    """Set all that may be set; return how many that were."""
    return sum(refusal(desktop, f"SET {each}") is None for each in _SETTINGS)


@pytest.mark.parametrize("database", ["auth", "payment"])
def test_every_call_means_the_same_under_hostile_settings(bank: Bank, database: Database) -> None:
    known = furnish(bank)
    target = Target(bank, database, known)
    assert _spoil(target.connection) > len(_SETTINGS) - 5
    for name, call in target.calls.items():
        arguments = [call.arguments[each] for each in target.types[name]]
        # Old-style strings eat the caller's own backslashes.
        found = target.call(
            name, [Input(each.sql.replace("'\\x", "E'\\\\x"), each.value) for each in arguments]
        )
        assert isinstance(found, set), f"{name}: {found}"
        assert found <= call.changes, name
        assert not call.changes or found, name
    target.connection.close()


def test_what_a_payment_writes_is_the_same_under_hostile_settings(bank: Bank) -> None:
    salma, karim = (bank.add_customer(*each, balance="1234567.89") for each in (
        ("Salma Hassan", "salma@demo.eg"), ("Karim Samir", "karim@demo.eg")))  # fmt: skip
    token = bank.caller(salma.user_id).token
    pay = "SELECT status FROM api.transfer(%s, gen_random_uuid(), %s, %s, 1234.5, 'EGP', 'a\tb')"
    pay = pay.replace("\t", " ")
    for is_spoilt in (False, True):
        with bank.as_desktop("payment") as desktop:
            if is_spoilt:
                _spoil(desktop)
            told(desktop, pay, token, salma.account_id, karim.account_id)
    assert bank.ask("payment", "SELECT private.seal_audit()") == [(2,)]
    assert bank.ask("payment", "SELECT private.broken_seal()") == [(None,)]
    for written in (
        "SELECT message, event, details FROM notifications WHERE user_id = %s",
        "SELECT amount, kind, counterparty, note FROM ledger_entries WHERE account_id = %s AND amount < 0",
    ):
        whose = salma.user_id if "user_id" in written else salma.account_id
        rows = [repr(each) for each in bank.ask("payment", written, str(whose))]
        assert len(rows) in {2, 4}
        assert len(set(rows)) == len(rows) // 2, rows
    logged = bank.ask("payment", "SELECT payload - 'transaction_id' FROM audit_logs")
    assert logged[0] == logged[1]


def test_what_sign_up_refuses_it_refuses_under_hostile_settings(bank: Bank) -> None:
    """With old-style strings a backslash in a pattern stood for nothing: `\\.` let any letter through."""
    sign_up = "SELECT api.sign_up(%s, %s, 'Mallory')"
    with bank.as_desktop("auth") as desktop:
        _spoil(desktop)
        for email in ("simi@demoXeg", "simi@demo", "s\u0456mi@demo.eg", "simi @demo.eg", "a@b"):
            assert refusal(desktop, sign_up, email, password_hash()) == "IP103", email
        for stored in ("$sr1", "plain", "$2b$12$" + "x" * 53, password_hash() + "0"):
            assert refusal(desktop, sign_up, "new@demo.eg", stored) == "IP103", stored
        assert refusal(desktop, sign_up, "new@demo.eg", password_hash()) is None
        ((_, salt),) = told(desktop, "SELECT * FROM api.challenge('Sim\u0130@demo.eg')")
        assert salt is not None


@pytest.mark.parametrize("database", ["auth", "payment"])
def test_no_string_of_a_function_depends_on_how_strings_are_read(database: Database) -> None:
    for each in sql_objects(database):
        code = re.sub(r"--[^\n]*", "", each.text)
        plain = re.findall(r"(?<![EeUu&])'((?:[^']|'')*)'", code)
        assert not [found for found in plain if "\\" in found], each.path


def test_settings_that_would_open_something_are_not_a_logins_to_change(bank: Bank) -> None:
    with bank.as_desktop("auth") as desktop:
        for setting in (
            "session_replication_role = 'replica'", "log_statement = 'all'", "log_min_duration_statement = 0",
            "log_min_error_statement = 'error'", "log_min_messages = 'debug5'", "track_activities = on",
            "zero_damaged_pages = on", "temp_file_limit = -1",
            "session_authorization = 'instapay_owner'", "role = 'instapay_worker'", "allow_system_table_mods = on",
            "dynamic_library_path = '/tmp'", "lo_compat_privileges = on", "max_stack_depth = '7MB'",
        ):  # fmt: skip
            assert refusal(desktop, f"SET {setting}") == "42501", setting


def test_a_setting_made_before_plpgsql_is_loaded_does_not_outlive_that(bank: Bank) -> None:
    """Until then it is a name like any other; what it would do is read columns for variables."""
    with bank.as_desktop("auth") as desktop:
        told(desktop, "SET plpgsql.variable_conflict = 'use_column'")
        told(desktop, "SELECT * FROM api.challenge('salma@demo.eg')")
        assert told(desktop, "SHOW plpgsql.variable_conflict") == [("error",)]
        assert refusal(desktop, "SET plpgsql.variable_conflict = 'use_column'") == "42501"
