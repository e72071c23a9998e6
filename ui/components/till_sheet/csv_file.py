"""A till's sheet as comma-separated values: a row a slip.

Facts about the till stand in columns of their own in every row, so that sheets of several days can be
put under each other. The last rows are what came from and went to the vault, the count and what
differed.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import bidi, csv_text, date_text, error_text
from ui.components.till_sheet import till_text
from ui.components.till_sheet.sums import sums
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from services.values.tills import Slip, TillSheet
    from ui.components.till_sheet.day_sheet import DaySheet

_HEADS = (
    QT_TRANSLATE_NOOP("till", "Day"),
    QT_TRANSLATE_NOOP("till", "Till"),
    QT_TRANSLATE_NOOP("till", "Teller"),
    QT_TRANSLATE_NOOP("till", "Slip"),
    QT_TRANSLATE_NOOP("till", "Time"),
    QT_TRANSLATE_NOOP("till", "Kind"),
    QT_TRANSLATE_NOOP("till", "Customer"),
    QT_TRANSLATE_NOOP("till", "IBAN"),
    QT_TRANSLATE_NOOP("till", "Payee"),
    QT_TRANSLATE_NOOP("till", "Identification"),
    QT_TRANSLATE_NOOP("till", "Note"),
    QT_TRANSLATE_NOOP("till", "Amount"),
    QT_TRANSLATE_NOOP("till", "Fee"),
    QT_TRANSLATE_NOOP("till", "Currency"),
    QT_TRANSLATE_NOOP("till", "State"),
    QT_TRANSLATE_NOOP("till", "Reason"),
    QT_TRANSLATE_NOOP("till", "Reference"),
)


def write(file: IO[bytes], made: DaySheet) -> None:
    """Write it all; blocks. Raises OSError."""
    file.write(csv_text.BYTE_ORDER_MARK)
    file.write(csv_text.encoded([[QCoreApplication.translate("till", each) for each in _HEADS]]))
    file.write(csv_text.encoded(_slip_row(made.figures, each) for each in made.slips))
    file.write(csv_text.encoded(_sum_rows(made.figures)))


def _front(figures: TillSheet) -> list[str]:
    return [
        f"{figures.business_day:%Y-%m-%d}",
        str(figures.number),
        csv_text.text_cell(figures.teller),
    ]


def _slip_row(figures: TillSheet, slip: Slip) -> list[str]:
    return [
        *_front(figures),
        str(slip.number),
        f"{date_text.local(slip.made_at):%H:%M:%S}",
        till_text.kind(slip),
        csv_text.text_cell(slip.customer),
        slip.iban,
        csv_text.text_cell(slip.payee or ""),
        csv_text.text_cell(slip.identification),
        csv_text.text_cell(slip.note),
        csv_text.decimal(slip.amount.amount),
        csv_text.decimal(slip.fee.amount),
        slip.amount.currency,
        till_text.state(slip),
        csv_text.text_cell(_reason(slip)),
        str(slip.transaction_id),
    ]


def _reason(slip: Slip) -> str:
    if slip.decline_reason is not None:
        return slip.decline_reason
    return "" if slip.failure_code is None else error_text.sentence_for(slip.failure_code)


def _sum_rows(figures: TillSheet) -> Iterable[list[str]]:
    """Return a row for each sum, with its amount in the column of amounts."""
    for each in sums(figures):
        words, reason = bidi.plain(each.words), csv_text.text_cell(each.reason)
        blank = [""] * 5
        yield [
            *_front(figures), "", "", words, *blank, csv_text.decimal(each.money.amount), "",
            figures.currency, "", reason, "",
        ]  # fmt: skip
