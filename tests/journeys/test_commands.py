"""The commands as they are typed: one home, real processes."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg2
import pytest

from app import settings
from app.bootstrap import open_bank
from services.bank import open_services
from services.errors import SessionEnded, SignInRefused, Unavailable
from services.values.people import Role
from tests.journeys.commands import Serving, run_main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from services.bank import Services


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    made = Serving(tmp_path_factory.mktemp("home") / "a home ع")
    yield made
    made.stop()


def test_serve_tells_urls_and_people_in_one_line(serving: Serving) -> None:
    assert set(serving.told) == {
        "auth_url", "payment_url", "auth_owner_url", "payment_owner_url", "demo",
    }  # fmt: skip
    assert serving.told["demo"]["salma@demo.eg"] == "instapay-demo"
    for name in ("auth", "payment"):
        connection = psycopg2.connect(serving.told[f"{name}_url"])
        with connection.cursor() as cursor:
            cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = session_user")
            assert cursor.fetchone() == (False,)
        connection.close()


def test_without_a_password_nobody_gets_in(serving: Serving) -> None:
    parts = psycopg2.extensions.parse_dsn(serving.told["auth_owner_url"]) | {"password": ""}
    with pytest.raises(psycopg2.OperationalError, match=r"password|SCRAM"):
        psycopg2.connect(**parts)


def test_doctor_is_content(serving: Serving) -> None:
    done = run_main(serving.home, "doctor", "--json")
    found = json.loads(done.stdout)
    assert {name: finding for name, finding in found.items() if finding != "ok"} == {}
    assert done.returncode == 0
    assert set(found) >= {
        "connection", "versions", "migration_heads", "privileges", "books_balance",
        "ledger_matches_balances", "audit_sealed", "worker_last_run", "orphans",
    }  # fmt: skip


def test_a_line_that_others_may_read_is_warned_of(
    serving: Serving, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    bank = {
        "INSTAPAY_AUTH_URL": "postgresql://station_7:x@db.bank.invalid/a?sslmode=require",
        "INSTAPAY_PAYMENT_URL": "postgresql://station_7:x@db.bank.invalid/p?sslmode=verify-full",
    }
    done = run_main(serving.home, "doctor", "--json", environment=bank)
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert found.pop("transport").startswith(
        "auth_url: db.bank.invalid without sslmode=verify-full"
    )
    assert set(found.values()) == {"ok"}
    # Whoever connects has it in the log.
    run_main(tmp_path, "worker", "--once", environment=bank)
    warned = (tmp_path / "logs" / "worker.log").read_text()
    assert warned.count("without sslmode=verify-full") == 1
    told = settings.load(environment=bank | {"INSTAPAY_HOME": str(tmp_path)})
    with pytest.raises(Unavailable):
        open_bank(told, is_demo=False, on_phase=lambda _phase: None)
    assert caplog.text.count("without sslmode=verify-full") == 1


def test_doctor_finds_books_that_do_not_balance(serving: Serving) -> None:
    connection = psycopg2.connect(serving.told["payment_owner_url"])
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute("UPDATE accounts SET balance = balance + 1 WHERE name = 'Savings'")
    done = run_main(serving.home, "doctor")
    cursor.execute("UPDATE accounts SET balance = balance - 1 WHERE name = 'Savings'")
    connection.close()
    assert done.returncode == 1
    assert "EGP is off by 1.00" in done.stdout


def test_doctor_of_a_server_that_is_away_says_what_is_wrong(tmp_path: Path) -> None:
    url = "postgresql://127.0.0.1:1/nowhere"
    done = run_main(tmp_path, "doctor", "--json", "--auth-url", url, "--payment-url", url)
    assert done.returncode == 1
    assert json.loads(done.stdout)["connection"].startswith("The bank's sign-in cannot be reached")


def test_doctor_with_a_desktops_login_is_refused_in_words(serving: Serving) -> None:
    urls = ["--auth-url", serving.told["auth_url"], "--payment-url", serving.told["payment_url"]]
    done = run_main(serving.home, "doctor", *urls)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout


def test_seed_adds_accounts_and_payments(serving: Serving) -> None:
    done = run_main(serving.home, "seed", "--accounts", "10", "--transactions", "200")
    assert (done.returncode, done.stdout) == (0, "10 accounts, 200 transactions\n")


def test_provision_by_url_is_idempotent(serving: Serving) -> None:
    urls = [
        "--auth-url",
        serving.told["auth_owner_url"],
        "--payment-url",
        serving.told["payment_owner_url"],
    ]
    done = run_main(serving.home, "provision", "--json", *urls)
    assert (done.returncode, json.loads(done.stdout)) == (0, {"changes": [], "too_weak": []})


def test_provision_makes_two_databases_of_any_name(serving: Serving) -> None:
    urls = [serving.told[f"{name}_owner_url"].rsplit("/", 1)[0] for name in ("auth", "payment")]
    named = ["--auth-url", urls[0] + "/bank_people", "--payment-url", urls[1] + "/bank_money"]
    done = run_main(serving.home, "provision", *named)
    assert done.returncode == 0, done.stderr
    assert "database bank_people" in done.stdout
    assert run_main(serving.home, "doctor", *named).returncode == 1, "no worker has run there"
    station = [serving.told["auth_url"].replace("instapay_auth", "bank_people"),
               serving.told["payment_url"].replace("instapay_payment", "bank_money")]  # fmt: skip
    once = run_main(
        serving.home, "worker", "--once", "--auth-url", station[0], "--payment-url", station[1]
    )
    assert once.returncode == 0


def _user(home: Path, *arguments: str) -> dict[str, Any]:
    done = run_main(home, "user", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.fixture
def desk(serving: Serving, tmp_path: Path) -> Iterator[Services]:
    urls = serving.told["auth_url"], serving.told["payment_url"]
    made = open_services(lambda: urls[0], lambda: urls[1], tmp_path / "outbox")
    yield made
    made.close()


def test_operator_adds_staff_who_choose_a_password_of_their_own(
    serving: Serving, desk: Services
) -> None:
    by_url = ["--auth-url", serving.told["auth_owner_url"]]
    named = ["--email", "Aya@demo.eg", "--name", "Aya Said", "--role", "ADMIN", "--role", "TELLER"]
    told = _user(serving.home, "add", *named, *by_url)
    assert set(told) == {"user_id", "email", "one_time_password"}
    password = told["one_time_password"]

    assert desk.identity.sign_in(email="aya@demo.eg", password=password).must_change_password
    desk.identity.change_password(current=password, new="a password of my own")
    person = desk.identity.complete_sign_in()
    assert (str(person.user_id), person.full_name) == (told["user_id"], "Aya Said")
    assert person.roles == {Role.ADMIN, Role.TELLER}

    again = run_main(serving.home, "user", "add", *named, "--json")
    assert (again.returncode, json.loads(again.stdout)["error"]) == (1, "email_taken")


def test_operator_grants_locks_and_resets_and_the_worker_tells_payment(
    serving: Serving, desk: Services
) -> None:
    def payment_refuses(token: str) -> bool:
        try:
            desk.databases[1].call("my_channel", token)
        except SessionEnded:
            return True
        return False

    def is_refused_soon(token: str) -> bool:
        deadline = time.monotonic() + 10
        while not payment_refuses(token):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        return True

    email, password = "mona@demo.eg", "instapay-demo"
    desk.identity.sign_in(email=email, password=password)
    token = desk.identity._access.token()
    granted = _user(serving.home, "grant", email, "AUDITOR", "--demo")
    assert granted == {"email": email, "role": "AUDITOR", "granted": True, "changed": True}
    assert is_refused_soon(token)
    assert not _user(serving.home, "grant", email, "AUDITOR")["changed"]
    # The session goes on, with the new role.
    assert len(desk.accounts.list()) == 1
    assert desk.identity._access.claims()["roles"] == ["AUDITOR", "CUSTOMER"]
    assert _user(serving.home, "grant", email, "AUDITOR", "--revoke")["changed"]

    assert _user(serving.home, "lock", email, "--reason", "a lost badge")["locked"]
    with pytest.raises(SessionEnded):
        desk.identity.confirm(password=password, transfer_id=UUID(int=1))
    with pytest.raises(SignInRefused):
        desk.identity.sign_in(email=email, password=password)
    assert not _user(serving.home, "lock", email, "--unlock")["locked"]
    desk.identity.sign_in(email=email, password=password)
    token = desk.identity._access.token()
    one_time = _user(serving.home, "reset", email)["one_time_password"]
    assert is_refused_soon(token)
    with pytest.raises(SignInRefused):
        desk.identity.sign_in(email=email, password=password)
    assert desk.identity.sign_in(email=email, password=one_time).must_change_password
    desk.identity.change_password(current=one_time, new=password)

    unknown = run_main(serving.home, "user", "reset", "nobody@demo.eg")
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert "does not know this person" in unknown.stderr


def test_a_station_gets_a_login_and_loses_it(serving: Serving) -> None:
    done = run_main(serving.home, "desktop-role", "add", "station_7", "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert (told["role"], told["has_new_password"], told["too_weak"]) == ("station_7", True, [])
    for name in ("auth", "payment"):
        connection = psycopg2.connect(told[f"{name}_url"])
        assert connection.info.user == "station_7"
        connection.close()
    again = run_main(serving.home, "desktop-role", "add", "station_7")
    assert 'auth_url = "postgresql://station_7@127.0.0.1' in again.stdout
    assert "keeps its password" in again.stdout
    assert run_main(serving.home, "doctor").returncode == 0
    gone = run_main(serving.home, "desktop-role", "revoke", "station_7")
    assert (gone.returncode, "login station_7 taken away" in gone.stdout) == (0, True)
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(told["auth_url"])
    unknown = run_main(serving.home, "desktop-role", "revoke", "station_7", "--json")
    assert unknown.returncode == 1
    assert json.loads(unknown.stdout)["error"] == "role_unknown"
    assert unknown.stderr == "main.py: The server has no role “station_7”.\n"


def test_a_saved_password_opens_the_bank_and_stands_in_no_setting(
    serving: Serving, tmp_path: Path
) -> None:
    done = run_main(serving.home, "desktop-role", "add", "station_8", "--save")
    assert done.returncode == 0, done.stderr
    credentials = tmp_path / "credentials.toml"
    assert done.stdout.splitlines()[2] == f"its password is in {serving.home / credentials.name}"
    (tmp_path / "settings.toml").write_text("\n".join(done.stdout.splitlines()[:2]))
    told = settings.load(environment={"INSTAPAY_HOME": str(tmp_path)})
    assert "@" in str(told.auth_url)
    assert ":" not in str(told.auth_url).removeprefix("postgresql://").split("@")[0]
    with pytest.raises(Unavailable):
        open_bank(told, is_demo=False, on_phase=lambda _phase: None)
    (serving.home / credentials.name).rename(credentials)
    bank = open_bank(told, is_demo=False, on_phase=lambda _phase: None)
    assert bank.services.connection.probe().auth
    bank.close()
    credentials.chmod(0o644)
    worker = run_main(tmp_path, "worker", "--once")
    assert (worker.returncode, "chmod 600" in worker.stderr) == (2, True)
    run_main(serving.home, "desktop-role", "revoke", "station_8")


def test_a_keyring_keeps_a_stations_password(serving: Serving, tmp_path: Path) -> None:
    keyring = {
        "PYTHON_KEYRING_BACKEND": "tests.keyring_in_file.KeyringInFile",
        "INSTAPAY_TEST_KEYRING": str(tmp_path / "keyring.json"),
    }
    added = ["desktop-role", "add", "station_9", "--save", "--json"]
    told = json.loads(run_main(serving.home, *added, environment=keyring).stdout)
    assert told["saved_in"] == "keyring"
    assert "password" not in psycopg2.extensions.parse_dsn(told["auth_url"])
    assert not (serving.home / "credentials.toml").exists()
    urls = ["--auth-url", told["auth_url"], "--payment-url", told["payment_url"]]
    for environment, says in (
        (keyring, "You have no right"),
        ({}, "The bank's sign-in cannot be reached"),
    ):
        done = run_main(tmp_path, "doctor", *urls, environment=environment)
        assert says in done.stdout
    run_main(serving.home, "desktop-role", "revoke", "station_9")


def test_keys_are_rotated_and_the_doctor_tells(serving: Serving) -> None:
    done = run_main(serving.home, "keys", "rotate", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, list(told)) == (0, ["kid", "retiring", "signed_again"])
    again = run_main(serving.home, "keys", "rotate").stdout
    assert f"key {told['kid']} verifies until" in again
    new = again.split()[1]
    examined = run_main(serving.home, "doctor")
    assert examined.returncode == 0
    assert f"ok: {new} signs, 0 days old" in examined.stdout


def test_a_second_serve_joins_the_first(serving: Serving) -> None:
    second = Serving(serving.home)
    assert second.told == serving.told
    assert second.stop() == 0
    psycopg2.connect(serving.told["auth_url"]).close()


def test_serve_stops_its_server_when_interrupted(tmp_path: Path) -> None:
    made = Serving(tmp_path / "home")
    url = made.told["auth_owner_url"]
    start = time.monotonic()
    assert made.stop() == 0
    assert time.monotonic() - start < 10
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(url)
    # Warm: nothing to do but start.
    again = Serving(tmp_path / "home")
    assert again.told["demo"] == made.told["demo"]
    again.stop()
