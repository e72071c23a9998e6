"""The table of what waits for approval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal

from ui import bidi, clock, date_text, money_text, theme
from ui.marking import QT_TRANSLATE_NOOP
from ui.screens.approvals import words
from ui.widgets.row_model import Column
from ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from services.values.approvals import WaitingApproval

#: Tables narrower than this, in logical pixels, leave the details to the panel beside them.
_WIDE = 620
#: Longer than somebody needs to see that another row has come under a key.
RESTS_MS = 1000


class Queue(RowTable):
    """What waits, oldest first.

    Signals:
        approve_begun(), decline_begun(): A or D was pressed.

    """

    approve_begun = Signal()
    decline_begun = Signal()

    def __init__(self, title: str) -> None:
        super().__init__("approvals.queue", title, _columns())
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(RESTS_MS)

    def rest(self) -> None:
        """Pass over letters for a moment: the row that they were meant for is another one now."""
        self._resting.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a decision by its letter; Enter does nothing here, as it would be pressed in passing."""
        begun = {Qt.Key.Key_A: self.approve_begun, Qt.Key.Key_D: self.decline_begun}
        begins = next((begun[key] for key in begun if key == event.key()), None)
        if begins is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and not self._resting.isActive():
            begins.emit()


def _columns() -> tuple[Column, ...]:
    """Return them, in reading order and the language that is spoken."""

    def said(text: str) -> str:
        return QCoreApplication.translate("approvals", text)

    return (
        Column(said(QT_TRANSLATE_NOOP("approvals", "Since")), _since, "00:00"),
        Column(
            said(QT_TRANSLATE_NOOP("approvals", "Kind")), words.kind, "Cash out", hides_below=_WIDE
        ),
        Column(said(QT_TRANSLATE_NOOP("approvals", "Customer")), words.who, stretches=True),
        Column(said(QT_TRANSLATE_NOOP("approvals", "By")), _by, "Teller One", hides_below=_WIDE),
        Column(
            said(QT_TRANSLATE_NOOP("approvals", "Amount")),
            _amount,
            "100,000.00 EGP",
            is_figure=True,
        ),
        Column(
            said(QT_TRANSLATE_NOOP("approvals", "Time left")), _left, "7 h 59 min", ink=_left_ink
        ),
    )


def _since(waiting: WaitingApproval) -> str:
    made_at = waiting.made_at
    if date_text.is_same_day(made_at, clock.now()):
        return bidi.ltr(date_text.time_of_day(made_at))
    return bidi.own(date_text.moment_text(made_at))


def _by(waiting: WaitingApproval) -> str:
    if waiting.is_made_by_caller:
        return QCoreApplication.translate("approvals", "you")
    return bidi.own(waiting.maker)


def _amount(waiting: WaitingApproval) -> str:
    return money_text.with_currency(waiting.amount)


def _left(waiting: WaitingApproval) -> str:
    return words.left(waiting.expires_at)


def _left_ink(waiting: WaitingApproval) -> theme.ColourRole:
    return "warn" if words.minutes_left(waiting.expires_at) < words.SOON_MIN else "muted"
