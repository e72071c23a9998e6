"""Cash in, cash out and a transfer at the counter, in each of their states."""

from __future__ import annotations

import threading
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.private_bank import AUTH, PAYMENT, desktop_url
from app.provisioning.demo_people import PASSWORD
from services.bank import open_services
from services.errors import OutcomeUnknown
from services.values.counter import CounterKind, CounterPayment
from services.values.money import Money
from tests.bank import Customer
from tests.pages.cash import CashPage
from tests.ui.cash.hosting import Host
from ui import theme
from ui.components.cash import LeftBehind
from ui.components.paper.sheet import HEIGHT, WIDTH, Sheet
from ui.components.receipt.paper import ReceiptPages
from ui.preferences import Preferences

if TYPE_CHECKING:
    from services.bank import Services
    from services.values.counter import CounterOutcome, Slip
    from tests.shots.studio import Studio

_SIZE = (360, 800)
_F2, _F3, _F4 = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4
#: Dots a point of a picture of paper.
_DOTS = 1.5


def play_cash(studio: Studio) -> None:
    """Serve Salma at a till of its own, beside the window; leave it open with what it holds."""
    teller, supervisor = (_sign_in(studio, name) for name in ("teller", "supervisor"))
    salma = _open(teller)
    _call(supervisor, "supply_vault", str(uuid4()), "EGP", "200000", "first delivery")
    if not _rows(teller, "my_tills"):
        _call(teller, "open_till", str(uuid4()), "EGP", "50000")
    host = Host(teller, Preferences(studio.folder / "cash.ini"), salma)
    theme.mark(host, surface="page")
    host.resize(*_SIZE)
    host.show()
    host.activateWindow()
    page = CashPage(studio.bot, host)
    _play_cash_in(studio, host, page)
    _play_cash_out(studio, host, page, supervisor)
    _play_transfer(studio, host, page)
    _play_unknown(studio, host, page, teller)
    host.close()
    host.deleteLater()
    for opened in (teller, supervisor):
        opened.close()


def _play_cash_in(studio: Studio, host: Host, page: CashPage) -> None:
    form = host.serve(_F2)
    _shoot(studio, "cash-in-empty", host)
    page.send()
    _shoot(studio, "cash-in-missing", host)
    page.fill("2,500.50", note="November")
    _shoot(studio, "cash-in-filled", host)
    teller, gate = form._services.counter, threading.Event()
    send = teller.send

    def hold(*, payment: CounterPayment) -> CounterOutcome:
        assert gate.wait(10)
        return send(payment=payment)

    teller.send = hold  # type: ignore[method-assign]
    page.send()
    _shoot(studio, "cash-in-sending", host)
    gate.set()
    teller.send = send  # type: ignore[method-assign]
    page.wait_for_outcome("made")
    _shoot(studio, "cash-in-receipt", host)
    slip = form.told.last_slip
    assert slip is not None
    _keep_paper(studio, "receipt-paper", slip, is_copy=False)
    _keep_paper(studio, "receipt-paper-copy", slip, is_copy=True)
    page.press("receipt.correct")
    studio.settle()
    dialog = host.findChild(QWidget, "cash.correct.dialog")
    assert dialog is not None
    studio.keep("cash-correct", dialog.grab())
    dialog.close()
    host.serve(_F2)
    _shoot(studio, "cash-in-again", host)


def _play_cash_out(studio: Studio, host: Host, page: CashPage, supervisor: Services) -> None:
    host.serve(_F3)
    page.fill("9,000,000")
    page.send()
    page.wait_for_outcome("refused")
    _shoot(studio, "cash-out-refused", host)
    host.serve(_F2)
    page.fill("100,000.01")
    page.send()
    page.wait_for_waiting("waiting")
    _shoot(studio, "cash-in-waiting", host)
    (waiting,) = _rows(supervisor, "approvals")
    _call(supervisor, "decline", str(waiting["id"]), "Not her signature")
    page.wait_for_waiting("declined")
    page.press("next")
    _shoot(studio, "cash-in-declined", host)
    page.press("waiting.action")


