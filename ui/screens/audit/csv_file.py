"""What the log shows as comma-separated values: for a spreadsheet, or for another program.

Days as ISO 8601 has them, in this computer's time zone; facts by the databases' own names, as they
stand in the log.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.audit import AuditLog
from ui import audit_words, bidi, csv_text, date_text
from ui.marking import QT_TRANSLATE_NOOP
from ui.screens.audit import record_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from services.values.audit import AuditFilter, AuditPage, AuditRecord
    from ui.components.saving.progress import Progress

    Pages = Callable[..., Iterator[AuditPage]]

_HEADS = (
    QT_TRANSLATE_NOOP("audit", "Number"),
    QT_TRANSLATE_NOOP("audit", "Date"),
    QT_TRANSLATE_NOOP("audit", "Time"),
    QT_TRANSLATE_NOOP("audit", "Log"),
    QT_TRANSLATE_NOOP("audit", "What happened"),
    QT_TRANSLATE_NOOP("audit", "Event"),
    QT_TRANSLATE_NOOP("audit", "Who"),
    QT_TRANSLATE_NOOP("audit", "Their id"),
    QT_TRANSLATE_NOOP("audit", "About"),
    QT_TRANSLATE_NOOP("audit", "Facts"),
    QT_TRANSLATE_NOOP("audit", "Session"),
    QT_TRANSLATE_NOOP("audit", "Database login"),
    QT_TRANSLATE_NOOP("audit", "Sealed"),
)
_LOGS = {
    AuditLog.PAYMENTS: QT_TRANSLATE_NOOP("audit", "Payments"),
    AuditLog.SIGN_INS: QT_TRANSLATE_NOOP("audit", "Sign-ins"),
}
_SEALED = {True: QT_TRANSLATE_NOOP("audit", "Yes"), False: QT_TRANSLATE_NOOP("audit", "No")}


def write(
    file: IO[bytes], pages: Pages, log: AuditLog, wanted: AuditFilter, progress: Progress
) -> None:
    """Write every record of a filter, newest first, a page at a time; blocks.

    `pages` is `services.audit.pages`. Raises LeftOff where `progress` is cancelled, OSError, and what the
    services raise.
    """
    file.write(csv_text.BYTE_ORDER_MARK)
    file.write(csv_text.encoded([[_translated(each) for each in _HEADS]]))
    for page in pages(log=log, wanted=wanted):
        file.write(csv_text.encoded(map(_row, page.records)))
        # Keys are numbered from 1, about without gaps: what is left tells how much is done.
        progress.count(
            len(page.records),
            first=page.records[0].id if page.records else None,
            left=page.next_before,
            is_last=page.next_before is None,
        )


def _row(record: AuditRecord) -> list[str]:
    facts = "; ".join(f"{each.key}: {each.value}" for each in record.facts)
    return [
        str(record.id),
        f"{date_text.local(record.at):%Y-%m-%d}",
        record_text.exact_time(record),
        _translated(_LOGS[record.log]),
        audit_words.event(record.log, record.event),
        csv_text.text_cell(record.event),
        csv_text.text_cell(bidi.plain(record_text.who(record))),
        "" if record.actor is None else str(record.actor),
        csv_text.text_cell(bidi.plain(record_text.about(record))),
        csv_text.text_cell(facts),
        "" if record.session_id is None else str(record.session_id),
        csv_text.text_cell(record.station),
        _translated(_SEALED[record.is_sealed]),
    ]


def _translated(words: str) -> str:
    return QCoreApplication.translate("audit", words)
