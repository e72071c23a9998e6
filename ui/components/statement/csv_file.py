"""What a history shows as comma-separated values: for a spreadsheet, or for another program.

A column a fact: days as ISO 8601 has them, in this computer's time zone; amounts as plain decimals,
signed by what they did to the account.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.transfers import TransferStatus
from ui import counterparty_text, csv_text, date_text, error_text
from ui.components.history import line_text
from ui.components.statement.source import count
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.values.history import Line
    from ui.components.saving.progress import Progress
    from ui.components.statement.source import Source, Wanted

_HEADS = (
    QT_TRANSLATE_NOOP("statement", "Date"),
    QT_TRANSLATE_NOOP("statement", "Time"),
    QT_TRANSLATE_NOOP("statement", "Status"),
    QT_TRANSLATE_NOOP("statement", "Kind"),
    QT_TRANSLATE_NOOP("statement", "Name"),
    QT_TRANSLATE_NOOP("statement", "Note"),
    QT_TRANSLATE_NOOP("statement", "Amount"),
    QT_TRANSLATE_NOOP("statement", "Fee"),
    QT_TRANSLATE_NOOP("statement", "Total"),
    QT_TRANSLATE_NOOP("statement", "Currency"),
    QT_TRANSLATE_NOOP("statement", "Balance"),
    QT_TRANSLATE_NOOP("statement", "Reason"),
    QT_TRANSLATE_NOOP("statement", "Waits until"),
    QT_TRANSLATE_NOOP("statement", "Reference"),
    QT_TRANSLATE_NOOP("statement", "IBAN"),
)
_STATUSES = {
    TransferStatus.COMPLETED: QT_TRANSLATE_NOOP("statement", "Posted"),
    TransferStatus.PENDING: QT_TRANSLATE_NOOP("statement", "Waiting"),
    TransferStatus.FAILED: QT_TRANSLATE_NOOP("statement", "Refused"),
    TransferStatus.CANCELLED: QT_TRANSLATE_NOOP("statement", "Cancelled"),
    TransferStatus.EXPIRED: QT_TRANSLATE_NOOP("statement", "Ran out"),
}


def write(file: IO[bytes], source: Source, wanted: Wanted, progress: Progress) -> None:
    """Write it all, what waits first and then newest first, a page at a time; blocks.

    Raises LeftOff where `progress` is cancelled, OSError, and what the services raise.
    """
    file.write(csv_text.BYTE_ORDER_MARK)
    file.write(csv_text.encoded([[_translated(each) for each in _HEADS]]))
    for lines in _pages(source, wanted, progress):
        file.write(csv_text.encoded(_row(each, wanted.account.iban) for each in lines))


def _pages(source: Source, wanted: Wanted, progress: Progress) -> Iterator[tuple[Line, ...]]:
    account_id = wanted.account.id
    waiting = source.waiting(account_id=account_id, wanted=wanted.filter).lines
    progress.lines += len(waiting)
    yield waiting
    for page in source.pages(account_id=account_id, wanted=wanted.filter):
        count(progress, page)
        yield page.lines


def _row(line: Line, iban: str) -> list[str]:
    at = date_text.local(line.at)
    until = "" if line.expires_at is None else date_text.local(line.expires_at)
    return [
        f"{at:%Y-%m-%d}",
        f"{at:%H:%M:%S}",
        _translated(_STATUSES[line.status]),
        line_text.kind_text(line.kind),
        csv_text.text_cell(counterparty_text.shown(line.counterparty)),
        csv_text.text_cell(line.note),
        csv_text.decimal(line.without_fee.amount),
        csv_text.decimal(-line.fee.amount),
        csv_text.decimal(line.amount.amount),
        line.amount.currency,
        "" if line.balance_after is None else csv_text.decimal(line.balance_after.amount),
        "" if line.failure_code is None else error_text.sentence_for(line.failure_code),
        f"{until:%Y-%m-%d %H:%M:%S}" if until else "",
        str(line.transaction_id),
        iban,
    ]


def _translated(words: str) -> str:
    return QCoreApplication.translate("statement", words)
