"""Where a drawer is counted: a line for each note and coin, with what they come to."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from services.values.money import Money
from services.values.tills import DENOMINATIONS, MAX_PIECES
from ui import bidi, money_text, theme
from ui.latin_digits import to_latin
from ui.widgets.labels import label
from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Wide enough for a million pieces.
_FIELD_WIDTH = 132
_FIGURES = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
_NEXT = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_NAME_COLUMN, _FIELD_COLUMN, _TOTAL_COLUMN = range(3)


def pieces_in(text: str) -> int | None:
    """Return how many somebody typed; nothing typed is none. None for what is no such number."""
    typed = bidi.plain(to_latin(text)).strip()
    if not typed:
        return 0
    if not (typed.isascii() and typed.isdigit()) or len(typed) > len(str(MAX_PIECES)):
        return None
    pieces = int(typed)
    return pieces if pieces <= MAX_PIECES else None


class CountSheet(QWidget):
    """Tab, Down and Enter go to the next line, Up to the one before. Fields are ``till.count.<n>``.

    Signals:
        changed(): another number was typed.
        completed(): Enter was pressed in the last line.

    """

    changed = Signal()
    completed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = ""
        self._fields: dict[Decimal, LeadingEdit] = {}
        self._totals: dict[Decimal, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.Spacing.L)
        self._grid.setVerticalSpacing(theme.Spacing.XS)
        self._grid.setColumnStretch(_TOTAL_COLUMN, 1)

    @property
    def currency(self) -> str:
        """What is counted."""
        return self._currency

    @property
    def fields(self) -> tuple[LeadingEdit, ...]:
        """The fields, in reading order."""
        return tuple(self._fields.values())

    def begin(self, currency: str) -> None:
        """Be empty, with a line for each note and coin of a currency."""
        self._currency = currency
        while (item := self._grid.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        self._fields.clear()
        self._totals.clear()
        self._add_heads()
        for number, denomination in enumerate(DENOMINATIONS[currency], start=1):
            self._add_line(number, denomination)
        self.changed.emit()

    def counts(self) -> dict[Decimal, int] | None:
        """Return how many there are of each; None while something typed is no number."""
        found = {each: pieces_in(field.text()) for each, field in self._fields.items()}
        if any(pieces is None for pieces in found.values()):
            return None
        return {each: pieces for each, pieces in found.items() if pieces}

    def total(self) -> Money | None:
        """Return what it comes to; None while something typed is no number."""
        counts = self.counts()
        if counts is None:
            return None
        return Money(sum((each * n for each, n in counts.items()), Decimal(0)), self._currency)

    def focus_first_wrong(self) -> None:
        """Go to the first line whose number cannot be used; to the first of all where there is none."""
        wrong = [each for each in self._fields.values() if pieces_in(each.text()) is None]
        field = (wrong or list(self._fields.values()))[0]
        field.setFocus()
        field.selectAll()

    def typed(self) -> dict[str, str]:
        """Return what is typed, by denomination, for a draft."""
        return {
            f"{each:f}": field.text()
            for each, field in self._fields.items()
            if field.text().strip()
        }

    def put(self, typed: Mapping[str, str]) -> None:
        """Type what `typed` returned once."""
        for each, field in self._fields.items():
            field.setText(typed.get(f"{each:f}", ""))
            if field is self.window().focusWidget():
                # Whoever has begun to type there means another number, not more digits of this one.
                field.selectAll()

    # Building

    def _add_heads(self) -> None:
        heads = (self.tr("Note or coin"), self.tr("How many"), self.tr("Comes to"))
        for column, words in enumerate(heads):
            head = label(words, "caption")
            if column == _TOTAL_COLUMN:
                QLabel.setAlignment(head, _FIGURES)
            self._grid.addWidget(head, 0, column)

    def _add_line(self, number: int, denomination: Decimal) -> None:
        worth = bidi.ltr(money_text.figure(Money(denomination, self._currency)))
        name = QLabel(worth)
        name.setAlignment(_FIGURES)
        field = LeadingEdit()
        field.setObjectName(f"till.count.{number}")
        field.setFixedWidth(_FIELD_WIDTH)
        field.setMaxLength(len(str(MAX_PIECES)) + 3)
        field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        field.setAccessibleName(
            self.tr("How many of {worth}").format(worth=f"{bidi.plain(worth)} {self._currency}")
        )
        field.installEventFilter(self)
        field.textChanged.connect(partial(self._on_typed, denomination))
        total = QLabel()
        total.setTextFormat(Qt.TextFormat.PlainText)
        total.setAlignment(_FIGURES)
        name.setBuddy(field)
        for column, part in ((_NAME_COLUMN, name), (_FIELD_COLUMN, field), (_TOTAL_COLUMN, total)):
            self._grid.addWidget(part, number, column)
        self._fields[denomination] = field
        self._totals[denomination] = total
        self._on_typed(denomination)

    # What happens

    def _on_typed(self, denomination: Decimal, _text: str = "") -> None:
        field, total = self._fields[denomination], self._totals[denomination]
        pieces = pieces_in(field.text())
        theme.mark(field, invalid=pieces is None)
        if pieces is None:
            words = self.tr("not a number")
        elif not field.text().strip():
            words = ""
        else:
            words = bidi.ltr(money_text.figure(Money(denomination * pieces, self._currency)))
        total.setText(words)
        field.setAccessibleDescription(words)
        self.changed.emit()

    def _step(self, field: QObject, by: int) -> bool:
        """Go a line on or back; tell whether there was one."""
        fields = list(self._fields.values())
        place = next(number for number, each in enumerate(fields) if each is field) + by
        if not 0 <= place < len(fields):
            return False
        fields[place].setFocus(Qt.FocusReason.TabFocusReason)
        fields[place].selectAll()
        return True

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move between lines by key."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key == Qt.Key.Key_Up:
                self._step(watched, -1)
                return True
            if key in _NEXT:
                if not self._step(watched, 1) and key != Qt.Key.Key_Down:
                    self.completed.emit()
                return True
        return super().eventFilter(watched, event)
