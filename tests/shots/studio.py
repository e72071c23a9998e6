"""Plays through every screen in one look and photographs it. Run by `python -m tests.shots`."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import psycopg2
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app import private_bank
from app.connecting import Connecting
from app.private_bank import AUTH, PAYMENT, desktop_url
from app.provisioning import people
from app.provisioning.administration import OWNER
from app.provisioning.demo_people import DEMO_PEOPLE
from app.provisioning.demo_people import PASSWORD as DEMO_PASSWORD
from app.settings import Settings
from services.bank import Services, open_services
from services.errors import ServerFault
from services.values.people import Role
from tests.faults.proxy import Proxy
from tests.pages.accounts import AccountsPage
from tests.pages.lock import LockPage
from tests.pages.login import LoginPage
from tests.pages.notifications import NotificationsPage
from tests.pages.password import PasswordPage
from tests.pages.settings import SettingsPage
from tests.pages.transfer import TransferPage
from tests.pages.window import WindowPage
from tests.shots.administration import play_administration
from tests.shots.bulk import play_bulk, play_bulk_counter
from tests.shots.cash import play_cash
from tests.shots.first_run import play_first_run
from tests.shots.gallery import play_gallery
from tests.shots.live import play_live
from tests.shots.paying import play_paying
from ui import appearance, language, tasks, theme
from ui.language import Language
from ui.main_window import MainWindow
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.postgres.joining import Joined

_SIZE = (1280, 800)
#: Long enough for a hover to fade, a caret to be hidden and a late answer to be drawn.
_SETTLE_S = 0.35


_TOO_MANY = "Too many tries. You can try again in {wait}."


def said(context: str, text: str) -> str:
    """Return what the window says for an English text of the code."""
    return QCoreApplication.translate(context, text)


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

    def __init__(
        self, look: str, scheme: str, spoken: Language, folder: Path, joined: Joined
    ) -> None:
        self.look = look
        self._joined = joined
        self._folder = folder
        self._number = 0
        address = self.address = joined.address()
        self.proxy, self.auth_proxy = (Proxy(("127.0.0.1", address.port)) for _ in range(2))
        port = f":{address.port}/"
        self._services = open_services(
            lambda: desktop_url(address, AUTH).replace(port, f":{self.auth_proxy.port}/"),
            lambda: desktop_url(address, PAYMENT).replace(port, f":{self.proxy.port}/"),
            joined.home / f"outbox-{look}",
        )
        preferences = self.preferences = Preferences(joined.home / f"{look}.ini")
        appearance.choose_scheme(preferences, theme.Scheme(scheme))
        language.choose(preferences, spoken)
        self.window = MainWindow(
            preferences=preferences,
            demo_people=DEMO_PEOPLE,
            connecting=Connecting(Settings(home=joined.home)),
            log_folder=joined.home / "logs",
        )
        self.window.resize(*_SIZE)
        self.window.show()
        self.window.activateWindow()
        bot = self.bot = cast("QtBot", Patience())
        self.page = WindowPage(bot, self.window)
        self.login = LoginPage(bot, self.window)
        self.accounts = AccountsPage(bot, self.window)
        self.transfer = TransferPage(bot, self.window)
        self.notifications = NotificationsPage(bot, self.window)
        self.lock = LockPage(bot, self.window)
        self.password = PasswordPage(bot, self.window)
        self.settings = SettingsPage(bot, self.window)

    @property
    def joined(self) -> Joined:
        """The bank itself, for whoever acts from another place."""
        return self._joined

    @property
    def services(self) -> Services:
        """The bank behind a proxy that can be cut."""
        return self._services

    def sign_in_elsewhere(self) -> None:
        """Have Salma signed in at another place too."""
        self.open_elsewhere("salma@demo.eg", "elsewhere").close()

    def open_elsewhere(self, email: str, place: str) -> Services:
        """Sign a demo person in at another place; return what is there to call."""
        address = self._joined.address()
        other = open_services(
            lambda: desktop_url(address, AUTH),
            lambda: desktop_url(address, PAYMENT),
            self._joined.home / f"outbox-{self.look}-{place}",
        )
        other.identity.sign_in(email=email, password=DEMO_PASSWORD)
        return other

    @property
    def folder(self) -> Path:
        """Where this look may keep files."""
        folder = self._joined.home / self.look
        folder.mkdir(exist_ok=True)
        return folder

    @staticmethod
    def settle() -> None:
        """Let whatever is on screen settle."""
        live(_SETTLE_S)

    def enrol(self) -> tuple[str, str]:
        """Have an operator make somebody; return their email and one-time password."""
        email = f"mariam-{self.look}@demo.eg"
        _id, one_time = people.add_user(
            self._joined.address().url(AUTH),
            email=email,
            full_name="Mariam Nabil",
            roles=[Role.TELLER],
        )
        return email, one_time

    def as_owner(self, query: str, *arguments: object) -> None:
        """Change something in Payment that no window of this person's could."""
        connection = psycopg2.connect(self._joined.address().url(PAYMENT))
        with connection, connection.cursor() as cursor:
            cursor.execute(f"SET ROLE {OWNER}")
            cursor.execute(query, arguments)
        connection.close()

    def scroll_to_end(self) -> None:
        """Show the end of the screen."""
        for area in self.window.findChildren(QScrollArea):
            if area.isVisible():
                area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    def shoot(self, name: str) -> None:
        """Let the window settle and write its picture."""
        live(_SETTLE_S)
        self.keep(name, self._picture())

    def keep(self, name: str, picture: QPixmap) -> None:
        """Write a picture of something else."""
        self._number += 1
        path = self._folder / f"{self.look}-{self._number:02}-{name}.png"
        picture.save(str(path))

    def shoot_over(self, name: str, other: QWidget) -> None:
        """Write a picture of the window with a menu or a window of its own over it."""
        live(_SETTLE_S)
        picture = self.window.grab()
        painter = QPainter(picture)
        corner = self.window.mapFromGlobal(other.mapToGlobal(other.rect().topLeft()))
        painter.drawPixmap(corner, other.grab())
        painter.end()
        self.keep(name, picture)

    def _picture(self) -> QPixmap:
        """Return the window as it is on screen, with a dialog that stands before it."""
        picture = self.window.grab()
        dialog = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if dialog is not None and dialog.isVisible():
            painter = QPainter(picture)
            corner = dialog.mapToGlobal(dialog.rect().topLeft())
            painter.drawPixmap(self.window.mapFromGlobal(corner), dialog.grab())
            painter.end()
        return picture


