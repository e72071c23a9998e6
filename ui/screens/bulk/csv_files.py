"""What is saved of a file of payments: the rows to be mended, or what became of them all.

The columns of a file of errors are named so that it can be mended and read again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import counterparty_text, csv_text, whole_file
from ui.marking import QT_TRANSLATE_NOOP
from ui.screens.bulk.model import problem_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from uuid import UUID

    from services.values.batches import BatchRow, BatchSheet

_ERROR_HEADS = (
    QT_TRANSLATE_NOOP("bulk", "Row"),
    QT_TRANSLATE_NOOP("bulk", "Payee"),
    QT_TRANSLATE_NOOP("bulk", "Amount"),
    QT_TRANSLATE_NOOP("bulk", "Note"),
    QT_TRANSLATE_NOOP("bulk", "Name"),
    QT_TRANSLATE_NOOP("bulk", "Check"),
)
_RESULT_HEADS = (
    QT_TRANSLATE_NOOP("bulk", "Row"),
    QT_TRANSLATE_NOOP("bulk", "Payee"),
    QT_TRANSLATE_NOOP("bulk", "Name"),
    QT_TRANSLATE_NOOP("bulk", "Amount"),
    QT_TRANSLATE_NOOP("bulk", "Currency"),
    QT_TRANSLATE_NOOP("bulk", "Note"),
    QT_TRANSLATE_NOOP("bulk", "Status"),
    QT_TRANSLATE_NOOP("bulk", "Transaction"),
)


def save_errors(path: Path, sheet: BatchSheet) -> None:
    """Write the rows that something is wrong with; blocks. Raises as `whole_file.writing`."""
    rows = [_error_cells(row) for row in sheet.rows if row.error or row.warning]
    _save(path, _ERROR_HEADS, rows)


def save_result(path: Path, sheet: BatchSheet, ids: tuple[UUID, ...]) -> None:
    """Write what was paid, each row with its payment's id; blocks. Raises as `save_errors`."""
    status = QCoreApplication.translate("bulk", "Sent")
    rows = [
        _result_cells(row, transaction_id, status)
        for row, transaction_id in zip(sheet.rows, ids, strict=True)
    ]
    _save(path, _RESULT_HEADS, rows)


def _error_cells(row: BatchRow) -> list[str]:
    return [
        str(row.number),
        csv_text.text_cell(row.payee),
        csv_text.text_cell(row.amount_text),
        csv_text.text_cell(row.note),
        csv_text.text_cell(row.expected_name),
        csv_text.text_cell(problem_text(row)),
    ]


def _result_cells(row: BatchRow, transaction_id: UUID, status: str) -> list[str]:
    assert row.amount is not None
    return [
        str(row.number),
        csv_text.text_cell(row.payee),
        csv_text.text_cell(counterparty_text.shown(row.masked_name)),
        csv_text.decimal(row.amount.amount),
        row.amount.currency,
        csv_text.text_cell(row.note),
        status,
        str(transaction_id),
    ]


def _save(path: Path, heads: tuple[str, ...], rows: Iterable[list[str]]) -> None:
    titles = [QCoreApplication.translate("bulk", each) for each in heads]
    with whole_file.writing(path) as file:
        file.write(csv_text.BYTE_ORDER_MARK)
        file.write(csv_text.encoded([titles, *rows]))
