"""The dialog that holds the seals against the records, and what becomes of the thread behind it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from services.values.audit import AuditLog, SealCheck
from tests.pages.finding import PATIENCE_MS
from tests.ui.stage import stage
from ui import tasks
from ui.screens.audit.seals_dialog import SealsDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


def test_nothing_is_looked_at_any_more_where_the_dialog_goes(qtbot: QtBot) -> None:
    reached, gate, looked = threading.Event(), threading.Event(), list[AuditLog]()

    def verify(*, log: AuditLog) -> Iterator[SealCheck]:
        for _ in range(3):
            looked.append(log)
            reached.set()
            assert gate.wait(PATIENCE_MS / 1000)
            yield SealCheck()

    dialog = SealsDialog(verify, stage(qtbot, QWidget()))
    dialog.open()
    qtbot.waitUntil(reached.is_set, timeout=PATIENCE_MS)
    # As with its window, which is made anew in another language.
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not isValid(dialog), timeout=PATIENCE_MS)
    gate.set()
    qtbot.waitUntil(lambda: not tasks._home().waiting, timeout=PATIENCE_MS)
    assert len(looked) == 1
