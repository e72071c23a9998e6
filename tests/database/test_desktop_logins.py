"""A station's login: made within its bounds, renewed, and taken away with all that it has open."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest
from psycopg2.extensions import make_dsn

from app.postgres.cluster import Cluster
from app.provisioning import desktop_logins, roles
from app.provisioning.checks import OK, examine
from app.provisioning.provision import provision
from app.station_urls import station_url
from services.bank import open_services
from services.errors import Refused, Unavailable
from tests.conftest import _FAST, _SOURCES
from tests.faults.observing import until
from tests.server_log import read_to_now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bank import Bank
    from tests.conftest import Server

pytestmark = pytest.mark.system_postgres

_numbers = itertools.count(1)
_ROLE = (
    "SELECT rolcanlogin, rolconnlimit, rolconfig, pg_has_role(oid, 'instapay_desktop', 'MEMBER')"
    " FROM pg_roles WHERE rolname = %s"
)


@pytest.fixture
def name(bank: Bank) -> Iterator[str]:
    """Name a role that nobody has; it is gone afterwards, as roles are the whole server's."""
    made = f"station_t{next(_numbers)}"
    yield made
    with _admin(bank.auth_owner_url) as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (made,))
        if cursor.fetchone():
            cursor.execute(f"DROP OWNED BY {made}")
            cursor.execute(f"DROP ROLE {made}")


@contextmanager
def _admin(url: str) -> Iterator[Any]:
    connection = psycopg2.connect(url)
    connection.autocommit = True
    try:
        yield connection.cursor()
    finally:
        connection.close()


def _shown(cursor: Any, setting: str) -> str:
    cursor.execute(f"SHOW {setting}")
    return str(cursor.fetchone()[0])


def _add(bank: Bank, name: str, *, has_new_password: bool = False) -> desktop_logins.Added:
    return desktop_logins.add(
        bank.auth_owner_url, bank.payment_owner_url, name, has_new_password=has_new_password
    )


def _revoke(bank: Bank, name: str) -> desktop_logins.Revoked:
    return desktop_logins.revoke(bank.auth_owner_url, bank.payment_owner_url, name)


def _login(bank: Bank, name: str, password: str | None) -> None:
    bank.auth_url = make_dsn(bank.auth_owner_url, user=name, password=password)
    bank.payment_url = make_dsn(bank.payment_owner_url, user=name, password=password)


def _privileges(bank: Bank) -> str:
    return examine(bank.auth_owner_url, bank.payment_owner_url)["privileges"]


def test_a_station_signs_people_in_within_its_bounds(bank: Bank, name: str) -> None:
    salma = bank.add_customer(balance=100)
    done = _add(bank, name)
    assert done.report.too_weak == []
    assert done.password is not None
    assert len(done.password) >= 43
    assert done.password not in repr(done)
    assert bank.ask("auth", _ROLE, name) == [
        (
            True,
            64,
            [
                "idle_in_transaction_session_timeout=5s", "track_activities=off",
                "log_min_error_statement=panic", "temp_file_limit=256MB",
            ],
            True,
        )
    ]  # fmt: skip
    _login(bank, name, done.password)
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    assert len(services.accounts.list()) == 1
    assert bank.ask("auth", "SELECT DISTINCT database_role FROM sessions") == [(name,)]
    assert _privileges(bank) == OK


def test_the_server_never_sees_the_password_itself(bank: Bank, name: str, server: Server) -> None:
    with _admin(bank.auth_owner_url) as cursor:
        cursor.execute("ALTER SYSTEM SET log_statement = 'all'")
        cursor.execute("SELECT pg_reload_conf()")
        # Connections that are made from then on have it.
        assert until(lambda: _shown(cursor, "log_statement") == "all", patience_s=10)
        done = _add(bank, name)
        cursor.execute("ALTER SYSTEM RESET log_statement")
        cursor.execute("SELECT pg_reload_conf()")
        cursor.execute("SELECT rolpassword FROM pg_authid WHERE rolname = %s", (name,))
        assert cursor.fetchone()[0].startswith("SCRAM-SHA-256$")
        log = read_to_now(cursor, server.cluster.log_file)
    assert f'ALTER ROLE "{name}" PASSWORD' in log
    assert done.password is not None
    assert done.password not in log


