"""sslmode=verify-full through the URL: the right certificate opens, everything else is refused in words."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import psycopg2
import pytest

from app import transport
from app.postgres.cluster import Cluster
from app.postgres.server_account import server_account
from app.provisioning.checks import examine
from app.provisioning.provision import provision
from services import tls
from services.bank import open_services
from services.errors import Unavailable
from tests.conftest import _FAST, _SOURCES, STATION, STATION_PASSWORD
from ui import bidi, error_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bank import Bank

_HOST = "db.bank.example"


def _openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def _authority(folder: Path, name: str) -> Path:
    _openssl(
        folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}",
        "-addext", "keyUsage=critical,keyCertSign,cRLSign",
        "-keyout", f"{name}.key", "-out", f"{name}.pem",
    )  # fmt: skip
    return folder / f"{name}.pem"


def _certify(folder: Path, authority: str, host: str) -> None:
    """Make server.key, and server.crt for `host` and for nothing else."""
    (folder / "names").write_text(
        f"subjectAltName=DNS:{host}\nbasicConstraints=CA:FALSE\nauthorityKeyIdentifier=keyid\n"
    )
    _openssl(
        folder, "req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={host}",
        "-keyout", "server.key", "-out", "server.csr",
    )  # fmt: skip
    _openssl(
        folder, "x509", "-req", "-in", "server.csr", "-days", "2", "-extfile", "names",
        "-CA", f"{authority}.pem", "-CAkey", f"{authority}.key", "-CAcreateserial",
        "-out", "server.crt",
    )  # fmt: skip


@dataclass
class TlsBank:
    """A bank whose server has a certificate for `db.bank.example` by an authority of the test's own."""

    cluster: Cluster
    authority: Path
    stranger: Path

    def url(self, database: str, host: str = _HOST, *, trusts: Path | None = None,
            mode: str = "verify-full", user: str = STATION, password: str = STATION_PASSWORD,
            port: int | None = None) -> str:  # fmt: skip
        root = quote(str(trusts or self.authority), safe="")
        return (
            f"postgresql://{user}:{quote(password)}@{host}:{port or self.cluster.port}/{database}"
            f"?hostaddr=127.0.0.1&sslmode={mode}&sslrootcert={root}"
        )


@pytest.fixture(scope="module")
def tls_bank() -> Iterator[TlsBank]:
    if "system" not in _SOURCES or shutil.which("openssl") is None:
        pytest.skip("needs Debian's Postgres, which has TLS, and openssl")
    home = Path(tempfile.mkdtemp(prefix="instapay tls "))
    home.chmod(0o711)
    authority, stranger = _authority(home, "authority"), _authority(home, "stranger")
    _certify(home, "authority", _HOST)
    account = server_account(home / "data")
    if account is not None:
        os.chown(home / "server.key", account.uid, account.gid)
    settings = _FAST | {
        "ssl": "on",
        "ssl_cert_file": str(home / "server.crt"),
        "ssl_key_file": str(home / "server.key"),
    }
    with Cluster(home / "home", _SOURCES["system"], extra_settings=settings) as cluster:
        provision(
            cluster.url("a"), cluster.url("p"), desktop_login=(STATION, STATION_PASSWORD)
        )  # fmt: skip
        yield TlsBank(cluster, authority, stranger)
    shutil.rmtree(home, ignore_errors=True)


def _refusal(auth_url: str, payment_url: str, folder: Path) -> Unavailable:
    """Return what a window's start is told."""
    services = open_services(lambda: auth_url, lambda: payment_url, folder / "outbox")
    try:
        with pytest.raises(Unavailable) as caught:
            services.connection.check_schema()
    finally:
        services.close()
    return caught.value


