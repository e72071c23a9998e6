"""The people of the demo bank: one click fills the form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.values.people import Role
from ui import theme
from ui.widgets.button import button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from services.values.people import DemoPerson


class DemoRow(QWidget):
    """A button a person.

    Signals:
        chosen(DemoPerson): fill in this one.

    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(label(self.tr("Demo bank. Fill in:"), "caption"))
        self._flow = FlowLayout()
        self._flow.setSpacing(theme.Spacing.S)
        column.addLayout(self._flow)

    @property
    def is_filled(self) -> bool:
        """There is somebody to choose."""
        return self._flow.count() > 0

    def fill(self, people: tuple[DemoPerson, ...]) -> None:
        """Offer these people, in place of any before."""
        while (item := self._flow.takeAt(0)) is not None:
            before = item.widget()
            if before is not None:
                before.deleteLater()
        for person in people:
            self._flow.addWidget(self._button(person))

    def _button(self, person: DemoPerson) -> QPushButton:
        first_name = person.full_name.split()[0]
        told = self._roles()[person.role]
        # A customer is the common case; of staff the role matters more than the name.
        is_plain = person.role is Role.CUSTOMER or first_name.casefold() == told.casefold()
        made = button(first_name if is_plain else f"{first_name} · {told}", "chip")
        made.setObjectName(f"login.demo.{first_name.lower()}")
        made.setToolTip(f"{person.full_name}, {told}")
        made.setAccessibleName(self.tr("Fill in {name}, {role}").format(name=first_name, role=told))
        made.clicked.connect(partial(self.chosen.emit, person))
        return made

    def _roles(self) -> dict[Role, str]:
        return {
            Role.CUSTOMER: self.tr("customer"),
            Role.TELLER: self.tr("teller"),
            Role.SUPERVISOR: self.tr("supervisor"),
            Role.AUDITOR: self.tr("auditor"),
            Role.ADMIN: self.tr("administrator"),
        }
