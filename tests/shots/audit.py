"""The auditor's log in its states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.pages.audit import AuditPage
from tests.pages.finding import press, wait_for
from tests.shots.studio import live

if TYPE_CHECKING:
    from tests.shots.studio import Studio

_SMALLEST = (1024, 640)


def play_audit(studio: Studio) -> None:
    """Nobody is signed in, before and after."""
    studio.login.choose_demo_person("Auditor")
    studio.login.press_submit()
    wait_for(studio.bot, studio.window, "shell.nav.audit")
    studio.page.go_to("audit")
    page = AuditPage(studio.bot, studio.window)
    page.wait_for_rows()
    studio.shoot("audit")
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    page.open_details(2)
    studio.shoot("audit-details")
    page.close_details()
    page.choose_log("auth")
    live(0.5)
    page.wait_for_rows()
    studio.shoot("audit-sign-ins")
    page.type_actor("nobody@demo.eg")
    page.wait_for_no_match()
    studio.shoot("audit-no-match")
    page.clear_filter()
    page.wait_for_rows()
    size = studio.window.size()
    studio.window.resize(*_SMALLEST)
    page.choose_log("payment")
    page.choose_event("transfer")
    live(0.5)
    studio.shoot("audit-smallest")
    studio.window.resize(size)
    _play_dialogs(studio, page)
    studio.page.sign_out()


def _play_dialogs(studio: Studio, page: AuditPage) -> None:
    studio.proxy.is_stalled = True
    page.verify()
    live(0.5)
    studio.shoot("audit-verifying")
    studio.proxy.is_stalled = False
    page.wait_for_seals("auth")
    studio.shoot("audit-verified")
    _close_dialog()
    press(studio.window, "audit.export")
    studio.shoot("audit-export")
    _close_dialog()


def _close_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.reject()
