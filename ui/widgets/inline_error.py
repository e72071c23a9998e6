"""The sentence beside a field that says what is wrong with it."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from ui import theme
from ui.widgets.announce import announce
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label


class InlineError(QFrame):
    """Hidden until something is wrong; then it tells what, and marks and focuses its field.

    Attributes:
        field: the field it is about, or None where it is about a whole form.

    """

    def __init__(self, field: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        #: Made with the first sentence: every field has an error, and few are ever told.
        self._label: QLabel | None = None
        theme.mark(self, surface="error")
        self.hide()

    @property
    def text(self) -> str:
        """What is told now; empty when nothing is wrong."""
        return self._label.text() if self._label is not None else ""

    def tell(self, sentence: str, *, focus: bool = True) -> None:
        """Show `sentence`, mark the field and, with `focus`, go there and select all."""
        self.update_text(sentence)
        self.show()
        announce(self, sentence, urgent=True)
        if self.field is None:
            return
        theme.mark(self.field, invalid=True)
        self.field.setAccessibleDescription(sentence)
        if focus:
            self.field.setFocus()
            if isinstance(self.field, QLineEdit):
                self.field.selectAll()

    def update_text(self, sentence: str) -> None:
        """Change the words only, as a count of seconds does; nothing is announced again."""
        if self._label is None:
            self._label = self._lay_out()
        self._label.setText(sentence)
        self.setAccessibleName(sentence)

    def clear(self) -> None:
        """Hide; the field is right again."""
        if not self.text:
            return
        self.hide()
        self.update_text("")
        if self.field is not None:
            theme.mark(self.field, invalid=False)
            self.field.setAccessibleDescription("")

    def _lay_out(self) -> QLabel:
        made = label("", wraps=True)
        policy = QtWidgets.QSizePolicy.Policy
        made.setSizePolicy(policy.Expanding, policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.Spacing.M, theme.Spacing.S, theme.Spacing.M, theme.Spacing.S)
        row.setSpacing(theme.Spacing.S)
        icon = IconLabel("error", "danger", theme.Control.ICON)
        row.addWidget(icon, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        row.addWidget(made, 1)
        return made
