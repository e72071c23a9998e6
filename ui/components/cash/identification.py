"""How a teller knows who stands at the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from services.errors import InvalidInput
from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from services.errors import InstaPayError

#: Characters, as the bank counts them.
MAX_IDENTIFICATION = 200
_MIN_LETTERS = 12


class IdentificationField(QComboBox):
    """The usual ways to choose from by arrow or first letter, or whatever is typed.

    Nothing is chosen at first: who was not looked at must not be noted as seen.

    Signals:
        edited(): something was typed or chosen.
        entered(): Enter was pressed in it.

    """

    edited = Signal()
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is its object name."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setEditable(True)
        self.setLineEdit(LeadingEdit())
        # What is typed is for this one; the list stays as it is.
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_MIN_LETTERS)
        self.addItems(
            [
                self.tr("National ID seen"),
                self.tr("Passport seen"),
                self.tr("Driving licence seen"),
                self.tr("Known in person"),
            ]
        )
        self.clear_choice()
        edit = self.line_edit
        edit.setObjectName(f"{name}.edit")
        edit.setMaxLength(MAX_IDENTIFICATION)
        edit.setPlaceholderText(self.tr("Choose or type"))
        edit.returnPressed.connect(self.entered)
        self.editTextChanged.connect(lambda _text: self.edited.emit())

    @property
    def line_edit(self) -> LeadingEdit:
        """The field that is typed into."""
        edit = self.lineEdit()
        assert isinstance(edit, LeadingEdit)
        return edit

    def text(self) -> str:
        """Return what is chosen or typed, without blanks around it."""
        return self.currentText().strip()

    def clear_choice(self) -> None:
        """Have nothing chosen."""
        self.setCurrentIndex(-1)
        self.clearEditText()

    def problem(self) -> InstaPayError | None:
        """Return what is wrong with it."""
        if not self.text():
            return InvalidInput("identification_missing", field="identification")
        return None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
