"""A new signing key: nobody notices, nothing is lost, and whatever interrupts it is put right."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import psycopg2
import psycopg2.extras
import pytest

from app.provisioning.administration import turn
from app.provisioning.checks import OK, examine
from app.provisioning.key_rotation import GRACE_S, rotate
from services.errors import Refused
from tests.bank import claims_of
from tests.caller import refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.worker import Worker
    from models.heads import Database
    from services.bank import Services
    from tests.bank import Bank, Customer

pytestmark = pytest.mark.system_postgres

_ROOT = Path(__file__).parents[2]
_KEYS = "SELECT kid, signs, verifies_until FROM private.signing_keys ORDER BY created_at"
_WRITE = "SELECT api.mark_notifications_read(%s, '{}')"


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer(balance=100)


@pytest.fixture
def services(bank: Bank, salma: Customer) -> Services:
    opened = bank.services()
    opened.identity.sign_in(email=salma.email, password=salma.password)
    return opened


def _rotate(bank: Bank, *, is_at_once: bool = False) -> Any:
    return rotate(bank.auth_owner_url, bank.payment_owner_url, is_at_once=is_at_once)


def _kids(bank: Bank, database: Database) -> list[str]:
    return [row[0] for row in bank.ask(database, _KEYS)]


def _finding(bank: Bank) -> str:
    return examine(bank.auth_owner_url, bank.payment_owner_url)["signing_keys"]


def _call(bank: Bank, token: str) -> None:
    with bank.as_desktop("payment") as desktop:
        desktop.cursor().execute(_WRITE, (token,))


def test_the_old_key_verifies_until_its_tokens_have_died(bank: Bank, services: Services) -> None:
    access = services.identity._access
    before = access.token()
    (old,) = _kids(bank, "auth")
    done = _rotate(bank)
    assert list(done.retiring) == [old]
    for database in ("auth", "payment"):
        assert _kids(bank, database) == [old, done.kid]
    assert bank.ask("auth", "SELECT kid FROM private.signing_keys WHERE signs") == [(done.kid,)]
    # Longer than any token that it has signed, in both databases alike.
    (left,) = bank.ask(
        "payment",
        "SELECT extract(epoch FROM verifies_until - (clock_timestamp() AT TIME ZONE 'UTC'))::int"
        " FROM private.signing_keys WHERE kid = %s",
        old,
    )[0]
    assert 300 < GRACE_S - 20 <= left <= GRACE_S
    assert _finding(bank) == OK
    _call(bank, before)
    assert len(services.accounts.list()) == 1
    access.current().dies_at = 0
    after = access.token()
    assert after.split(".")[0] != before.split(".")[0]
    _call(bank, after)

    bank.ask("payment", "UPDATE private.signing_keys SET verifies_until = now() WHERE NOT signs")
    with refused("IP001"):
        _call(bank, before)
    _call(bank, after)


def test_at_once_ends_the_old_key_and_no_session(bank: Bank, services: Services) -> None:
    before = services.identity._access.token()
    done = _rotate(bank, is_at_once=True)
    assert done.retiring == {}
    with refused("IP001"):
        _call(bank, before)
    assert len(services.accounts.list()) == 1
    services.notifications.mark_read(ids=(uuid4(),))
    assert _finding(bank) == OK


def test_a_token_forged_with_a_lost_key_dies_with_it(bank: Bank, services: Services) -> None:
    """Known for ever it would be, had it not been bound to its key's end."""
    forged = bank.ask(
        "auth",
        "SELECT private.sign(%s::jsonb)",
        psycopg2.extras.Json(
            claims_of(services.identity._access.token()) | {"exp": time.time() + 1e6}
        ),
    )[0][0]
    _rotate(bank)
    bank.ask("payment", "DELETE FROM private.known_tokens")
    _call(bank, forged)
    assert bank.ask(
        "payment",
        "SELECT k.dies_at = s.verifies_until AT TIME ZONE 'UTC' FROM private.known_tokens AS k,"
        " private.signing_keys AS s WHERE s.verifies_until IS NOT NULL",
    ) == [(True,)]


