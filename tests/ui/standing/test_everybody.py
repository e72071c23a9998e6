"""Each form by name, by keyboard and in a narrow panel, in both languages."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from pytestqt.exceptions import TimeoutError as NotYet

from services.values.standing import Freeze
from tests.pages.standing import SlipPage
from tests.ui.accessibility import room
from tests.ui.accessibility.checks import findings
from ui import language
from ui.components.standing.reverse_form import ReverseForm
from ui.language import Language
from ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.ui.standing.conftest import Panel, Station

#: So long a page may take to lay itself out.
QUIET_MS = 10_000


@pytest.mark.parametrize("spoken", Language, ids=lambda each: each.name.lower())
def test_nothing_stands_in_anybodys_way(
    station: Station, qtbot: QtBot, qapp: QApplication, spoken: Language
) -> None:
    language.put_on(qapp, spoken)
    if not qapp.findChildren(FocusRing):
        FocusRing(qapp)
    found, stops = [], 0
    for where, panel in _stops(station, qtbot):
        stops += 1
        with suppress(NotYet):
            qtbot.waitUntil(lambda: not any(room.cut_off(panel.window())), timeout=QUIET_MS)  # noqa: B023 (waited for here)
        found += [f"{where}: {what}" for what in findings(panel.window())]
    assert stops == 12
    assert found == [], "\n".join(found)


def _stops(station: Station, qtbot: QtBot) -> Iterator[tuple[str, Panel]]:
    yield from _about_accounts(station)
    yield from _about_payments(station)
    yield from _about_people(station, qtbot)


def _about_accounts(station: Station) -> Iterator[tuple[str, Panel]]:
    counter, standing = station.counter, station.services().standing
    page, panel = station.open("freeze", counter.salma)
    yield "freeze", panel
    page.choose("until", "day")
    page.type("day", "tomorrow")
    page.submit()
    yield "freeze, a day that is none", panel
    standing.freeze(account_id=counter.salma.account_id, what=Freeze.ALL, reason="suspected fraud")
    page, panel = station.open("freeze", counter.salma)
    yield "release", panel
    page, panel = station.open("closeaccount", counter.salma)
    yield "close, not empty", panel
    page, panel = station.open("closeaccount", counter.karim)
    page.tick("sure")
    yield "close", panel
    page, panel = station.open("openaccount", counter.salma)
    yield "open", panel
    page.submit()
    page.wait_for("iban")
    yield "opened", panel
    page, panel = station.open("batches", counter.salma)
    yield "lists", panel
    standing.release(account_id=counter.salma.account_id, reason="identity checked")


def _about_payments(station: Station) -> Iterator[tuple[str, Panel]]:
    payment = station.counter.transfer("100")["id"]
    page, panel = station.open("reversal", station.counter.salma)
    assert isinstance(panel.form, ReverseForm)
    panel.form.about(UUID(str(payment)))
    page.wait_for("reason")
    yield "reversal", panel


def _about_people(station: Station, qtbot: QtBot) -> Iterator[tuple[str, Panel]]:
    page, panel = station.open("access", station.counter.salma)
    yield "access", panel
    page, panel = station.open("enrol", None)
    page.type("full_name", "Salma Abdelrahman El-Hassanein Fouad")
    page.type("email", "salma.abdelrahman")
    page.submit()
    page.wait_for_error("email")
    yield "enrol", panel
    page.type("email", "salma.abdelrahman.el-hassanein@demo.eg")
    page.submit()
    SlipPage(qtbot, panel).wait()
    yield "slip", panel
