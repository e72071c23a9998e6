"""What was typed and not sent is there again after a restart: for the same person, and nobody else."""

from __future__ import annotations

import json
import stat
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.pages.finding import PATIENCE_MS, find
from tests.pages.language import LanguagePage
from tests.ui.transfer.acting import leave_behind, sign_in
from ui.language import Language
from ui.shell import draft_keeper
from ui.shell.draft_file import DraftFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from services.outbox_files import Order
    from tests.bank import Bank, Customer
    from tests.ui.payees.conftest import Seat


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_keeper, "PAUSE_MS", 30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


@pytest.fixture
def typed(seat: Seat) -> Seat:
    """Salma has typed a payment to a stranger."""
    seat.page.go_to("transfer")
    seat.transfer.wait_for_form()
    seat.transfer.fill("karim@instapay", "75", "lunch")
    return seat


def wait_until_kept(qtbot: QtBot, seat: Seat) -> None:
    kept = find(seat.window, QLabel, "transfer.draft_kept")
    qtbot.waitUntil(kept.isVisible, timeout=PATIENCE_MS)


def form(seat: Seat) -> tuple[str, str, str]:
    """Open the form; return what stands in it once the file of drafts was read."""
    seat.page.go_to("transfer")
    seat.transfer.wait_for_form()
    session = seat.window._session
    assert session is not None
    seat.transfer._qtbot.waitUntil(lambda: session._drafts._left is not None, timeout=PATIENCE_MS)
    return seat.transfer.text("to"), seat.transfer.text("amount"), seat.transfer.text("note")


def test_a_draft_survives_a_restart_and_is_readable_by_its_owner_only(
    typed: Seat, open_window: Callable[[], Seat], folder: Path, qtbot: QtBot
) -> None:
    wait_until_kept(qtbot, typed)
    (kept,) = folder.glob("*.json")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert "password" not in kept.read_text()
    # As after a kill: the first window is not closed.
    again = open_window()
    again.sign_in()
    assert form(again) == ("karim@instapay", "75.00", "lunch")
    again.transfer.wait_for_payee("Karim S••••")


def test_closing_the_window_at_once_loses_nothing(
    typed: Seat, open_window: Callable[[], Seat], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_keeper, "PAUSE_MS", 60_000)
    typed.transfer.type_note("dinner")
    typed.window.close()
    again = open_window()
    again.sign_in()
    assert form(again)[2] == "dinner"


@pytest.mark.parametrize("end", ["closed", "session ended"])
def test_what_is_typed_before_the_file_was_read_is_kept_beside_what_it_holds(
    open_window: Callable[[], Seat],
    folder: Path,
    bank: Bank,
    monkeypatch: pytest.MonkeyPatch,
    end: str,
) -> None:
    folder.mkdir()
    (user_id,) = bank.ask("auth", "SELECT id FROM users WHERE email = 'salma@demo.eg'")[0]
    kept = folder / f"{str(user_id).replace('-', '')}.json"
    kept.write_text(json.dumps({"elsewhere": {"note": "older"}, "transfer": {"note": "older"}}))
    is_read = threading.Event()
    read = DraftFile.read

    def read_slowly(file: DraftFile) -> dict[str, dict[str, str]]:
        if threading.current_thread() is not threading.main_thread():
            is_read.wait(PATIENCE_MS / 1000)
        return read(file)

    monkeypatch.setattr(DraftFile, "read", read_slowly)
    seat = open_window()
    seat.sign_in()
    seat.page.go_to("transfer")
    seat.transfer.wait_for_form()
    seat.transfer.fill("karim@instapay", "75", "lunch")
    if end == "closed":
        seat.window.close()
    else:
        assert seat.window.current_screen is not None
        seat.window.current_screen.session_ended.emit()
    is_read.set()
    found = json.loads(kept.read_text())
    assert found["elsewhere"] == {"note": "older"}
    assert found["transfer"]["to"] == "karim@instapay"
    assert found["transfer"]["note"] == "lunch"
    again = open_window()
    again.sign_in()
    assert form(again)[2] == "lunch"


def test_a_payment_that_another_window_left_behind_leaves_it_on_the_disk(
    typed: Seat, bank: Bank, salma: Customer, karim: Customer, folder: Path
) -> None:
    left = leave_behind(bank, salma, karim)
    sign_in(bank, salma, "another outbox").transfers.send(payment=left)
    typed.page.go_to("accounts")
    typed.page.go_to("transfer")
    typed.transfer.wait_for_outcome("sent")
    typed.window.close()
    (kept,) = folder.glob("*.json")
    assert json.loads(kept.read_text())["transfer"]["note"] == "lunch"


def test_a_known_payee_comes_back_without_a_question(
    seat: Seat, open_window: Callable[[], Seat], bank: Bank, qtbot: QtBot, services: Services
) -> None:
    services.identity.sign_in(email="salma@demo.eg", password="correct horse battery")
    services.payees.add_contact(payee="karim@instapay", name="Landlord")
    seat.page.go_to("transfer")
    seat.transfer.wait_for_form()
    seat.transfer.wait_for_recent("Landlord, karim@instapay")
    seat.transfer.type_payee("land")
    seat.transfer.press_in_payee(Qt.Key.Key_Return)
    seat.transfer.type_amount("20")
    wait_until_kept(qtbot, seat)
    asked = bank.ask("payment", "SELECT count(*) FROM payee_questions")
    again = open_window()
    again.sign_in()
    assert form(again) == ("Landlord", "20", "")
    again.transfer.wait_for_payee("Karim S••••")
    assert bank.ask("payment", "SELECT count(*) FROM payee_questions") == asked


