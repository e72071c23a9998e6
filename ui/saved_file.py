"""Tells that a file was saved, and offers the folder it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from ui import bidi, messages

if TYPE_CHECKING:
    from pathlib import Path


def tell(path: Path) -> None:
    """Say that `path` is written; a button opens its folder."""
    pattern = QCoreApplication.translate("saved_file", "Saved {name}.")
    folder = QUrl.fromLocalFile(str(path.parent))
    messages.info(
        pattern.format(name=bidi.own(path.name)),
        action=QCoreApplication.translate("saved_file", "Show in folder"),
        on_action=lambda: QDesktopServices.openUrl(folder),
    )
