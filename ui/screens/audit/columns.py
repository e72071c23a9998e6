"""What the columns and roles of the log's table are called."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt


class Column(IntEnum):
    """The columns, in reading order."""

    WHEN = 0
    WHO = 1
    WHAT = 2
    ABOUT = 3
    DETAILS = 4


class Role(IntEnum):
    """What a cell knows beyond Qt's own roles.

    Attributes:
        RECORD: the whole `AuditRecord`.

    """

    RECORD = Qt.ItemDataRole.UserRole + 1