def test_nobody_else_sees_it(
    typed: Seat, open_window: Callable[[], Seat], folder: Path, qtbot: QtBot
) -> None:
    wait_until_kept(qtbot, typed)
    again = open_window()
    again.sign_in("karim@demo.eg")
    assert form(again) == ("", "", "")
    assert len(list(folder.glob("*.json"))) == 1


@pytest.mark.parametrize("end", ["sent", "cleared", "signed out"])
def test_it_goes_once_it_is_sent_cleared_or_signed_out_of(
    typed: Seat, folder: Path, qtbot: QtBot, end: str
) -> None:
    wait_until_kept(qtbot, typed)
    if end == "sent":
        typed.transfer.review()
        typed.transfer.confirm()
        typed.transfer.wait_for_outcome("sent")
    elif end == "cleared":
        typed.transfer.clear()
    else:
        typed.page.sign_out()
    qtbot.waitUntil(lambda: list(folder.iterdir()) == [], timeout=PATIENCE_MS)


def test_it_stays_until_the_outbox_has_what_was_sent(
    typed: Seat, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    services = typed.window._services
    assert services is not None
    outbox, is_kept = services.transfers._outbox, services.transfers.is_kept
    keep, disk = outbox.keep, threading.Event()
    looks: list[UUID] = []

    def keep_slowly(user_id: UUID, order: Order) -> None:
        assert disk.wait(10)
        keep(user_id, order)

    def look(*, transfer_id: UUID) -> bool:
        looks.append(transfer_id)
        return is_kept(transfer_id=transfer_id)

    monkeypatch.setattr(outbox, "keep", keep_slowly)
    monkeypatch.setattr(services.transfers, "is_kept", look)
    wait_until_kept(qtbot, typed)
    typed.transfer.review()
    typed.transfer.confirm()
    # What would take it away has come twice.
    qtbot.waitUntil(lambda: len(looks) > 1 or not list(folder.iterdir()), timeout=PATIENCE_MS)
    try:
        (kept,) = folder.glob("*.json")
        assert json.loads(kept.read_text())["transfer"]["note"] == "lunch"
        # Nor does it go as the window does.
        session = typed.window._session
        assert session is not None
        session.save_drafts()
        assert json.loads(kept.read_text())["transfer"]["note"] == "lunch"
    finally:
        disk.set()
    qtbot.waitUntil(lambda: list(folder.iterdir()) == [], timeout=PATIENCE_MS)
    typed.transfer.wait_for_outcome("sent")


def test_what_is_being_sent_stands_in_no_form_of_another_language(
    typed: Seat, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, bank: Bank
) -> None:
    services = typed.window._services
    assert services is not None
    keep, disk = services.transfers._outbox.keep, threading.Event()

    def keep_slowly(user_id: UUID, order: Order) -> None:
        assert disk.wait(10)
        keep(user_id, order)

    monkeypatch.setattr(services.transfers._outbox, "keep", keep_slowly)
    wait_until_kept(qtbot, typed)
    typed.transfer.review()
    typed.transfer.confirm()
    qtbot.waitUntil(lambda: typed.window._session.view.screens["transfer"].holds_draft)  # type: ignore[union-attr]
    typed.page.go_to("settings")
    LanguagePage(qtbot, typed.window).choose(Language.ARABIC)
    typed.page.go_to("transfer")
    disk.set()
    paid = "SELECT count(*) FROM transactions WHERE note = 'lunch'"
    qtbot.waitUntil(lambda: bank.ask("payment", paid) == [(1,)], timeout=PATIENCE_MS)
    assert form(typed) == ("", "", "")


@pytest.mark.parametrize("spoilt", ["", "[1]", '{"transfer": 5}', '{"transfer": {"to": 1}}', "{"])
def test_a_spoilt_file_is_no_draft(
    open_window: Callable[[], Seat], folder: Path, bank: Bank, spoilt: str
) -> None:
    folder.mkdir()
    (user_id,) = bank.ask("auth", "SELECT id FROM users WHERE email = 'salma@demo.eg'")[0]
    (folder / f"{str(user_id).replace('-', '')}.json").write_text(spoilt)
    seat = open_window()
    seat.sign_in()
    assert form(seat) == ("", "", "")


def test_a_folder_that_cannot_be_written_costs_nothing_else(
    open_window: Callable[[], Seat], folder: Path, qtbot: QtBot
) -> None:
    folder.write_text("in the way")
    seat = open_window()
    seat.sign_in()
    seat.page.go_to("transfer")
    seat.transfer.wait_for_form()
    seat.transfer.fill("karim@instapay", "75")
    seat.transfer.review()
    seat.transfer.confirm()
    seat.transfer.wait_for_outcome("sent")
    assert find(seat.window, QLabel, "transfer.draft_kept").isHidden()
    del qtbot


def test_what_is_on_the_disk_is_the_form_and_whom_it_is_from(
    typed: Seat, folder: Path, qtbot: QtBot
) -> None:
    wait_until_kept(qtbot, typed)
    (kept,) = folder.glob("*.json")
    assert set(json.loads(kept.read_text())["transfer"]) == {
        "from", "known_payee", "to", "amount", "note",
    }  # fmt: skip