def _play_transfer(studio: Studio, host: Host, page: CashPage) -> None:
    form = host.serve(_F4)
    page.type_payee("karim@instapay")
    page.fill("1,250", note="Rent")
    studio.bot.waitUntil(lambda: not form._quoted.isHidden())
    _shoot(studio, "counter-transfer", host)
    page.send()
    page.wait_for_outcome("made")
    _shoot(studio, "counter-transfer-receipt", host)


def _play_unknown(studio: Studio, host: Host, page: CashPage, teller: Services) -> None:
    send, check = teller.counter.send, teller.counter.check

    def lose(*, payment: CounterPayment) -> CounterOutcome:
        raise OutcomeUnknown(payment.id)

    def know_nothing(*, transfer_id: object) -> CounterOutcome:
        raise OutcomeUnknown(transfer_id)  # type: ignore[arg-type] # it is one

    teller.counter.send, teller.counter.check = lose, know_nothing  # type: ignore[method-assign]
    host.serve(_F3)
    page.fill("200")
    page.send()
    page.wait_for_outcome("checking")
    _shoot(studio, "cash-out-checking", host)
    _play_left_behind(studio, teller)
    teller.counter.send, teller.counter.check = send, check  # type: ignore[method-assign]


def _play_left_behind(studio: Studio, teller: Services) -> None:
    """Show what a window finds that an earlier one never heard of."""
    (found,) = teller.customers.find(text="salma@demo.eg")
    account = teller.customers.accounts(user_id=found.user_id)[0].account
    order = CounterPayment(
        CounterKind.CASH_IN, found.full_name, account.id, Money(Decimal(75), "EGP"), "seen"
    )
    teller.transfers._outbox.keep(teller.counter._access.user_id(), order)
    left = LeftBehind(teller.counter)
    theme.mark(left, surface="page")
    left.resize(2 * _SIZE[0], 120)
    left.look()
    studio.bot.waitUntil(lambda: left.texts != [])
    left.show()
    studio.settle()
    studio.keep("cash-left-behind", left.grab())
    left.deleteLater()


def _shoot(studio: Studio, name: str, host: Host) -> None:
    studio.settle()
    studio.keep(name, host.grab())


def _keep_paper(studio: Studio, name: str, slip: Slip, *, is_copy: bool) -> None:
    """Paint the upper half of the page, where the receipt is."""
    image = QImage(round(WIDTH * _DOTS), round(HEIGHT * _DOTS / 2), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    is_rtl = studio.window.isRightToLeft()
    sheet = Sheet(_DOTS, is_rtl, WIDTH, HEIGHT, painter)
    ReceiptPages(slip, sheet, is_copy=is_copy).paint(0)
    painter.end()
    studio.keep(name, QPixmap.fromImage(image))


def _sign_in(studio: Studio, name: str) -> Services:
    address = studio.address
    opened = open_services(
        lambda: desktop_url(address, AUTH),
        lambda: desktop_url(address, PAYMENT),
        studio.folder / f"outbox-{name}",
    )
    opened.identity.sign_in(email=f"{name}@demo.eg", password=PASSWORD)
    return opened


def _open(teller: Services) -> Customer:
    (found,) = teller.customers.find(text="salma@demo.eg")
    teller.customers.open(user_id=found.user_id, reason="At the counter")
    # The note bears its author's name, which Payment learns with it.
    teller.customers.add_note(user_id=found.user_id, text="Prefers to be called.")
    account = teller.customers.accounts(user_id=found.user_id)[0].account
    return Customer(
        found.user_id, "salma@demo.eg", found.full_name, account.id, account.iban, account.address
    )


def _call(services: Services, function: str, *arguments: object) -> object:
    access, payment = services.counter._access, services.counter._payment
    return access.authorised(lambda token: payment.call(function, token, *arguments))


def _rows(services: Services, function: str) -> list[dict[str, object]]:
    access, payment = services.counter._access, services.counter._payment
    found = access.authorised(lambda token: payment.call_rows(function, token))
    return [dict(each) for each in found]
