"""Guards the pin of PySide: 6.12.0 loses a reference to True or None at each call and aborts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TIMES = 20_000


class Emitter(QObject):
    toggled = Signal(bool)


def test_twenty_thousand_emits_of_a_bool_survive() -> None:
    emitter = Emitter()
    heard: list[bool] = []
    emitter.toggled.connect(heard.append)
    for number in range(TIMES):
        emitter.toggled.emit(number % 2 == 0)
    assert heard == [True, False] * (TIMES // 2)


def test_twenty_thousand_calls_that_return_nothing_survive(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    for number in range(TIMES):
        label.setText(str(number))
    assert label.text() == str(TIMES - 1)