def play(studio: Studio) -> None:
    """Go through the program as a customer does, a photograph at each stop."""
    studio.shoot("starting")
    play_first_run(studio)
    studio.window.attach(studio.services)
    studio.login.wait_for_connection(said("connection", "Connected"))
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
    from tests.shots.approvals import play_approvals  # noqa: PLC0415 (the same)
    from tests.shots.audit import play_audit  # noqa: PLC0415 (it needs this module)
    from tests.shots.history import play_history  # noqa: PLC0415 (it needs this module)
    from tests.shots.statement import play_statement  # noqa: PLC0415 (the same)

    play_statement(studio)
    play_history(studio)
    _play_transfer(studio)
    play_paying(studio)
    studio.page.go_to("notifications")
    live(0.5)
    studio.shoot("notifications")
    studio.page.go_to("accounts")
    _play_offline(studio)
    _play_settings(studio)
    play_live(studio)
    play_bulk(studio)
    _play_lock(studio)
    studio.page.sign_out()
    _play_pause(studio)
    _play_forced_password(studio)
    for play_staff in (play_audit, play_approvals, play_administration, _play_staff, play_cash):
        # Without a screen no window becomes active again by itself once a dialog has closed.
        studio.window.activateWindow()
        play_staff(studio)
    play_gallery(studio)


def _play_transfer(studio: Studio) -> None:
    transfer = studio.transfer
    # Without a screen no window becomes active again by itself once a popup has closed.
    studio.window.activateWindow()
    studio.page.go_to("transfer")
    transfer.wait_for_form()
    studio.shoot("transfer-empty")
    transfer.type_payee("nobody@instapay")
    transfer.type_amount("12.345")
    transfer.type_note("")
    transfer.wait_for_error("to")
    studio.shoot("transfer-errors")
    transfer.fill("mona@instapay", "1,500", "Rent November")
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
    studio.page.wait_for_connection(said("connection", "Connected"))


