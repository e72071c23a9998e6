"""Labels, fields and pickers of money."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from services.errors import InvalidInput
from services.values.accounts import Account
from services.values.money import MAX_AMOUNT, Money
from tests.pages.finding import plain, type_into
from tests.ui.stage import stage
from ui.widgets.account_picker import AccountPicker
from ui.widgets.amount_edit import AmountEdit
from ui.widgets.copy_button import CopyButton
from ui.widgets.facts import Facts
from ui.widgets.flow_grid import FlowGrid
from ui.widgets.money_label import MoneyLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def egp(amount: str) -> Money:
    return Money(Decimal(amount), "EGP")


def account(number: int, name: str | None = "Everyday", available: str = "24360.40") -> Account:
    return Account(
        id=UUID(int=number),
        name=name,
        iban=f"EG3800190005000000002631800{number:02d}",
        address=None,
        currency="EGP",
        balance=egp(available),
        held=egp("0"),
        available=egp(available),
        opened_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def inked_columns(widget: QWidget) -> list[int]:
    image = widget.grab().toImage()
    ground = image.pixel(0, 0)
    return [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) != ground for y in range(image.height()))
    ]


@pytest.fixture
def amount(qtbot: QtBot) -> AmountEdit:
    made = AmountEdit("EGP")
    made.setObjectName("amount")
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(made)
    other = QLineEdit()
    other.setObjectName("other")
    column.addWidget(other)
    stage(qtbot, page)
    return made


def test_a_money_label_says_the_amount_and_hides_it_when_asked(qtbot: QtBot) -> None:
    made = MoneyLabel()
    stage(qtbot, made)
    made.show_money(egp("24860.40"))
    assert made.text() == "24,860.40 EGP"
    made.show_money(egp("24860.40"), masked=True)
    assert "24" not in made.text()
    assert made.accessibleName() == "hidden"


def test_the_largest_amount_fits_a_narrow_card_whole(qtbot: QtBot) -> None:
    made = MoneyLabel()
    made.setFixedWidth(264)
    stage(qtbot, made)
    made.show_money(Money(-MAX_AMOUNT, "EGP"))
    inked = inked_columns(made)
    assert inked[0] >= 0
    assert inked[-1] < made.width() - 1
    made.show_money(egp("1.00"))
    assert made.height() == made.minimumSizeHint().height()


@pytest.mark.parametrize(
    ("typed", "written"),
    [("4500", "4,500.00"), ("4.500,5", "4,500.50"), ("٤٥٠٠٫٥", "4,500.50"), ("12x", "12x")],
)
def test_what_was_understood_is_written_out_when_the_field_is_left(
    amount: AmountEdit, qtbot: QtBot, typed: str, written: str
) -> None:
    type_into(amount.window(), "amount", typed)
    assert amount.text() == typed
    other = amount.window().findChild(QLineEdit, "other")
    assert other is not None
    with qtbot.waitSignal(amount.left):
        other.setFocus()
    assert amount.text() == written


def test_another_window_in_front_does_not_count_as_leaving(
    amount: AmountEdit, qtbot: QtBot
) -> None:
    left: list[None] = []
    amount.left.connect(lambda: left.append(None))
    type_into(amount.window(), "amount", "12")
    stage(qtbot, QWidget())
    assert left == []
    assert amount.text() == "12"


def test_an_amount_edit_tells_what_is_wrong(amount: AmountEdit) -> None:
    amount.setText("12.345")
    with pytest.raises(InvalidInput, match="amount_too_precise"):
        amount.money()
    assert amount.money_or_none() is None
    amount.setText("12.34")
    assert amount.money() == egp("12.34")


def test_the_picker_names_accounts_by_name_iban_and_what_is_available(qtbot: QtBot) -> None:
    made = AccountPicker()
    stage(qtbot, made)
    made.show_accounts((account(2), account(3, None, "9999999999999999.99")), masked=False)
    texts = [plain(made.itemText(row)) for row in range(made.count())]
    assert texts == [
        "Everyday · 8000 2 · 24,360.40 EGP available",
        "Account · 8000 3 · 9,999,999,999,999,999.99 EGP available",
    ]


@pytest.mark.parametrize("width", [290, 340, 420, 600])
def test_a_narrow_picker_cuts_the_name_and_never_the_amount(qtbot: QtBot, width: int) -> None:
    made = AccountPicker()
    stage(qtbot, made)
    long_name = "My everyday account with quite a long name"
    made.show_accounts((account(2, long_name, "9999999999999999.99"),), masked=False)
    fitting = made._fitting(account(2, long_name, "9999999999999999.99"), width)
    assert "8000 2" in fitting
    assert "9,999,999,999,999,999.99 EGP" in fitting
    assert made.fontMetrics().horizontalAdvance(fitting) <= width


def test_the_chosen_account_stays_chosen_over_new_balances(qtbot: QtBot) -> None:
    made = AccountPicker()
    stage(qtbot, made)
    made.show_accounts((account(2), account(3)), masked=False)
    made.setCurrentIndex(1)
    with qtbot.waitSignal(made.picked):
        made.show_accounts((account(1), account(2), account(3, available="1")), masked=False)
    chosen = made.account()
    assert chosen is not None
    assert chosen.id == UUID(int=3)
    assert chosen.available == egp("1")


def test_a_refresh_that_changes_nothing_leaves_an_open_list_open(qtbot: QtBot) -> None:
    made = AccountPicker()
    stage(qtbot, made)
    accounts = (account(2), account(3))
    made.show_accounts(accounts, masked=False)
    picked: list[None] = []
    made.picked.connect(lambda: picked.append(None))
    made.show_accounts((account(2), account(3)), masked=False)
    assert picked == []


def test_the_wheel_does_not_change_who_pays(qtbot: QtBot) -> None:
    made = AccountPicker()
    stage(qtbot, made)
    made.show_accounts((account(2), account(3)), masked=False)
    made.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(made, wheel)
    assert made.currentIndex() == 0


def test_a_copy_button_copies_without_direction_marks_and_says_so(qtbot: QtBot) -> None:
    made = CopyButton("\u2066EG38\u2069", "Copy the IBAN")
    stage(qtbot, made)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "EG38"
    assert made.accessibleName() == "Copied"
    qtbot.waitUntil(lambda: made.accessibleName() == "Copy the IBAN")


def test_a_grid_takes_as_many_columns_as_fit(qtbot: QtBot) -> None:
    page = QWidget()
    grid = FlowGrid(min_width=300, max_width=420, spacing=14)
    page.setLayout(grid)
    cards = [QLineEdit() for _ in range(5)]
    for card in cards:
        grid.addWidget(card)
    window = stage(qtbot, page, (1000, 600))

    def columns() -> int:
        return len({card.x() for card in cards})

    assert columns() == 3
    window.resize(700, 600)
    qtbot.waitUntil(lambda: columns() == 2)
    window.resize(400, 600)
    qtbot.waitUntil(lambda: columns() == 1)
    assert {card.width() for card in cards} == {400}
    assert grid.heightForWidth(400) > grid.heightForWidth(1000)


def test_a_long_value_breaks_and_an_amount_never_does(qtbot: QtBot) -> None:
    facts = Facts("facts")
    facts.tell("note", "Note", "x" * 140, wraps=True)
    facts.tell("amount", "You pay", "9,999,999,999,999,999.99 EGP")
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(facts)
    column.addStretch()
    stage(qtbot, page, (460, 300))
    assert facts.width() <= 460
    amount_label = facts.findChild(QWidget, "facts.amount")
    note_label = facts.findChild(QWidget, "facts.note")
    assert amount_label is not None
    assert note_label is not None
    assert note_label.height() > 2 * amount_label.height()
    assert note_label.width() < 460
