"""The dialog that saves or prints a till's sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QRadioButton

from services.errors import SessionEnded, Unexpected
from ui import bidi, error_text, messages, saved_file, tasks, theme
from ui.components.paper import papers
from ui.components.till_sheet import jobs
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.plate_dialog import PlateDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from services.errors import InstaPayError
    from services.values.tills import ClosedTill, OpenTill, TillSheet, TillState
    from ui.components.till_sheet.day_sheet import Tills
    from ui.preferences import Preferences

#: A busy day's sheet is a few calls, and some pages.
_DEADLINE_S = 120.0
_PRINTERS_DEADLINE_S = 8.0
_FOLDER, _FORMAT = "export/folder", "till_sheet/format"


class SheetDialog(PlateDialog):
    """Asks for a PDF or a CSV file and where to, or for a printer.

    Signals:
        session_ended(): nothing can be fetched until this person has signed in again.

    """

    session_ended = Signal()

    def __init__(
        self,
        tills: Tills,
        till: OpenTill | ClosedTill | TillSheet | TillState,
        preferences: Preferences,
        parent: QWidget,
    ) -> None:
        super().__init__(self.tr("Day's sheet"), parent)
        self.setObjectName("till.sheet.dialog")
        self._tills = tills
        self._till_id = till.id
        self._name = jobs.title(till)
        self._preferences = preferences
        self._is_rtl = self.isRightToLeft()
        self._path: Path | None = None
        self._task: tasks.Task | None = None
        self.body.addWidget(
            label(
                self.tr("All slips with their totals, the count, and what differed."),
                "muted",
                wraps=True,
            )
        )
        self.body.addSpacing(theme.Spacing.S)
        self._pdf = self._add_format("pdf", self.tr("&PDF, to keep and to sign"))
        self._csv = self._add_format("csv", self.tr("CS&V file, for a spreadsheet"))
        is_csv = preferences.text(_FORMAT) == "csv"
        (self._csv if is_csv else self._pdf).setChecked(True)
        self._told = label("", "muted", wraps=True)
        self._told.setObjectName("till.sheet.told")
        self._told.hide()
        self._error = InlineError()
        self._error.setObjectName("till.sheet.error")
        for part in (self._told, self._error):
            self.body.addWidget(part)
        self._add_buttons()
        self._csv.toggled.connect(self._stop_asking)

    def print_now(self) -> None:
        """Do what the Print button does: Ctrl+P was pressed."""
        self._on_print()

    # Building

    def _add_format(self, kind: str, words: str) -> QRadioButton:
        choice = QRadioButton(words)
        choice.setObjectName(f"till.sheet.{kind}")
        self.body.addWidget(choice)
        return choice

    def _add_buttons(self) -> None:
        self._print = button(self.tr("Pr&int…"))
        self._print.setObjectName("till.sheet.print")
        self._print.clicked.connect(self._on_print)
        cancel = button(self.tr("&Cancel"))
        cancel.setObjectName("till.sheet.cancel")
        cancel.clicked.connect(self.reject)
        self._replace = button(self.tr("&Replace it"), "danger")
        self._replace.setObjectName("till.sheet.replace")
        self._replace.clicked.connect(self._write)
        self._replace.hide()
        self._save = BusyButton(self.tr("&Save…"), self.tr("One moment…"))
        self._save.setObjectName("till.sheet.save")
        self._save.clicked.connect(self._on_save)
        for made in (self._print, cancel, self._replace, self._save):
            self.add_button(made)
        self._save.setDefault(True)
        self._save.setFocus()

    # What happens

    @property
    def _suffix(self) -> str:
        return "csv" if self._csv.isChecked() else "pdf"

    def _on_save(self) -> None:
        self._stop_asking()
        suffix = self._suffix
        self._preferences.set_text(_FORMAT, suffix)
        proposed = self._folder() / f"{self._name}.{suffix}"
        dialog = QFileDialog(self, self.tr("Save as"), str(proposed))
        dialog.setObjectName("till.sheet.file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # It would ask in an event loop of its own.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(suffix)
        dialog.setNameFilters(
            [self.tr("CSV (*.csv)") if suffix == "csv" else self.tr("PDF (*.pdf)")]
        )
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _folder(self) -> Path:
        kept = self._preferences.text(_FOLDER)
        if kept and Path(kept).is_dir():
            return Path(kept)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place) or Path.home())

    def _on_file(self, chosen: str) -> None:
        self._path = Path(chosen)
        self._preferences.set_text(_FOLDER, str(self._path.parent))
        if not self._path.exists():
            self._write()
            return
        name = bidi.own(self._path.name)
        self._told.setText(self.tr("{name} is there already.").format(name=name))
        self._told.show()
        self._replace.show()
        self._replace.setFocus()

    def _stop_asking(self) -> None:
        self._error.clear()
        self._told.hide()
        self._replace.hide()

    def _write(self) -> None:
        path, tills, till_id = self._path, self._tills, self._till_id
        assert path is not None
        is_rtl = self._is_rtl
        if self._suffix == "csv":
            self._run(lambda: jobs.save_csv(path, tills, till_id), self._on_saved)
        else:
            self._run(lambda: jobs.save_pdf(path, tills, till_id, is_rtl=is_rtl), self._on_saved)

    def _on_print(self) -> None:
        self._run(papers.printers, self._on_printers, deadline_s=_PRINTERS_DEADLINE_S)

    def _on_printers(self, _names: list[str]) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 (few people print)

        self._end()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setDocName(self._name)
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("till.sheet.printer")
        dialog.accepted.connect(lambda: self._print_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        # Its own `open` wants a slot by name.
        QDialog.open(dialog)

    def _print_on(self, printer: object) -> None:
        tills, till_id, is_rtl = self._tills, self._till_id, self._is_rtl
        self._run(
            lambda: jobs.print_pages(printer, tills, till_id, is_rtl=is_rtl),  # type: ignore[arg-type] # imported where it is made
            self._on_printed,
        )

    def _run(
        self,
        call: Callable[[], object],
        on_success: Callable[..., None],
        *,
        deadline_s: float = _DEADLINE_S,
    ) -> None:
        self._stop_asking()
        self._save.set_busy(True)
        self._print.setEnabled(False)
        self._task = tasks.run(
            self,
            call,
            on_success=on_success,
            on_failure=self._on_failure,
            deadline_s=deadline_s,
            replaces=self._task,
        )

    def _end(self) -> None:
        self._save.set_busy(False)
        self._print.setEnabled(True)

    def _on_saved(self, _nothing: object) -> None:
        assert self._path is not None
        self.accept()
        saved_file.tell(self._path)

    def _on_printed(self, _nothing: object) -> None:
        self.accept()
        messages.info(self.tr("Sent to the printer."))

    def _on_failure(self, error: InstaPayError) -> None:
        self._end()
        if isinstance(error, SessionEnded):
            self.reject()
            self.session_ended.emit()
        elif isinstance(error, Unexpected):
            messages.fault(error)
        else:
            self._error.tell(error_text.sentence(error))
