"""The forms at the counter by every check that screens are held against, in a panel of the least width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.accessibility.checks import findings
from ui import language
from ui.language import Language
from ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from tests.database.counter import Counter
    from tests.pages.cash import CashPage
    from tests.ui.cash.hosting import Host

_F2, _F3, _F4 = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4


@pytest.fixture(params=[Language.ENGLISH, Language.ARABIC])
def _spoken(request: pytest.FixtureRequest, qapp: QApplication) -> None:
    FocusRing.follow(qapp)
    language.put_on(qapp, request.param)


pytestmark = pytest.mark.usefixtures("_spoken")


def _found(host: Host) -> list[str]:
    # The host itself takes focus, so that its keys are heard before a form is shown.
    host.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # What has just been said takes room a turn of the event loop later.
    for _ in range(3):
        QApplication.sendPostedEvents()
    return list(findings(host.window()))


@pytest.mark.parametrize("key", [_F2, _F3, _F4])
def test_a_form_and_its_errors(host: Host, page: CashPage, key: Qt.Key) -> None:
    host.serve(key)
    assert _found(host) == []
    page.send()
    assert page.error("amount") != ""
    assert _found(host) == []


def test_a_receipt_and_the_way_back_to_it(host: Host, page: CashPage) -> None:
    host.serve(_F2)
    page.fill("10")
    page.send()
    page.wait_for_outcome("made")
    assert _found(host) == []
    host.serve(_F2)
    assert _found(host) == []


def test_what_waits_and_what_was_declined(host: Host, page: CashPage, counter: Counter) -> None:
    host.serve(_F2)
    page.fill("100000.01")
    page.send()
    page.wait_for_waiting("waiting")
    assert _found(host) == []
    ((pending,),) = counter.ask("SELECT id FROM transactions WHERE status = 'PENDING'")
    counter.as_supervisor("decline", pending, "not her signature")
    host.refresh()
    page.wait_for_waiting("declined")
    assert _found(host) == []


def test_a_refusal_and_a_missing_till(host: Host, page: CashPage, counter: Counter) -> None:
    host.serve(_F3)
    page.fill("1000.01")
    page.send()
    page.wait_for_outcome("refused")
    assert _found(host) == []
    counter.close({"200": 25})
    page.type_amount("1")
    page.send()
    page.wait_for_outcome("no_till")
    assert _found(host) == []
