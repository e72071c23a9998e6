"""Receipts: what is on paper, in both directions of reading, and that all but the first are copies."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from services.errors import Unavailable
from services.values.counter import CounterKind, Slip
from services.values.money import Money
from services.values.transfers import TransferStatus
from tests.pages.finding import PATIENCE_MS, find, wait_for
from tests.ui.statement.test_pdf import places, read
from ui import language, tasks
from ui.components.paper import papers
from ui.components.receipt.giving import was_given
from ui.components.receipt.paper import ReceiptPages, receipt_pdf
from ui.components.receipt.words import receipt_number
from ui.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.database.counter import Counter
    from tests.pages.cash import CashPage
    from tests.ui.cash.hosting import Host
    from ui.preferences import Preferences

pytestmark = pytest.mark.usefixtures("qapp")


def slip(**changes: object) -> Slip:
    """Return the receipt of cash that was paid in."""
    made = Slip(
        id=uuid4(),
        till_number=3,
        number=412,
        kind=CounterKind.CASH_IN,
        amount=Money(Decimal("2500.00"), "EGP"),
        fee=Money(Decimal(0), "EGP"),
        status=TransferStatus.COMPLETED,
        failure_code=None,
        decline_reason=None,
        made_at=datetime(2026, 11, 22, 8, 42, tzinfo=UTC),
        made_on=datetime(2026, 11, 22, 10, 42),  # noqa: DTZ001 (the bank's own clock)
        expires_at=None,
        customer="سلمى حسن",
        iban="EG380019000500000000263180002",
        payee=None,
        identification="National ID seen",
        note="rent",
        teller="Mona Teller",
        drawer=Money(Decimal("7500.00"), "EGP"),
        corrected_by=None,
        original_number=None,
    )
    return replace(made, **changes)  # type: ignore[arg-type] # a test's own fields


def test_a_receipt_says_who_what_when_and_by_whom() -> None:
    (page,) = read(receipt_pdf(slip(customer="Salma Hassan"), is_copy=False, is_rtl=False))
    for words in (
        "Mini-InstaPay", "Receipt 3-0412", "Receipt for cash paid in", "2,500.00 EGP",
        "22 Nov 2026 10:42", "Salma Hassan", "EG38 0019 0005 0000 0000 2631 8000 2",
        "National ID seen", "rent", "Mona Teller", "Customer's signature",
    ):  # fmt: skip
        assert words in page, words
    assert "COPY" not in page
    assert "Fee" not in page
    # What is in the drawer is the bank's own business.
    assert "7,500" not in page


def test_a_copy_is_marked() -> None:
    (page,) = read(receipt_pdf(slip(), is_copy=True, is_rtl=False))
    assert "COPY" in page


def test_a_transfer_tells_payee_and_fee_and_a_correction_what_it_takes_back() -> None:
    transfer = slip(
        kind=CounterKind.TRANSFER, payee="Karim S••••", fee=Money(Decimal("0.50"), "EGP")
    )
    (page,) = read(receipt_pdf(transfer, is_copy=False, is_rtl=False))
    assert "Karim S••••" in page
    assert "0.50 EGP" in page
    correction = slip(kind=CounterKind.CORRECTION, original_number=7, identification="a typo")
    (page,) = read(receipt_pdf(correction, is_copy=False, is_rtl=False))
    assert "3-0007" in page
    assert "a typo" in page
    assert "Identification" not in page


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"status": TransferStatus.PENDING}, "Waiting for approval"),
        ({"status": TransferStatus.FAILED, "failure_code": "declined",
            "decline_reason": "not her signature"}, "not her signature"),
        ({"status": TransferStatus.FAILED, "failure_code": "insufficient_funds"}, "not enough money"),
    ],
)  # fmt: skip
def test_what_was_not_made_is_no_receipt(changes: dict[str, object], words: str) -> None:
    (page,) = read(receipt_pdf(slip(**changes), is_copy=False, is_rtl=False))
    assert "No receipt: not made" in page
    assert "Receipt for" not in page
    assert words in page


def test_the_longest_of_everything_stays_on_the_page() -> None:
    long = slip(customer="Salma " * 16, identification="seen " * 40, note="w" * 140)
    pages = read(receipt_pdf(long, is_copy=True, is_rtl=False))
    assert len(pages) == 1
    assert "Teller's signature" in pages[0]


def test_it_is_mirrored_in_arabic_and_figures_are_not(qapp: QApplication) -> None:
    language.put_on(qapp, Language.ARABIC)
    made = receipt_pdf(slip(), is_copy=True, is_rtl=True)
    (page,) = read(made)
    assert "2,500.00 EGP" in page
    assert "EG38 0019 0005 0000 0000 2631 8000 2" in page
    # The bank's name leads the first line, at the right; the number ends it.
    name_x = next(x for x, _, text in places(made) if text == "Mini-InstaPay")
    assert name_x > 400
    assert min(x for x, _, _ in places(made)) < 100


def test_a_printer_gets_the_same(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    # Whoever chose other pages: a receipt goes out whole, or would count as given and be blank.
    printer.setFromTo(2, 2)
    papers.print_pages(
        printer, lambda sheet: ReceiptPages(slip(), sheet, is_copy=False), is_rtl=False
    )
    (page,) = read((tmp_path / "printed.pdf").read_bytes())
    assert "Receipt 3-0412" in page


def test_numbers_have_four_digits_and_more_where_they_need_more() -> None:
    assert [receipt_number(3, each) for each in (1, 412, 12345)] == ["3-0001", "3-0412", "3-12345"]


def _save(qtbot: QtBot, host: Host, path: Path) -> None:
    dialog = wait_for(qtbot, host, "receipt.file")
    assert isinstance(dialog, QFileDialog)
    edit = find(dialog, QLineEdit, "fileNameEdit")
    assert edit.text().endswith(".pdf")
    edit.setText(str(path))
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_the_first_one_saved_is_the_receipt_and_the_second_a_copy_beside_it(
    host: Host, page: CashPage, qtbot: QtBot, tmp_path: Path, preferences: Preferences
) -> None:
    form = host.serve(Qt.Key.Key_F2)
    page.fill("10")
    page.send()
    page.wait_for_outcome("made")
    assert form.prints
    made = form.told.last_slip
    assert made is not None
    for name in ("mine.pdf", "mine (2).pdf"):
        page.press("receipt.save")
        _save(qtbot, host, tmp_path / "mine.pdf")
        saved = tmp_path / name
        qtbot.waitUntil(saved.exists, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: was_given(made), timeout=PATIENCE_MS)
    first, second = (
        read((tmp_path / each).read_bytes())[0] for each in ("mine.pdf", "mine (2).pdf")
    )
    assert "COPY" not in first
    assert "COPY" in second
    assert preferences.text("receipts/folder") == str(tmp_path)


def test_another_customer_is_not_offered_the_last_receipt(
    host: Host, page: CashPage, counter: Counter
) -> None:
    form = host.serve(Qt.Key.Key_F2)
    page.fill("10")
    page.send()
    page.wait_for_outcome("made")
    host.serve(Qt.Key.Key_F2)
    assert form.prints
    page.press("last_receipt")
    assert page.receipt("what") == "10.00 EGP paid in"
    host.serve(Qt.Key.Key_F2, customer=counter.karim)
    assert not form.prints


class LateSlip:
    """The first slip cannot be read with its outcome; asked for again, it comes once `gate` is set.

    Attributes:
        asked: its number is being asked for again.
        answers: how many slips were read in the end.

    """

    def __init__(self, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
        self._slip = services.counter.slip
        self._calls = 0
        self.asked = threading.Event()
        self.gate = threading.Event()
        self.answers = 0
        monkeypatch.setattr(services.counter, "slip", self.slip)

    def slip(self, *, payment_id: UUID) -> Slip:
        self._calls += 1
        if self._calls == 1:
            raise Unavailable("server_unreachable", database="payment")
        if self._calls == 2:
            self.asked.set()
            assert self.gate.wait(PATIENCE_MS / 1000)
        found = self._slip(payment_id=payment_id)
        self.answers += 1
        return found


@pytest.fixture
def late(
    services: Services, host: Host, page: CashPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[LateSlip]:
    """Salma has paid in 10.00, and the number of her receipt is asked for again."""
    made = LateSlip(services, monkeypatch)
    host.serve(Qt.Key.Key_F2)
    page.fill("10")
    page.send()
    page.wait_for_outcome("made")
    page.press("receipt.ask")
    qtbot.waitUntil(made.asked.is_set, timeout=PATIENCE_MS)
    yield made
    made.gate.set()


def _let_answer(late: LateSlip, qtbot: QtBot) -> None:
    """Have the answer come, and be dealt with in the window."""
    answers = late.answers
    late.gate.set()
    qtbot.waitUntil(lambda: late.answers > answers, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not tasks._home().waiting, timeout=PATIENCE_MS)


def test_a_receipt_that_comes_late_is_not_shown_to_another_customer(
    host: Host, page: CashPage, counter: Counter, late: LateSlip, qtbot: QtBot
) -> None:
    form = host.serve(Qt.Key.Key_F2, customer=counter.karim)
    page.fill("7")
    _let_answer(late, qtbot)
    assert page.outcome() == ""
    # Ctrl+P prints nothing of hers.
    assert not form.prints
    assert form.fields.isVisible()
    assert page.text("amount") == "7.00"


def test_a_receipt_that_comes_late_does_not_cover_what_is_typed_meanwhile(
    host: Host, page: CashPage, late: LateSlip, qtbot: QtBot
) -> None:
    form = host.serve(Qt.Key.Key_F2)
    page.fill("7")
    _let_answer(late, qtbot)
    assert form.fields.isVisible()
    assert page.text("amount") == "7.00"
    # It can be had all the same.
    page.press("last_receipt")
    assert page.receipt("what") == "10.00 EGP paid in"


def test_a_receipt_that_comes_late_does_not_take_the_place_of_a_newer_one(
    host: Host, page: CashPage, late: LateSlip, qtbot: QtBot
) -> None:
    form = host.serve(Qt.Key.Key_F2)
    page.fill("7")
    page.send()
    page.wait_for_outcome("made")
    _let_answer(late, qtbot)
    assert page.receipt("what") == "7.00 EGP paid in"
    assert form.told.last_slip is not None
    assert form.told.last_slip.amount == Money(Decimal(7), "EGP")
