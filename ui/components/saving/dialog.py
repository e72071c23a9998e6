"""The dialog that saves or prints what a page shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QRadioButton, QVBoxLayout, QWidget

from services.errors import SessionEnded, Unexpected
from ui import bidi, error_text, messages, saved_file, tasks, theme
from ui.components.paper import papers, printing
from ui.components.saving import place
from ui.components.saving.progress import Progress
from ui.widgets.button import button
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label
from ui.widgets.plate_dialog import PlateDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from services.errors import InstaPayError
    from ui.preferences import Preferences

#: Longer than anything takes that is written: it is ended by its person, not by a clock.
_DEADLINE_S = 24 * 3600.0
_LOOK_MS = 100
#: A radio button's ring with its gap, as the style sheet has them, in logical pixels.
_RING_WIDTH = 18 + theme.Spacing.S
_FOLDER = "export/folder"


class Job(Protocol):
    """What is saved or printed."""

    def file_name(self, suffix: str) -> str:
        """Return the name to propose, with its suffix; a printer's queue shows it too."""

    def said(self, lines: int) -> str:
        """Say how many lines there are so far."""

    def save(self, path: Path, suffix: str, progress: Progress, *, is_rtl: bool) -> None:
        """Write a file, whole or not at all; blocks. Raises LeftOff, and errors of the services."""


class PrintOn(Protocol):
    """What prints the pages that were chosen."""

    def __call__(self, printer: QPrinter, progress: Progress, *, is_rtl: bool) -> None:
        """Print; blocks. Raises LeftOff, Unavailable (printer_unusable), and errors of the services."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file to choose.

    Attributes:
        suffix: ``pdf`` or ``csv``; preferences keep it.
        words: of its button, with its key.
        told: what it is good for.

    """

    suffix: str
    words: str
    told: str = ""


class _State(Enum):
    """What the dialog does: a person chooses, is asked about an older file, or waits."""

    CHOOSING = auto()
    ASKING = auto()
    WORKING = auto()


