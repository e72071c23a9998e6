"""Whom somebody pays again, one press away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import bidi, theme
from ui.payee_choices import Kind
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.payee_choices import Choice

MOST = 5
_MARGIN = theme.Spacing.XL - theme.Spacing.XS


class RecentRow(QAbstractButton):
    """One payee: a name, and at the far edge what tells it from others."""

    def __init__(self, choice: Choice, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"transfer.recent.{number}")
        self.setAccessibleName(choice.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name, detail = ElidedLabel(bidi.own(choice.name)), ElidedLabel(choice.detail, "caption")
        detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.Spacing.S, 0, theme.Spacing.S, 0)
        row.setSpacing(theme.Spacing.M)
        # Names give way to what tells them apart.
        detail.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(name, 1)
        row.addWidget(detail)
        for part in (name, detail):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the height of a row; the card gives the width."""
        return QSize(0, theme.RowHeight.CUSTOMER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground under the pointer."""
        del event
        if not (self.isDown() or self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("pressed" if self.isDown() else "hover"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.Radius.CONTROL, theme.Radius.CONTROL)


class RecentCard(Card):
    """At most `MOST` rows; hidden where there are none.

    Signals:
        chosen(Choice): this one is to be paid.

    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=_MARGIN - theme.Spacing.S)
        self.setObjectName("transfer.recent")
        self._shown: tuple[Choice, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        heading = label(self.tr("Pay again"), "heading")
        # Above the words of the rows, whose ground under the pointer is wider.
        heading.setContentsMargins(theme.Spacing.S, theme.Spacing.S, theme.Spacing.S, 0)
        self.body.addWidget(heading)
        self.body.addLayout(self._rows)
        self.hide()

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """Offer who was paid lately, then contacts and own accounts while there is room."""
        lately = [each for each in choices if each.paid_at is not None]
        contacts = [each for each in choices if each.paid_at is None and each.kind is Kind.CONTACT]
        shown = tuple([*lately, *contacts][:MOST])
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._rows.takeAt(0)) is not None:
            before = item.widget()
            if before is not None:
                before.hide()
                before.deleteLater()
        for number, choice in enumerate(shown, start=1):
            row = RecentRow(choice, number)
            row.clicked.connect(partial(self.chosen.emit, choice))
            self._rows.addWidget(row)

    @property
    def has_rows(self) -> bool:
        """Whether there is anybody to offer."""
        return bool(self._shown)
