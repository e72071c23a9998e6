"""What the history table's columns, roles and states are called."""

from __future__ import annotations

from enum import Enum, IntEnum, auto

from PySide6.QtCore import Qt


class Column(IntEnum):
    """The columns, in reading order."""

    WHEN = 0
    WHAT = 1
    AMOUNT = 2
    BALANCE = 3


class Role(IntEnum):
    """What a cell knows beyond Qt's own roles.

    Attributes:
        LINE: the whole `Line`.
        STARTS_DAY: True in the first row of a day; what waits has days of its own.
        ENDS_DAY: True in the last row of a day.
        IS_MASKED: True while amounts are hidden.

    """

    LINE = Qt.ItemDataRole.UserRole + 1
    STARTS_DAY = Qt.ItemDataRole.UserRole + 2
    ENDS_DAY = Qt.ItemDataRole.UserRole + 3
    IS_MASKED = Qt.ItemDataRole.UserRole + 4


class State(Enum):
    """What there is to show.

    EMPTY: nothing was ever paid; NO_MATCH: nothing that the filter lets through. MORE_FAILED: lines are
    shown, and the next page did not come.
    """

    IDLE = auto()
    LOADING = auto()
    EMPTY = auto()
    NO_MATCH = auto()
    READY = auto()
    FAILED = auto()
    MORE_FAILED = auto()
