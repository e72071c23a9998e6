"""A till was just closed or taken over: what came of it, its sheet, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.screens.till.variance_label import VarianceLabel
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.card import Card, centred
from ui.widgets.labels import label
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.tills import Count


class ClosedPage(QWidget):
    """Says that it is settled.

    Signals:
        sheet_wanted(): the sheet of the till is wanted.
        left(): the person goes on.

    """

    sheet_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("till.closed")
        self._heading = label("", "heading", wraps=True)
        self._text = label("", "muted", wraps=True)
        self._variance = VarianceLabel()
        self._supervisor = Banner(Tone.WARN)
        self._sheet = button(self.tr("Day's &sheet…"), "primary", icon="export")
        self._sheet.setObjectName("till.closed.sheet")
        self._sheet.clicked.connect(self.sheet_wanted)
        self._on = button(self.tr("&Go on"))
        self._on.setObjectName("till.closed.go_on")
        self._on.clicked.connect(self.left)
        card = Card()
        card.setFixedWidth(theme.Control.LOGIN_CARD)
        for part in (self._heading, self._text, self._variance, self._supervisor):
            card.body.addWidget(part)
        card.body.addSpacing(theme.Spacing.S)
        row = QHBoxLayout()
        row.setSpacing(theme.Spacing.M)
        row.addWidget(self._on)
        row.addWidget(self._sheet, 1)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(centred(card))

    def show_closed(self, name: str, count: Count | None, *, was_taken_over: bool) -> None:
        """Tell of a till, with what its count came to where that is known."""
        heading = (
            self.tr("{till} was taken over") if was_taken_over else self.tr("{till} is closed")
        ).format(till=name)
        self._heading.setText(heading)
        self._text.setText(
            self.tr("Your colleague has counted the same cash and goes on with it.")
            if was_taken_over
            else self.tr("The cash that you counted is in the vault.")
        )
        self._variance.setVisible(count is not None)
        if count is not None:
            self._variance.show_variance(count.variance)
        needs_approval = count is not None and count.needs_approval
        self._supervisor.setVisible(needs_approval)
        if needs_approval:
            self._supervisor.say(self.tr("A supervisor will look at what differs."))
        self._sheet.setFocus()
        announce(self, heading)