def test_again_changes_no_password_unless_asked(bank: Bank, name: str) -> None:
    first = _add(bank, name)
    _login(bank, name, first.password)
    with _admin(bank.auth_owner_url) as cursor:
        cursor.execute(f"ALTER ROLE {name} RESET ALL")
        cursor.execute(f"ALTER ROLE {name} CONNECTION LIMIT -1")
    again = _add(bank, name)
    assert (again.password, again.report.changes) == (None, [])
    assert bank.ask("auth", _ROLE, name)[0][1] == 64
    assert _privileges(bank) == OK
    with bank.as_desktop("auth"):
        pass
    renewed = _add(bank, name, has_new_password=True)
    assert renewed.password not in {None, first.password}
    with pytest.raises(psycopg2.OperationalError, match="authentication failed"):
        psycopg2.connect(bank.auth_url)
    _login(bank, name, renewed.password)
    with bank.as_desktop("auth"), bank.as_desktop("payment"):
        pass


def test_revoked_it_is_out_at_once_with_its_sessions(bank: Bank, name: str) -> None:
    salma = bank.add_customer(balance=100)
    done = _add(bank, name)
    _login(bank, name, done.password)
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    session = bank.ask("auth", "SELECT id FROM sessions")[0][0]
    with bank.as_desktop("auth") as auth, bank.as_desktop("payment") as payment:
        # One that holds a row that the end of sessions must write.
        cursor = auth.cursor()
        cursor.execute("BEGIN")
        cursor.execute(
            "SELECT 1 FROM api.access_token(%s)", (services.identity._access.current().session,)
        )
        assert _revoke(bank, name).sessions == 1
        for each in (auth, payment):
            with pytest.raises((psycopg2.OperationalError, psycopg2.InterfaceError)):
                each.cursor().execute("SELECT 1")
    assert bank.ask("auth", _ROLE, name) == []
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(bank.auth_url)
    assert bank.ask("auth", "SELECT 1 FROM sessions WHERE ended_at IS NULL") == []
    # Payment knows without the worker.
    assert bank.ask("payment", "SELECT subject FROM revocations") == [(session,)]
    with pytest.raises(Unavailable):
        services.accounts.list()


def test_other_stations_go_on(bank: Bank, name: str) -> None:
    salma = bank.add_customer()
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    _add(bank, name)
    assert _revoke(bank, name).sessions == 0
    assert len(services.accounts.list()) == 1
    with pytest.raises(Refused) as caught:
        _revoke(bank, name)
    assert caught.value.code == "role_unknown"


def test_one_that_owns_something_stays_without_login_and_can_come_back(
    bank: Bank, name: str
) -> None:
    _add(bank, name)
    with _admin(bank.payment_owner_url) as cursor:
        cursor.execute(f"CREATE SCHEMA of_{name} AUTHORIZATION {name}")
    for _ in range(2):
        assert "stays" in _revoke(bank, name).report.changes[-1]
        assert bank.ask("auth", _ROLE, name)[0][::3] == (False, False)
    with _admin(bank.auth_owner_url) as cursor:
        cursor.execute("SELECT rolpassword FROM pg_authid WHERE rolname = %s", (name,))
        assert cursor.fetchone() == (None,)
    done = _add(bank, name)
    assert done.password is not None
    assert bank.ask("auth", _ROLE, name)[0][::3] == (True, True)
    _login(bank, name, done.password)
    with bank.as_desktop("payment"):
        pass
    with _admin(bank.payment_owner_url) as cursor:
        cursor.execute(f"DROP SCHEMA of_{name}")


