"""A file is read, checked row by row, and nothing moves before all of it is right."""

from __future__ import annotations

import csv
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

from tests.pages.finding import plain
from tests.ui.bulk.conftest import allow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.bank import Bank, Customer
    from tests.ui.bulk.conftest import Seat

    Write = Callable[..., Path]

_CHECK = -1


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_three_bad_rows_are_marked_and_nothing_can_be_sent(
    seat: Seat, write: Write, bank: Bank, salma: Customer
) -> None:
    path = write(
        "karim@instapay,100,March,Karim Samir",
        "nobody@instapay,50,March,",
        "mona@instapay,NaN,=1+1,",
        "mona@instapay,70,March,Hala Nour",
        "EG000000000000000000000000000,5,,",
    )
    seat.bulk.choose(path)
    # What is wrong comes first; the row with another name can be paid, but is shown too.
    assert [(row[0], row[1], row[2]) for row in seat.bulk.rows()] == [
        ("3", "nobody@instapay", ""),
        ("4", "mona@instapay", ""),
        ("5", "mona@instapay", "Mona A••••"),
        ("6", "EG00 0000 0000 0000 0000 0000 0000 0", ""),
    ]
    assert [row[_CHECK].split(".")[0] for row in seat.bulk.rows()] == [
        "Nobody is known by this address or IBAN",
        "This is not an amount",
        "The file says Hala Nour",
        "This is neither an address nor an IBAN",
    ]
    assert seat.bulk.text("counts") == "5 payments · 3 with errors · 1 to be looked at"
    assert "3 rows cannot be paid" in seat.bulk.wait_for_error()
    assert not seat.bulk.is_pressable("review")
    seat.bulk.filter("all")
    assert [row[0] for row in seat.bulk.rows()] == ["2", "3", "4", "5", "6"]
    assert seat.bulk.rows()[0][2:] == ["Karim S••••", "100.00", "March", ""]
    seat.bulk.press("save_errors")
    saved = path.parent / "errors.csv"
    seat.bulk.answer_file_dialog("bulk.save_errors.file", saved)
    seat.wait(saved.exists)
    assert [(row["Row"], row["Note"]) for row in _read(saved)] == [
        ("3", "March"),
        ("4", "'=1+1"),
        ("5", "March"),
        ("6", ""),
    ]
    # It can be mended and read again.
    seat.bulk.choose_other(saved)
    seat.wait(lambda: seat.bulk.text("name") == "errors.csv")
    assert seat.bulk.text("counts") == "4 payments · 3 with errors · 1 to be looked at"
    assert bank.balance(salma.account_id) == 60_000
    assert bank.ask("payment", "SELECT 1 FROM batches") == []


def test_a_good_file_is_reviewed_confirmed_and_sent_once(
    seat: Seat,
    write: Write,
    bank: Bank,
    salma: Customer,
    karim: Customer,
) -> None:
    path = write(
        "karim@instapay,1000,=March,Karim Samir",
        "mona@instapay,2500.50,March,",
        "karim@instapay,20,overtime,",
    )
    seat.bulk.choose(path)
    assert seat.bulk.text("counts") == "3 payments"
    assert seat.bulk.text("amount") == "3,520.50 EGP"
    dialog = seat.bulk.review()
    facts = seat.bulk.facts(dialog)
    assert (facts["count"], facts["amount"], facts["file"]) == ("3", "3,520.50 EGP", "salaries.csv")
    # 1.00, 2.50 and the least fee.
    assert (facts["fee"], facts["total"]) == ("4.00 EGP", "3,524.50 EGP")
    assert facts["after"] == "56,475.50 EGP"
    seat.bulk.confirm("correct horse battery")
    said = seat.bulk.wait_for_outcome("sent")
    assert "3 payments were made." in said
    assert {row[_CHECK] for row in seat.bulk.rows()} == {"Sent"}
    assert bank.balance(salma.account_id) == Decimal("56475.50")
    assert bank.balance(karim.account_id) == 1020
    seat.bulk.press("save_result")
    saved = path.parent / "result.csv"
    seat.bulk.answer_file_dialog("bulk.save_result.file", saved)
    seat.wait(saved.exists)
    found = _read(saved)
    assert [(row["Payee"], row["Amount"], row["Note"], row["Status"]) for row in found] == [
        ("karim@instapay", "1000.00", "'=March", "Sent"),
        ("mona@instapay", "2500.50", "March", "Sent"),
        ("karim@instapay", "20.00", "overtime", "Sent"),
    ]
    made = bank.ask(
        "payment",
        "SELECT id::text FROM transactions WHERE batch_id IS NOT NULL AND id <> batch_id"
        " ORDER BY payer_sequence",
    )
    assert [row["Transaction"] for row in found] == [each for (each,) in made]
    seat.wait(lambda: not list(bank.folder.glob("outbox/batches/*.json")))
    # The next file begins anew.
    seat.bulk.press("new")
    seat.bulk.answer_file_dialog("bulk.file", write("mona@instapay,1,,", name="next.csv"))
    seat.wait(lambda: seat.bulk.text("name") == "next.csv")
    assert seat.bulk.is_pressable("review")


