"""All tills of a day, and what a supervisor does about one that differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import bidi, money_text, theme
from ui.marking import QT_TRANSLATE_NOOP
from ui.screens.overview import words
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.row_model import Column
from ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from services.values.tills import TillState

_FIGURE = "50,000.00"
#: Narrower tables, in logical pixels, leave the opening float, and then the cash of customers, to the
#: sentences below them.
_WIDE = 820
_MIDDLING = 740


class TillsCard(Card):
    """The table, and below it the till that is chosen.

    Signals:
        accept_wanted(TillState): a supervisor has looked at what differs there.
        sheet_wanted(TillState): its sheet of the day is to be saved or printed.

    """

    accept_wanted = Signal(object)
    sheet_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=theme.Spacing.L)
        self._may_accept = False
        self._till: TillState | None = None
        self._table = RowTable("overview.tills", self.tr("Tills"), _columns(), grows=True)
        self._table.chosen.connect(self._on_chosen)
        self._nothing = label(self.tr("No till was open on this day."), "muted", wraps=True)
        self._nothing.setObjectName("overview.no_tills")
        self.body.addWidget(label(self.tr("Tills"), "heading"))
        self.body.addWidget(self._table)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._make_chosen())
        self._show_chosen()

    def _make_chosen(self) -> QWidget:
        self._head = label("", "strong", wraps=True)
        self._story = label("", "muted", wraps=True)
        self._story.setObjectName("overview.till")
        self._accept = button(self.tr("&Accept the variance…"))
        self._accept.setObjectName("overview.accept")
        self._accept.clicked.connect(self._on_accept)
        self._question = label(self.tr("Accept it? This cannot be taken back."))
        self._back = button(self.tr("Ba&ck"))
        self._back.setObjectName("overview.accept.back")
        self._back.clicked.connect(self._on_back)
        self._accept_now = BusyButton(self.tr("&Accept"), self.tr("Accepting…"))
        self._accept_now.setAutoDefault(True)
        self._accept_now.setObjectName("overview.accept_now")
        self._accept_now.clicked.connect(self._on_accept_now)
        self._sheet = button(self.tr("Day's s&heet…"), icon="export")
        self._sheet.setObjectName("overview.sheet")
        self._sheet.clicked.connect(lambda: self.sheet_wanted.emit(self._till))
        self._error = InlineError()
        self._error.setObjectName("overview.accept.error")
        row = QHBoxLayout()
        row.setSpacing(theme.Spacing.S)
        for part in (self._accept, self._question, self._back, self._accept_now, self._sheet):
            row.addWidget(part)
        row.addStretch()
        self._chosen = QWidget()
        column = QVBoxLayout(self._chosen)
        column.setContentsMargins(theme.Spacing.M, theme.Spacing.S, theme.Spacing.M, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(self._head)
        column.addWidget(self._story)
        column.addLayout(row)
        column.addWidget(self._error)
        return self._chosen

    def show_tills(self, tills: tuple[TillState, ...], *, may_accept: bool) -> None:
        """Show all of them; the one that is chosen stays so."""
        self._may_accept = may_accept
        self._table.setVisible(bool(tills))
        self._nothing.setVisible(not tills)
        self._table.show_rows(tills)

    def accepted(self, till: TillState) -> bool:
        """Close the question: it is done; false where another till is chosen by now."""
        if not self._is_chosen(till):
            return False
        self._close_question()
        return True

    def tell(self, till: TillState, sentence: str) -> bool:
        """Say that it was not accepted, and why; false where another till is chosen by now."""
        if not self._is_chosen(till):
            return False
        self._accept_now.set_busy(False)
        self._error.tell(sentence)
        return True

    def _is_chosen(self, till: TillState) -> bool:
        return self._till is not None and till.id == self._till.id

    def _on_chosen(self, till: TillState | None) -> None:
        is_same = till is not None and self._is_chosen(till)
        self._till = till
        if not is_same or (till is not None and not till.waits_for_supervisor):
            self._close_question()
        self._show_chosen()

    def _show_chosen(self) -> None:
        till = self._till
        self._chosen.setVisible(till is not None)
        if till is None:
            return
        self._head.setText(words.head(till))
        self._story.setText(words.story(till))
        waits = till.waits_for_supervisor and self._may_accept
        self._accept.setVisible(waits and self._question.isHidden())

    def _close_question(self) -> None:
        self._accept_now.set_busy(False)
        for part in (self._question, self._back, self._accept_now):
            part.hide()
        self._error.clear()

    def _on_accept(self) -> None:
        self._accept.hide()
        for part in (self._question, self._back, self._accept_now):
            part.show()
        self._accept_now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self._close_question()
        self._show_chosen()
        self._accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_accept_now(self) -> None:
        if self._till is not None:
            self._error.clear()
            self._accept_now.set_busy(True)
            self.accept_wanted.emit(self._till)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the question at Esc."""
        is_open = not self._question.isHidden() and not self._accept_now.is_busy
        if event.key() == Qt.Key.Key_Escape and is_open:
            self._on_back()
        else:
            super().keyPressEvent(event)


def _columns() -> tuple[Column, ...]:
    def figures(title: str, name: str, *, hides_below: int = 0) -> Column:
        return Column(
            title,
            lambda till: words.figure(getattr(till, name)),
            _FIGURE,
            is_figure=True,
            hides_below=hides_below,
        )

    said = words.said
    return (
        Column(
            said(QT_TRANSLATE_NOOP("overview", "Till")), lambda till: bidi.ltr(str(till.number))
        ),
        Column(
            said(QT_TRANSLATE_NOOP("overview", "Teller")),
            lambda till: bidi.own(till.teller),
            stretches=True,
        ),
        Column(said(QT_TRANSLATE_NOOP("overview", "State")), words.state, badge=words.state_badge),
        Column("", lambda till: bidi.ltr(till.currency), ink=lambda _till: "muted"),
        figures(said(QT_TRANSLATE_NOOP("overview", "Float")), "opening_float", hides_below=_WIDE),
        figures(said(QT_TRANSLATE_NOOP("overview", "Cash in")), "cash_in", hides_below=_MIDDLING),
        figures(said(QT_TRANSLATE_NOOP("overview", "Cash out")), "cash_out", hides_below=_MIDDLING),
        Column(
            said(QT_TRANSLATE_NOOP("overview", "In the drawer")), _drawer, _FIGURE, is_figure=True
        ),
        Column(
            said(QT_TRANSLATE_NOOP("overview", "Variance")),
            words.variance,
            badge=words.variance_badge,
        ),
    )


def _drawer(till: TillState) -> str:
    """Return what is in it or, once it was counted, what was found."""
    return money_text.figure(till.drawer if till.counted is None else till.counted)
