"""Days as they are typed."""

from __future__ import annotations

from datetime import date

import pytest

from services.errors import InvalidInput
from ui.widgets.date_edit import read, written


@pytest.mark.parametrize(
    "text",
    [
        "22/11/2026", "22-11-2026", "22.11.2026", " 22 11 2026 ", "2026-11-22", "2026/11/22",
        "٢٢/١١/٢٠٢٦", "۲۲/۱۱/۲۰۲۶", "\u206622/11/2026\u2069",
    ],
)  # fmt: skip
def test_a_day_is_read_in_either_script(text: str) -> None:
    assert read(text) == date(2026, 11, 22)


@pytest.mark.parametrize(
    "text", ["31/02/2026", "22/11", "22/11/26", "x", "1/1/1066", "1/1/9999", "0/1/2026"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="date_invalid"):
        read(text)


def test_nothing_is_no_day_and_a_day_is_written_as_it_is_read() -> None:
    assert read("  ") is None
    assert written(None) == ""
    assert read(written(date(2026, 1, 2))) == date(2026, 1, 2)
