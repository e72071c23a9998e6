"""How news from another thread reach a window: soon, and not one by one."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication

from ui import live_updates, tasks
from ui.live_updates import LiveUpdates

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from services.live import LiveService


class Channel:
    """Stands for the service: `tell` is what its thread does."""

    def __init__(self) -> None:
        self.tell: Callable[[], None] = lambda: None
        self.stopped = 0

    def follow(self, *, on_news: Callable[[], None]) -> Channel:
        self.tell = on_news
        return self

    def stop(self) -> None:
        self.stopped += 1


@pytest.fixture
def channel() -> Channel:
    return Channel()


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.fixture
def updates(channel: Channel, owner: QObject, monkeypatch: pytest.MonkeyPatch) -> LiveUpdates:
    monkeypatch.setattr(live_updates, "GAP_MS", 150)
    made = LiveUpdates(cast("LiveService", channel), owner)
    made.start()
    return made


def _from_a_thread(call: Callable[[], None], times: int = 1) -> None:
    def work() -> None:
        for _ in range(times):
            call()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_news_of_a_thread_arrive_in_the_gui_thread(
    qtbot: QtBot, channel: Channel, updates: LiveUpdates
) -> None:
    threads: list[QThread] = []
    updates.due.connect(lambda: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(updates.due):
        _from_a_thread(channel.tell)
    assert threads == [updates.thread()]


def test_many_at_once_are_looked_at_once_and_those_that_follow_once_more(
    qtbot: QtBot, channel: Channel, updates: LiveUpdates
) -> None:
    looks: list[None] = []
    updates.due.connect(lambda: looks.append(None))
    # However slow the machine is, all that follow come within the gap.
    updates._gap.setInterval(60_000)
    _from_a_thread(channel.tell, 1000)
    qtbot.waitUntil(lambda: len(looks) == 1)
    for _ in range(20):
        _from_a_thread(channel.tell)
        QApplication.processEvents()
    assert len(looks) == 1
    updates._gap.start(0)
    qtbot.waitUntil(lambda: len(looks) == 2)
    qtbot.waitUntil(lambda: not updates._gap.isActive())
    assert len(looks) == 2


def test_nothing_is_told_after_stop(qtbot: QtBot, channel: Channel, updates: LiveUpdates) -> None:
    with qtbot.assertNotEmitted(updates.due, wait=50):
        _from_a_thread(channel.tell)
        updates.stop()
    assert channel.stopped == 1


def test_it_ends_with_its_owner(
    qtbot: QtBot, channel: Channel, updates: LiveUpdates, owner: QObject
) -> None:
    with qtbot.waitSignal(updates.destroyed):
        owner.deleteLater()
    assert channel.stopped == 1
    _from_a_thread(channel.tell)
    assert not [bell for bell in tasks._home().bells.values() if bell._is_rung]
