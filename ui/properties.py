"""Qt's own properties, set by the names of their values.

Whoever names one value through `Qt` has PySide build all 93 enums of that namespace, 14 ms in which
nothing is painted. What the sign-in page is made of therefore names its values as words, and takes
`Qt` as `QtCore.Qt` in functions that run later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def put(thing: QObject, **values: str) -> None:
    """Set properties, such as ``focusPolicy="StrongFocus"`` or ``alignment="AlignLeft|AlignTop"``.

    Raises ValueError for a property that is none of Qt's, or a value that it does not have.
    """
    for name, value in values.items():
        if not thing.setProperty(name, value):
            raise ValueError(f"{type(thing).__name__} takes no {name} {value}")
