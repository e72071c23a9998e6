"""Rows that Postgres hands over as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.record_text import fields

if TYPE_CHECKING:
    from tests.bank import Bank

_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
_ROWS = st.lists(st.none() | _TEXTS, min_size=2, max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(row=_ROWS)
def test_what_postgres_writes_is_read_back(bank: Bank, row: list[str | None]) -> None:
    places = ", ".join(["%s::text"] * len(row))
    written = bank.ask("payment", f"SELECT ROW({places})::text", *row)[0][0]
    assert fields(written) == row


@pytest.mark.parametrize("text", ["", "a", "(a", "a)", '("a"b)', '(a,"b)'])
def test_what_is_no_row_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no row"):
        fields(text)
