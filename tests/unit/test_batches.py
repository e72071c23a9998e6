"""Batches as values, and what is kept of one before it is sent."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from services.batch_outbox import BatchOutbox
from services.batches import _may_be
from services.errors import Unavailable
from services.values.batches import BatchOrder, BatchRow, BatchSheet
from services.values.money import Money

if TYPE_CHECKING:
    from pathlib import Path

_SOMEBODY = uuid4()


def _row(number: int, amount: str | None, error: str = "", warning: str = "") -> BatchRow:
    money = None if amount is None else Money(Decimal(amount), "EGP")
    return BatchRow(number, "karim@instapay", amount or "", money, "", error=error, warning=warning)


def _order() -> BatchOrder:
    return BatchOrder(uuid4(), BatchSheet("EGP", (_row(2, "10.50"), _row(3, "1"))), name="a.csv")


@pytest.mark.parametrize(
    ("expected", "masked", "may_be"),
    [
        ("Karim Samir", "Karim S••••", True),
        ("karim samir fouad", "Karim S••••", True),
        ("Karim", "Karim S••••", False),
        ("Karim Adel", "Karim S••••", False),
        ("Hala Samir", "Karim S••••", False),
        ("Sayed", "S••••", True),
        ("Karim", "S••••", False),
        ("منى عادل", "منى ع••••", True),
        ("منى سمير", "منى ع••••", False),
    ],
)
def test_a_whole_name_is_compared_with_the_beginnings_that_are_shown(
    expected: str, masked: str, may_be: bool
) -> None:
    assert _may_be(expected, masked) is may_be


def test_a_sheet_counts_its_rows_and_adds_up_what_it_can() -> None:
    sheet = BatchSheet(
        "EGP", (_row(2, "10.50"), _row(3, None, "amount_invalid"), _row(4, "1", "", "row_repeated"))
    )
    assert (sheet.error_count, sheet.warning_count) == (1, 1)
    assert sheet.total == Money(Decimal("11.50"), "EGP")
    marked = sheet.with_errors({1: "payee_unknown"})
    assert [row.error for row in marked.rows] == ["payee_unknown", "amount_invalid", ""]


def test_each_row_of_an_order_has_one_id_for_good() -> None:
    order = _order()
    assert len({order.id, *order.ids}) == 3


def test_a_batch_is_kept_until_its_outcome_is_known(tmp_path: Path) -> None:
    outbox, order = BatchOutbox(tmp_path), _order()
    outbox.keep(_SOMEBODY, order)
    outbox.keep(_SOMEBODY, order)
    (kept,) = outbox.unanswered(_SOMEBODY)
    assert (kept.id, kept.row_count, kept.name) == (order.id, 2, "a.csv")
    assert kept.amount == Money(Decimal("11.50"), "EGP")
    assert outbox.unanswered(uuid4()) == ()
    # Another window leaves it alone while this one is busy with it.
    assert BatchOutbox(tmp_path).unanswered(_SOMEBODY) == ()
    outbox.forget(_SOMEBODY, order.id)
    assert list(tmp_path.iterdir()) == []


def test_what_an_ended_program_left_is_found_and_forgotten_by_the_next(tmp_path: Path) -> None:
    first, order = BatchOutbox(tmp_path), _order()
    first.keep(_SOMEBODY, order)
    first._held[order.id].close(keep=True)
    (tmp_path / "other.json").write_text("no batch")
    following = BatchOutbox(tmp_path)
    assert [each.id for each in following.unanswered(_SOMEBODY)] == [order.id]
    following.forget(uuid4(), order.id)
    assert len(following.unanswered(_SOMEBODY)) == 1
    following.forget(_SOMEBODY, order.id)
    assert following.unanswered(_SOMEBODY) == ()


def test_where_nothing_can_be_written_nothing_may_be_sent(tmp_path: Path) -> None:
    folder = tmp_path / "outbox"
    folder.write_text("a file where the folder should be")
    with pytest.raises(Unavailable, match="outbox_unwritable"):
        BatchOutbox(folder).keep(_SOMEBODY, _order())


def test_a_file_name_of_any_length_fits(tmp_path: Path) -> None:
    order = BatchOrder(uuid4(), BatchSheet("EGP", (_row(2, "1"),)), name="م" * 5000)
    outbox = BatchOutbox(tmp_path)
    outbox.keep(_SOMEBODY, order)
    (kept,) = outbox.unanswered(_SOMEBODY)
    assert kept.name == "م" * 200
