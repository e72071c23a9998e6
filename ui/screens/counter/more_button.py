"""A button for what is seldom done: it opens a menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from ui.screens.counter.key_button import KeyButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.screens.counter.desk_table import Desk


class MoreButton(KeyButton):
    """Offers `desks` in a menu below it.

    Signals:
        picked(Desk): one was chosen.

    """

    picked = Signal(object)

    def __init__(self, desks: tuple[Desk, ...], parent: QWidget | None = None) -> None:
        super().__init__("", "chevron-down", parent=parent)
        self.setText(self.tr("More…"))
        self.setAccessibleName(self.tr("More that can be done"))
        self.setObjectName("counter.do.more")
        self.menu_of_desks = QMenu(self)
        self.menu_of_desks.setObjectName("counter.more")
        for desk in desks:
            action = self.menu_of_desks.addAction(desk.label, partial(self.picked.emit, desk))
            action.setObjectName(f"counter.do.{desk.name}")
        self.clicked.connect(self._open)

    def _open(self) -> None:
        left = self.mapToGlobal(QPoint(0, self.height()))
        if self.isRightToLeft():
            left.setX(left.x() + self.width() - self.menu_of_desks.sizeHint().width())
        self.menu_of_desks.popup(left)