class SavingDialog(PlateDialog):
    """Asks where to, and which kind of file where there are several; writes it in a thread, with progress.

    Its parts are named after it: ``<name>.save``, ``<name>.replace``, ``<name>.csv`` and so on.

    Signals:
        session_ended(): nothing can be fetched until this person has signed in again.

    """

    session_ended = Signal()

    def __init__(
        self,
        heading: str,
        job: Job,
        preferences: Preferences,
        *,
        name: str,
        words: Sequence[QWidget],
        formats: Sequence[Format],
        format_key: str = "",
        print_on: PrintOn | None = None,
        parent: QWidget,
    ) -> None:
        """`words` stand above the formats, of which the last one is kept in preferences (`format_key`).

        There is a Print button where there is a `print_on`.
        """
        super().__init__(heading, parent)
        self.setObjectName(f"{name}.dialog")
        self._name = name
        self._job = job
        self._preferences = preferences
        self._format_key = format_key
        self._print_job = print_on
        self._is_rtl = self.isRightToLeft()
        self._path: Path | None = None
        self._task: tasks.Task | None = None
        self._progress = Progress()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        for each in words:
            self.body.addWidget(each)
        self.body.addSpacing(theme.Spacing.S)
        self._add_formats(formats)
        self._add_waiting()
        self._add_buttons()
        self._show(_State.CHOOSING)
        for choice in self._formats.values():
            choice.toggled.connect(self._on_format)

    def print_now(self) -> None:
        """Do what the Print button does: Ctrl+P was pressed."""
        self._on_print()

    # Building

    def _add_formats(self, formats: Sequence[Format]) -> None:
        self._first_format = formats[0].suffix
        self._formats: dict[str, QRadioButton] = {}
        self._choices = QWidget()
        column = QVBoxLayout(self._choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if len(formats) > 1:
            kept = self._preferences.text(self._format_key)
            for each in formats:
                choice = self._add_format(each, column)
                choice.setChecked(kept == each.suffix or not self._formats)
                self._formats[each.suffix] = choice
        # Not shown before it has a parent: it would be a window of its own for a moment.
        self.body.addWidget(self._choices)
        self._choices.setVisible(bool(self._formats))

    def _add_format(self, made: Format, column: QVBoxLayout) -> QRadioButton:
        choice = QRadioButton(made.words)
        choice.setObjectName(f"{self._name}.{made.suffix}")
        choice.setAccessibleDescription(made.told)
        column.addWidget(choice)
        if made.told:
            told = label(made.told, "caption", wraps=True)
            # Under the choice's words, not under its ring.
            told.setIndent(_RING_WIDTH)
            column.addWidget(told)
        column.addSpacing(theme.Spacing.S)
        return choice

    def _add_waiting(self) -> None:
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{self._name}.progress")
        self._bar.setAccessibleName(self.tr("How much is written"))
        self._bar.setTextVisible(False)
        self._told = label("", "muted", wraps=True)
        self._told.setObjectName(f"{self._name}.told")
        self._error = InlineError()
        self._error.setObjectName(f"{self._name}.error")
        for part in (self._bar, self._told, self._error):
            self.body.addWidget(part)

    def _add_buttons(self) -> None:
        name = self._name
        self._print = self._add_button(f"{name}.print", button(self.tr("Pr&int…")))
        self._cancel = self._add_button(f"{name}.cancel", button(self.tr("&Cancel")))
        replace = button(self.tr("&Replace it"), "danger")
        self._replace = self._add_button(f"{name}.replace", replace)
        self._save = self._add_button(f"{name}.save", button(self.tr("&Save…"), "primary"))
        self._print.clicked.connect(self._on_print)
        self._cancel.clicked.connect(self.reject)
        self._replace.clicked.connect(self._write)
        self._save.clicked.connect(self._on_save)
        self._save.setDefault(True)
        self._save.setFocus()

    def _add_button(self, name: str, made: QPushButton) -> QPushButton:
        made.setObjectName(name)
        self.add_button(made)
        return made

    # What happens

    @property
    def _format(self) -> str:
        chosen = (suffix for suffix, choice in self._formats.items() if choice.isChecked())
        return next(chosen, self._first_format)

    def _on_format(self) -> None:
        """Say nothing any more of a file of the other kind."""
        self._error.clear()
        if self._state is _State.ASKING:
            self._show(_State.CHOOSING)

    def _on_save(self) -> None:
        self._error.clear()
        suffix = self._format
        if self._formats:
            self._preferences.set_text(self._format_key, suffix)
        place.ask(
            self,
            self._preferences,
            _FOLDER,
            file_name=self._job.file_name(suffix),
            name=f"{self._name}.file",
            on_place=self._on_place,
        )

    def _on_place(self, path: Path) -> None:
        self._path = path
        if not path.exists():
            self._write()
            return
        self._told.setText(self.tr("{name} is there already.").format(name=bidi.own(path.name)))
        self._show(_State.ASKING)
        self._replace.setFocus()

    def _write(self) -> None:
        path, job, suffix, is_rtl = self._path, self._job, self._format, self._is_rtl
        assert path is not None
        progress = self._begin()
        self._run(lambda: job.save(path, suffix, progress, is_rtl=is_rtl), self._on_saved)

    def _on_print(self) -> None:
        self._begin()
        self._run(papers.printers, self._on_printers, deadline_s=printing.PRINTERS_DEADLINE_S)

    def _on_printers(self, _names: list[str]) -> None:
        self._end()
        printing.choose_printer(
            self,
            name=f"{self._name}.printer",
            title=self._job.file_name("pdf"),
            on_chosen=self._print_on,
        )

    def _print_on(self, printer: QPrinter) -> None:
        print_on, is_rtl = self._print_job, self._is_rtl
        assert print_on is not None
        progress = self._begin()
        self._run(lambda: print_on(printer, progress, is_rtl=is_rtl), self._on_printed)

    def _begin(self) -> Progress:
        self._error.clear()
        self._progress = Progress()
        self._show(_State.WORKING)
        self._on_look()
        self._look.start()
        return self._progress

    def _run(
        self,
        call: Callable[[], Any],
        on_success: Callable[[Any], None],
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
        progress = self._progress
        # Also where the program is closed meanwhile.
        self._task.done.connect(progress.cancel)
        # Where the dialog goes, as with a window that is made anew, its task goes without a word.
        self._task.destroyed.connect(lambda _gone=None: progress.cancel())

    def _on_look(self) -> None:
        """Show how far the thread has got."""
        progress = self._progress
        if progress.share is None:
            self._bar.setRange(0, 0)
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(progress.share * 1000))
        waiting = self.tr("One moment…")
        self._told.setText(self._job.said(progress.lines) if progress.lines else waiting)

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
        self._print.setVisible(self._print_job is not None and state is _State.CHOOSING)
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
