"""A whole day at one window: what it leaves on this computer, and where its calls were made."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from services import database
from tests.sent_secrets import WRONG
from ui import iban_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.bank import Bank, Customer
    from tests.journeys.conftest import Desk
    from tests.sent_secrets import Sent


def _a_day(bank: Bank, desk: Desk) -> tuple[Customer, Customer]:
    """Fail, sign in, pay with the password, look at everything, lock, unlock, leave a draft."""
    salma = bank.add_customer(balance=60_000, address="salma@instapay")
    karim = bank.add_customer("Karim Samir", "karim@demo.eg", address="karim@instapay")
    desk.login.refuse(salma.email, WRONG)
    desk.sign_in(salma.email, salma.password)
    for screen in desk.page.screens():
        desk.page.go_to(screen)
    desk.page.go_to("transfer")
    desk.transfer.wait_for_form()
    desk.transfer.fill(karim.iban, "5,100", "Rent")
    desk.transfer.review()
    desk.transfer.confirm(WRONG)
    desk.transfer.wait_for_password_error()
    desk.transfer.confirm(salma.password)
    desk.transfer.wait_for_outcome("sent")
    desk.page.go_to("settings")
    desk.settings.password.change("a new password of hers", current=salma.password)
    desk.settings.wait_until_changed()
    desk.lock.lock()
    desk.lock.refuse(WRONG)
    desk.lock.unlock("a new password of hers")
    desk.page.go_to("transfer")
    desk.transfer.wait_for_form()
    desk.transfer.fill(karim.iban, "75", "A draft")
    return salma, karim


def test_no_password_token_or_iban_is_left_on_this_computer(
    bank: Bank, open_desk: Callable[..., Desk], our_log: Path, sent: Sent
) -> None:
    desk = open_desk()
    people = _a_day(bank, desk)
    desk.window.close()
    desk.services.close()
    sent.found |= {"a new password of hers"}
    files = [path for path in bank.folder.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= {".ini", ".log"}
    for path in files:
        sent.assert_none_in(path.read_text(encoding="utf-8", errors="replace"))
    written = our_log.read_text(encoding="utf-8")
    assert written
    for each in people:
        for form in (each.iban, iban_text.grouped(each.iban), each.iban[4:]):
            assert form not in written


def test_the_window_never_waits_for_a_database_itself(
    bank: Bank, open_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So no server, however slow, can make the window stall; `make bench` measures the rest."""
    executed, read_once = database._executed, database.Database._read_once
    asked_in: list[tuple[str, bool]] = []

    def note(what: str) -> None:
        asked_in.append((what, threading.current_thread() is threading.main_thread()))

    def noted_call(driver: Any, statement: str, arguments: tuple[object, ...], read: Any) -> Any:
        note(statement)
        return executed(driver, statement, arguments, read)

    def noted_read(self: Any, *arguments: Any) -> Any:
        note("a read")
        return read_once(self, *arguments)

    monkeypatch.setattr(database, "_executed", noted_call)
    monkeypatch.setattr(database.Database, "_read_once", noted_read)
    _a_day(bank, open_desk())
    assert len({what for what, _ in asked_in}) > 10
    assert [what for what, in_window in asked_in if in_window] == []
