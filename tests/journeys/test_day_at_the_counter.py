"""A teller's whole day through real windows: from the float in the morning to the day's sheet.

A supervisor and an auditor sit at windows of their own, as in a bank. In the end the books balance, the log tells
the day in its order, and what a role may not do the databases refuse by themselves.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt

from services.values.people import Role
from tests.bank import PASSWORD
from tests.caller import refused
from tests.pages.approvals import ApprovalsPage
from tests.pages.audit import AuditPage
from tests.pages.bulk import BulkPage
from tests.pages.cash import CashPage
from tests.pages.counter import CounterPage
from tests.pages.finding import PATIENCE_MS, find, press
from tests.pages.overview import OverviewPage
from tests.pages.standing import FormPage, SlipPage
from tests.pages.till import TillPage
from ui.components.cash import armed
from ui.components.payment import last_look
from ui.screens.counter.more_button import MoreButton

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.bank import Bank
    from tests.builders import Builder, Staff
    from tests.journeys.conftest import Desk

#: What the log tells of the day, in this order; other things come between.
_STORY = (
    "vault_supply", "till_opened", "customer_opened", "account_opened", "cash_in", "cash_out",
    "transfer_held", "approved", "account_frozen", "transfer_refused", "account_released", "reversal",
    "batches_allowed", "batch", "till_counted", "till_closed",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(armed, "ARMED_AFTER_MS", 100)
    monkeypatch.setattr(last_look, "ARM_AFTER_MS", 0)


class Seat:
    """Somebody's window, with the pages that staff use."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot = qtbot
        self.desk = desk
        window = self.window = desk.window
        self.counter = CounterPage(qtbot, window)
        self.cash = CashPage(qtbot, window)
        self.till = TillPage(qtbot, window)
        self.approvals = ApprovalsPage(qtbot, window)
        self.overview = OverviewPage(qtbot, window)
        self.bulk = BulkPage(qtbot, window)
        self.audit = AuditPage(qtbot, window)

    def sit_down(self, person: Staff, screen: str = "counter") -> None:
        """Sign in, and go to a screen."""
        self.desk.login.sign_in(person.email, PASSWORD)
        self.desk.page.wait_for_item(screen)
        self.go_to(screen)

    def go_to(self, screen: str) -> None:
        """Bring the window to the front, and go to a screen."""
        self.front()
        self.desk.page.go_to(screen)

    def front(self) -> None:
        """Bring the window to the front: keys go there."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=PATIENCE_MS)

    def key(self, key: Qt.Key) -> None:
        """Press a key of the counter."""
        self.front()
        self.counter.key(key)

    def form(self, prefix: str) -> FormPage:
        """Return how to use the form in the panel."""
        return FormPage(self.qtbot, self.window, prefix)

    def rarely(self, desk: str) -> None:
        """Choose what is in the menu of things that are seldom done."""
        menu = find(self.window, MoreButton, "counter.do.more").menu_of_desks
        next(each for each in menu.actions() if each.objectName() == f"counter.do.{desk}").trigger()

    def serve(self, key: Qt.Key, amount: str, payee: str = "") -> None:
        """Do one thing for the open customer, by its key."""
        self.key(key)
        if payee:
            self.cash.type_payee(payee)
        self.cash.fill(amount)
        self.cash.send()


def test_a_day_at_the_counter(  # noqa: PLR0917 (fixtures)
    build: Builder,
    bank: Bank,
    open_desk: Callable[..., Desk],
    at_work: None,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    people: dict[Role, Staff] = {
        role: build.staff(role, f"{role.value.title()} Fouad")
        for role in Role
        if role is not Role.CUSTOMER
    }
    karim = build.customer("Karim Samir", balance=0)
    teller, supervisor = (Seat(qtbot, open_desk(name)) for name in ("teller", "supervisor"))

    # In the morning the vault is supplied, and the teller takes a float from it.
    supervisor.sit_down(people[Role.SUPERVISOR], "overview")
    supervisor.overview.wait_for_cash("vault", "0.00 EGP")
    supervisor.overview.begin_supply()
    supervisor.overview.supply("100000", "first delivery")
    supervisor.overview.wait_for_cash("vault", "100,000.00 EGP")
    teller.sit_down(people[Role.TELLER], "till")
    teller.till.open("5000")

    nour = _enrol(teller)
    _take_and_pay_cash(teller, bank, nour)
    _transfer_with_approval(teller, supervisor, karim.address or "")
    assert bank.balance(karim.account_id) == 55_000
    _freeze(teller, bank, nour)
    _take_back(teller, bank, karim.account_id)
    _pay_many(teller, supervisor, karim.address or "", tmp_path)
    assert bank.balance(karim.account_id) == 300

    # 5,000 and 60,000 in, 1,000 out: 64,000 should be there, and ten are missing.
    teller.go_to("till")
    teller.till.wait_for_drawer("64,000.00 EGP")
    teller.till.count({"200": 319, "100": 1, "50": 1, "20": 2})
    assert "10.00" in teller.till.variance()
    teller.till.close("a note of ten too many was given out")
    teller.till.press("till.closed.sheet")
    teller.till.wait_for("till.sheet.dialog")
    sheet = tmp_path / "sheet.pdf"
    press(teller.window, "till.sheet.pdf")
    press(teller.window, "till.sheet.save")
    teller.bulk.answer_file_dialog("till.sheet.file", sheet)
    qtbot.waitUntil(sheet.exists, timeout=PATIENCE_MS)
    assert sheet.read_bytes().startswith(b"%PDF")
    supervisor.go_to("overview")
    supervisor.overview.wait_for_tills(1)
    qtbot.waitUntil(lambda: "10.00" in str(supervisor.overview.till(0)), timeout=PATIENCE_MS)

    _audit(Seat(qtbot, open_desk("auditor")), people[Role.AUDITOR])
    assert set(bank.books().values()) <= {Decimal(0)}
    story = [event for (event,) in bank.ask("payment", "SELECT event FROM audit_logs ORDER BY id")]
    assert _in_order(_STORY, story), story
    _nobody_oversteps(bank, people, nour)


def _enrol(teller: Seat) -> UUID:
    """Enrol Nour, who is no customer yet, and open a second account; return the first one."""
    teller.go_to("counter")
    press(teller.window, "counter.enrol")
    form = teller.form("enrol")
    form.type("full_name", "Nour Adel")
    form.type("email", "nour@qa.example")
    form.type("account_name", "Everyday")
    form.submit()
    slip = SlipPage(teller.qtbot, teller.window)
    slip.wait()
    assert len(slip.password()) >= 8
    slip.leave()
    slip.answer(yes=True)
    teller.counter.wait_until_open()
    assert "One-time password not changed" in teller.counter.badges()
    teller.key(Qt.Key.Key_F7)
    form = teller.form("openaccount")
    form.type("name", "Savings")
    form.submit()
    form.wait_for("iban")
    teller.qtbot.waitUntil(lambda: len(teller.counter.accounts()) == 2, timeout=PATIENCE_MS)
    teller.counter.choose_account(0)
    found = teller.desk.services.customers.find(text="nour@qa.example")
    accounts = teller.desk.services.customers.accounts(user_id=found[0].user_id)
    return next(each.account.id for each in accounts if each.account.name == "Everyday")


def _take_and_pay_cash(teller: Seat, bank: Bank, nour: UUID) -> None:
    teller.serve(Qt.Key.Key_F2, "60000")
    teller.cash.wait_for_outcome("made")
    assert teller.cash.receipt() == "Receipt 1-0001"
    teller.serve(Qt.Key.Key_F3, "1000")
    teller.cash.wait_for_outcome("made")
    assert bank.balance(nour) == 59_000


def _transfer_with_approval(teller: Seat, supervisor: Seat, payee: str) -> None:
    """Pay more than the teller may alone: held until the supervisor, at another window, approves."""
    teller.serve(Qt.Key.Key_F4, "55000", payee)
    teller.cash.wait_for_waiting("waiting")
    assert "approv" in teller.cash.said()
    supervisor.approvals.wait_for_waiting(1)
    supervisor.go_to("approvals")
    supervisor.approvals.wait_for_rows(1)
    supervisor.approvals.choose(0)
    supervisor.approvals.approve()
    supervisor.approvals.wait_for_rows(0)
    # What was waited for becomes a receipt by itself.
    teller.cash.wait_for_outcome("made")
    assert teller.cash.receipt() == "Receipt 1-0003"


def _freeze(teller: Seat, bank: Bank, nour: UUID) -> None:
    """Stop Nour's debits; a payment is refused and says why; release again."""
    teller.key(Qt.Key.Key_F8)
    form = teller.form("freeze")
    form.choose("what", "debits")
    form.usual_reason(1)
    form.submit()
    teller.qtbot.waitUntil(
        lambda: (
            bank.ask("payment", "SELECT frozen FROM accounts WHERE id = %s", str(nour))
            == [("DEBITS",)]
        ),
        timeout=PATIENCE_MS,
    )
    before = bank.balance(nour)
    teller.serve(Qt.Key.Key_F3, "100")
    teller.cash.wait_for_outcome("refused")
    assert bank.balance(nour) == before
    teller.key(Qt.Key.Key_F8)
    form.usual_reason(1)
    form.submit()
    teller.qtbot.waitUntil(
        lambda: (
            bank.ask("payment", "SELECT frozen FROM accounts WHERE id = %s", str(nour)) == [(None,)]
        ),
        timeout=PATIENCE_MS,
    )


