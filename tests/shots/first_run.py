"""The first page of a computer that knows no bank, photographed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.private_bank import AUTH, PAYMENT, desktop_url
from services.errors import SettingsInvalid
from tests.pages.first_run import FirstRunPage

if TYPE_CHECKING:
    from tests.shots.studio import Studio


def play_first_run(studio: Studio) -> None:
    """Ask for a bank, be told what is wrong with its addresses, then that they are good."""
    studio.window.show_startup_failure(SettingsInvalid("settings_missing"))
    page = FirstRunPage(studio.bot, studio.window)
    page.wait()
    studio.shoot("first-run")
    page.choose_connect()
    studio.shoot("first-run-addresses")
    auth = desktop_url(studio.address, AUTH)
    payment = desktop_url(studio.address, PAYMENT)
    page.fill("bank.example/auth", payment.replace("@", "x@"), listen=auth)
    page.test()
    studio.shoot("first-run-errors")
    page.fill(auth, payment)
    page.test()
    assert page.can_save()
    studio.shoot("first-run-good")
    page.back()
