"""A short list of what is what: "From", "Available after" and their values."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui import theme
from ui.widgets.labels import label

_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
# Absolute: amounts stand with their decimals under each other in Arabic too.
_VALUES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_NAMES = Qt.AlignmentFlag.AlignLeading
_NAME_COLUMN, _GAP_COLUMN, _VALUE_COLUMN = range(3)
_LONG_WORD = re.compile(r"(\S{20})(?=\S)")
_ZERO_WIDTH_SPACE = "\u200b"
#: Stands where a value is not known yet.
NOTHING = "\u2013"


class Facts(QWidget):
    """Rows of a muted name and a value at the far edge; values are named ``<prefix>.<key>``."""

    def __init__(self, prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prefix = prefix
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.Spacing.S)
        self._grid.setVerticalSpacing(theme.Spacing.S)
        self._grid.setColumnStretch(_GAP_COLUMN, 1)

    def tell(
        self, key: str, name: str, value: str, *, strong: bool = False, wraps: bool = False
    ) -> None:
        """Add a row, or change the one that `key` made before.

        `wraps` lets a long value take several lines; an amount never does.
        """
        if key not in self._rows:
            self._add(key)
        named, valued = self._rows[key]
        named.setText(name)
        valued.setWordWrap(wraps)
        valued.setText(_LONG_WORD.sub(rf"\1{_ZERO_WIDTH_SPACE}", value) if wraps else value)
        valued.setAccessibleName(f"{name}: {value}")
        theme.mark(valued, kind="strong" if strong else "body")
        for part in (named, valued):
            part.setVisible(True)

    def drop(self, key: str) -> None:
        """Take a row out of sight until it is told again."""
        for part in self._rows.get(key, ()):
            part.hide()

    def put_before(self, key: str, button: QWidget) -> None:
        """Put a small button before the value of a row that is there."""
        named, valued = self._rows[key]
        row = list(self._rows).index(key)
        self._grid.removeWidget(valued)
        cell = QHBoxLayout()
        cell.setSpacing(theme.Spacing.XS)
        cell.addStretch()
        for part in (button, valued):
            cell.addWidget(part)
        named.setAlignment(_NAMES | _MIDDLE)
        valued.setAlignment(_VALUES | _MIDDLE)
        self._grid.addLayout(cell, row, _VALUE_COLUMN)

    def text(self) -> str:
        """Return all of it as lines, for the clipboard."""
        lines = (f"{named.text()}: {valued.text()}" for named, valued in self._rows.values())
        return "\n".join(lines).replace(_ZERO_WIDTH_SPACE, "")

    def _add(self, key: str) -> None:
        named, valued = label("", "muted", wraps=True), QLabel()
        named.setAlignment(_NAMES | _TOP)
        valued.setTextFormat(Qt.TextFormat.PlainText)
        valued.setAlignment(_VALUES | _TOP)
        valued.setObjectName(f"{self._prefix}.{key}")
        valued.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row = len(self._rows)
        self._grid.addWidget(named, row, _NAME_COLUMN)
        self._grid.addWidget(valued, row, _VALUE_COLUMN)
        self._rows[key] = named, valued
