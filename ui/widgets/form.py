"""What forms for signing in, for an account and for a password have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label

if TYPE_CHECKING:
    from services.errors import InstaPayError


class Form(QWidget):
    """A column of fields, and one error that moves to the field it is about.

    Attributes:
        column: the layout.
        error: stands under its field; under the last field where it is about the whole form.

    """

    def __init__(self, heading: str = "", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.Spacing.S)
        if heading:
            self.column.addWidget(label(heading, "title", wraps=True))
            self.column.addWidget(label(text, "muted", wraps=True))
            self.column.addSpacing(theme.Spacing.M)
        self.error = InlineError(parent=self)
        self._fields: dict[str, QLineEdit] = {}

    def add_field(self, name: str, text: str, field: QLineEdit) -> None:
        """Put a field and its label at the end; `name` is what an error calls it."""
        if self._fields:
            self.column.addSpacing(theme.Spacing.XS)
        self.column.addWidget(field_label(text, field))
        self.column.addWidget(field)
        self._fields[name] = field

    def tell(self, error: InstaPayError, *, otherwise: str = "") -> None:
        """Show an error at the field it is about, or at the field named `otherwise`."""
        from ui import error_text  # noqa: PLC0415 (the login paints without it)

        name = error.data.get("field")
        self.tell_at(name if isinstance(name, str) else otherwise, error_text.sentence(error))

    def tell_at(self, name: str, sentence: str) -> None:
        """Show a sentence under the field called `name`; under the last one when there is none."""
        self.error.clear()
        field = self._fields.get(name)
        place = field if field is not None else list(self._fields.values())[-1]
        self.column.removeWidget(self.error)
        self.column.insertWidget(self.column.indexOf(place) + 1, self.error)
        self.error.field = field
        self.error.tell(sentence)

    def set_fields_enabled(self, enabled: bool) -> None:  # noqa: FBT001 (a setter like Qt's own)
        """Let the fields be typed into, or only read while the bank is asked."""
        for field in self._fields.values():
            field.setReadOnly(not enabled)

    def focus_first_empty(self) -> None:
        """Go to the first field that is to be filled in."""
        for field in self._fields.values():
            if not field.text():
                field.setFocus()
                return
