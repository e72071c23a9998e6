"""The administrator's screen in its states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog

from services.values.people import Role
from tests.pages.administration import AdministrationPage
from tests.pages.finding import press, wait_for

if TYPE_CHECKING:
    from tests.shots.studio import Studio

_LIMIT = "limit_transfer_egp"


def play_administration(studio: Studio) -> None:
    """Sign the demo's administrator in and look around; nothing stays changed. Ends signed out."""
    studio.login.choose_demo_person("Administrator")
    studio.shoot("sign-in-administrator")
    studio.login.press_submit()
    wait_for(studio.bot, studio.window, "shell.nav.administration")
    studio.page.go_to("administration")
    admin = AdministrationPage(studio.bot, studio.window)
    _play_people(studio, admin)
    _play_rules(studio, admin)
    studio.page.sign_out()


def _play_people(studio: Studio, admin: AdministrationPage) -> None:
    studio.bot.waitUntil(lambda: len(admin.people()) > 3)
    names = [each.split(",")[0] for each in admin.people()]
    admin.choose(names.index("Administrator One"))
    studio.shoot("administration-people")
    admin.choose(names.index("Teller One"))
    admin.press_role(Role.AUDITOR)
    studio.shoot("administration-role")
    admin.give_up()
    admin.begin("lock")
    admin.agree()
    admin.wait_for_refusal()
    studio.shoot("administration-lock")
    admin.give_up()
    admin.open_enrolment()
    admin.enrol("Hani Fouad", "teller@demo.eg", Role.TELLER)
    admin.enrolment_error()
    studio.shoot("administration-enrol")
    _close_dialog()
    # Somebody whom no other picture needs.
    admin.choose(names.index("Mariam Nabil"))
    admin.begin("reset")
    admin.agree()
    studio.bot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    studio.shoot("administration-one-time")
    admin.one_time_password()
    admin.show_everybody()
    admin.seek("hassan")
    studio.bot.waitUntil(lambda: len(admin.people()) == 1)
    studio.shoot("administration-customer")


def _play_rules(studio: Studio, admin: AdministrationPage) -> None:
    # Without a screen no window becomes active again by itself once a dialog has closed.
    studio.window.activateWindow()
    admin.open_part("limits")
    admin.wait_for_figure(_LIMIT, "per_day", "120,000.00")
    studio.shoot("administration-limits")
    admin.change(_LIMIT, per_day="a lot")
    admin.save(_LIMIT)
    admin.rule_error(_LIMIT)
    studio.shoot("administration-limit-wrong")
    admin.type_figures(_LIMIT, per_day="100,000", per_month="")
    admin.save(_LIMIT)
    admin.review()
    studio.shoot("administration-review")
    _close_dialog()
    press(studio.window, f"administration.{_LIMIT}.cancel")
    admin.open_part("fees")
    admin.wait_for_figure("fee_transfer_egp", "minimum", "0.50")
    studio.shoot("administration-fees")
    admin.open_part("counter")
    admin.wait_for_figure("teller_cash_in_egp", "alone_up_to", "100,000.00")
    admin.change("teller_cash_in_egp", alone_up_to="90,000")
    studio.shoot("administration-counter")
    press(studio.window, "administration.teller_cash_in_egp.cancel")
    admin.open_part("bank")
    admin.wait_for_figure("time_zone", "value", "Africa/Cairo")
    admin.change("time_zone")
    studio.shoot("administration-bank")


def _close_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.reject()
