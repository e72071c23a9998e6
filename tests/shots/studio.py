"""Plays through every screen in one look and photographs it. Run by `python -m tests.shots`."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from app import private_bank
from app.private_bank import AUTH, PAYMENT, desktop_url
from app.provisioning.demo_people import DEMO_PEOPLE
from app.provisioning.demo_people import PASSWORD as DEMO_PASSWORD
from services.bank import Services, open_services
from services.errors import ServerFault
from tests.faults.proxy import Proxy
from tests.pages.accounts import AccountsPage
from tests.pages.login import LoginPage
from tests.pages.notifications import NotificationsPage
from tests.pages.transfer import TransferPage
from tests.pages.window import WindowPage
from ui import appearance, tasks, theme
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.postgres.joining import Joined

_SIZE = (1280, 800)
#: Long enough for a hover to fade, a caret to be hidden and a late answer to be drawn.
_SETTLE_S = 0.35


class Patience:
    """The part of a QtBot that page objects use."""

    def waitUntil(self, condition: Callable[[], bool], timeout: int = 10_000) -> None:  # noqa: N802 (QtBot's name)
        """Let the window live until a condition holds."""
        deadline = time.monotonic() + timeout / 1000
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError(condition)
            live(0.02)


def live(seconds: float) -> None:
    """Let the event loop run for a while, as the program's does (deferred deletions too)."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


class Studio:
    """One window in one look, and where its pictures go."""

    def __init__(self, look: str, scheme: str, folder: Path, joined: Joined) -> None:
        self._look = look
        self._folder = folder
        self._number = 0
        address = joined.address()
        self.proxy = Proxy(("127.0.0.1", address.port))
        direct = desktop_url(address, PAYMENT)
        self._services = open_services(
            lambda: desktop_url(address, AUTH),
            lambda: direct.replace(f":{address.port}/", f":{self.proxy.port}/"),
            joined.home / f"outbox-{look}",
        )
        preferences = Preferences(joined.home / f"{look}.ini")
        appearance.choose_scheme(preferences, theme.Scheme(scheme))
        self.window = MainWindow(preferences=preferences, demo_people=DEMO_PEOPLE)
        self.window.resize(*_SIZE)
        self.window.show()
        self.window.activateWindow()
        bot = cast("QtBot", Patience())
        self.page = WindowPage(bot, self.window)
        self.login = LoginPage(bot, self.window)
        self.accounts = AccountsPage(bot, self.window)
        self.transfer = TransferPage(bot, self.window)
        self.notifications = NotificationsPage(bot, self.window)

    @property
    def services(self) -> Services:
        """The bank behind a proxy that can be cut."""
        return self._services

    def shoot(self, name: str) -> None:
        """Let the window settle and write its picture."""
        live(_SETTLE_S)
        self._number += 1
        path = self._folder / f"{self._look}-{self._number:02}-{name}.png"
        self._picture().save(str(path))

    def _picture(self) -> QPixmap:
        """Return the window as it is on screen, with a dialog that stands before it."""
        picture = self.window.grab()
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.isVisible():
            painter = QPainter(picture)
            corner = dialog.mapToGlobal(dialog.rect().topLeft())
            painter.drawPixmap(self.window.mapFromGlobal(corner), dialog.grab())
            painter.end()
        return picture


def play(studio: Studio) -> None:
    """Go through the program as a customer does, a photograph at each stop."""
    studio.shoot("starting")
    studio.window.attach(studio.services)
    studio.login.wait_for_connection("Connected")
    studio.shoot("sign-in")
    studio.login.refuse("salma@demo.eg", "not her password")
    studio.shoot("sign-in-refused")
    studio.login.open_sign_up()
    studio.shoot("sign-up")
    studio.login.back_to_sign_in()
    studio.login.choose_demo_person("Salma")
    studio.login.press_submit()
    studio.accounts.wait_for_cards()
    live(1.0)
    studio.shoot("accounts")
    studio.accounts.toggle_amounts()
    studio.shoot("accounts-hidden")
    studio.accounts.toggle_amounts()
    _play_transfer(studio)
    studio.page.go_to("notifications")
    live(0.5)
    studio.shoot("notifications")
    studio.page.go_to("accounts")
    _play_offline(studio)
    studio.page.sign_out()
    _play_staff(studio)


def _play_transfer(studio: Studio) -> None:
    transfer = studio.transfer
    studio.page.go_to("transfer")
    transfer.wait_for_form()
    studio.shoot("transfer-empty")
    transfer.type_payee("nobody@instapay")
    transfer.type_amount("12.345")
    transfer.type_note("")
    transfer.wait_for_error("to")
    studio.shoot("transfer-errors")
    transfer.fill("mona@instapay", "4,500", "Rent November")
    studio.shoot("transfer-filled")
    transfer.review()
    transfer.dialog()
    live(0.8)
    studio.shoot("transfer-review")
    transfer.confirm()
    transfer.wait_for_outcome("sent")
    studio.shoot("transfer-sent")
    _play_large_transfer(studio)
    transfer.new_transfer()
    transfer.wait_for_form()
    transfer.fill("karim@instapay", "75", "Lunch")
    transfer.review()
    transfer.dialog()

    def lose_the_answer(chunk: bytes) -> None:
        if b"api.transfer" in chunk:
            studio.proxy.is_refusing = True
            studio.proxy.cut()

    studio.proxy.on_request = lose_the_answer
    transfer.confirm()
    transfer.wait_for_outcome("checking")
    studio.shoot("transfer-checking")
    studio.proxy.on_request = None
    studio.proxy.is_refusing = False
    transfer.wait_for_outcome("sent", timeout_ms=30_000)
    studio.page.wait_for_connection("Connected")


def _play_large_transfer(studio: Studio) -> None:
    """Pay so much that the password is wanted; type a wrong one first."""
    transfer = studio.transfer
    transfer.new_transfer()
    transfer.wait_for_form()
    transfer.fill("karim@instapay", "6,000", "Computer")
    transfer.review()
    transfer.dialog()
    live(0.8)
    studio.shoot("transfer-review-password")
    transfer.confirm("not her password")
    transfer.wait_for_password_error()
    studio.shoot("transfer-password-refused")
    transfer.confirm(DEMO_PASSWORD)
    transfer.wait_for_outcome("sent")


def _play_offline(studio: Studio) -> None:
    studio.proxy.is_refusing = True
    studio.proxy.cut()
    live(6)
    studio.shoot("accounts-offline")
    studio.proxy.is_refusing = False
    studio.page.wait_for_connection("Connected")


def _play_staff(studio: Studio) -> None:
    studio.login.choose_demo_person("Teller")
    studio.login.press_submit()
    live(2)
    studio.shoot("staff")
    fault = ServerFault("server_disk_full", path="/var/lib/bank", log="/var/log/bank.log")
    studio.window.show_startup_failure(fault)
    studio.shoot("start-failed")


def main() -> None:
    """Take one look's pictures: `studio LOOK SCHEME ltr|rtl FOLDER`."""
    look, scheme, direction, folder = sys.argv[1:]
    theme.prepare()
    app = QApplication(sys.argv[:1])
    app.setCursorFlashTime(0)
    font = app.font()
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    if direction == "rtl":
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    home = Path(os.environ["INSTAPAY_HOME"])
    with private_bank.join_private(home, lambda _phase: None) as joined:
        private_bank.add_demo(joined.address())
        studio = Studio(look, scheme, Path(folder), joined)
        with studio.proxy:
            play(studio)
        studio.window.close()
        tasks.shut_down(wait_s=5)
        studio.services.close()


if __name__ == "__main__":
    main()
