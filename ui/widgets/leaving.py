"""When a field counts as left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_COMES_BACK = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


def is_left(event: QFocusEvent) -> bool:
    """Tell whether focus went to another field, not merely to another window or a menu."""
    return event.lostFocus() and event.reason() not in _COMES_BACK