def test_a_file_can_be_dropped_on_the_page(seat: Seat, write: Write) -> None:
    path = write("karim@instapay,1000,,")
    url = QUrl.fromLocalFile(str(path)).toString()
    assert not seat.bulk.drop(url, url)
    assert not seat.bulk.drop("https://example.com/salaries.csv")
    assert seat.bulk.drop(url)
    seat.bulk.wait_for("table")
    assert seat.bulk.text("name") == "salaries.csv"
    seat.bulk.press("clear")
    seat.bulk.wait_for("drop")


def test_a_file_that_cannot_be_used_says_why_and_leaves_the_page(
    seat: Seat, tmp_path: Path
) -> None:
    path = tmp_path / "salaries.csv"
    path.write_bytes("payee,amount\nkarim@instapay,1\n".encode("utf-16"))
    url = QUrl.fromLocalFile(str(path)).toString()
    assert seat.bulk.drop(url)
    seat.wait(lambda: "UTF-16" in "".join(seat.page.notes()))
    seat.bulk.wait_for("drop")
    assert seat.bulk.drop(QUrl.fromLocalFile(str(tmp_path)).toString())
    seat.wait(lambda: "cannot be read" in "".join(seat.page.notes()))
    seat.bulk.wait_for("drop")


def test_another_account_is_asked_about_anew(
    seat: Seat, write: Write, bank: Bank, salma: Customer
) -> None:
    """In dollars nobody in the file can be paid."""
    dollars = bank.add_account(salma.user_id, currency="USD", name="Dollars")
    bank.ask("payment", "UPDATE accounts SET batches_allowed = true WHERE id = %s", str(dollars))
    seat.bulk.choose(write("karim@instapay,100,,"))
    assert seat.bulk.is_pressable("review")
    seat.window.refresh()
    picker = seat.bulk.picker
    seat.wait(lambda: picker.count() == 2)
    picker.setCurrentIndex(1)
    seat.wait(lambda: seat.bulk.text("counts") == "1 payment · 1 with an error")
    assert not seat.bulk.is_pressable("review")


def test_more_than_there_is_cannot_be_sent(seat: Seat, write: Write) -> None:
    seat.bulk.choose(write("karim@instapay,40000,,", "mona@instapay,30000,,"))
    assert "not enough money" in seat.bulk.wait_for_error()
    assert not seat.bulk.is_pressable("review")


def test_who_may_not_send_files_is_told_how(
    open_window: Callable[[], Seat], bank: Bank, karim: Customer
) -> None:
    seat = open_window()
    seat.sign_in("karim@demo.eg")
    seat.page.wait_for_screen("accounts")
    seat.page.go_to("bulk")
    assert "Ask your bank" in plain(seat.bulk.wait_for("empty").accessibleName())
    allow(bank, karim)
    seat.window.refresh()
    seat.bulk.wait_for("drop")
