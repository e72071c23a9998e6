"""Notices as a list, the newest first."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui import bidi, date_text
from ui import notice_text as words

if TYPE_CHECKING:
    from services.values.notifications import Notification

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """What a row knows beyond Qt's own roles: note, day and time as text, and whether it is new."""

    NOTE = Qt.ItemDataRole.UserRole + 1
    WHEN = Qt.ItemDataRole.UserRole + 2
    IS_UNREAD = Qt.ItemDataRole.UserRole + 3


class NotificationModel(QAbstractListModel):
    """Holds what the bank answered last; rows that are still there keep their place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices: list[Notification] = []
        self._is_masked = False

    def notices(self) -> tuple[Notification, ...]:
        """Return all of them."""
        return tuple(self._notices)

    def show_notices(self, notices: tuple[Notification, ...], *, masked: bool) -> None:
        """Show these; new ones come on top and the rest stays where it is.

        Anything else than new ones on top, such as a notice that the bank took back, starts anew.
        """
        self._is_masked = masked
        known = [each.id for each in self._notices]
        new = len(notices)
        if known:
            new = next((row for row, each in enumerate(notices) if each.id == known[0]), new)
        kept = len(notices) - new
        if not kept or [each.id for each in notices[new:]] != known[:kept]:
            self.beginResetModel()
            self._notices = list(notices)
            self.endResetModel()
            return
        self._drop_below(kept)
        self._put_on_top(notices[:new])
        self._notices = list(notices)
        self.dataChanged.emit(self.index(0), self.index(len(notices) - 1))

    def _drop_below(self, kept: int) -> None:
        if kept < len(self._notices):
            self.beginRemoveRows(_ROOT, kept, len(self._notices) - 1)
            del self._notices[kept:]
            self.endRemoveRows()

    def _put_on_top(self, new: tuple[Notification, ...]) -> None:
        if new:
            self.beginInsertRows(_ROOT, 0, len(new) - 1)
            self._notices[:0] = new
            self.endInsertRows()

    def _spoken(self, notice: Notification) -> str:
        """Return a row in words: whether it is new, what happened, the note, the time."""
        parts = [
            self.tr("Unread") if not notice.is_read else "",
            bidi.plain(words.sentence(notice, masked=self._is_masked)),
            words.note(notice),
            f"{date_text.day(notice.created_at)} {date_text.time_of_day(notice.created_at)}",
        ]
        return ", ".join(filter(None, parts))

    # Qt's own

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many notices there are."""
        return 0 if parent.isValid() else len(self._notices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (a variant)
        """Return what a row shows or says."""
        if not index.isValid():
            return None
        notice = self._notices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.sentence(notice, masked=self._is_masked)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(notice)
        if role == Role.NOTE:
            return words.note(notice)
        if role == Role.WHEN:
            return f"{date_text.day(notice.created_at)} {date_text.time_of_day(notice.created_at)}"
        return not notice.is_read if role == Role.IS_UNREAD else None
