"""The screen's title, which till is shown, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from services.values.tills import DENOMINATIONS
from ui import theme
from ui.widgets.button import button
from ui.widgets.labels import label

if TYPE_CHECKING:
    from services.values.tills import OpenTill


class Header(QWidget):
    """A button a till where there are several.

    Signals:
        chosen(UUID): another till is to be shown.
        another_wanted(): one more till is to be opened, in another currency.
        sheet_wanted(): the day's sheet.
        count_wanted(): the drawer is to be counted.

    """

    chosen = Signal(object)
    another_wanted = Signal()
    sheet_wanted = Signal()
    count_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, ...] = ()
        title = label(self.tr("Till"), "title")
        # As high as where buttons stand beside it, so that titles keep their place.
        title.setMinimumHeight(theme.Control.BUTTON)
        self._group = QButtonGroup(self)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(theme.Spacing.XS)
        self._another = button(self.tr("&Open another"), "quiet", icon="plus")
        self._another.setObjectName("till.another")
        self._another.clicked.connect(self.another_wanted)
        self._sheet = button(self.tr("Day's &sheet…"), icon="export")
        self._sheet.setObjectName("till.sheet")
        self._sheet.clicked.connect(self.sheet_wanted)
        self._count = button(self.tr("&Count and close…"), "primary")
        self._count.setObjectName("till.count")
        self._count.clicked.connect(self.count_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Spacing.M)
        row.addWidget(title)
        row.addLayout(self._choices)
        row.addStretch()
        for part in (self._another, self._sheet, self._count):
            row.addWidget(part)

    def show_tills(
        self, mine: tuple[OpenTill, ...], shown: OpenTill | None, *, is_at_desk: bool
    ) -> None:
        """Offer what can be done on the page that is shown."""
        for part in (self._sheet, self._count):
            part.setVisible(is_at_desk)
        self._another.setVisible(is_at_desk and len(mine) < len(DENOMINATIONS))
        self._show_choices(mine if is_at_desk and len(mine) > 1 else ())
        for each in self._group.buttons():
            each.setChecked(shown is not None and each.property("till") == str(shown.id))

    def _show_choices(self, mine: tuple[OpenTill, ...]) -> None:
        ids = tuple(str(each.id) for each in mine)
        if ids == self._shown:
            return
        self._shown = ids
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        before: QWidget | None = None
        for each in mine:
            made = button(each.currency, "segment")
            made.setObjectName(f"till.shown.{each.currency.lower()}")
            made.setAccessibleName(
                self.tr("Show the till in {currency}").format(currency=each.currency)
            )
            made.setCheckable(True)
            made.setProperty("till", str(each.id))
            made.clicked.connect(partial(self.chosen.emit, each.id))
            self._group.addButton(made)
            self._choices.addWidget(made)
            made.show()
            if before is not None:
                QWidget.setTabOrder(before, made)
            before = made
        if before is not None:
            QWidget.setTabOrder(before, self._another)
