"""What the history puts on the clipboard, and the menu that offers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QToolTip

from ui import bidi
from ui.components.history.columns import Column
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QWidget

    from ui.components.history.model import HistoryModel


def cell_text(index: QModelIndex | QPersistentModelIndex) -> str:
    """Return a cell as it is shown, without direction marks."""
    return bidi.plain(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))


def row_text(model: HistoryModel, row: int) -> str:
    """Return a row with tabs between its cells, as a spreadsheet takes it."""
    return "\t".join(cell_text(model.index(row, column)) for column in Column)


def copy(widget: QWidget, text: str) -> None:
    """Put a text on the clipboard, and say so."""
    QGuiApplication.clipboard().setText(text)
    done = QCoreApplication.translate("history", "Copied")
    announce(widget, done)
    QToolTip.showText(QCursor.pos(), done, widget)
