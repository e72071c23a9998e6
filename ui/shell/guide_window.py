"""The guide: contents at the leading side, one section at a time beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QWidget,
)

from ui import guide_text, language, theme
from ui.widgets.card import hairline

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WIDTH, _HEIGHT = 860, 600


class _Contents(QListWidget):
    """The titles; Enter and the trailing arrow go on to the text."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide.contents")
        self.setAccessibleName(self.tr("Contents"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(theme.Control.SIDE_BAR)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.mark(self, surface="contents")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter lead to the text."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class GuideWindow(QDialog):
    """Stays beside the main window until it is closed, and can be read while one works there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowTitle(self.tr("Guide to Mini-InstaPay"))
        self.resize(_WIDTH, _HEIGHT)
        self._sections = guide_text.sections(language.current().value)
        self._contents = _Contents()
        for section in self._sections:
            item = QListWidgetItem(section.title, self._contents)
            item.setSizeHint(QSize(0, theme.Control.SIDE_ITEM))
        self._text = QTextBrowser()
        self._text.setObjectName("guide.text")
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        # Nothing in it leads out of the program.
        self._text.setOpenLinks(False)
        theme.mark(self._text, surface="guide")
        self._contents.currentRowChanged.connect(self._on_row)
        theme.changed.connect(self._on_theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._contents)
        row.addWidget(hairline(upright=True))
        row.addWidget(self._text, 1)

    def show_section(self, name: str) -> None:
        """Go to a section; one that is not there leads to the first."""
        names = [section.name for section in self._sections]
        self._contents.setCurrentRow(names.index(name) if name in names else 0)
        self._contents.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_theme(self) -> None:
        self._on_row(self._contents.currentRow())

    def _on_row(self, row: int) -> None:
        if row < 0:
            return
        section = self._sections[row]
        document = self._text.document()
        document.setDefaultFont(theme.font(theme.TypeSize.BODY))
        self._text.setMarkdown(f"## {section.title}\n\n{section.text}")
        self._set_type()
        self._text.setAccessibleName(section.title)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_type(self) -> None:
        """Give the text our own sizes and room to breathe: Markdown brings none of that."""
        document = self._text.document()
        document.setDocumentMargin(theme.Spacing.XL)
        # A guide that is not there in a language from right to left is read from left to right.
        is_own = guide_text.written_in(language.current().value) == language.current().value
        direction = self.layoutDirection() if is_own else Qt.LayoutDirection.LeftToRight
        block = document.begin()
        is_title = True
        while block.isValid():
            cursor = QTextCursor(block)
            layout = cursor.blockFormat()
            layout.setLayoutDirection(direction)
            layout.setLineHeight(140.0, 1)
            layout.setBottomMargin(theme.Spacing.S)
            cursor.setBlockFormat(layout)
            if is_title:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                shape = cursor.charFormat()
                shape.setFont(theme.font(theme.TypeSize.TITLE, theme.Weight.SEMIBOLD))
                cursor.setCharFormat(shape)
                is_title = False
            block = block.next()
