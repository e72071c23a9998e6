"""Notes about a customer: what staff wrote, and one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from services.values.customers import MAX_NOTE
from ui import bidi, date_text, error_text, messages, tasks, theme
from ui.components.desk_form import DeskForm
from ui.fault_once import FaultOnce
from ui.widgets.announce import announce
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.card import hairline
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import field_label, label
from ui.widgets.loading import Loading

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from services.customers import CustomerService
    from services.values.customers import CustomerAccount, CustomerIdentity, CustomerNote

_DEADLINE_S = 10.0
#: Lines that the field shows.
_LINES = 4


class NoteEdit(QPlainTextEdit):
    """A few lines. Enter is for the form; with Shift it begins another line.

    Signals:
        entered(): somebody has finished.

    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._align()
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 2 * theme.Spacing.M)

    def _align(self) -> None:
        """Have lines begin below the heading in every script, as `LeadingEdit` has them."""
        edge = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the direction of reading."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish at Enter."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class NotesForm(DeskForm):
    """The newest note first. What is typed stays until it was kept or is about somebody else."""

    def __init__(self, customers: CustomerService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._customers = customers
        self._user_id: UUID | None = None
        self._full_name = ""
        self._notes: tuple[CustomerNote, ...] = ()
        self._task: tasks.Task | None = None
        self._adding: tasks.Task | None = None
        self._faults = FaultOnce()
        self._edit = NoteEdit()
        self._edit.setObjectName("counter.notes.text")
        self._edit.entered.connect(self._on_add)
        self._edit.textChanged.connect(self._on_edited)
        self._error = InlineError(self._edit)
        self._error.setObjectName("counter.notes.error")
        self._add = BusyButton(self.tr("&Keep the note"), self.tr("Keeping…"))
        self._add.setObjectName("counter.notes.add")
        self._add.clicked.connect(self._on_add)
        self._loading = Loading(self.tr("Loading the notes…"))
        self._told = label("", "muted", wraps=True)
        self._told.setObjectName("counter.notes.told")
        self._retry = button(self.tr("&Try again"))
        self._retry.setObjectName("counter.notes.retry")
        self._retry.clicked.connect(self._load)
        self._listed = QWidget()
        self._listed.setObjectName("counter.notes.list")
        self._lay_out()

    # What the page asks

    @property
    def title(self) -> str:
        """What the panel is headed with."""
        return self.tr("Notes")

    def begin(
        self,
        customer: CustomerIdentity,
        accounts: tuple[CustomerAccount, ...],
        account_id: UUID | None,
    ) -> None:
        """Show the notes about `customer`."""
        del accounts, account_id
        if customer.user_id != self._user_id:
            self._user_id = customer.user_id
            self._full_name = customer.full_name
            self._edit.clear()
            self._error.clear()
            self._show(())
            self._told.hide()
        self._load()
        self._edit.setFocus()

    def refresh(self, accounts: tuple[CustomerAccount, ...]) -> None:
        """Look for newer notes."""
        del accounts
        self._load()

    # Building

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout(self._listed)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.Spacing.S)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Shift+Enter: a new line"), "caption"), 1)
        row.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Spacing.S)
        column.addWidget(field_label(self.tr("A note for your &colleagues"), self._edit))
        column.addWidget(self._edit)
        column.addWidget(self._error)
        column.addLayout(row)
        column.addSpacing(theme.Spacing.S)
        for part in (self._loading, self._told, self._retry, self._listed):
            column.addWidget(part)
        column.addStretch(1)
        self._retry.hide()

    def _show(self, notes: tuple[CustomerNote, ...]) -> None:
        if notes == self._notes:
            return
        self._notes = notes
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for note in notes:
            self._rows.addWidget(hairline())
            who = (
                f"{bidi.own(note.author_name)} · {bidi.own(date_text.moment_text(note.written_at))}"
            )
            self._rows.addWidget(label(who, "caption", wraps=True))
            self._rows.addWidget(label(bidi.own(note.text), wraps=True))

    # What happens

    def _load(self) -> None:
        user_id = self._user_id
        if user_id is None:
            return
        if not self._rows.count():
            self._loading.start()
        self._retry.hide()
        self._task = tasks.run(
            self,
            lambda: self._customers.notes(user_id=user_id),
            on_success=self._on_loaded,
            on_failure=lambda error: self._on_failure(error, user_id),
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _on_loaded(self, notes: tuple[CustomerNote, ...]) -> None:
        self._loading.stop()
        self._faults.succeed()
        self._told.setText(self.tr("No notes yet."))
        self._told.setVisible(not notes)
        self._show(notes)

    def _on_failure(self, error: InstaPayError, user_id: UUID) -> None:
        self._loading.stop()
        if self._is_about_opening(error, user_id):
            return
        self._faults.meet(error)
        if not self._rows.count():
            self._told.setText(error_text.sentence(error))
            self._told.show()
            self._retry.show()

    def _on_edited(self) -> None:
        self._error.clear()

    def _on_add(self) -> None:
        user_id, full_name = self._user_id, self._full_name
        text = self._edit.toPlainText().strip()
        if user_id is None or self._add.is_busy:
            return
        if not 1 <= len(text) <= MAX_NOTE:
            self._error.tell(error_text.sentence_for("customer_note_invalid"))
            return
        self._add.set_busy(True)
        self._edit.setReadOnly(True)
        self._adding = tasks.run(
            self,
            lambda: self._customers.add_note(user_id=user_id, text=text),
            on_success=lambda _id: self._on_added(user_id),
            on_failure=lambda error: self._on_not_added(error, user_id, full_name),
            deadline_s=_DEADLINE_S,
        )

    def _on_added(self, user_id: UUID) -> None:
        self._end_adding()
        if user_id == self._user_id:
            self._edit.clear()
        announce(self, self.tr("The note was kept."))
        self._load()

    def _on_not_added(self, error: InstaPayError, user_id: UUID, full_name: str) -> None:
        self._end_adding()
        if not self._is_shown(user_id) and not isinstance(error, SessionEnded):
            messages.warn(f"{bidi.own(full_name)} · {error_text.sentence(error)}")
        if self._is_about_opening(error, user_id):
            return
        self._faults.meet(error)
        if user_id == self._user_id:
            self._error.tell(error_text.sentence(error))

    def _end_adding(self) -> None:
        self._add.set_busy(False)
        self._edit.setReadOnly(False)

    def _is_shown(self, user_id: UUID) -> bool:
        """Tell whether this customer's notes are on screen, so that their page is too."""
        return user_id == self._user_id and self.isVisible()

    def _is_about_opening(self, error: InstaPayError, user_id: UUID) -> bool:
        """Tell the page where the customer or the session is not open any more."""
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        elif error.code != "customer_not_open":
            return False
        elif self._is_shown(user_id):
            self.customer_closed.emit()
        else:
            # Somebody else may be open by now: the page looks whether they still are.
            self.done.emit()
        return True
