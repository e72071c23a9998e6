"""Where the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def holds_focus(scope: QWidget) -> bool:
    """Tell whether focus is in `scope`, or nowhere while that is shown: an answer may then move it there.

    As it would be if the window were active. Elsewhere somebody is at something else by now.
    """
    focused: QWidget | None = scope.window().focusWidget()
    is_here = focused is None or focused is scope or scope.isAncestorOf(focused)
    return scope.isVisible() and is_here
