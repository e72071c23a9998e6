"""Where passwords of configured logins come from, and what is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import keyring
import keyring.backends.fail
import keyring.backends.null
import pytest
from psycopg2.extensions import parse_dsn

from app import credentials
from app.credentials import with_password
from services.errors import SettingsInvalid
from tests.keyring_in_file import KeyringInFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from keyring.backend import KeyringBackend

_ROOT = Path(__file__).parents[2]
_URL = "postgresql://station_7@db.bank.eg/instapay_auth?sslmode=verify-full"
_LOGIN = "station_7@db.bank.eg:5432/instapay_auth"


class _Broken(KeyringInFile):
    """A keyring whose daemon has died."""

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError(service, username, len(password))


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Use no keyring, no passfile and no PGPASSWORD of whoever runs the tests."""
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.delenv("PGPASSFILE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("INSTAPAY_TEST_KEYRING", str(tmp_path / "keyring.json"))
    yield
    keyring.set_keyring(before)


def _password(url: str, home: Path) -> str | None:
    return parse_dsn(with_password(url, home)).get("password")


def _write(home: Path, text: str, mode: int = 0o600) -> Path:
    path = home / "credentials.toml"
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def test_a_url_that_has_one_is_left_as_it_is(tmp_path: Path) -> None:
    _write(tmp_path, "not even looked at", 0o644)
    for url in ("postgresql://a:b@c/d", "postgresql://a@c/d?password=b"):
        assert with_password(url, tmp_path) == url


def test_the_keyring_comes_before_the_file_and_the_rest_of_the_url_stays(tmp_path: Path) -> None:
    _write(tmp_path, f'[passwords]\n"{_LOGIN}" = "of the file"\n')
    assert _password(_URL, tmp_path) == "of the file"
    keyring.set_keyring(KeyringInFile())
    assert _password(_URL, tmp_path) == "of the file"
    keyring.set_password("mini-instapay", _LOGIN, "of the keyring")
    assert parse_dsn(with_password(_URL, tmp_path)) == {
        "host": "db.bank.eg", "user": "station_7", "dbname": "instapay_auth",
        "sslmode": "verify-full", "password": "of the keyring",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("url", "login"),
    [
        (_URL, _LOGIN),
        ("postgresql://s@[::1]:6/d", "s@::1:6/d"),
        ("postgresql://s@/d", "s@localhost:5432/d"),
        ("postgresql://s@one:1,two:2/d", "s@one,two:1,2/d"),
        ("postgresql://s@%2Frun%2Fpg/d", "s@/run/pg:5432/d"),
        ("postgresql://s@/d?hostaddr=10.0.0.1", "s@10.0.0.1:5432/d"),
        ("postgresql://s@h", "s@h:5432/s"),
    ],
)
def test_a_login_is_host_port_database_and_user(tmp_path: Path, url: str, login: str) -> None:
    assert credentials.login_of(parse_dsn(url)) == login
    assert credentials.save(url, "a secret", tmp_path) == str(tmp_path / "credentials.toml")
    assert _password(url, tmp_path) == "a secret"
    for other in ("postgresql://other@db.bank.eg/instapay_auth", _URL.replace("_auth", "_payment")):
        assert _password(other, tmp_path) is None


@pytest.mark.parametrize("backend", [keyring.backends.null.Keyring, _Broken, None])
def test_without_a_keyring_that_works_the_file_takes_it(
    tmp_path: Path, backend: type[KeyringBackend] | None
) -> None:
    if backend is not None:
        keyring.set_keyring(backend())
    home = tmp_path / "not made yet"
    for number, password in enumerate(("plain", 'with "quotes" \\ and ع', "another")):
        url = _URL.replace("station_7", f"station_{number % 2}")
        assert credentials.save(url, password, home) == str(home / "credentials.toml")
        assert _password(url, home) == password
    assert _password(_URL.replace("station_7", "station_1"), home) == 'with "quotes" \\ and ع'
    assert (home / "credentials.toml").stat().st_mode & 0o777 == 0o600
    assert home.stat().st_mode & 0o777 == 0o700
    home.chmod(0o710)
    credentials.save(_URL, "x", home)
    assert home.stat().st_mode & 0o777 == 0o710, "the private server's way through it"


def test_a_keyring_that_works_leaves_no_file(tmp_path: Path) -> None:
    keyring.set_keyring(KeyringInFile())
    assert credentials.save(_URL, "a secret", tmp_path) == "keyring"
    assert _password(_URL, tmp_path) == "a secret"
    assert not (tmp_path / "credentials.toml").exists()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
def test_a_file_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = _write(tmp_path, f'[passwords]\n"{_LOGIN}" = "x"\n', mode)
    acts: tuple[Callable[[], str], ...] = (
        lambda: with_password(_URL, tmp_path),
        lambda: credentials.save(_URL, "y", tmp_path),
    )
    for act in acts:
        with pytest.raises(SettingsInvalid) as caught:
            act()
        assert (caught.value.code, caught.value.data) == (
            "credentials_readable",
            {"path": str(path)},
        )


@pytest.mark.parametrize("named_by", ["url", "environment", "home"])
def test_a_passfile_that_libpq_would_pass_over_is_refused_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named_by: str
) -> None:
    path = tmp_path / (".pgpass" if named_by == "home" else "passwords")
    path.write_text("*:*:*:*:secret")
    path.chmod(0o640)
    url = f"{_URL}&passfile={path}" if named_by == "url" else _URL
    if named_by == "environment":
        monkeypatch.setenv("PGPASSFILE", str(path))
    with pytest.raises(SettingsInvalid) as caught:
        with_password(url, tmp_path)
    assert caught.value.data == {"path": str(path)}
    path.chmod(0o600)
    assert with_password(url, tmp_path) == url


def test_libpqs_own_variable_is_left_to_libpq(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", "x")
    _write(tmp_path, f'[passwords]\n"{_LOGIN}" = "y"\n')
    assert with_password(_URL, tmp_path) == _URL


@pytest.mark.parametrize("text", ["[passwords", "passwords = 3", "[passwords]\nx = 3", b"\xff"])
def test_a_file_that_is_none_is_named(tmp_path: Path, text: str | bytes) -> None:
    path = _write(tmp_path, "")
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SettingsInvalid) as caught:
        with_password(_URL, tmp_path)
    assert caught.value.data["name"] == str(path)


def test_no_password_is_told_to_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    credentials.save(_URL, "a very secret word", tmp_path)
    with_password(_URL, tmp_path)
    assert _LOGIN in caplog.text
    assert "a very secret word" not in caplog.text


def test_a_start_with_passwords_in_its_urls_never_loads_the_keyring(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "import app.commands.run, app.bootstrap, app.private_bank, app.credentials;"
        "app.credentials.with_password('postgresql://a:b@c/d', Path('.'));"
        "sys.exit('keyring' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=_ROOT, check=False)
    assert done.returncode == 0
