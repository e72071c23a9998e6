"""A day, typed: ``22/11/2026``, also with other marks, in either script, or as 2026-11-22."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from services.errors import InvalidInput
from ui import bidi
from ui.latin_digits import to_latin
from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_DAY_FIRST = re.compile(r"(\d{1,2})[-/.\s،]+(\d{1,2})[-/.\s،]+(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.\s،]+(\d{1,2})[-/.\s،]+(\d{1,2})")
#: No bank of ours is older, and later days would not fit the databases' moments.
_YEARS = range(1970, 2200)


def written(day: date | None) -> str:
    """Return a day as it is typed; empty for none."""
    return "" if day is None else f"{day:%d/%m/%Y}"


def read(text: str) -> date | None:
    """Return what somebody typed as a day; None for nothing. Raises InvalidInput (date_invalid)."""
    typed = bidi.plain(to_latin(text)).strip()
    if not typed:
        return None
    if found := _DAY_FIRST.fullmatch(typed):
        day, month, year = map(int, found.groups())
    elif found := _YEAR_FIRST.fullmatch(typed):
        year, month, day = map(int, found.groups())
    else:
        raise InvalidInput("date_invalid", field="date")
    if year not in _YEARS:
        raise InvalidInput("date_invalid", field="date")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise InvalidInput("date_invalid", field="date") from error


class DateEdit(LeadingEdit):
    """A field for a day; the arrow keys go a day on or back.

    Signals:
        entered(): Enter was pressed.

    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("DD/MM/YYYY"))

    def day(self) -> date | None:
        """Return the day; None where nothing is typed. Raises InvalidInput (date_invalid)."""
        return read(self.text())

    def show_day(self, day: date | None) -> None:
        """Show a day."""
        self.setText(written(day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by days; tell of Enter."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        try:
            day = self.day()
        except InvalidInput:
            return
        if day is not None:
            self.show_day(day + timedelta(days=by))
