"""Asks which file to read, and where to save one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui import bidi, error_text, messages, tasks
from ui.components.saving import place
from ui.screens.bulk import csv_files
from ui.widgets.plate_dialog import question

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.errors import InstaPayError
    from services.values.batches import BatchOrder, BatchSheet
    from ui.preferences import Preferences

_FOLDER = "bulk/folder"
#: Writing ten thousand rows takes a fraction of a second; a sleeping disk a few seconds.
_DEADLINE_S = 60.0


class Files(QObject):
    """The dialogs of a page, which remembers the folder of the last file.

    Signals:
        chosen(Path): a file is to be read.
        failed(str): a file could not be written, in words.

    """

    chosen = Signal(object)
    failed = Signal(str)

    def __init__(self, preferences: Preferences, page: QWidget) -> None:
        super().__init__(page)
        self._preferences = preferences
        self._page = page
        self._task: tasks.Task | None = None

    def choose(self) -> None:
        """Ask which file is to be read."""
        began = place.folder(self._preferences, _FOLDER)
        dialog = QFileDialog(self._page, self.tr("Choose a file of payments"), str(began))
        dialog.setObjectName("bulk.file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("CSV (*.csv *.txt *.tsv)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_errors(self, sheet: BatchSheet, stem: str) -> None:
        """Ask where the rows to be checked are saved, and save them; `stem` is the name of their file."""
        self._save(
            self.tr("{name} to be checked").format(name=stem),
            lambda path: csv_files.save_errors(path, sheet),
            "bulk.save_errors.file",
        )

    def save_result(self, order: BatchOrder) -> None:
        """Ask where it is saved what was paid, and save that."""
        self._save(
            self.tr("{name} result").format(name=Path(order.name).stem),
            lambda path: csv_files.save_result(path, order.sheet, order.ids),
            "bulk.save_result.file",
        )

    def _save(self, name: str, write: Callable[[Path], None], object_name: str) -> None:
        """Ask where to, then have `write(path)` run in a thread."""
        place.ask(
            self._page,
            self._preferences,
            _FOLDER,
            file_name=f"{name}.csv",
            name=object_name,
            on_place=lambda path: self._on_place(path, write),
        )

    def _on_chosen(self, chosen: str) -> None:
        path = Path(chosen)
        place.keep_folder(self._preferences, _FOLDER, path)
        self.chosen.emit(path)

    def _on_place(self, path: Path, write: Callable[[Path], None]) -> None:
        if not path.exists():
            self._write(path, write)
            return
        dialog = question(
            self.tr("Replace {name}?").format(name=bidi.own(path.name)),
            self.tr("There is a file of this name already."),
            self.tr("&Replace it"),
            name="bulk.replace",
            parent=self._page,
        )
        dialog.accepted.connect(lambda: self._write(path, write))
        dialog.open()

    def _write(self, path: Path, write: Callable[[Path], None]) -> None:
        saved = self.tr("Saved as {name}.").format(name=bidi.own(path.name))
        self._task = tasks.run(
            self,
            lambda: write(path),
            on_success=lambda _nothing: messages.info(saved),
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
        )

    def _on_failure(self, error: InstaPayError) -> None:
        self.failed.emit(error_text.sentence(error))
