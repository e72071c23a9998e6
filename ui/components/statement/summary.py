"""What an export will hold, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.values.history import Direction
from ui import bidi, date_text
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.components.statement.source import Wanted

_ONLY = {
    Direction.IN: QT_TRANSLATE_NOOP("statement", "Money in only"),
    Direction.OUT: QT_TRANSLATE_NOOP("statement", "Money out only"),
    Direction.NOT_MADE: QT_TRANSLATE_NOOP("statement", "Only payments that were not made"),
}


def narrowed_to(wanted: Wanted) -> list[str]:
    """Return lines that say which account, which days, and what else the list is narrowed to."""
    first, last = (
        bidi.own(date_text.date_day(day, with_year=True))
        for day in (wanted.first_day, wanted.last_day)
    )
    account = wanted.account.name or QCoreApplication.translate("statement", "Account")
    pattern = QCoreApplication.translate("statement", "{account}, {first} to {last}")
    lines = [pattern.format(account=bidi.own(account), first=first, last=last)]
    if wanted.filter.direction in _ONLY:
        lines.append(QCoreApplication.translate("statement", _ONLY[wanted.filter.direction]))
    text = wanted.filter.text.strip()
    if text:
        pattern = QCoreApplication.translate("statement", "Only with “{text}”")
        lines.append(pattern.format(text=bidi.own(text)))
    return lines
