"""Limits, fees and settings: changed where they stand, reviewed, and never over somebody else's change."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from services.values.money import Money
from tests.pages.finding import PATIENCE_MS, find, press

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from services.values.administration import LimitRule
    from tests.ui.administration.conftest import Office

_LIMIT = "limit_transfer_egp"


@pytest.fixture
def limits(office: Office) -> Office:
    office.admin.open_part("limits")
    office.admin.wait_for_figure(_LIMIT, "per_day", "120,000.00")
    return office


def test_a_limit_is_changed_where_it_stands(limits: Office) -> None:
    admin = limits.admin
    assert admin.note(_LIMIT) == ""
    admin.change(_LIMIT, per_day="100,000", per_month="")
    admin.press_key(_LIMIT, "per_day", Qt.Key.Key_Return)
    admin.review()
    assert admin.reviewed("per_day") == "120,000.00 → 100,000.00"
    assert admin.reviewed("per_month") == "400,000.00 → No limit"
    admin.confirm()
    admin.wait_for_figure(_LIMIT, "per_day", "100,000.00")
    assert not admin.is_changing(_LIMIT)
    admin._qtbot.waitUntil(lambda: admin.note(_LIMIT).startswith("Changed by Aya Said"))
    ((before, after, actor),) = limits.bank.ask(
        "payment",
        "SELECT payload -> 'before' -> 'per_day', payload -> 'after' -> 'per_day', actor::text"
        " FROM audit_logs WHERE event = 'rule_changed'",
    )
    assert (before, after, actor) == (120000, 100000, str(limits.aya))


def test_what_is_wrong_stands_beside_its_field(limits: Office) -> None:
    admin = limits.admin
    admin.change(_LIMIT, per_day="a lot")
    admin.save(_LIMIT)
    assert admin.rule_error(_LIMIT)
    assert limits.window.focusWidget() is admin.field(_LIMIT, "per_day")
    admin.type_figures(_LIMIT, per_day="1")
    admin.save(_LIMIT)
    admin.confirm()
    assert "do not fit together" in admin.rule_error(_LIMIT)
    assert admin.field(_LIMIT, "per_day").text() == "1", "what was typed stays"
    admin.press_key(_LIMIT, "per_day", Qt.Key.Key_Escape)
    assert not admin.is_changing(_LIMIT)
    assert admin.figure(_LIMIT, "per_day") == "120,000.00"


def test_nothing_changed_is_nothing_to_review(limits: Office) -> None:
    limits.admin.change(_LIMIT)
    limits.admin.save(_LIMIT)
    assert not limits.admin.is_changing(_LIMIT)


def test_a_change_made_elsewhere_is_told_and_shown_before_anything_is_lost(limits: Office) -> None:
    admin = limits.admin
    admin.change(_LIMIT, per_day="100000")
    other = limits.elsewhere().administration
    (rule,) = [
        each for each in other.rules().limits if (each.kind, each.currency) == ("TRANSFER", "EGP")
    ]
    other.change_limit(
        rule=rule,
        per_payment=Money(Decimal(60000), "EGP"),
        per_day=rule.per_day,
        per_month=rule.per_month,
        confirm_from=rule.confirm_from,
    )
    admin.save(_LIMIT)
    admin.confirm()
    assert "Somebody else" in admin.rule_error(_LIMIT)
    admin._qtbot.waitUntil(lambda: admin.note(_LIMIT).startswith("It is now: 60,000.00"))
    assert admin.field(_LIMIT, "per_day").text() == "100000"
    admin.type_figures(_LIMIT, per_payment="60000")
    admin.save(_LIMIT)
    admin.review()
    assert admin.reviewed("per_day") == "120,000.00 → 100,000.00"
    admin.confirm()
    admin.wait_for_figure(_LIMIT, "per_day", "100,000.00")
    admin.wait_for_figure(_LIMIT, "per_payment", "60,000.00")


def test_a_batch_always_asks_for_the_password(limits: Office) -> None:
    admin = limits.admin
    assert admin.figure("limit_batch_egp", "confirm_from") == "Always"
    admin.change("limit_batch_egp", per_payment="60000")
    assert not admin.field("limit_batch_egp", "confirm_from").isVisible()
    admin.save("limit_batch_egp")
    admin.confirm()
    admin.wait_for_figure("limit_batch_egp", "per_payment", "60,000.00")


def test_a_fee_is_typed_in_per_cent(office: Office) -> None:
    admin = office.admin
    admin.open_part("fees")
    admin.wait_for_figure("fee_transfer_egp", "rate", "0.1 %")
    admin.change("fee_transfer_egp", rate="100,5")
    admin.save("fee_transfer_egp")
    assert "per cent" in admin.rule_error("fee_transfer_egp")
    admin.type_figures("fee_transfer_egp", rate="٠٫٢٥", minimum="0")
    admin.save("fee_transfer_egp")
    admin.confirm()
    admin.wait_for_figure("fee_transfer_egp", "rate", "0.25 %")
    admin.wait_for_figure("fee_transfer_egp", "minimum", "0.00")


def test_a_limit_of_the_counter_is_changed(office: Office) -> None:
    admin = office.admin
    admin.open_part("counter")
    admin.wait_for_figure("teller_cash_out_egp", "alone_up_to", "20,000.00")
    admin.change("teller_cash_out_egp", alone_up_to="0")
    admin.save("teller_cash_out_egp")
    admin.confirm()
    admin.wait_for_figure("teller_cash_out_egp", "alone_up_to", "0.00")


def test_the_banks_settings_are_changed(office: Office) -> None:
    admin = office.admin
    admin.open_part("bank")
    admin.wait_for_figure("time_zone", "value", "Africa/Cairo")
    admin.change("approval_hours", value="200")
    admin.save("approval_hours")
    assert "168" in admin.rule_error("approval_hours")
    admin.type_figures("approval_hours", value="12")
    admin.save("approval_hours")
    admin.confirm()
    admin._qtbot.waitUntil(lambda: not admin.is_changing("approval_hours"))
    admin.change("time_zone", value="Africa/Kairo")
    admin.save("time_zone")
    admin.confirm()
    assert "cannot have that value" in admin.rule_error("time_zone")
    admin.type_figures("time_zone", value="Asia/Tokyo")
    admin.save("time_zone")
    admin.confirm()
    admin.wait_for_figure("time_zone", "value", "Asia/Tokyo")
    assert office.bank.ask(
        "payment", "SELECT name, value FROM private.settings WHERE name IN ('approval_hours', 'time_zone')"
        " ORDER BY name",
    ) == [("approval_hours", "12"), ("time_zone", "Asia/Tokyo")]  # fmt: skip


def test_what_is_typed_stays_while_the_screen_is_refreshed(limits: Office) -> None:
    limits.admin.change(_LIMIT, per_day="99")
    limits.window.refresh()
    limits.admin._qtbot.wait(0)
    assert limits.admin.field(_LIMIT, "per_day").text() == "99"


class Slow:
    """The bank's change of a limit: each is made at once, its answer waits for `go`."""

    def __init__(self, limits: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = threading.Event()
        self.made: list[str] = []
        assert limits.window.services is not None
        service = limits.window.services.administration
        self._change = service.change_limit
        monkeypatch.setattr(service, "change_limit", self._change_slowly)

    def _change_slowly(self, *, rule: LimitRule, **figures: Money | None) -> None:
        self._change(rule=rule, **figures)
        self.made.append(rule.currency)
        self.go.wait(PATIENCE_MS / 1000)


@pytest.fixture
def slow(limits: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow(limits, monkeypatch)
    yield made
    # No thread waits on when a test has failed.
    made.go.set()


def test_a_change_that_was_agreed_to_is_made_beside_one_on_its_way(
    limits: Office, slow: Slow, qtbot: QtBot
) -> None:
    admin, other = limits.admin, "limit_transfer_usd"
    admin.change(_LIMIT, per_day="100000")
    admin.save(_LIMIT)
    admin.confirm()
    qtbot.waitUntil(lambda: slow.made == ["EGP"], timeout=PATIENCE_MS)
    admin.change(other, per_day="3333")
    admin.save(other)
    admin.confirm()
    slow.go.set()
    admin.wait_for_figure(other, "per_day", "3,333.00")
    admin.wait_for_figure(_LIMIT, "per_day", "100,000.00")
    assert slow.made == ["EGP", "USD"]


def test_a_row_whose_change_is_on_its_way_is_not_given_up(
    limits: Office, slow: Slow, qtbot: QtBot
) -> None:
    admin = limits.admin
    admin.change(_LIMIT, per_day="100000")
    admin.save(_LIMIT)
    admin.confirm()
    qtbot.waitUntil(lambda: slow.made == ["EGP"], timeout=PATIENCE_MS)
    admin.press_key(_LIMIT, "per_day", Qt.Key.Key_Escape)
    assert admin.is_changing(_LIMIT)
    cancel = find(limits.window, QAbstractButton, f"administration.{_LIMIT}.cancel")
    assert not cancel.isEnabled()
    slow.go.set()
    admin.wait_for_figure(_LIMIT, "per_day", "100,000.00")
    assert not admin.is_changing(_LIMIT)
    admin.change(_LIMIT, per_day="1")
    press(limits.window, f"administration.{_LIMIT}.cancel")
    assert admin.figure(_LIMIT, "per_day") == "100,000.00"
