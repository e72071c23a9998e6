"""The commands as they are typed: one home, real processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg2
import pytest

from services.bank import open_services
from services.errors import SessionEnded, SignInRefused
from services.values.people import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.bank import Services

_ROOT = Path(__file__).parents[2]
_LIMIT_S = 60


def _main(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=_ROOT,
        env=os.environ | {"INSTAPAY_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=_LIMIT_S,
        check=False,
    )


class Serving:
    """A `serve --demo` that has said it is ready."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.process = subprocess.Popen(
            [sys.executable, "main.py", "serve", "--demo", "--json"],
            cwd=_ROOT,
            env=os.environ | {"INSTAPAY_HOME": str(home)},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.told: dict[str, Any] = json.loads(self.process.stdout.readline())

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(20)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


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
    done = _main(serving.home, "doctor", "--json")
    found = json.loads(done.stdout)
    assert {name: finding for name, finding in found.items() if finding != "ok"} == {}
    assert done.returncode == 0
    assert set(found) >= {
        "connection", "versions", "migration_heads", "privileges", "books_balance",
        "ledger_matches_balances", "audit_sealed", "worker_last_run", "orphans",
    }  # fmt: skip


def test_doctor_finds_books_that_do_not_balance(serving: Serving) -> None:
    connection = psycopg2.connect(serving.told["payment_owner_url"])
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute("UPDATE accounts SET balance = balance + 1 WHERE name = 'Savings'")
    done = _main(serving.home, "doctor")
    cursor.execute("UPDATE accounts SET balance = balance - 1 WHERE name = 'Savings'")
    connection.close()
    assert done.returncode == 1
    assert "EGP is off by 1.00" in done.stdout


def test_doctor_of_a_server_that_is_away_says_what_is_wrong(tmp_path: Path) -> None:
    url = "postgresql://127.0.0.1:1/nowhere"
    done = _main(tmp_path, "doctor", "--json", "--auth-url", url, "--payment-url", url)
    assert done.returncode == 1
    assert json.loads(done.stdout)["connection"].startswith("The bank cannot be reached")


def test_doctor_with_a_desktops_login_is_refused_in_words(serving: Serving) -> None:
    urls = ["--auth-url", serving.told["auth_url"], "--payment-url", serving.told["payment_url"]]
    done = _main(serving.home, "doctor", *urls)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout


def test_seed_adds_accounts_and_payments(serving: Serving) -> None:
    done = _main(serving.home, "seed", "--accounts", "10", "--transactions", "200")
    assert (done.returncode, done.stdout) == (0, "10 accounts, 200 transactions\n")


def test_provision_by_url_is_idempotent(serving: Serving) -> None:
    urls = [
        "--auth-url",
        serving.told["auth_owner_url"],
        "--payment-url",
        serving.told["payment_owner_url"],
    ]
    done = _main(serving.home, "provision", "--json", *urls)
    assert (done.returncode, json.loads(done.stdout)) == (0, {"changes": [], "too_weak": []})


def test_provision_makes_two_databases_of_any_name(serving: Serving) -> None:
    urls = [serving.told[f"{name}_owner_url"].rsplit("/", 1)[0] for name in ("auth", "payment")]
    named = ["--auth-url", urls[0] + "/bank_people", "--payment-url", urls[1] + "/bank_money"]
    done = _main(serving.home, "provision", *named)
    assert done.returncode == 0, done.stderr
    assert "database bank_people" in done.stdout
    assert _main(serving.home, "doctor", *named).returncode == 1, "no worker has run there"
    station = [serving.told["auth_url"].replace("instapay_auth", "bank_people"),
               serving.told["payment_url"].replace("instapay_payment", "bank_money")]  # fmt: skip
    once = _main(
        serving.home, "worker", "--once", "--auth-url", station[0], "--payment-url", station[1]
    )
    assert once.returncode == 0


def _user(home: Path, *arguments: str) -> dict[str, Any]:
    done = _main(home, "user", *arguments, "--json")
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

    again = _main(serving.home, "user", "add", *named, "--json")
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

    unknown = _main(serving.home, "user", "reset", "nobody@demo.eg")
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert "does not know this person" in unknown.stderr


def test_a_second_serve_joins_the_first(serving: Serving) -> None:
    second = Serving(serving.home)
    assert second.told == serving.told
    assert second.stop() == 0
    psycopg2.connect(serving.told["auth_url"]).close()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nonsense"], 2, "there is no command 'nonsense'"),
        (["seed"], 2, "required"),
        (["seed", "--accounts", "-1", "--transactions", "1"], 2, "must not be negative"),
        (["provision"], 2, "required"),
        (["doctor", "--auth-url", "postgresql://x/y"], 2, "payment_url"),
        (
            [
                "doctor",
                "--auth-url",
                "postgresql://127.0.0.1:1/y",
                "--payment-url",
                "postgresql://127.0.0.1:1/y",
            ],
            1,
            "",
        ),
        (["provision", "--auth-url", "nonsense", "--payment-url", "nonsense"], 2, "auth_url"),
        (["run", "--auth-url", "nonsense", "--payment-url", "nonsense"], 2, "auth_url"),
        (["worker"], 2, "auth_url"),
        (["user"], 2, "required"),
        (["user", "add", "--email", "nobody", "--name", "N", "--role", "ADMIN"], 2, "not an email"),
        (["user", "add", "--email", "a@b.eg", "--name", " ", "--role", "ADMIN"], 2, "not a name"),
        (
            ["user", "add", "--email", "a@b.eg", "--name", "N", "--role", "KING"],
            2,
            "invalid choice",
        ),
        (["user", "add", "--email", "a@b.eg", "--name", "N"], 2, "--role"),
        (["user", "lock", "a@b.eg"], 2, "required"),
        (["user", "lock", "a@b.eg", "--reason", ""], 2, "not a reason"),
        (["user", "lock", "a@b.eg", "--reason", "x", "--unlock"], 2, "not allowed with"),
        (["user", "reset", "a@b.eg", "--auth-url", "nonsense"], 2, "auth_url"),
        (["user", "reset", "a@b.eg", "--auth-url", "postgresql://127.0.0.1:1/y"], 1, "reached"),
    ],
)
def test_wrong_usage_is_told(tmp_path: Path, arguments: list[str], code: int, said: str) -> None:
    done = _main(tmp_path, *arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_screen_one_sentence_and_no_abort(tmp_path: Path) -> None:
    bare = {"PATH": os.environ["PATH"], "INSTAPAY_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "main.py", "run", "--demo"],
        cwd=_ROOT, env=bare, capture_output=True, text=True, timeout=_LIMIT_S, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("main.py: There is no screen here")


@pytest.mark.parametrize(
    "command", ["run", "serve", "provision", "doctor", "user", "worker", "seed"]
)
def test_help_of_each_command(tmp_path: Path, command: str) -> None:
    assert f"main.py {command}" in _main(tmp_path, command, "--help").stdout
    assert command in _main(tmp_path, "--help").stdout


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
