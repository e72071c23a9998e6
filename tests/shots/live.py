"""Help, notifications, and how a lost connection shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from ui.shell.guide_window import GuideWindow

if TYPE_CHECKING:
    from tests.faults.proxy import Proxy
    from tests.shots.studio import Studio


def play_live(studio: Studio) -> None:
    """Go through what the window says of itself; somebody is signed in, and stays so."""
    _play_notifications(studio)
    _play_help(studio)
    _play_bad_days(studio)
    studio.page.go_to("settings")
    studio.settings.ask_to_end_all()
    studio.shoot("settings-end-all")
    _close_dialog()
    studio.page.go_to("accounts")


def _play_notifications(studio: Studio) -> None:
    studio.page.go_to("notifications")
    studio.notifications.wait_for_notices()
    view = studio.notifications.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Down)
    studio.shoot("notifications-by-key")
    menu = studio.notifications.menu(0)
    studio.shoot_over("notifications-menu", menu)
    menu.close()


def _play_help(studio: Studio) -> None:
    menu = studio.page.account_menu()
    studio.shoot_over("account-menu", menu)
    menu.close()
    studio.page.open_help("about")
    studio.page.wait_for_servers()
    studio.shoot("about")
    _close_dialog()
    studio.page.open_help("shortcuts")
    studio.shoot("shortcuts")
    _close_dialog()
    for screen in ("notifications", "transfer"):
        studio.page.go_to(screen)
        studio.page.open_help("guide")
        (guide,) = studio.window.findChildren(GuideWindow)
        studio.shoot_over(f"guide-{screen}", guide)
        guide.close()


def _play_bad_days(studio: Studio) -> None:
    """Take the databases away one by one, and bring them back in the other order."""
    studio.page.go_to("transfer")
    studio.transfer.wait_for_form()
    _cut(studio.auth_proxy)
    said = studio.page.wait_for_banner()
    studio.shoot("auth-away")
    studio.page.go_to("notifications")
    studio.services.identity._access.current().dies_at = 0.0
    studio.window.refresh()
    said = studio.page.wait_for_banner(beside=said)
    studio.shoot("session-not-renewed")
    _cut(studio.proxy)
    said = studio.page.wait_for_banner(beside=said)
    studio.shoot("bank-away")
    studio.auth_proxy.is_refusing = False
    studio.page.wait_for_banner(beside=said)
    studio.shoot("payment-away")
    studio.proxy.is_refusing = False
    studio.page.wait_for_connection(QCoreApplication.translate("connection", "Connected"))


def _cut(line: Proxy) -> None:
    line.is_refusing = True
    line.cut()


def _close_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.reject()
