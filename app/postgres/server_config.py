"""The server's settings and who may connect, as the two files Postgres reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

#: The only address the server listens on.
HOST = "127.0.0.1"

_HEADER = "# Written by Mini-InstaPay at every start: changes made here are lost.\n"

#: Never trust, nothing from another machine, no replication.
ACCESS_RULES = (
    _HEADER + "# type database user address method\n"
    "local all all scram-sha-256\n"
    f"host all all {HOST}/32 scram-sha-256\n"
)

#: Parameters hold passwords and amounts: they stay out of the log, in errors too. Messages are in
#: English because `start_failures` reads them.
_FIXED = {
    "listen_addresses": HOST,
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "password_encryption": "scram-sha-256",
    "cluster_name": "mini-instapay",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "default_text_search_config": "pg_catalog.simple",
    "jit": "off",
    "logging_collector": "on",
    "log_destination": "stderr",
    "log_filename": "postgres.log",
    "log_file_mode": "0600",
    "log_rotation_age": "0",
    "log_rotation_size": "0",
    "log_line_prefix": "%m [%p] %q%u@%d ",
    "log_statement": "none",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}


def configuration(
    *, port: int, socket_dir: Path | None, log_dir: Path, extra: Mapping[str, str]
) -> str:
    """Return the text of postgresql.conf; `extra` wins over what stands here."""
    settings = {
        **_FIXED,
        "port": str(port),
        "unix_socket_directories": "" if socket_dir is None else _list_item(str(socket_dir)),
        "log_directory": str(log_dir),
        **extra,
    }
    lines = (f"{name} = {_quoted(value)}\n" for name, value in settings.items())
    return _HEADER + "".join(lines)


def _quoted(value: str) -> str:
    """Quote a value as postgresql.conf wants it; a line break cannot stand in one."""
    if "\n" in value or "\r" in value:
        raise ValueError(f"a setting with a line break: {value!r}")
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"


def _list_item(value: str) -> str:
    """Quote one element of a list that Postgres splits at commas."""
    return '"' + value.replace('"', '""') + '"'