def test_statements_on_their_way_outlive_the_key(
    bank: Bank, salma: Customer, worker: Worker
) -> None:
    nour, old_claims = uuid4(), '{"typ": "holder", "sub": "%s", "full_name": "Nour Said"}'
    signed = bank.ask("auth", "SELECT private.sign(%s::jsonb)", old_claims % nour)[0][0]
    forged = signed[:-4] + "AAAA"
    for body in (signed, forged, "a.b.c"):
        bank.ask(
            "auth",
            "INSERT INTO statements (kind, subject, body, created_at)"
            " VALUES ('holder', %s, %s, now() - interval '1 minute')",
            str(nour),
            body,
        )
    assert _rotate(bank, is_at_once=True).signed_again == 1
    worker.tick()
    stated = bank.ask(
        "payment", "SELECT full_name, stated_at FROM holders WHERE user_id = %s", str(nour)
    )
    # When it was made is part of it: an older name must not win over a newer one.
    assert stated[0][0] == "Nour Said"
    assert float(stated[0][1]) == pytest.approx(claims_of(signed)["iat"], abs=1e-4)
    waiting = bank.ask("auth", "SELECT body FROM statements WHERE delivered_at IS NULL")
    assert {body for (body,) in waiting} == {forged, "a.b.c"}


class _Interrupted:
    """A rotation in a process of its own that a lock keeps from its next step, until it is killed."""

    def __init__(self, bank: Bank) -> None:
        self._process = subprocess.Popen(
            [
                sys.executable, "main.py", "keys", "rotate",
                "--auth-url", bank.auth_owner_url, "--payment-url", bank.payment_owner_url,
            ],
            cwd=_ROOT,
            env=os.environ | {"INSTAPAY_HOME": str(bank.folder / "home")},
        )  # fmt: skip

    def kill_once(self, is_there: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 30
        while not is_there():
            assert self._process.poll() is None, "the rotation has ended"
            assert time.monotonic() < deadline, "the rotation did not come there"
            time.sleep(0.05)
        self._process.kill()
        self._process.wait(10)


def test_killed_before_auth_signs_with_it(bank: Bank, services: Services) -> None:
    (old,) = _kids(bank, "auth")
    with bank.as_owner("auth") as cursor:
        cursor.execute("LOCK TABLE private.signing_keys IN ROW EXCLUSIVE MODE")
        interrupted = _Interrupted(bank)
        interrupted.kill_once(lambda: len(_kids(bank, "payment")) == 2)
    assert _kids(bank, "auth") == [old]
    _call(bank, services.identity._access.token())
    assert _finding(bank).endswith("which auth does not know; run keys rotate")
    _assert_healed(bank, services, [old])


def test_killed_before_payment_lets_go_of_the_old_one(bank: Bank, services: Services) -> None:
    _call(bank, services.identity._access.token())
    with bank.as_owner("payment") as cursor:
        cursor.execute("LOCK TABLE private.signing_keys IN SHARE MODE")
        cursor.execute("COMMIT; BEGIN; SET LOCAL ROLE instapay_owner")
        cursor.execute("LOCK TABLE private.known_tokens IN ROW EXCLUSIVE MODE")
        interrupted = _Interrupted(bank)
        interrupted.kill_once(lambda: len(_kids(bank, "auth")) == 2)
    old, new = _kids(bank, "auth")
    assert bank.ask("payment", "SELECT 1 FROM private.signing_keys WHERE NOT signs") == []
    for _ in range(2):
        _call(bank, services.identity._access.token())
        services.identity._access.current().dies_at = 0
    assert _finding(bank) == f"key {old} ends in one database only; run keys rotate"
    _assert_healed(bank, services, [old, new])


def _assert_healed(bank: Bank, services: Services, retiring: list[str]) -> None:
    done = _rotate(bank)
    assert sorted(done.retiring) == sorted(retiring)
    assert _finding(bank) == OK
    assert _kids(bank, "payment")[-1] == _kids(bank, "auth")[-1] == done.kid
    _call(bank, services.identity._access.token())
    services.identity._access.current().dies_at = 0
    _call(bank, services.identity._access.token())


def test_it_waits_for_who_has_just_signed_and_keeps_nobody_waiting(
    bank: Bank, services: Services
) -> None:
    # Whoever did wait would be given up by the services, after 8 s.
    bank.let_wait("auth", "access_token")
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        cursor.execute("SET idle_in_transaction_session_timeout = 0")
        # A transaction that has read a token, and so the keys.
        cursor.execute("BEGIN")
        cursor.execute(
            "SELECT set_config('instapay.token', %s, true)", (services.identity._access.token(),)
        )
        cursor.execute("SELECT full_name FROM users")
        rotation = threading.Thread(target=_rotate, args=(bank,))
        rotation.start()
        deadline = time.monotonic() + 10
        while len(_kids(bank, "payment")) == 1:
            assert time.monotonic() < deadline
        for _ in range(5):
            start = time.monotonic()
            services.identity._access.current().dies_at = 0
            services.identity._access.token()
            assert time.monotonic() - start < 5
        assert len(_kids(bank, "auth")) == 1
        cursor.execute("COMMIT")
        rotation.join(20)
    assert len(_kids(bank, "auth")) == 2
    assert _finding(bank) == OK


def test_two_rotations_at_once_come_one_after_the_other(bank: Bank) -> None:
    threads = [threading.Thread(target=_rotate, args=(bank,)) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert len(_kids(bank, "auth")) == 4
    assert bank.ask("auth", "SELECT count(*) FROM private.signing_keys WHERE signs") == [(1,)]
    assert _finding(bank) == OK


def test_a_second_rotation_begins_nothing_before_the_first_has_ended(bank: Bank) -> None:
    """It would take away the key that Payment has just learnt and Auth does not know yet."""
    with bank.as_owner("auth") as cursor, turn(cursor):
        second = threading.Thread(target=_rotate, args=(bank,))
        second.start()
        deadline = time.monotonic() + 10
        waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        while True:
            cursor.execute(waiting)
            if cursor.fetchone()[0]:
                break
            assert second.is_alive(), "it did not wait"
            assert time.monotonic() < deadline
        assert len(_kids(bank, "payment")) == 1
    second.join(20)
    assert len(_kids(bank, "payment")) == 2


def test_a_dead_key_is_forgotten_a_day_later(bank: Bank) -> None:
    (old,) = _kids(bank, "auth")
    _rotate(bank)
    bank.ask(
        "auth",
        "UPDATE private.signing_keys SET verifies_until = now() - interval '2 days' WHERE NOT signs",
    )
    _rotate(bank)
    for database in ("auth", "payment"):
        assert old not in _kids(bank, database)
        assert len(_kids(bank, database)) == 2


def test_databases_that_do_not_belong_together_are_left_alone(bank: Bank) -> None:
    bank.ask("payment", "UPDATE private.signing_keys SET kid = 'of another bank'")
    with pytest.raises(Refused) as caught:
        _rotate(bank)
    assert caught.value.code == "keys_differ"
    assert _kids(bank, "payment") == ["of another bank"]


def test_it_is_audited_in_both_databases(bank: Bank) -> None:
    (old,) = _kids(bank, "auth")
    done = _rotate(bank)
    rows = "SELECT service, event, payload ->> 'kid', actor FROM audit_logs ORDER BY id"
    assert bank.ask("auth", rows) == [("operator", "key_rotated", done.kid, None)]
    assert bank.ask("payment", rows) == [
        ("operator", "key_added", done.kid, None),
        ("operator", "key_retired", old, None),
    ]
    for database in ("auth", "payment"):
        assert "pad" not in str(bank.ask(database, "SELECT payload FROM audit_logs"))


@pytest.mark.parametrize(
    ("database", "change", "finding"),
    [
        ("auth", "UPDATE private.signing_keys SET signs = false", "auth: 0 keys sign"),
        ("payment", "UPDATE private.signing_keys SET inner_pad = outer_pad", "run provision"),
        ("payment", "DELETE FROM private.signing_keys", "run provision"),
        ("auth", "UPDATE private.signing_keys SET created_at = created_at - interval '400 days'",
         "for 400 days; run keys rotate"),
    ],
)  # fmt: skip
def test_doctor_finds_keys_that_differ_or_are_old(
    bank: Bank, database: Database, change: str, finding: str
) -> None:
    assert _finding(bank) == OK
    bank.ask(database, change)
    assert finding in _finding(bank)