@pytest.mark.parametrize("attributes", ["SUPERUSER LOGIN", "CREATEROLE LOGIN", "LOGIN", "NOLOGIN"])
def test_a_role_that_is_no_stations_is_left_alone(bank: Bank, name: str, attributes: str) -> None:
    powerful = "SUPERUSER" in attributes or "CREATEROLE" in attributes
    with _admin(bank.auth_owner_url) as cursor:
        group = " IN ROLE instapay_desktop" if powerful else ""
        cursor.execute(f"CREATE ROLE {name} {attributes} PASSWORD 'as it was'{group}")
        before = "SELECT rolpassword, rolcanlogin FROM pg_authid WHERE rolname = %s"
        cursor.execute(before, (name,))
        was = cursor.fetchone()
        for act in (_add, _revoke):
            with pytest.raises(Refused) as caught:
                act(bank, name)
            assert caught.value.code == "role_taken"
        cursor.execute(before, (name,))
        assert cursor.fetchone() == was


@pytest.mark.parametrize("own", ["instapay_admin", "instapay_owner", "instapay_worker"])
def test_our_own_roles_are_no_stations(bank: Bank, own: str) -> None:
    for act in (_add, _revoke):
        with pytest.raises(Refused):
            act(bank, own)


def test_each_is_audited_in_both_databases(bank: Bank, name: str) -> None:
    salma = bank.add_customer()
    done = _add(bank, name)
    _login(bank, name, done.password)
    bank.services().identity.sign_in(email=salma.email, password=salma.password)
    _revoke(bank, name)
    rows = "SELECT event, payload FROM audit_logs WHERE service = 'operator' AND actor IS NULL ORDER BY id"
    added = ("desktop_role_added", {"role": name, "has_new_password": True})
    revoked = ("desktop_role_revoked", {"role": name})
    ended = ("sessions_ended", {"role": name, "sessions": 1})
    assert bank.ask("auth", rows) == [added, revoked, ended]
    assert bank.ask("payment", rows) == [added, revoked]


def test_an_administrator_who_is_no_superuser_can_do_it(
    bank: Bank, name: str, server: Server
) -> None:
    weak = f"weak_{name}"
    with _admin(bank.auth_owner_url) as cursor:
        cursor.execute(f"CREATE ROLE {weak} LOGIN CREATEROLE PASSWORD 'weak'")
        cursor.execute(f"GRANT instapay_owner TO {weak}")
        cursor.execute(f"GRANT instapay_desktop TO {weak} WITH ADMIN OPTION")
        cursor.execute(f"GRANT pg_signal_backend TO {weak}")
    urls = [
        make_dsn(url, user=weak, password="weak")
        for url in (bank.auth_owner_url, bank.payment_owner_url)
    ]
    done = desktop_logins.add(urls[0], urls[1], name)
    assert {line.split(" ")[0] for line in done.report.too_weak} == {
        "track_activities", "temp_file_limit",
    }  # fmt: skip
    assert f"login {name}: track_activities=off is not set" in _privileges(bank)
    _login(bank, name, done.password)
    with bank.as_desktop("payment") as desktop:
        assert desktop_logins.revoke(urls[0], urls[1], name).report.too_weak == []
        with pytest.raises((psycopg2.OperationalError, psycopg2.InterfaceError)):
            desktop.cursor().execute("SELECT 1")
    assert bank.ask("auth", _ROLE, name) == []
    with _admin(bank.auth_owner_url) as cursor:
        cursor.execute(f"DROP ROLE {weak}")


@pytest.fixture
def second_server(request: pytest.FixtureRequest, bank: Bank) -> Iterator[Cluster]:
    source = request.node.callspec.params["server"]
    home = Path(tempfile.mkdtemp(prefix="instapay-second-"))
    home.chmod(0o711)
    with Cluster(home, _SOURCES[source], extra_settings=_FAST) as cluster:
        provision(bank.auth_owner_url, cluster.url("money"))
        yield cluster
    shutil.rmtree(home, ignore_errors=True)


