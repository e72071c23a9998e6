"""The dialog that saves as a file what the log shows."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from services.errors import SessionEnded, Unexpected
from services.values.audit import AuditLog
from ui import bidi, clock, date_text, error_text, messages, saved_file, tasks, whole_file
from ui.components.statement.source import Progress
from ui.screens.audit import csv_file
from ui.widgets.button import button
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.plate_dialog import PlateDialog

if TYPE_CHECKING:
    from services.errors import InstaPayError
    from services.values.audit import AuditFilter
    from ui.preferences import Preferences

#: Longer than any export takes: it is ended by its person, not by a clock.
_DEADLINE_S = 24 * 3600.0
_LOOK_MS = 100
#: The same folder as that of an account's export.
_FOLDER = "export/folder"


class _State(Enum):
    """What the dialog does: a person chooses, is asked about an older file, or waits."""

    CHOOSING = auto()
    ASKING = auto()
    WORKING = auto()


class AuditExportDialog(PlateDialog):
    """Asks where to; writes every record of the filter in a thread, with progress.

    Signals:
        session_ended(): nothing can be fetched until this person has signed in again.

    """

    session_ended = Signal()

    def __init__(
        self,
        pages: csv_file.Pages,
        log: AuditLog,
        wanted: AuditFilter,
        preferences: Preferences,
        parent: QWidget,
    ) -> None:
        super().__init__(self.tr("Export the log"), parent)
        self.setObjectName("audit.export.dialog")
        self._pages = pages
        self._log = log
        self._wanted = wanted
        self._preferences = preferences
        self._path: Path | None = None
        self._task: tasks.Task | None = None
        self._progress = Progress()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._add_words()
        self._add_buttons()
        self._show(_State.CHOOSING)

    # Building

    def _add_words(self) -> None:
        in_payments = self._log is AuditLog.PAYMENTS
        whole = self.tr("Every record of the log of payments, newest first, as a CSV file.")
        if not in_payments:
            whole = self.tr("Every record of the log of sign-ins, newest first, as a CSV file.")
        narrowed = self.tr("The records that the filter shows, newest first, as a CSV file.")
        words = whole if self._wanted.is_empty else narrowed
        self.body.addWidget(label(words, wraps=True))
        noted = self.tr("The log will tell that you took them away, and which.")
        self.body.addWidget(label(noted, "muted", wraps=True))
        self._bar = QProgressBar()
        self._bar.setObjectName("audit.export.progress")
        self._bar.setAccessibleName(self.tr("How much is written"))
        self._bar.setTextVisible(False)
        self._told = label("", "muted", wraps=True)
        self._told.setObjectName("audit.export.told")
        self._error = InlineError()
        self._error.setObjectName("audit.export.error")
        for part in (self._bar, self._told, self._error):
            self.body.addWidget(part)

    def _add_buttons(self) -> None:
        self._cancel = button(self.tr("&Cancel"))
        self._cancel.setObjectName("audit.export.cancel")
        self._cancel.clicked.connect(self.reject)
        self._save = button(self.tr("&Save…"), "primary")
        self._save.setObjectName("audit.export.save")
        self._save.clicked.connect(self._on_save)
        self._replace = button(self.tr("&Replace it"), "danger")
        self._replace.setObjectName("audit.export.replace")
        self._replace.clicked.connect(self._write)
        for made in (self._cancel, self._replace, self._save):
            self.add_button(made)
        self._save.setDefault(True)
        self._save.setFocus()

    # What happens

    def _on_save(self) -> None:
        self._error.clear()
        dialog = QFileDialog(self, self.tr("Save as"), str(self._folder() / self._file_name()))
        dialog.setObjectName("audit.export.file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # It would ask in an event loop of its own.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilters([self.tr("CSV (*.csv)")])
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _file_name(self) -> str:
        pattern = self.tr("Log of payments {day}")
        if self._log is AuditLog.SIGN_INS:
            pattern = self.tr("Log of sign-ins {day}")
        today = date_text.local(clock.now()).date()
        return f"{pattern.format(day=today)}.csv"

    def _folder(self) -> Path:
        kept = self._preferences.text(_FOLDER)
        if kept and Path(kept).is_dir():
            return Path(kept)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place) or Path.home())

    def _on_file(self, chosen: str) -> None:
        self._path = Path(chosen)
        self._preferences.set_text(_FOLDER, str(self._path.parent))
        if self._path.exists():
            name = bidi.own(self._path.name)
            self._told.setText(self.tr("{name} is there already.").format(name=name))
            self._show(_State.ASKING)
            self._replace.setFocus()
        else:
            self._write()

    def _write(self) -> None:
        path, pages, log, wanted = self._path, self._pages, self._log, self._wanted
        assert path is not None
        self._error.clear()
        progress = self._progress = Progress()
        self._show(_State.WORKING)
        self._on_look()
        self._look.start()

        def save() -> None:
            with whole_file.writing(path) as file:
                csv_file.write(file, pages, log, wanted, progress)

        self._task = tasks.run(
            self,
            save,
            on_success=self._on_saved,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )
        # Also where the program is closed meanwhile, or the dialog goes.
        self._task.done.connect(progress.cancel)

    def _on_look(self) -> None:
        """Show how far the thread has got."""
        progress = self._progress
        if progress.share is None:
            self._bar.setRange(0, 0)
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(progress.share * 1000))
        if progress.lines:
            self._told.setText(self.tr("%n record(s) so far", "", progress.lines))
        else:
            self._told.setText(self.tr("One moment…"))

    def _on_saved(self, _nothing: object) -> None:
        assert self._path is not None
        self.accept()
        saved_file.tell(self._path)

    def _on_failure(self, error: InstaPayError) -> None:
        self._end()
        if isinstance(error, SessionEnded):
            self.reject()
            self.session_ended.emit()
        elif isinstance(error, Unexpected):
            messages.fault(error)
        else:
            self._error.tell(error_text.sentence(error))

    def _end(self) -> None:
        self._look.stop()
        self._show(_State.CHOOSING)
        self._save.setFocus()

    def _show(self, state: _State) -> None:
        self._state = state
        is_working = state is _State.WORKING
        self._save.setVisible(not is_working)
        self._replace.setVisible(state is _State.ASKING)
        self._save.setText(self.tr("Other &name…") if state is _State.ASKING else self.tr("&Save…"))
        self._cancel.setText(self.tr("S&top") if is_working else self.tr("&Cancel"))
        self._bar.setVisible(is_working)
        self._told.setVisible(state is not _State.CHOOSING)

    # Qt's own

    def reject(self) -> None:
        """Leave off what is being written, or close."""
        if self._state is _State.WORKING and self._task is not None and self._task.is_open:
            self._task.cancel()
            self._end()
            return
        super().reject()

    def done(self, result: int) -> None:
        """Close; what is still being written is left off."""
        self._progress.cancel()
        super().done(result)
