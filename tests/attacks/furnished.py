"""A bank in which there is something of everything that a call can be about."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from services import passwords
from tests.bank import PASSWORD, password_hash
from tests.conftest import STATION

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bank import Bank


def furnish(bank: Bank) -> dict[str, str]:
    """A bank with everything that a call can be about; nothing of it dies while the test runs."""
    salma = bank.add_customer(balance="9000.00", address="salma@instapay")
    karim = bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")
    mona = bank.add_customer("Mona Adel", "mona@demo.eg", balance="100.00")
    second = bank.add_account(salma.user_id)
    dollars = bank.add_account(karim.user_id, currency="USD")
    bank.ask("payment", "UPDATE accounts SET batches_allowed = true WHERE id IN (%s, %s)",
             str(salma.account_id), str(karim.account_id))  # fmt: skip
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    session = services.identity._access.current().session
    staff_session = _staff_session(bank)
    # Wrong proofs are all that a call for another salt gets to make.
    bank.ask("auth", "UPDATE users SET needs_resalt = true WHERE id = %s", str(salma.user_id))
    bank.ask(
        "auth",
        "UPDATE users SET locked_at = clock_timestamp() AT TIME ZONE 'UTC' WHERE id = %s",
        str(mona.user_id),
    )
    bank.ask("auth", "UPDATE sessions SET expires_at = 'infinity', idle_expires_at = 'infinity'")
    known = {
        "token": _signed(bank, salma.user_id, "CUSTOMER"),
        "staff_token": _signed(bank, _supervisor(bank, "Nadia", karim.user_id), "SUPERVISOR"),
        "other_staff_token": _signed(bank, _supervisor(bank, "Hani", karim.user_id), "SUPERVISOR"),
        "auditor_token": _signed(bank, uuid4(), "AUDITOR"),
        "admin_token": _signed(bank, uuid4(), "ADMIN"),
        "session": session,
        "staff_session": staff_session,
        "statement": _sign(bank, {"typ": "revoke", "sub": str(uuid4()), "not_before": 1}),
        "hash": password_hash(),
        "new_hash": password_hash("another password"),
        "tomorrow": (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%d %H:%M:%S"),
        "own": str(salma.account_id), "second": str(second), "other": str(karim.account_id),
        "third": str(mona.account_id), "usd": str(dollars), "person": str(salma.user_id),
        "locked": str(mona.user_id), "opened": str(karim.user_id),
        "new": str(uuid4()), "fresh": str(uuid4()),
        "paid": str(uuid4()), "held": str(uuid4()),
        "cash": str(uuid4()), "waiting": str(uuid4()), "till": str(uuid4()),
        "other_till": str(uuid4()), "counted_till": str(uuid4()), "closed_till": str(uuid4()),
    }  # fmt: skip
    with bank.as_desktop("payment") as desktop:
        cursor = desktop.cursor()

        def ask(query: str, *arguments: object) -> str:
            cursor.execute(query, arguments)
            return str(cursor.fetchone()[0])

        sides = known["own"], known["other"]
        ask(
            "SELECT api.transfer(%s, %s, %s, %s, 10, 'EGP', '')",
            known["token"],
            known["paid"],
            *sides,
        )
        ask("SELECT api.hold(%s, %s, %s, %s, 10, 'EGP', '', %s)", known["token"], known["held"], *sides,
            known["tomorrow"])  # fmt: skip
        ask(
            "SELECT api.freeze(%s, %s, 'ALL', 'a reason', NULL)",
            known["staff_token"],
            known["third"],
        )
        # As everybody else's, an auditor's token is known from the first call that writes.
        ask(
            "SELECT api.note_audit_export(%s, NULL, NULL, NULL, NULL, NULL)", known["auditor_token"]
        )
        for name, asked in (("question", "karim@instapay"), ("free_address", "free@instapay")):
            known[name] = ask("SELECT api.ask_payee(%s, %s)", known["token"], asked)
        known["batch_question"] = ask(
            "SELECT api.ask_batch(%s, %s, %s)", known["token"], known["own"], ["karim@instapay"]
        )
        known["contact"] = ask(
            "SELECT api.add_contact(%s, %s, 'K')", known["token"], known["question"]
        )
        _furnish_tills(ask, known)
        # It is so already: nothing changes, but the token is known by then.
        ask("SELECT api.set_setting(%s, 'approval_hours', NULL, '8')", known["admin_token"])
    # Every batch needs the password, given for it alone.
    known["batch_token"] = _signed(bank, salma.user_id, "CUSTOMER", typ="confirm", txn=known["new"])
    for questions in ("payee_questions", "batch_questions"):
        bank.ask("payment", f"UPDATE {questions} SET asked_at = 'infinity'")
    known["notice"], known["bank"], known["fees"] = (
        str(bank.ask("payment", f"SELECT id FROM {where} LIMIT 1")[0][0])
        for where in (
            f"notifications WHERE user_id = '{salma.user_id}'",
            "accounts WHERE kind = 'BANK'",
            "accounts WHERE kind = 'FEES'",
        )
    )
    cash = "SELECT -balance FROM accounts WHERE kind = 'VAULT' AND currency = 'EGP'"
    known["vault_cash"] = str(bank.ask("payment", cash)[0][0])
    for table, which in (
        ("limits", "kind = 'TRANSFER'"),
        ("tariffs", "kind = 'TRANSFER'"),
        ("counter_limits", "kind = 'CASH_IN' AND role = 'TELLER'"),
    ):
        seen = f"SELECT updated_at::text FROM {table} WHERE currency = 'EGP' AND {which}"
        known[f"seen_{table}"] = str(bank.ask("payment", seen)[0][0])
    return known | _attempts(bank, salma.email)


def _furnish_tills(ask: Callable[..., str], known: dict[str, str]) -> None:
    """One till of the supervisor's with cash in that was posted and that waits; three of another one's."""
    staff, other = known["staff_token"], known["other_staff_token"]
    ask("SELECT api.supply_vault(%s, %s, 'EGP', 1000, 'cash')", staff, str(uuid4()))
    ask("SELECT api.open_till(%s, %s, 'EGP', 500)", staff, known["till"])
    for payment, amount in ((known["cash"], 100), (known["waiting"], 1_000_001)):
        ask("SELECT api.cash(%s, %s, 'CASH_IN', %s, %s, 'EGP', 'a card', '')", staff, payment,
            known["other"], amount)  # fmt: skip
    for till, currency in (("closed_till", "EUR"), ("counted_till", "EUR"), ("other_till", "USD")):
        ask("SELECT api.open_till(%s, %s, %s, 0)", other, known[till], currency)
        if till != "other_till":
            count = '{"100": 1}' if till == "closed_till" else '{"5": 1}'
            ask("SELECT (api.count_till(%s, %s, %s)).counted", other, known[till], count)
        if till == "closed_till":
            ask("SELECT api.close_till(%s, %s, 'found')", other, known[till])


def _supervisor(bank: Bank, name: str, opened: UUID) -> UUID:
    """Somebody whose name Payment knows, and who has opened a customer for good."""
    supervisor = uuid4()
    bank.ask("payment", "INSERT INTO holders (user_id, full_name, stated_at) VALUES (%s, %s, 0)",
             str(supervisor), name)  # fmt: skip
    bank.ask("payment", "INSERT INTO customer_openings (staff_id, session_id, customer_id, reason, closes_at)"
             " VALUES (%s, gen_random_uuid(), %s, 'a reason', 'infinity')",
             str(supervisor), str(opened))  # fmt: skip
    return supervisor


def _staff_session(bank: Bank) -> str:
    """Sign in somebody with every role of staff that a function asks for."""
    staff_id = bank.add_staff("Aya Said", "aya@demo.eg", "ADMIN")
    for role in ("TELLER", "AUDITOR"):
        bank.ask(
            "auth", "INSERT INTO user_roles (user_id, role) VALUES (%s, %s)", str(staff_id), role
        )
    services = bank.services("staff")
    services.identity.sign_in(email="aya@demo.eg", password=PASSWORD)
    return services.identity._access.current().session


def _attempts(bank: Bank, email: str) -> dict[str, str]:
    """A sign-in that was answered rightly, and one that waits for its answer."""
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        found = []
        for _ in range(2):
            cursor.execute("SELECT attempt, salt FROM api.challenge(%s)", (email,))
            found.append(cursor.fetchone())
        (attempt, salt), (open_attempt, _) = found
        proof = passwords.proof(passwords.client_key(PASSWORD.encode(), salt), UUID(attempt), None)
        cursor.execute("SELECT api.answer(%s, %s)", (attempt, proof))
    bank.ask(
        "auth", "UPDATE sign_in_attempts SET created_at = 'infinity' WHERE evaluated_at IS NULL"
    )
    return {"attempt": attempt, "open_attempt": open_attempt, "proof": "\\x" + proof.hex()}


def _signed(bank: Bank, user_id: UUID, role: str, **claims: str) -> str:
    return _sign(bank, {"typ": "access", "sub": str(user_id), "sid": str(uuid4()), "roles": [role],
        "dbrole": STATION, "exp": int(time.time()) + 7200} | claims)  # fmt: skip


def _sign(bank: Bank, claims: dict[str, Any]) -> str:
    return str(bank.ask("auth", "SELECT private.sign(%s::jsonb)", json.dumps(claims))[0][0])
