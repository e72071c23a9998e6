from __future__ import annotations

from pathlib import Path

import pytest

from app.postgres.server_config import configuration


def text(**changed: object) -> str:
    arguments: dict[str, object] = {
        "port": 5000,
        "socket_dir": None,
        "log_dir": Path("/home/logs"),
        "extra": {},
        **changed,
    }
    return configuration(**arguments)  # type: ignore[arg-type]  # one of them is changed on purpose


def value_of(name: str, settings: str) -> str:
    (line,) = (line for line in settings.splitlines() if line.startswith(f"{name} = "))
    return line.partition(" = ")[2]


def test_quotes_and_backslashes_in_a_path_are_doubled() -> None:
    settings = text(log_dir=Path("/o'brien\\x/حساب"))
    assert value_of("log_directory", settings) == "'/o''brien\\\\x/حساب'"


def test_a_comma_in_the_socket_directory_does_not_make_two_of_it() -> None:
    settings = text(socket_dir=Path('/a,b "c"'))
    assert value_of("unix_socket_directories", settings) == '\'"/a,b ""c"""\''


def test_without_a_socket_directory_there_is_no_socket() -> None:
    assert value_of("unix_socket_directories", text()) == "''"


def test_extra_settings_replace_ours_and_come_once() -> None:
    assert value_of("jit", text(extra={"jit": "on"})) == "'on'"
    assert value_of("fsync", text(extra={"fsync": "off"})) == "'off'"


def test_durability_is_left_to_postgres() -> None:
    assert not any(
        line.startswith(("fsync", "full_page_writes", "synchronous_commit"))
        for line in text().splitlines()
    )


@pytest.mark.parametrize("value", ["a\nport = '1'", "a\rb"])
def test_a_value_with_a_line_break_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="line break"):
        text(extra={"cluster_name": value})
