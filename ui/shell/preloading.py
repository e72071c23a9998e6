"""Imports what will be needed soon, a module at a time, while nobody waits for anything.

A screen and all that it is made of takes tens of milliseconds to import, in which the window would
answer nobody. It is done in the GUI thread all the same: an import in another thread takes the
interpreter from it in slices of five milliseconds, at each call from Qt into Python.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Between two modules, for whatever else waits.
_PAUSE_MS = 4
#: What everybody's session is made of, small parts first.
SESSION = ("ui.widgets", "ui.components.history", "ui.shell")


class Preloading(QObject):
    """Imports the modules of `packages`, then each package of `names` as a whole; deletes itself.

    What `then` returns is done after that, a step at a time too.
    """

    def __init__(
        self,
        packages: tuple[str, ...],
        names: tuple[str, ...],
        parent: QObject,
        *,
        then: Callable[[], Iterator[Callable[[], None]]] = lambda: iter(()),
    ) -> None:
        super().__init__(parent)
        self._left = _steps(packages, names, then)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def _on_turn(self) -> None:
        step = next(self._left, None)
        if step is None:
            self._timer.stop()
            self.deleteLater()
        else:
            step()


def _steps(
    packages: tuple[str, ...],
    names: tuple[str, ...],
    then: Callable[[], Iterator[Callable[[], None]]],
) -> Iterator[Callable[[], object]]:
    for name in _modules(packages, names):
        yield partial(importlib.import_module, name)
    yield from then()


def _modules(packages: tuple[str, ...], names: tuple[str, ...]) -> Iterator[str]:
    for package in packages:
        for found in pkgutil.iter_modules(importlib.import_module(package).__path__):
            yield f"{package}.{found.name}"
    yield from names
