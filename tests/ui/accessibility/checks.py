"""All checks of what a window shows, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.accessibility import naming, reaching, room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


def findings(window: QWidget) -> Iterator[str]:
    """Yield everything that is wrong with what a window shows."""
    yield from naming.unnamed(window)
    yield from naming.painted_without_words(window)
    yield from naming.equal_letters(window)
    yield from room.cut_off(window)
    yield from room.outside(window)
    ring = reaching.ring_of(window)
    yield from reaching.out_of_order(window, ring)
    yield from reaching.unreached(window, ring)
    yield from reaching.unseen_focus(window, ring)
