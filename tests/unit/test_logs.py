from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import pytest

from app import logs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def root_logger() -> Iterator[logging.Logger]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield root
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_each_record_is_one_json_line_of_a_private_file(
    tmp_path: Path, root_logger: logging.Logger
) -> None:
    logs.start(tmp_path / "logs", "desktop", is_verbose=False)
    log = logging.getLogger("tests")
    log.debug("not wanted")
    log.info("منى\nسطر", extra={"reference": "AB12"})
    try:
        int("why")
    except ValueError:
        log.exception("failed")
    path = tmp_path / "logs" / "desktop.log"
    first, second = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    assert (first["message"], first["reference"], first["level"]) == ("منى\nسطر", "AB12", "INFO")
    assert "ValueError: invalid literal for int() with base 10: 'why'" in second["traceback"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_log_goes_to_standard_error_where_no_file_can_be_written(
    tmp_path: Path, root_logger: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    logs.start(tmp_path / "logs", "desktop", is_verbose=True)
    logging.getLogger("tests").warning("seen")
    assert '"seen"' in capsys.readouterr().err
