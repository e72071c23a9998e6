"""What waits for a second person, how it is decided, and the overview: as a supervisor sees them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from services.values.identifiers import new_uuid7
from services.values.money import Money
from tests.pages.approvals import ApprovalsPage
from tests.pages.overview import OverviewPage
from tests.shots.studio import live

if TYPE_CHECKING:
    from uuid import UUID

    from services.bank import Services
    from tests.shots.studio import Studio


def play_approvals(studio: Studio) -> None:
    """Sign a supervisor in; a teller works at another window meanwhile."""
    teller = studio.open_elsewhere("teller@demo.eg", "teller")
    supervisor = studio.open_elsewhere("supervisor@demo.eg", "supervisor")
    studio.login.choose_demo_person("Supervisor")
    studio.login.press_submit()
    studio.page.wait_for_item("approvals")
    page = ApprovalsPage(studio.bot, studio.window)
    studio.page.go_to("approvals")
    page.wait_for_rows(0)
    studio.shoot("approvals-empty")
    _fill(teller, supervisor)
    studio.window.refresh()
    page.wait_for_rows(4)
    page.choose(0)
    studio.shoot("approvals")
    page.choose(2)
    studio.shoot("approvals-frozen")
    page.choose(3)
    studio.shoot("approvals-own")
    page.choose(0)
    page.press_key(Qt.Key.Key_A)
    studio.shoot("approvals-approving")
    page.press_key(Qt.Key.Key_Escape)
    page.press_key(Qt.Key.Key_D)
    page.press_key(Qt.Key.Key_Return)
    studio.shoot("approvals-declining")
    page.press_key(Qt.Key.Key_Escape)
    page.approve()
    page.wait_for_rows(3)
    studio.shoot("approvals-approved")
    _play_overview(studio, teller, supervisor)
    _tidy(teller, supervisor)
    for each in (teller, supervisor):
        each.close()
    studio.page.sign_out()


def _play_overview(studio: Studio, teller: Services, supervisor: Services) -> None:
    page = OverviewPage(studio.bot, studio.window)
    _settle(teller, supervisor)
    live(0.5)
    studio.page.go_to("overview")
    page.wait_for_tills(3)
    live(1.0)
    studio.shoot("overview")
    row = next(n for n in range(3) if page.till(n)["variance"] not in {"–", "0.00"})
    page.choose_till(row)
    studio.shoot("overview-till")
    page.begin_supply()
    page.supply("", "")
    studio.shoot("overview-supply")
    studio.scroll_to_end()
    studio.shoot("overview-books")


def _fill(teller: Services, supervisor: Services) -> None:
    """Have four things wait: two of cash, a transfer to somebody frozen, and one of the supervisor's own."""
    supervisor.tills.supply_vault(
        id=new_uuid7(), amount=_egp(500_000), reason="first delivery of the year"
    )
    for each in (teller, supervisor):
        each.tills.open(id=new_uuid7(), opening_float=_egp(40_000))
        for customer in ("salma@demo.eg", "mona@demo.eg"):
            (found,) = each.customers.find(text=customer)
            each.customers.open(user_id=found.user_id, reason="at the counter")
    salma, mona = (
        next(
            account.account.id
            for account in teller.customers.accounts(
                user_id=teller.customers.find(text=email)[0].user_id
            )
            if account.account.currency == "EGP"
        )
        for email in ("salma@demo.eg", "mona@demo.eg")
    )
    for _ in range(2):
        _cash(teller, "CASH_IN", salma, 95_000, "")
    _cash(teller, "CASH_OUT", salma, 85_000, "a car, paid to the dealer on Thursday")
    _cash(teller, "CASH_IN", mona, 240_000, "sale of a flat in Alexandria")
    _transfer(teller, salma, mona, 60_000)
    supervisor.transfers._access.authorised(
        lambda token: supervisor.transfers._payment.call(
            "freeze", token, str(mona), "CREDITS", "a court's order", None
        )
    )
    _cash(supervisor, "CASH_IN", salma, 1_200_000, "")


def _settle(teller: Services, supervisor: Services) -> None:
    """Open a till in dollars that lacks something when it is closed."""
    supervisor.tills.supply_vault(
        id=new_uuid7(), amount=Money(Decimal(9000), "USD"), reason="first delivery of the year"
    )
    till = new_uuid7()
    teller.tills.open(id=till, opening_float=Money(Decimal(2000), "USD"))
    teller.tills.count(till_id=till, currency="USD", counts={Decimal(100): 19})
    teller.tills.close(till_id=till, reason="a note too many was paid out")


def _tidy(teller: Services, supervisor: Services) -> None:
    """Leave no till open and nothing waiting, for whoever comes next."""
    for waiting in supervisor.approvals.waiting():
        maker = supervisor if waiting.is_made_by_caller else teller
        maker.approvals.cancel(payment_id=waiting.id)
    for each in (teller, supervisor):
        for till in each.tills.mine():
            notes = {Decimal(200): int(till.drawer.amount / 200)}
            each.tills.count(till_id=till.id, currency=till.currency, counts=notes)
            each.tills.close(till_id=till.id)
    (mona,) = teller.customers.find(text="mona@demo.eg")
    for account in teller.customers.accounts(user_id=mona.user_id):
        if account.account.frozen:
            _release(supervisor, account.account.id)


def _release(staff: Services, account: UUID) -> None:
    staff.transfers._access.authorised(
        lambda token: staff.transfers._payment.call(
            "release", token, str(account), "the order was lifted"
        )
    )


def _cash(staff: Services, kind: str, account: UUID, amount: int, note: str) -> None:
    """As the counter's own form does."""
    staff.transfers._access.authorised(
        lambda token: staff.transfers._payment.call(
            "cash", token, str(new_uuid7()), kind, str(account), Decimal(amount), "EGP",
            "national card 2990…", note,
        )
    )  # fmt: skip


def _transfer(staff: Services, payer: UUID, payee: UUID, amount: int) -> None:
    staff.transfers._access.authorised(
        lambda token: staff.transfers._payment.call(
            "counter_transfer", token, str(new_uuid7()), str(payer), str(payee), Decimal(amount),
            "EGP", "passport", "deposit",
        )
    )  # fmt: skip


def _egp(amount: int) -> Money:
    return Money(Decimal(amount), "EGP")
