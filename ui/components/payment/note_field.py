"""What goes with a payment in words."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.errors import InvalidInput
from ui import error_text, theme
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from services.errors import InstaPayError

#: Characters, as the bank counts them.
MAX_NOTE = 140
#: How many characters before the end it begins to count them down.
_COUNT_FROM = 20
#: Longer than a note may be: what is too long is said, not silently cut off.
_MAX_TYPED = 1000


class NoteField(QWidget):
    """A line of at most `MAX_NOTE` characters, counted down near the end.

    Attributes:
        edit: the field itself.
        error: what is wrong with it, below it.

    Signals:
        edited(): somebody typed.

    """

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is the field's object name."""
        super().__init__(parent)
        self.edit = LeadingEdit()
        self.edit.setObjectName(name)
        self.edit.setMaxLength(_MAX_TYPED)
        self.edit.textEdited.connect(self._on_edited)
        self._left = label("", "caption")
        self._left.hide()
        self.error = InlineError(self.edit)
        self.error.setObjectName(f"{name}.error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        for part in (self.edit, self._left, self.error):
            column.addWidget(part)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """Return the note without blanks around it."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Put a note in."""
        self.edit.setText(text)
        self._on_edited()

    def problem(self) -> InstaPayError | None:
        """Return what is wrong with it."""
        return note_problem(self.text())

    def _on_edited(self) -> None:
        left = MAX_NOTE - len(self.text())
        self._left.setVisible(0 <= left <= _COUNT_FROM)
        self._left.setText(self.tr("Characters left: {count}").format(count=left))
        self.error.clear()
        problem = self.problem()
        if problem is not None:
            # Nothing typed further mends this, so it is said at once.
            self.error.tell(error_text.sentence(problem), focus=False)
        self.edited.emit()


def note_problem(note: str) -> InstaPayError | None:
    """Return what is wrong with a note: the rules of the services that send one."""
    if len(note) > MAX_NOTE:
        return InvalidInput("note_too_long", field="note")
    if any(unicodedata.category(each) == "Cc" for each in note):
        return InvalidInput("note_invalid", field="note")
    return None
