"""The till: no till, open, counted, with a variance, handed over, and its sheet on paper."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from app.private_bank import AUTH, PAYMENT, desktop_url
from app.provisioning.demo_people import PASSWORD as DEMO_PASSWORD
from services.bank import Services, open_services
from services.values.identifiers import new_uuid7
from services.values.money import Money
from services.values.transfers import TransferStatus
from tests.pages.finding import press
from tests.pages.till import TillPage
from tests.shots.studio import live
from ui.components.paper.sheet import HEIGHT, WIDTH, Sheet
from ui.components.saving import Progress
from ui.components.till_sheet.day_sheet import gather
from ui.components.till_sheet.pages import Pages

if TYPE_CHECKING:
    from uuid import UUID

    from services.values.tills import Slip
    from tests.shots.studio import Studio

#: Dots of a sheet's picture for each point.
_DOTS = 2


def play_till(studio: Studio) -> None:
    """Go through a teller's day; the teller is signed in, and no till is open before or after."""
    page = TillPage(studio.bot, studio.window)
    studio.page.go_to("till")
    page.wait_for("till.float")
    studio.shoot("till-none")
    page.try_to_open("99,999,999,999")
    page.wait_for("till.float.error")
    studio.shoot("till-vault-lacks")
    page.open("48,000")
    live(0.3)
    studio.shoot("till-new")
    _serve(studio)
    studio.window.refresh()
    live(0.8)
    page.move("500", "from")
    live(0.5)
    studio.shoot("till-open")
    page.open_slip(0)
    live(0.5)
    studio.shoot("till-slip")
    press(studio.window, "till.slip.details.close")
    size = studio.window.size()
    studio.window.resize(1024, 640)
    studio.shoot("till-smallest")
    page.begin_count()
    page.type_counts({"200": 241, "50": 9, "20": 3})
    studio.shoot("till-count-smallest")
    studio.window.resize(size)
    press(studio.window, "till.count_confirm")
    page.question()
    studio.shoot("till-count-question")
    page.answer()
    page.wait_for("till.count_error")
    studio.shoot("till-approvals-wait")
    _settle(studio)
    page.confirm_count()
    page.variance()
    studio.shoot("till-variance")
    till_id = _teller(studio).tills.mine()[0].id
    page.close("No slip was found for it")
    studio.shoot("till-closed")
    _shoot_sheet(studio, till_id)
    press(studio.window, "till.closed.sheet")
    page.wait_for("till.sheet.dialog")
    studio.shoot("till-sheet-dialog")
    press(studio.window, "till.sheet.cancel")
    press(studio.window, "till.closed.go_on")
    _play_handover(studio, page)
    for made in _opened.values():
        made.close()
    _opened.clear()


def _play_handover(studio: Studio, page: TillPage) -> None:
    """Take a till over that the supervisor has counted, then count it for handing it on."""
    above = _supervisor(studio)
    counts = {Decimal(200): 5}
    till_id = new_uuid7()
    above.tills.open(id=till_id, opening_float=_egp("1000"))
    above.tills.count(till_id=till_id, currency="EGP", counts=counts)
    studio.window.refresh()
    page.wait_for("till.take_over")
    studio.shoot("till-offered")
    page.begin_take_over()
    page.take_over({"200": 4})
    page.wait_for("till.count_error")
    studio.shoot("till-counts-differ")
    page.take_over({"200": 5})
    page.wait_for("till.drawer")
    page.count({"200": 5}, purpose="hand_over")
    page.variance()
    studio.shoot("till-handed-over")
    page.close()
    press(studio.window, "till.closed.go_on")


def _egp(amount: str) -> Money:
    return Money(Decimal(amount), "EGP")


_opened: dict[tuple[str, str], Services] = {}


def _teller(studio: Studio) -> Services:
    return _elsewhere(studio, "teller@demo.eg")


def _supervisor(studio: Studio) -> Services:
    return _elsewhere(studio, "supervisor@demo.eg")


def _elsewhere(studio: Studio, email: str) -> Services:
    """Return the services of somebody who is signed in at another place."""
    key = (studio.look, email)
    if key not in _opened:
        address = studio.joined.address()
        made = open_services(
            lambda: desktop_url(address, AUTH),
            lambda: desktop_url(address, PAYMENT),
            studio.joined.home / f"outbox-{studio.look}-{email}",
        )
        made.identity.sign_in(email=email, password=DEMO_PASSWORD)
        _opened[key] = made
    return _opened[key]


def _account_of(bank: Services, email: str) -> UUID:
    """Open a demo customer; return their first account."""
    (found,) = bank.customers.find(text=email)
    bank.customers.open(user_id=found.user_id, reason="at the counter")
    return bank.customers.accounts(user_id=found.user_id)[0].account.id


def _call(bank: Services, function: str, *arguments: str) -> None:
    """Call what a service of the counter would."""
    payment = bank.databases[1]
    bank.tills._access.authorised(lambda token: payment.call(function, token, *arguments))


def _serve(studio: Studio) -> None:
    """Have the teller take and pay out some cash, one of it above what they may do alone."""
    bank = _teller(studio)
    for email, kind, amount, shown in (
        ("salma@demo.eg", "CASH_IN", "2500", "National card 290…"),
        ("karim@demo.eg", "CASH_IN", "1200.50", "Passport A1…"),
        ("mona@demo.eg", "CASH_OUT", "300", "National card 285…"),
        ("salma@demo.eg", "CASH_IN", "300000", "National card 290…"),
    ):
        account = str(_account_of(bank, email))
        _call(bank, "cash", str(new_uuid7()), kind, account, amount, "EGP", shown, "")
    mistaken = _slips(bank)[-2]
    _call(bank, "correct_cash", str(new_uuid7()), str(mistaken.transaction_id), "typed twice")


def _settle(studio: Studio) -> None:
    """Have the supervisor decline what waits, so that the drawer can be counted."""
    above = _supervisor(studio)
    for slip in _slips(_teller(studio)):
        if slip.status is TransferStatus.PENDING:
            why = "Where the money is from is not clear"
            _call(above, "decline", str(slip.transaction_id), why)


def _slips(bank: Services) -> tuple[Slip, ...]:
    (till,) = bank.tills.mine()
    return bank.tills.slips(till_id=till.id, currency=till.currency).slips


def _shoot_sheet(studio: Studio, till_id: UUID) -> None:
    """Write a picture of each page of the day's sheet."""
    made = gather(_teller(studio).tills, till_id, Progress())
    is_rtl = studio.window.isRightToLeft()
    sheet = Sheet(_DOTS, is_rtl)
    pages = Pages(made, sheet)
    for number in range(pages.count):
        image = QImage(WIDTH * _DOTS, HEIGHT * _DOTS, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        sheet.painter = painter
        pages.paint(number)
        painter.end()
        sheet.painter = None
        studio.keep(f"till-sheet-{number + 1}", QPixmap.fromImage(image))
