"""Which day, and which currency."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.errors import InvalidInput
from ui import error_text, theme
from ui.widgets.button import button
from ui.widgets.date_edit import DateEdit
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from datetime import date

#: A whole date, in logical pixels.
_DATE_WIDTH = 132


class Header(QWidget):
    """The page's title, and what it is about.

    Attributes:
        day: the day that was chosen; None follows the bank's present one.

    Signals:
        day_changed(): another day is wanted.
        currency_changed(str): another currency is.

    """

    day_changed = Signal()
    currency_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day: date | None = None
        self._shown: date | None = None
        self._currencies: tuple[str, ...] = ()
        self._segments: Segments | None = None
        self._edit = DateEdit()
        self._edit.setObjectName("overview.day")
        self._edit.setFixedWidth(_DATE_WIDTH)
        self._edit.entered.connect(self._on_entered)
        self._edit.editingFinished.connect(self._on_entered)
        self._today = button(self.tr("&Today"))
        self._today.setObjectName("overview.today")
        self._today.clicked.connect(self._on_today)
        self._today.setEnabled(False)
        self._error = InlineError(self._edit)
        self._error.setObjectName("overview.day.error")
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.Spacing.S)
        self._row.addWidget(label(self.tr("Overview"), "title"))
        self._row.addStretch()
        for part in (field_label(self.tr("&Day"), self._edit), self._edit, self._today):
            self._row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addLayout(self._row)
        column.addWidget(self._error)

    def show_day(self, day: date) -> None:
        """Show the day that the bank told of, unless somebody is typing another one."""
        if not self._edit.hasFocus() or not self._edit.text() or self.day is None:
            self._shown = day
            self._edit.show_day(day)

    def offer(self, currencies: tuple[str, ...]) -> None:
        """Offer these currencies, the first one chosen."""
        if currencies == self._currencies:
            return
        self._currencies = currencies
        if self._segments is not None:
            self._row.removeWidget(self._segments)
            self._segments.deleteLater()
        self._segments = Segments("overview.currency", [(each, each) for each in currencies])
        self._segments.chosen.connect(self.currency_changed)
        self._row.addWidget(self._segments)
        for before, after in pairwise((self._today, *self._segments.buttons)):
            QWidget.setTabOrder(before, after)

    @property
    def currency(self) -> str:
        """What is chosen; empty before anything is offered."""
        return self._segments.value if self._segments is not None else ""

    def _on_entered(self) -> None:
        try:
            day = self._edit.day()
        except InvalidInput as error:
            self._error.tell(error_text.sentence(error), focus=False)
            return
        self._error.clear()
        if day == self._shown:
            return
        self._go_to(day)

    def _on_today(self) -> None:
        self._error.clear()
        self._go_to(None)
        self._edit.setFocus()

    def _go_to(self, day: date | None) -> None:
        self.day = self._shown = day
        if day is None:
            self._edit.clear()
        self._today.setEnabled(day is not None)
        self.day_changed.emit()