def test_the_right_certificate_opens_the_bank(tls_bank: TlsBank, tmp_path: Path) -> None:
    services = open_services(
        lambda: tls_bank.url("a"), lambda: tls_bank.url("p"), tmp_path / "outbox"
    )
    services.connection.check_schema()
    probed = services.connection.probe()
    services.close()
    assert (probed.auth, probed.payment) == (True, True)
    connection = psycopg2.connect(tls_bank.url("p"))
    cursor = connection.cursor()
    cursor.execute("SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
    assert cursor.fetchone() == (True, "TLSv1.3")
    connection.close()


@pytest.mark.parametrize("case", ["another name", "an address", "another authority"])
def test_a_certificate_that_proves_nothing_is_refused(
    tls_bank: TlsBank, tmp_path: Path, case: str
) -> None:
    cases: dict[str, dict[str, Any]] = {
        "another name": {"host": "db.other.example"},
        "an address": {"host": "127.0.0.1"},
        "another authority": {"trusts": tls_bank.stranger},
    }
    changed = cases[case]
    url = tls_bank.url("a", **changed)
    error = _refusal(url, url, tmp_path)
    assert error.code == "server_certificate_refused"
    said = bidi.plain(error_text.sentence(error))
    assert str(changed.get("host", _HOST)) in said
    assert "could not prove that it is the bank's" in said
    # Who administers is told the same.
    with pytest.raises(Unavailable) as caught:
        examine(url, url)
    assert caught.value.code == "server_certificate_refused"
    # Without verify-full it would have gone through, which is why there is a warning.
    psycopg2.connect(tls_bank.url("a", mode="require", **{**changed, "trusts": None})).close()


def test_by_verify_ca_the_name_does_not_count(tls_bank: TlsBank) -> None:
    url = tls_bank.url("a", "db.other.example", mode="verify-ca")
    psycopg2.connect(url).close()
    assert tls.distrust(url, "auth") is None
    url = tls_bank.url("a", mode="verify-ca", trusts=tls_bank.stranger)
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(url)
    error = tls.distrust(url, "auth")
    assert error is not None
    assert error.code == "server_certificate_refused"


def test_a_server_without_tls_is_refused(bank: Bank, tmp_path: Path) -> None:
    url = bank.auth_url + "?sslmode=verify-full"
    error = _refusal(url, url, tmp_path)
    assert error.code == "server_without_tls"
    assert "does not encrypt" in error_text.sentence(error)


def test_a_missing_authority_is_named(tls_bank: TlsBank, tmp_path: Path) -> None:
    url = tls_bank.url("a", trusts=tmp_path / "nothing.pem")
    error = _refusal(url, url, tmp_path)
    assert error.code == "authorities_missing"
    assert str(tmp_path / "nothing.pem") in bidi.plain(error_text.sentence(error))


def test_what_is_no_matter_of_trust_is_told_as_before(tls_bank: TlsBank, tmp_path: Path) -> None:
    for url in (tls_bank.url("a", port=1), tls_bank.url("a", password="wrong")):
        assert _refusal(url, url, tmp_path).code == "server_unreachable"


def test_whoever_answers_in_its_place_is_told_nothing(tls_bank: TlsBank, tmp_path: Path) -> None:
    """A listener that says it has no TLS, as somebody on the line would: no login, no password."""
    heard: list[bytes] = []

    def answer() -> None:
        while True:
            try:
                line, _ = listener.accept()
            except OSError:
                return
            with line:
                heard.append(line.recv(4096))
                line.sendall(b"N")
                heard.append(line.recv(4096))

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        url = tls_bank.url("a", port=listener.getsockname()[1])
        assert _refusal(url, url, tmp_path).code == "server_without_tls"
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(5)
    assert set(heard) == {tls.SSL_REQUEST, b""}


@pytest.mark.parametrize(
    ("url", "hosts"),
    [
        ("postgresql://s@db.bank.eg/a", ["db.bank.eg"]),
        ("postgresql://s@db.bank.eg/a?sslmode=require", ["db.bank.eg"]),
        ("postgresql://s@db.bank.eg/a?sslmode=verify-ca", ["db.bank.eg"]),
        ("postgresql://s@db.bank.eg/a?sslmode=verify-full", []),
        ("postgresql://s@10.0.0.1,localhost,two/a", ["10.0.0.1, two"]),
        ("postgresql://s@localhost/a?hostaddr=10.0.0.1", ["10.0.0.1"]),
        ("postgresql://s@localhost/a", []),
        ("postgresql://s@127.0.0.9:1,[::1]:2/a", []),
        ("postgresql://s@%2Frun%2Fpg/a", []),
        ("postgresql:///a", []),
        (None, []),
    ],
)
def test_what_leaves_the_machine_unproven_is_named(url: str | None, hosts: list[str]) -> None:
    lines = transport.unprotected({"auth_url": url})
    assert [line.split(" without ")[0] for line in lines] == [f"auth_url: {each}" for each in hosts]


def test_libpqs_own_variable_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGSSLMODE", "verify-full")
    assert transport.unprotected({"auth_url": "postgresql://s@db.bank.eg/a"}) == []
