"""The journey of `bench.bulk_window`: a file of payments from being dropped to being sent."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from bench.heartbeat import Heartbeat
from bench.journeys import sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.driven import Drive, Wait
    from ui.main_window import MainWindow

_REST_S = 1.0


def bulk(drive: Drive) -> Iterator[Wait]:
    """Sign in, drop the file, look at it, type the password, and wait until it says that all was sent."""
    yield from sign_in(drive)
    drive.find("shell.nav.bulk").click()
    yield lambda: drive.find("bulk.drop") is not None
    yield _REST_S
    beat = Heartbeat()
    beat.start("checking")
    parts = {}
    begun = time.perf_counter()
    _drop(drive)
    yield drive.can_press("bulk.review")
    parts["checking"] = time.perf_counter() - begun
    yield _REST_S
    beat.enter("reviewing")
    begun = time.perf_counter()
    drive.find("bulk.review").click()
    yield lambda: drive.find("bulk.confirm.password") is not None
    parts["reviewing"] = time.perf_counter() - begun
    drive.find("bulk.confirm.password").setText(drive.options["password"])
    yield drive.can_press("bulk.confirm.send")
    beat.enter("sending")
    begun = time.perf_counter()
    drive.find("bulk.confirm.send").click()
    yield lambda: drive.find("bulk.save_result") is not None
    parts["sending"] = time.perf_counter() - begun
    assert drive.find("bulk.outcome").property("outcome") == "sent"
    yield _REST_S
    phase, stall = max(beat.longest().items(), key=lambda each: each[1].ms, default=("none", None))
    told = {"phase": phase, "ms": 0.0, "seen": []}
    if stall is not None:
        told |= {"ms": round(stall.ms, 1), "seen": stall.seen}
    drive.tell(parts=parts, stall=told)


def _drop(drive: Drive) -> None:
    screen = cast("MainWindow", drive.window).current_screen
    assert screen is not None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(drive.options["file"])])
    action, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    middle = screen.rect().center()
    # Qt hands a drop to whoever took what came in before it.
    QApplication.sendEvent(screen, QDragEnterEvent(middle, action, data, left, none))
    QApplication.sendEvent(screen, QDropEvent(QPointF(middle), action, data, left, none))
