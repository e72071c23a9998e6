"""Asks where a file is to go, and begins where the last one of its kind went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.preferences import Preferences

_FILTERS = {
    "csv": QT_TRANSLATE_NOOP("saving", "CSV (*.csv)"),
    "pdf": QT_TRANSLATE_NOOP("saving", "PDF (*.pdf)"),
}


def folder(preferences: Preferences, key: str) -> Path:
    """Return the folder kept under `key`, else the one for documents, else the person's own."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    known = (Path(each) for each in (preferences.text(key), documents) if each)
    return next((each for each in known if each.is_dir()), Path.home())


def keep_folder(preferences: Preferences, key: str, path: Path) -> None:
    """Begin at the folder of `path` the next time."""
    preferences.set_text(key, str(path.parent))


def ask(
    parent: QWidget,
    preferences: Preferences,
    key: str,
    *,
    file_name: str,
    name: str,
    on_place: Callable[[Path], object],
) -> QFileDialog:
    """Show the dialog `name` that asks where a file is to go; returns at once.

    `file_name` is proposed, and ends in ``.csv`` or ``.pdf``. `on_place` gets the path, whether or not
    there is a file already; the folder is kept under `key`.
    """
    suffix = Path(file_name).suffix.lstrip(".")
    heading = QCoreApplication.translate("saving", "Save as")
    dialog = QFileDialog(parent, heading, str(folder(preferences, key) / file_name))
    dialog.setObjectName(name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # It would ask in an event loop of its own.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(suffix)
    dialog.setNameFilters([QCoreApplication.translate("saving", _FILTERS[suffix])])

    def on_file(chosen: str) -> None:
        path = Path(chosen)
        keep_folder(preferences, key, path)
        on_place(path)

    dialog.fileSelected.connect(on_file)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