def test_two_servers_get_one_name_and_one_password(
    bank: Bank, name: str, second_server: Cluster
) -> None:
    bank.payment_owner_url = second_server.url("money")
    salma = bank.add_customer(balance=100)
    done = _add(bank, name)
    _login(bank, name, done.password)
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=salma.password)
    assert len(services.accounts.list()) == 1
    # Half of it is gone, as after a crash between the two: the password that fits both is lost.
    with _admin(second_server.url("postgres")) as cursor:
        cursor.execute(f"DROP ROLE {name}")
    with pytest.raises(Refused) as caught:
        _add(bank, name)
    assert caught.value.code == "role_incomplete"
    done = _add(bank, name, has_new_password=True)
    _login(bank, name, done.password)
    with bank.as_desktop("auth"), bank.as_desktop("payment"):
        pass
    _revoke(bank, name)
    for url in (bank.auth_owner_url, bank.payment_owner_url):
        with _admin(url) as cursor:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,))
            assert cursor.fetchone() is None


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ("ALTER ROLE {} SUPERUSER", "has superuser"),
        ("ALTER ROLE {} CREATEROLE", "has createrole"),
        ("ALTER ROLE {} BYPASSRLS", "has bypassrls"),
        ("ALTER ROLE {} CONNECTION LIMIT -1", "has no connection limit"),
        ("ALTER ROLE {} RESET track_activities", "track_activities=off is not set"),
        ("ALTER ROLE {} SET track_activities = on", "track_activities=off is not set"),
        ("ALTER ROLE {} RESET log_min_error_statement", "log_min_error_statement=panic is not set"),
        ("ALTER ROLE {} RESET temp_file_limit", "temp_file_limit is not set"),
    ],
)
def test_doctor_finds_a_login_beyond_its_bounds(
    bank: Bank, name: str, change: str, finding: str
) -> None:
    _add(bank, name)
    with _admin(bank.auth_owner_url) as cursor:
        cursor.execute(change.format(name))
    found = _privileges(bank)
    assert f"login {name}" in found
    assert finding in found
    assert found.count(finding) == 1, "one server, one finding"


def test_a_login_by_way_of_another_group_is_found_too(bank: Bank, name: str) -> None:
    with _admin(bank.auth_owner_url) as cursor:
        cursor.execute(f"CREATE ROLE {name} NOLOGIN IN ROLE instapay_desktop")
        cursor.execute(f"CREATE ROLE {name}_in LOGIN IN ROLE {name}")
        try:
            assert f"login {name}_in has no connection limit" in _privileges(bank)
        finally:
            cursor.execute(f"DROP ROLE {name}_in")


def test_many_connections_of_one_station_end_at_its_limit(
    bank: Bank, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roles, "_CONNECTIONS", 2)
    done = _add(bank, name)
    _login(bank, name, done.password)
    with (
        bank.as_desktop("auth"),
        bank.as_desktop("payment"),
        pytest.raises(psycopg2.OperationalError, match="too many connections for role"),
    ):
        psycopg2.connect(bank.auth_url)
    opened = open_services(lambda: bank.auth_url, lambda: bank.payment_url, bank.folder / "o")
    opened.connection.check_schema()
    opened.close()


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("postgresql://admin:secret@db.bank.eg/x", "postgresql://s_7:p%40ss@db.bank.eg/bank"),
        ("postgresql://a@one:1,two:2/x?sslmode=verify-full&sslrootcert=/ca%20s.pem&target_session_attrs=read-write&sslkey=/k&options=-c%20x",
         "postgresql://s_7:p%40ss@one:1,two:2/bank?sslmode=verify-full&sslrootcert=%2Fca%20s.pem&target_session_attrs=read-write"),
        ("postgresql://a@[::1]:5433/x", "postgresql://s_7:p%40ss@[::1]:5433/bank"),
        ("postgresql://a@%2Frun%2Fpg:6/x", "postgresql://s_7:p%40ss@%2Frun%2Fpg:6/bank"),
        ("postgresql:///x?host=one,two&port=5&user=a", "postgresql://s_7:p%40ss@one:5,two:5/bank"),
        ("postgresql://a@bank.eg:5/x?hostaddr=10.0.0.1", "postgresql://s_7:p%40ss@bank.eg:5/bank?hostaddr=10.0.0.1"),
    ],
)  # fmt: skip
def test_a_stations_url_is_the_administrators_with_another_login(url: str, made: str) -> None:
    assert station_url(url, database="bank", user="s_7", password="p@ss") == made
    assert psycopg2.extensions.parse_dsn(made)["password"] == "p@ss"
    without = station_url(url, database="bank", user="s_7", password=None)
    assert "password" not in psycopg2.extensions.parse_dsn(without)