def _take_back(teller: Seat, bank: Bank, payee: UUID) -> None:
    """Take the large payment back, chosen in the history."""
    history = teller.counter.history
    teller.counter.choose_account(0)
    history.wait_for_rows(3)
    row = next(n for n, each in enumerate(history.rows()) if "55,020.00" in each.amount)
    history.click_row(row)
    teller.rarely("reversal")
    form = teller.form("reversal")
    form.wait_for("reason")
    form.usual_reason(1)
    form.submit()
    teller.qtbot.waitUntil(lambda: bank.balance(payee) == 0, timeout=PATIENCE_MS)


def _pay_many(teller: Seat, supervisor: Seat, payee: str, folder: Path) -> None:
    """Let Nour's account send lists; one with three bad rows moves nothing, the mended one everything."""
    supervisor.go_to("counter")
    supervisor.counter.open_customer("nour adel", reason=1)
    supervisor.rarely("batches")
    form = supervisor.form("batches")
    form.type("reason", "payroll of a shop")
    form.submit()
    services = supervisor.desk.services.customers
    (found,) = services.find(text="nour@qa.example")
    supervisor.qtbot.waitUntil(
        lambda: any(each.batches_allowed for each in services.accounts(user_id=found.user_id)),
        timeout=PATIENCE_MS,
    )
    teller.front()
    teller.rarely("bulk")
    teller.bulk.wait_for("drop")
    bad = folder / "bad.csv"
    bad.write_text(
        f"payee,amount,note\n{payee},100,one\nnobody@instapay,50,two\n{payee},-3,three\n{payee},abc,four\n"
    )
    teller.bulk.choose(bad)
    assert not teller.bulk.is_pressable("review")
    teller.bulk.filter("errors")
    teller.qtbot.waitUntil(lambda: len(teller.bulk.rows()) == 3, timeout=PATIENCE_MS)
    good = folder / "good.csv"
    good.write_text(f"payee,amount,note\n{payee},100,one\n{payee},200,two\n")
    teller.bulk.choose_other(good)
    teller.bulk.identify("National ID seen")
    teller.qtbot.waitUntil(lambda: teller.bulk.is_pressable("review"), timeout=PATIENCE_MS)
    teller.bulk.review()
    teller.bulk.confirm()
    teller.bulk.wait_for_outcome("sent")


