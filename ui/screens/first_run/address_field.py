"""One address, and what came of trying it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import bidi, error_text, theme
from ui.widgets.icon_label import IconLabel
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.leading_edit import LeadingEdit

if TYPE_CHECKING:
    from services.errors import InstaPayError
    from services.values.addresses import Finding

#: Longer than any URL that anybody types; libpq takes as much.
_MAX_LENGTH = 2000


class AddressField(QWidget):
    """A line for a URL; below it an error, or that it is good and what to mind.

    Attributes:
        edit: the line itself.

    Signals:
        edited(): somebody typed.

    """

    edited = Signal()

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = LeadingEdit()
        self.edit.setObjectName(f"first_run.{name}")
        self.edit.setMaxLength(_MAX_LENGTH)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self.edit.textEdited.connect(self._on_edited)
        self._error = InlineError(self.edit)
        self._error.setObjectName(f"first_run.{name}.error")
        self._good = QWidget()
        self._good.setObjectName(f"first_run.{name}.good")
        self._words = label("", "credit", wraps=True)
        self._mind = label("", "warn", wraps=True)
        self._mind.setObjectName(f"first_run.{name}.warning")
        row = QHBoxLayout(self._good)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Spacing.S)
        icon = IconLabel("check", "credit", theme.Control.ICON_SMALL)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        for part in (field_label(text, self.edit), self.edit, self._error, self._good, self._mind):
            column.addWidget(part)
        self._good.hide()
        self._mind.hide()

    def text(self) -> str:
        """Return what is typed, without blanks around it."""
        return self.edit.text().strip()

    def show_finding(self, finding: Finding, *, focus: bool) -> None:
        """Tell what came of trying; with `focus` go to the field where it is wrong."""
        self.clear()
        if finding.error is not None:
            self.tell(finding.error, focus=focus)
            return
        self._words.setText(self.tr("It answers, and fits this program."))
        self._good.setAccessibleName(self._words.text())
        self._good.show()
        if finding.unprotected_host:
            mind = self.tr(
                "But it does not demand that {host} prove who it is (sslmode=verify-full): whoever is"
                " on the network could read along or answer in the bank's place. Ask your bank."
            )
            self._mind.setText(mind.format(host=bidi.ltr(finding.unprotected_host)))
            self._mind.show()

    def tell(self, error: InstaPayError, *, focus: bool) -> None:
        """Tell what is wrong with what is typed."""
        self._error.tell(error_text.sentence(error), focus=focus)

    def clear(self) -> None:
        """Say nothing: what is typed has not been tried."""
        self._error.clear()
        self._good.hide()
        self._mind.hide()

    def _on_edited(self) -> None:
        self.clear()
        self.edited.emit()
