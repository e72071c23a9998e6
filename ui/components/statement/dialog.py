"""The dialog that saves or prints what a history shows."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QRadioButton, QVBoxLayout, QWidget

from services.errors import SessionEnded, Unexpected
from ui import bidi, error_text, messages, saved_file, tasks, theme
from ui.components.paper import papers
from ui.components.statement import jobs
from ui.components.statement.source import Progress
from ui.components.statement.summary import narrowed_to
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.plate_dialog import PlateDialog
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.errors import InstaPayError
    from ui.components.statement.source import Source, Wanted
    from ui.preferences import Preferences

#: Longer than any export takes: it is ended by its person, not by a clock.
_DEADLINE_S = 24 * 3600.0
#: Looking for printers is asking the system's print service.
_PRINTERS_DEADLINE_S = 8.0
_LOOK_MS = 100
#: A radio button's ring with its gap, as the style sheet has them, in logical pixels.
_RING_WIDTH = 18 + theme.Spacing.S
_FOLDER, _FORMAT = "export/folder", "export/format"


class _Format(Enum):
    """The kinds of file, as preferences keep them."""

    PDF = "pdf"
    CSV = "csv"


class _State(Enum):
    """What the dialog does: a person chooses, is asked about an older file, or waits."""

    CHOOSING = auto()
    ASKING = auto()
    WORKING = auto()


class ExportDialog(PlateDialog):
    """Asks for a PDF or a CSV file and where to; writes it in a thread, with progress.

    Signals:
        session_ended(): nothing can be fetched until this person has signed in again.

    """

    session_ended = Signal()

    def __init__(
        self,
        source: Source,
        wanted: Wanted,
        preferences: Preferences,
        *,
        masked: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(self.tr("Export"), parent)
        self.setObjectName("export.dialog")
        self._source = source
        self._wanted = wanted
        self._preferences = preferences
        self._is_rtl = self.isRightToLeft()
        self._path: Path | None = None
        self._task: tasks.Task | None = None
        self._progress = Progress()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._add_words(masked=masked)
        self._add_formats()
        self._add_waiting()
        self._add_buttons()
        self._show(_State.CHOOSING)

    def print_now(self) -> None:
        """Do what the Print button does: Ctrl+P was pressed."""
        self._on_print()

    # Building

    def _add_words(self, *, masked: bool) -> None:
        for words in narrowed_to(self._wanted):
            self.body.addWidget(label(words, "muted", wraps=True))
        self._masked = Banner(Tone.WARN)
        self._masked.setObjectName("export.masked")
        self._masked.say("", self.tr("The amounts hidden on screen will be in the file."))
        self._masked.setVisible(masked)
        self.body.addWidget(self._masked)
        self.body.addSpacing(theme.Spacing.S)

    def _add_formats(self) -> None:
        self._formats: dict[_Format, QRadioButton] = {}
        self._choices = QWidget()
        column = QVBoxLayout(self._choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        kept = self._preferences.text(_FORMAT)
        for kind, words, told in (
            (
                _Format.PDF,
                self.tr("&PDF statement"),
                self.tr("Pages to keep, send or hand in, with balances and page numbers."),
            ),
            (
                _Format.CSV,
                self.tr("CS&V file"),
                self.tr("For a spreadsheet: a column for each fact, however many payments."),
            ),
        ):
            choice = QRadioButton(words)
            choice.setObjectName(f"export.{kind.value}")
            choice.setAccessibleDescription(told)
            words_below = label(told, "caption", wraps=True)
            # Under the choice's words, not under its ring.
            words_below.setIndent(_RING_WIDTH)
            column.addWidget(choice)
            column.addWidget(words_below)
            column.addSpacing(theme.Spacing.S)
            self._formats[kind] = choice
        last = _Format.CSV if kept == _Format.CSV.value else _Format.PDF
        self._formats[last].setChecked(True)
        self.body.addWidget(self._choices)

    def _add_waiting(self) -> None:
        self._bar = QProgressBar()
        self._bar.setObjectName("export.progress")
        self._bar.setTextVisible(False)
        self._told = label("", "muted", wraps=True)
        self._told.setObjectName("export.told")
        self._error = InlineError()
        self._error.setObjectName("export.error")
        for part in (self._bar, self._told, self._error):
            self.body.addWidget(part)

    def _add_buttons(self) -> None:
        self._print = button(self.tr("Pr&int…"))
        self._print.setObjectName("export.print")
        self._print.clicked.connect(self._on_print)
        self._cancel = button(self.tr("&Cancel"))
        self._cancel.setObjectName("export.cancel")
        self._cancel.clicked.connect(self.reject)
        self._save = button(self.tr("&Save…"), "primary")
        self._save.setObjectName("export.save")
        self._save.clicked.connect(self._on_save)
        self._replace = button(self.tr("&Replace it"), "danger")
        self._replace.setObjectName("export.replace")
        self._replace.clicked.connect(self._on_replace)
        for made in (self._print, self._cancel, self._replace, self._save):
            self.add_button(made)
        self._save.setDefault(True)
        self._save.setFocus()

    # What happens

    @property
    def _format(self) -> _Format:
        return next(kind for kind, choice in self._formats.items() if choice.isChecked())

    def _on_save(self) -> None:
        self._error.clear()
        kind = self._format
        self._preferences.set_text(_FORMAT, kind.value)
        name = jobs.file_name(self._wanted, kind.value)
        dialog = QFileDialog(self, self.tr("Save as"), str(self._folder() / name))
        dialog.setObjectName("export.file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # It would ask in an event loop of its own.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(kind.value)
        dialog.setNameFilters(
            [self.tr("PDF (*.pdf)") if kind is _Format.PDF else self.tr("CSV (*.csv)")]
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
        if self._path.exists():
            name = bidi.own(self._path.name)
            self._told.setText(self.tr("{name} is there already.").format(name=name))
            self._show(_State.ASKING)
            self._replace.setFocus()
        else:
            self._write()

    def _on_replace(self) -> None:
        self._write()

    def _write(self) -> None:
        path, source, wanted = self._path, self._source, self._wanted
        assert path is not None
        progress = self._begin()
        if self._format is _Format.CSV:
            self._run(lambda: jobs.save_csv(path, source, wanted, progress), self._on_saved)
        else:
            is_rtl = self._is_rtl
            self._run(
                lambda: jobs.save_pdf(path, source, wanted, progress, is_rtl=is_rtl),
                self._on_saved,
            )

    def _on_print(self) -> None:
        self._begin()
        self._run(papers.printers, self._on_printers, deadline_s=_PRINTERS_DEADLINE_S)

    def _on_printers(self, _names: list[str]) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 (few people print)

        self._end()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setDocName(jobs.file_name(self._wanted, "pdf"))
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("export.printer")
        dialog.accepted.connect(lambda: self._print_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        # Its own `open` wants a slot by name.
        QDialog.open(dialog)

    def _print_on(self, printer: object) -> None:
        source, wanted, is_rtl = self._source, self._wanted, self._is_rtl
        progress = self._begin()
        self._run(
            lambda: jobs.print_pages(printer, source, wanted, progress, is_rtl=is_rtl),  # type: ignore[arg-type] # imported where it is made
            self._on_printed,
        )

    def _begin(self) -> Progress:
        self._error.clear()
        self._progress = Progress()
        self._show(_State.WORKING)
        self._on_look()
        self._look.start()
        return self._progress

    def _run(
        self,
        call: Callable[[], object],
        on_success: Callable[..., None],
        *,
        deadline_s: float = _DEADLINE_S,
    ) -> None:
        self._task = tasks.run(
            self,
            call,
            on_success=on_success,
            on_failure=self._on_failure,
            deadline_s=deadline_s,
            replaces=self._task,
        )
        # Also where the program is closed meanwhile, or the dialog goes.
        self._task.done.connect(self._progress.cancel)

    def _on_look(self) -> None:
        """Show how far the thread has got."""
        progress = self._progress
        if progress.share is None:
            self._bar.setRange(0, 0)
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(progress.share * 1000))
        if progress.lines:
            self._told.setText(self.tr("%n payment(s) so far", "", progress.lines))
        else:
            self._told.setText(self.tr("One moment…"))

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

    def _end(self) -> None:
        self._look.stop()
        self._show(_State.CHOOSING)
        self._save.setFocus()

    def _show(self, state: _State) -> None:
        self._state = state
        is_working = state is _State.WORKING
        self._choices.setEnabled(not is_working)
        self._print.setVisible(state is _State.CHOOSING)
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
