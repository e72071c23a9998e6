"""The program's log: JSON lines in a bounded file. What is logged never holds a secret."""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MAX_OCTETS = 2_000_000
_KEPT_FILES = 3
#: Postgres quotes a statement that does not fit its functions, and psycopg2 has put tokens into it.
_QUOTED = re.compile(r"^LINE \d+: .*(?:\n *\^ *$)?", re.MULTILINE)
#: What every record has; anything else on it came as `extra`.
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """One JSON object a line: time (UTC), level, logger, message, extras, traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": _without_statement(record.getMessage()),
            **{key: value for key, value in vars(record).items() if key not in _STANDARD},
        }
        if record.exc_info and record.exc_info[0] is not None:
            told = "".join(traceback.format_exception(*record.exc_info))
            line["traceback"] = _without_statement(told)
        return json.dumps(line, ensure_ascii=False, default=str)


def _without_statement(text: str) -> str:
    return _QUOTED.sub("LINE (left out)", text)


def start(folder: Path, name: str, *, is_verbose: bool) -> None:
    """Log into `folder/<name>.log`; to standard error where the folder cannot be written."""
    handler: logging.Handler
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / f"{name}.log"
        path.touch(mode=0o600)
        handler = RotatingFileHandler(
            path, maxBytes=_MAX_OCTETS, backupCount=_KEPT_FILES, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.DEBUG if is_verbose else logging.INFO)
    # A full disk must not print a traceback for each line it swallows.
    logging.raiseExceptions = False
