"""The field that names the payee, with a bank that answers what a test writes down."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from services.errors import Refused, Unavailable
from services.values.transfers import Payee
from tests.pages.finding import type_into
from tests.ui.scripted_transfers import collect
from tests.ui.stage import stage
from ui.widgets import payee_field
from ui.widgets.payee_field import PayeeField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

KNOWN = {
    "mona@instapay": Payee(UUID(int=1), "Mona A••••", "EGP", "mona@instapay", is_own=False),
    "mo@instapay": Payee(UUID(int=2), "Mohamed F••••", "EGP", "mo@instapay", is_own=False),
    "EG380019000500000000263180002": Payee(
        UUID(int=3), "Karim S••••", "EGP", "EG380019000500000000263180002", is_own=False
    ),
}


class Directory:
    """Knows `KNOWN`; `slow` answers wait for their gate.

    Attributes:
        asked: what was asked, in order.

    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.slow: dict[str, threading.Event] = {}
        self.failure: Exception | None = None

    def resolve(self, *, payee: str) -> Payee:
        self.asked.append(payee)
        if payee in self.slow:
            assert self.slow[payee].wait(10)
        if self.failure is not None:
            raise self.failure
        if payee not in KNOWN:
            raise Refused("payee_unknown", field="payee")
        return KNOWN[payee]


@pytest.fixture(autouse=True)
def _short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(payee_field, "PAUSE_MS", 20)


@pytest.fixture
def directory() -> Iterator[Directory]:
    made = Directory()
    yield made
    for gate in made.slow.values():
        gate.set()


@pytest.fixture
def field(directory: Directory, qtbot: QtBot) -> PayeeField:
    made = PayeeField(directory.resolve, name="transfer.to", prefix="transfer")
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(made)
    other = QLineEdit()
    other.setObjectName("other")
    column.addWidget(other)
    stage(qtbot, page)
    return made


def leave(field: PayeeField) -> None:
    window = field.window()
    other = window.findChild(QLineEdit, "other")
    assert other is not None
    other.setFocus()


def named(field: PayeeField) -> str | None:
    return None if field.payee is None else field.payee.masked_name


def test_a_pause_in_typing_asks_the_bank_once(
    field: PayeeField, directory: Directory, qtbot: QtBot
) -> None:
    type_into(field, "transfer.to", "mona@instapay")
    assert directory.asked == []
    qtbot.waitUntil(lambda: named(field) == "Mona A••••")
    leave(field)
    assert directory.asked == ["mona@instapay"]


def test_an_iban_is_asked_for_as_the_bank_writes_it(
    field: PayeeField, directory: Directory, qtbot: QtBot
) -> None:
    type_into(field, "transfer.to", "eg38 0019 0005 0000 0000 2631 ٨٠٠٠ ٢")
    qtbot.waitUntil(lambda: named(field) == "Karim S••••")
    assert directory.asked == ["EG380019000500000000263180002"]


def test_an_answer_to_what_was_typed_before_is_dropped(
    field: PayeeField, directory: Directory, qtbot: QtBot
) -> None:
    directory.slow["mo@instapay"] = threading.Event()
    type_into(field, "transfer.to", "mo@instapay")
    qtbot.waitUntil(lambda: directory.asked == ["mo@instapay"])
    names = collect_names(field)
    type_into(field, "transfer.to", "mona@instapay")
    qtbot.waitUntil(lambda: named(field) == "Mona A••••")
    directory.slow["mo@instapay"].set()
    type_into(field, "transfer.to", "mo@instapay")
    qtbot.waitUntil(lambda: named(field) == "Mohamed F••••")
    assert [name for name in names if name is not None] == ["Mona A••••", "Mohamed F••••"]