def _audit(auditor: Seat, person: Staff) -> None:
    """Read the day in the auditor's window, and verify what is sealed."""
    auditor.sit_down(person, "audit")
    auditor.audit.choose_log("payment")
    auditor.audit.wait_for_rows(10)
    assert any("till" in event.lower() for event in auditor.audit.events())


def _nobody_oversteps(bank: Bank, people: dict[Role, Staff], nour: UUID) -> None:
    """Call as each role, in SQL, what it may not do: the database decides, not the window."""
    callers = {role: bank.caller(person.user_id, role.value) for role, person in people.items()}
    with refused("IP004"):
        callers[Role.TELLER]("approve", uuid4())
    with refused("IP004"):
        callers[Role.TELLER].rows("rules")
    with refused("IP004"):
        callers[Role.SUPERVISOR].rows("rules")
    with refused("IP004"):
        callers[Role.AUDITOR]("freeze", nour, "ALL", "no business of mine", None)
    with refused("IP004"):
        callers[Role.AUDITOR]("open_till", uuid4(), "EGP", "0")
    with refused("IP004"):
        callers[Role.ADMIN]("open_customer", uuid4(), "curious")
    with refused("IP004"):
        callers[Role.ADMIN]("cash", uuid4(), "CASH_IN", nour, "1", "EGP", "nobody", "")
    customer = bank.caller(uuid4(), "CUSTOMER")
    with refused("IP004"):
        customer.rows("find_customers", "nour")


def _in_order(wanted: tuple[str, ...], told: list[str]) -> bool:
    left = iter(told)
    return all(any(event == each for event in left) for each in wanted)
