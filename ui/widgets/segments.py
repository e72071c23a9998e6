"""A few choices side by side, of which one holds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.widgets.button import button

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Between two neighbours, in logical pixels: their grounds must not touch.
_GAP = 2


class Segments(QWidget):
    """Each choice is a value and its words; buttons are named ``<name>.<value>``.

    Tab goes to what is chosen, arrow keys go to the others and choose them, as among radio buttons.

    Signals:
        chosen(object): somebody chose another value.

    """

    chosen = Signal(object)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for number, (value, words) in enumerate(choices):
            choice = button(words, "segment")
            choice.setObjectName(f"{name}.{value}")
            choice.setCheckable(True)
            choice.toggled.connect(partial(_take_tab, choice))
            self._group.addButton(choice, number)
            row.addWidget(choice)
            _take_tab(choice, chosen=False)
        self._group.button(0).setChecked(True)
        self._value = self._values[0]
        self._group.idToggled.connect(self._on_toggled)

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._value

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons, in reading order."""
        return tuple(each for each in self._group.buttons() if isinstance(each, QPushButton))

    def choose(self, value: str) -> None:
        """Choose a value, as if somebody did. Raises ValueError for one that is not offered."""
        self._group.button(self._values.index(value)).setChecked(True)

    def _on_toggled(self, number: int, is_on: bool) -> None:  # noqa: FBT001 (a slot)
        if is_on and self._values[number] != self._value:
            self._value = self._values[number]
            self.chosen.emit(self._value)


def _take_tab(choice: QPushButton, chosen: bool) -> None:  # noqa: FBT001 (a slot)
    focus = Qt.FocusPolicy
    choice.setFocusPolicy(focus.StrongFocus if chosen else focus.ClickFocus)
