"""Which days a history is about: the usual periods at a click, others typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from services.errors import InvalidInput
from ui import error_text, theme
from ui.components.history import periods
from ui.components.history.periods import Period
from ui.widgets.button import button
from ui.widgets.card import hairline
from ui.widgets.date_edit import DateEdit
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_FIELD_WIDTH = 150


class DatesPopup(QFrame):
    """Opens below a button and goes away at Esc, at a click elsewhere, and once days are chosen.

    Signals:
        chosen(Period): somebody chose these days.

    """

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Dates"))
        theme.mark(self, surface="popup")
        self._from, self._to = DateEdit(), DateEdit()
        self._from.setObjectName(f"{name}.from")
        self._to.setObjectName(f"{name}.to")
        self._errors = {edit: InlineError(edit) for edit in (self._from, self._to)}
        for edit, error in self._errors.items():
            error.setObjectName(f"{edit.objectName()}.error")
            edit.setFixedWidth(_FIELD_WIDTH)
            edit.entered.connect(self._on_show)
        self._show = button(self.tr("S&how"), "primary")
        self._show.setObjectName(f"{name}.show")
        self._show.clicked.connect(self._on_show)
        self._usual = {each: button(periods.words(each), "quiet") for each in periods.WORDS}
        for each, choice in self._usual.items():
            choice.setObjectName(f"{name}.{each}")
            choice.clicked.connect(partial(self._on_usual, each))
        self._lay_out()

    def open_below(self, anchor: QWidget, period: Period) -> None:
        """Open with what holds now."""
        for error in self._errors.values():
            error.clear()
        self._from.show_day(period.start)
        self._to.show_day(period.end)
        self.adjustSize()
        under = QPoint(0, anchor.height() + theme.Spacing.XS)
        if anchor.isRightToLeft():
            under.setX(anchor.width() - self.width())
        place = QRect(anchor.mapToGlobal(under), self.size())
        screen = anchor.screen().availableGeometry()
        place.moveLeft(max(screen.left(), min(place.left(), screen.right() - place.width())))
        self.move(place.topLeft())
        self.show()
        self._usual["all"].setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self) -> None:
        usual = QGridLayout()
        usual.setSpacing(theme.Spacing.XS)
        for number, choice in enumerate(self._usual.values()):
            usual.addWidget(choice, number // 2, number % 2)
        fields = QGridLayout()
        fields.setHorizontalSpacing(theme.Spacing.M)
        fields.setVerticalSpacing(theme.Spacing.XS)
        for place, (words, edit) in enumerate(
            ((self.tr("&From"), self._from), (self.tr("&To"), self._to))
        ):
            fields.addWidget(field_label(words, edit), 0, place)
            fields.addWidget(edit, 1, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.Spacing.M, theme.Spacing.M, theme.Spacing.M, theme.Spacing.M
        )
        column.setSpacing(theme.Spacing.S)
        column.addLayout(usual)
        column.addWidget(hairline())
        column.addLayout(fields)
        for error in self._errors.values():
            column.addWidget(error)
        end = QHBoxLayout()
        end.addStretch()
        end.addWidget(self._show)
        column.addLayout(end)

    def _on_usual(self, name: str) -> None:
        self._choose(periods.usual(name))

    def _on_show(self) -> None:
        days = {}
        for edit, error in self._errors.items():
            error.clear()
            try:
                days[edit] = edit.day()
            except InvalidInput as problem:
                error.tell(error_text.sentence(problem))
                return
        start, end = days[self._from], days[self._to]
        if start is not None and end is not None and start > end:
            self._errors[self._to].tell(error_text.sentence_for("period_invalid"))
            return
        self._choose(Period(start, end))

    def _choose(self, period: Period) -> None:
        self.hide()
        self.chosen.emit(period)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
