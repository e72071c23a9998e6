"""What can be done with the contact that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.button import button


class RowActions(QWidget):
    """Stands at the far end of the chosen row, so that there is one for all of them.

    Signals:
        pay_wanted(), rename_wanted(), remove_wanted(): a button was pressed.

    """

    pay_wanted = Signal()
    rename_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pay = button(self.tr("&Pay"), "chip")
        self.rename = button(self.tr("Re&name"), "chip")
        self.remove = button(self.tr("Remo&ve"), "chip")
        self.pay.setObjectName("contacts.pay")
        self.rename.setObjectName("contacts.rename")
        self.remove.setObjectName("contacts.remove")
        self.pay.clicked.connect(self.pay_wanted)
        self.rename.clicked.connect(self.rename_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Spacing.S)
        for made in self.buttons:
            row.addWidget(made)
        self.hide()

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """In the order of reading."""
        return (self.rename, self.remove, self.pay)

    def show_for(self, name: str, *, can_be_paid: bool) -> None:
        """Be about somebody."""
        self.pay.setEnabled(can_be_paid)
        self.pay.setAccessibleName(self.tr("Pay {name}").format(name=name))
        self.rename.setAccessibleName(self.tr("Rename {name}").format(name=name))
        self.remove.setAccessibleName(self.tr("Remove {name}").format(name=name))