def _play_large_transfer(studio: Studio) -> None:
    """Pay so much that the password is wanted; type a wrong one first."""
    transfer = studio.transfer
    transfer.new_transfer()
    transfer.wait_for_form()
    transfer.fill("karim@instapay", "5,100", "Computer")
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
    studio.page.wait_for_connection(said("connection", "Connected"))


def _play_settings(studio: Studio) -> None:
    """Look at the places, then change the password and back, so that the next look finds it."""
    studio.sign_in_elsewhere()
    studio.page.go_to("settings")
    studio.settings.wait_for_places(2)
    studio.shoot("settings")
    form = studio.settings.password
    form.refuse("one two three", "one two three four", current=DEMO_PASSWORD)
    studio.shoot("settings-password-errors")
    form.change("a password of my own", current=DEMO_PASSWORD)
    studio.settings.wait_until_changed()
    studio.scroll_to_end()
    studio.shoot("settings-password-changed")
    form.change(DEMO_PASSWORD, current="a password of my own")
    studio.settings.wait_until_changed()


def _play_lock(studio: Studio) -> None:
    studio.lock.lock()
    studio.shoot("locked")
    studio.lock.refuse("not her password")
    studio.shoot("lock-refused")
    studio.auth_proxy.is_refusing = True
    studio.auth_proxy.cut()
    studio.lock.wait_until_offline()
    studio.shoot("lock-offline")
    studio.auth_proxy.is_refusing = False
    studio.lock.wait_until_possible()
    studio.lock.unlock(DEMO_PASSWORD)


def _play_pause(studio: Studio) -> None:
    """Try somebody nobody knows, so that no demo person is paused in the next look."""
    for _ in range(6):
        told = studio.login.refuse(f"{studio.look}@demo.eg", "not a password")
        if not studio.login.can_submit():
            assert told.startswith(said("error_text", _TOO_MANY).partition("{")[0])
            break
    studio.shoot("sign-in-paused")
    studio.login.open_sign_up()
    studio.login.sign_up("Nour Adel", f"nour-{studio.look}@demo.eg", "a long new password")
    studio.login.received()
    studio.shoot("sign-up-received")
    studio.login.back_to_sign_in()


def _play_forced_password(studio: Studio) -> None:
    """Sign in with a password that an operator has just made."""
    email, one_time = studio.enrol()
    studio.login.submit(email, one_time)
    studio.password.wait()
    studio.shoot("new-password")
    studio.password.refuse("a new password", "a new passport")
    studio.shoot("new-password-differs")
    studio.password.back()


def _play_staff(studio: Studio) -> None:
    studio.login.choose_demo_person("Teller")
    studio.login.press_submit()
    from tests.shots.standing import play_standing  # noqa: PLC0415 (it needs this module)

    play_standing(studio)
    studio.page.wait_for_screen("counter")
    from tests.shots.counter import play_counter  # noqa: PLC0415 (it needs this module)

    play_counter(studio)
    from tests.shots.till import play_till  # noqa: PLC0415 (it needs this module)

    play_till(studio)
    play_bulk_counter(studio)
    fault = ServerFault("server_disk_full", path="/var/lib/bank", log="/var/log/bank.log")
    studio.window.show_startup_failure(fault)
    studio.shoot("start-failed")


def main() -> None:
    """Take one look's pictures: `studio LOOK SCHEME LANGUAGE FOLDER`."""
    look, scheme, spoken, folder = sys.argv[1:]
    theme.prepare()
    app = QApplication(sys.argv[:1])
    app.setCursorFlashTime(0)
    font = app.font()
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    home = Path(os.environ["INSTAPAY_HOME"])
    with private_bank.join_private(home, lambda _phase: None) as joined:
        private_bank.add_demo(joined.address())
        studio = Studio(look, scheme, Language(spoken), Path(folder), joined)
        # Nobody asks so fast whom an address reaches as somebody who photographs.
        studio.as_owner(
            "UPDATE private.settings SET value = '100000' WHERE name LIKE 'questions_per_%%'"
        )
        with studio.proxy, studio.auth_proxy:
            play(studio)
        studio.window.close()
        tasks.shut_down(wait_s=5)
        studio.services.close()


if __name__ == "__main__":
    main()
