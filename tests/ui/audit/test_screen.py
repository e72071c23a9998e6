"""The audit screen against a real bank: reading, narrowing, one record, seals, and a file of it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.pages.finding import PATIENCE_MS, find, plain
from tests.ui.cutting import no_connections
from tests.unit.test_whole_file import SlowDisk
from ui import tasks
from ui.screens.audit.columns import Column
from ui.widgets.drawer import Drawer

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from tests.bank import Bank
    from tests.conftest import Server
    from tests.database.desk import Desk
    from tests.pages.audit import AuditPage
    from ui.screens.audit import AuditScreen


def test_it_tells_who_did_what_about_whom(page: AuditPage) -> None:
    row = page.events().index("Account frozen")
    told = [page.cells(column)[row] for column in Column]
    assert told[Column.WHO]
    assert told[Column.ABOUT].startswith("Account ")
    assert told[Column.DETAILS] == "ALL · =a court's <b>order</b>"
    paid = page.events().index("Payment")
    assert page.cells(Column.WHO)[paid] == "Salma Hassan"
    assert page.cells(Column.DETAILS)[paid] == "250.75 EGP"


def test_what_is_typed_and_chosen_narrows_it_together(page: AuditPage, desk: Desk) -> None:
    page.type_actor("salma has")
    page.wait_for_events({"Payment"})
    page.choose_event("account_frozen")
    assert "No record matches" in page.wait_for_no_match()
    page.clear_filter()
    page.wait_for_rows(2)
    page.type_entity(desk.karim.iban)
    page.wait_for_events({"Payment", "Account frozen"})
    page.choose_period("last_year")
    page.wait_for_no_match()
    page.choose_period("today")
    page.wait_for_events({"Payment", "Account frozen"})


def test_the_other_log_has_events_of_its_own(page: AuditPage) -> None:
    page.choose_event("transfer")
    page.wait_for_events({"Payment"})
    page.choose_log("auth")
    page.wait_for_events({"Signed in"})
    page.choose_log("payment")
    page.wait_for_rows(2)
    assert "Account frozen" in page.events()


def test_older_records_come_as_it_is_scrolled_and_newer_ones_on_top(
    page: AuditPage, screen: AuditScreen, bank: Bank, qtbot: QtBot
) -> None:
    bank.ask(
        "payment",
        "INSERT INTO audit_logs (service, event) SELECT 'payment', 'sale' FROM generate_series(1, 350)",
    )
    screen.refresh()
    page.wait_for_rows(100)
    bar = page.table.verticalScrollBar()

    def scroll_on() -> bool:
        bar.setValue(bar.maximum())
        return "Payment" in page.events()

    qtbot.waitUntil(scroll_on, timeout=PATIENCE_MS)
    assert page.events().count("Sale") == 350
    # Somebody reads on where they were when more is written.
    before = page.table.rowAt(0)
    bank.ask("payment", "SELECT private.record('payment', 'sale', NULL, NULL, NULL)")
    screen.refresh()
    page.wait_for_rows(len(page.events()) + 1)
    assert page.table.rowAt(0) == before + 1
    assert page.events().count("Sale") == 351


def test_a_record_opens_by_key_with_all_that_it_tells(
    page: AuditPage, screen: AuditScreen, qtbot: QtBot
) -> None:
    row = page.events().index("Account frozen")
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(row):
        QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.fact("code") == "account_frozen"
    assert page.fact("fact_reason") == "=a court's <b>order</b>"
    assert page.fact("fact_what") == "ALL"
    assert page.fact("sealed") in {"Yes", "Not yet"}
    page.copy_details()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Account frozen (account_frozen)\n")
    assert "Reason: =a court's <b>order</b>" in copied
    drawer = find(screen, Drawer, "audit.details")
    QTest.keyClick(drawer, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not drawer.is_open)


def test_a_cell_is_copied_and_the_filter_found_by_key(page: AuditPage, screen: AuditScreen) -> None:
    QGuiApplication.clipboard().setMimeData(QMimeData())
    row = page.events().index("Account frozen")
    page.table.setCurrentIndex(page.table.model().index(row, Column.WHAT))
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Account frozen"
    screen.find_here()
    assert find(screen, QLineEdit, "audit.actor").hasFocus()


def test_seals_hold_until_somebody_changes_a_record(page: AuditPage, bank: Bank) -> None:
    for database in ("auth", "payment"):
        bank.ask(database, "SELECT private.seal_audit()")
    page.verify()
    for log in ("payment", "auth"):
        words, tone = page.wait_for_seals(log)
        assert "hold" in words, words
        assert tone == "credit"
    page.wait_until_seals_are_looked_at()
    page.press_in_seals()
    bank.ask("payment", "UPDATE audit_logs SET payload = payload || '{\"what\": \"NONE\"}'"
             " WHERE event = 'account_frozen'")  # fmt: skip
    page.verify()
    words, tone = page.wait_for_seals("payment")
    assert words.startswith("Seal ")
    assert "is broken" in words
    assert "are not as they were written" in words
    assert tone == "danger"
    assert page.wait_for_seals("auth")[1] == "credit"


def test_the_file_has_what_the_filter_shows_and_no_formula(page: AuditPage, tmp_path: Path) -> None:
    page.choose_event("account_frozen")
    page.wait_for_events({"Account frozen"})
    path = tmp_path / "log.csv"
    page.export_as(path)
    page.wait_until_exported()
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    (head, row) = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    told = dict(zip(head, row, strict=True))
    assert told["Event"] == "account_frozen"
    assert "reason: =a court's <b>order</b>" in told["Facts"]
    assert not any(each[:1] in set("=+-@\t\r") for each in row if each)
    # An older file is asked about first.
    path.write_text("old", encoding="utf-8")
    page.export_as(path)
    assert page.wait_for_export_question() == "log.csv is there already."
    page.press_in_export("replace")
    page.wait_until_exported()
    assert path.read_bytes() == raw
    page.choose_event("audit_exported")
    page.wait_for_events({"Log exported"})
    assert len(page.events()) == 2


def test_an_export_can_be_stopped_while_the_disk_is_slow(
    page: AuditPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(b"old")
    disk = SlowDisk(monkeypatch)
    page.export_as(path)
    page.wait_for_export_question()
    page.press_in_export("replace")
    qtbot.waitUntil(disk.reached.is_set, timeout=PATIENCE_MS)
    page.press_in_export("cancel")
    disk.gate.set()
    qtbot.waitUntil(lambda: not tasks._home().waiting, timeout=PATIENCE_MS)
    assert path.read_bytes() == b"old"


def test_without_the_bank_it_says_so_and_heals(
    page: AuditPage, screen: AuditScreen, bank: Bank, server: Server
) -> None:
    with no_connections(server, bank.auth_url):
        page.choose_log("auth")
        assert "The log can't be shown" in page.wait_for_error()
    screen.refresh()
    page.wait_for_events({"Signed in"})
    assert plain(page.cells(Column.WHO)[0]) == "Aya Auditor"