def test_an_answer_that_comes_while_somebody_types_on_is_dropped(
    field: PayeeField, directory: Directory, qtbot: QtBot
) -> None:
    directory.slow["mo@instapay"] = threading.Event()
    type_into(field, "transfer.to", "mo@instapay")
    qtbot.waitUntil(lambda: directory.asked == ["mo@instapay"])
    field._pause.setInterval(60_000)
    type_into(field, "transfer.to", "mona@")
    directory.slow["mo@instapay"].set()
    pool = QThreadPool.globalInstance()
    qtbot.waitUntil(lambda: pool.activeThreadCount() == 0)
    QApplication.processEvents()
    assert field.payee is None


def collect_names(field: PayeeField) -> list[str | None]:
    names: list[str | None] = []
    field.changed.connect(lambda: names.append(named(field)))
    return names


def test_a_half_typed_address_is_not_complained_about_until_the_field_is_left(
    field: PayeeField, directory: Directory, qtbot: QtBot
) -> None:
    type_into(field, "transfer.to", "mona@insta")
    qtbot.waitUntil(lambda: field.refusal is not None)
    assert field.error.text == ""
    leave(field)
    assert field.error.text.startswith("Nobody is known")
    assert len(directory.asked) == 1


def test_leaving_before_the_pause_asks_at_once_and_does_not_take_focus_back(
    field: PayeeField, directory: Directory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(payee_field, "PAUSE_MS", 60_000)
    type_into(field, "transfer.to", "nobody@instapay")
    leave(field)
    qtbot.waitUntil(lambda: field.refusal is not None)
    assert directory.asked == ["nobody@instapay"]
    assert field.error.text.startswith("Nobody is known")
    assert not field.edit.hasFocus()


def test_insisting_on_an_empty_field_says_what_is_missing(field: PayeeField) -> None:
    gone_on: list[str] = []
    field.insist(lambda: gone_on.append("on"))
    assert not gone_on
    assert field.error.text.startswith("Please type who gets the money")


def test_what_failed_for_lack_of_a_bank_is_asked_again_when_insisted_on(
    field: PayeeField, directory: Directory, qtbot: QtBot
) -> None:
    directory.failure = Unavailable("server_unreachable", database="payment")
    failures = collect(field.call_failed)
    with qtbot.waitSignal(field.call_failed):
        type_into(field, "transfer.to", "mona@instapay")
    assert failures == [directory.failure]
    assert field.refusal is None
    directory.failure = None
    gone_on: list[str | None] = []
    field.insist(lambda: gone_on.append(named(field)))
    qtbot.waitUntil(lambda: gone_on == ["Mona A••••"])
    field.insist(lambda: gone_on.append("at once"))
    assert gone_on == ["Mona A••••", "at once"]


@pytest.mark.parametrize("changed", ["typed", "taken", "told", "hidden", "refused"])
def test_nothing_goes_on_by_itself_after_a_change(
    field: PayeeField, directory: Directory, qtbot: QtBot, changed: str
) -> None:
    gate = directory.slow["mona@instapay"] = threading.Event()
    gone_on: list[str | None] = []
    type_into(field, "transfer.to", "mona@instapay")
    field.insist(lambda: gone_on.append(named(field)))
    qtbot.waitUntil(lambda: directory.asked == ["mona@instapay"])
    if changed == "typed":
        type_into(field, "transfer.to", "mo@instapay")
    elif changed == "taken":
        field.show_payee(KNOWN["mo@instapay"])
    elif changed == "told":
        field.relent()
    elif changed == "hidden":
        field.hide()
    else:
        directory.failure = Refused("payee_unknown", field="payee")
    gate.set()
    qtbot.waitUntil(lambda: field.payee is not None or field.refusal is not None)
    if changed == "refused":
        assert field.error.text.startswith("Nobody is known")
    QApplication.processEvents()
    assert gone_on == []


def test_typing_on_forgets_the_payee_at_once(field: PayeeField, qtbot: QtBot) -> None:
    type_into(field, "transfer.to", "mona@instapay")
    qtbot.waitUntil(lambda: field.payee is not None)
    type_into(field, "transfer.to", "m")
    assert field.payee is None
