"""The forms about a customer's standing, in a panel as wide as the counter's, and the slip on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from services.values.standing import Freeze
from tests.pages.standing import FormPage, SlipPage
from tests.shots.studio import live
from ui import clock, theme
from ui.components.paper.sheet import HEIGHT, WIDTH, Sheet
from ui.components.standing.access_form import AccessForm
from ui.components.standing.batches_form import BatchesForm
from ui.components.standing.close_form import CloseAccountForm
from ui.components.standing.enrol import EnrolForm
from ui.components.standing.freeze_form import FreezeForm
from ui.components.standing.open_form import OpenAccountForm
from ui.components.standing.reverse_form import ReverseForm
from ui.components.standing.slip_paper import Slip, SlipPages
from ui.widgets.labels import label

if TYPE_CHECKING:
    from uuid import UUID

    from services.values.customers import CustomerAccount, CustomerIdentity
    from tests.shots.studio import Studio
    from ui.components.desk_form import DeskForm

_SIZE = (340, 700)


class _Panel(QFrame):
    """What a form stands in beside the customer's page."""

    def __init__(self, form: DeskForm) -> None:
        super().__init__()
        theme.mark(self, surface="drawer")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(form)
        column = QVBoxLayout(self)
        column.addWidget(label(form.title, "heading"))
        column.addWidget(area)
        self.setFixedSize(*_SIZE)


class _Scene:
    """A customer whose page is open to the teller who is signed in."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        customers = studio.services.customers
        (found,) = customers.find(text="salma@demo.eg")
        self._user_id = found.user_id
        customers.open(user_id=self._user_id, reason="shots")

    @property
    def identity(self) -> CustomerIdentity:
        """Who it is."""
        return self._studio.services.customers.identity(user_id=self._user_id)

    @property
    def accounts(self) -> tuple[CustomerAccount, ...]:
        """What they have now."""
        return self._studio.services.customers.accounts(user_id=self._user_id)

    def put(self, kind: type[DeskForm], prefix: str, account_id: UUID | None = None) -> _Stand:
        """Put a form into a panel and begin."""
        form = kind(self._studio.services, self._studio.preferences, None)  # type: ignore[call-arg, arg-type] # each form's own
        panel = _Panel(form)
        panel.show()
        panel.activateWindow()
        live(0.1)
        if isinstance(form, EnrolForm):
            form.begin_anew()
        else:
            form.begin(self.identity, self.accounts, account_id)
        return _Stand(self._studio, panel, form, prefix)


class _Stand:
    """A panel on screen."""

    def __init__(self, studio: Studio, panel: _Panel, form: DeskForm, prefix: str) -> None:
        self._studio = studio
        self._panel = panel
        self.form = form
        self.page = FormPage(studio.bot, panel, prefix)
        self.slip = SlipPage(studio.bot, panel)

    def shoot(self, name: str) -> None:
        """Write its picture."""
        live(0.4)
        self._studio.keep(name, self._panel.grab())

    def close(self) -> None:
        """Take it away."""
        self._panel.close()
        self._panel.deleteLater()
        self._studio.window.activateWindow()


def play_standing(studio: Studio) -> None:
    """Go through the forms as a teller, who is signed in."""
    studio.bot.waitUntil(lambda: studio.page.screen() != "")
    scene = _Scene(studio)
    _play_freezing(studio, scene)
    _play_accounts(scene)
    _play_reversal(studio, scene)
    _play_access(studio, scene)


def _play_freezing(studio: Studio, scene: _Scene) -> None:
    stand = scene.put(FreezeForm, "freeze")
    stand.shoot("freeze")
    stand.page.choose("what", "all")
    stand.page.choose("until", "day")
    stand.page.type("day", "1/1/2020")
    stand.page.usual_reason(2)
    stand.page.submit()
    stand.shoot("freeze-error")
    stand.close()
    account = scene.accounts[0].account.id
    standing = studio.services.standing
    standing.freeze(account_id=account, what=Freeze.DEBITS, reason="Suspected fraud")
    stand = scene.put(FreezeForm, "freeze", account)
    stand.shoot("release")
    stand.close()
    standing.release(account_id=account, reason="shots")


def _play_accounts(scene: _Scene) -> None:
    stand = scene.put(CloseAccountForm, "closeaccount")
    stand.shoot("close-obstacle")
    stand.close()
    stand = scene.put(OpenAccountForm, "openaccount")
    stand.page.type("name", "Savings for later")
    stand.shoot("open-account")
    stand.page.submit()
    stand.page.wait_for("iban")
    stand.shoot("opened-account")
    stand.close()
    stand = scene.put(CloseAccountForm, "closeaccount", scene.accounts[-1].account.id)
    stand.page.tick("sure")
    stand.shoot("close")
    stand.close()
    stand = scene.put(BatchesForm, "batches")
    stand.page.usual_reason(1)
    stand.shoot("lists")
    stand.close()


def _play_reversal(studio: Studio, scene: _Scene) -> None:
    history = studio.services.history
    lines = history.page(account_id=scene.accounts[0].account.id).lines
    line = next(each for each in lines if each.kind == "TRANSFER" and each.amount.amount < 0)
    stand = scene.put(ReverseForm, "reversal")
    stand.shoot("reversal-none")
    assert isinstance(stand.form, ReverseForm)
    stand.form.about(line.transaction_id)
    stand.page.wait_for("reason")
    stand.page.usual_reason(1)
    stand.shoot("reversal")
    stand.form._on_not_made("payee_lacks_funds")
    stand.shoot("reversal-money-gone")
    stand.form._is_supervisor = True
    stand.form._on_not_made("payee_lacks_funds")
    stand.shoot("reversal-from-bank")
    stand.close()


def _play_access(studio: Studio, scene: _Scene) -> None:
    stand = scene.put(AccessForm, "access")
    stand.shoot("access")
    stand.close()
    stand = scene.put(EnrolForm, "enrol")
    stand.page.type("full_name", "Nour Adel El-Hassanein")
    stand.page.type("email", "salma@demo.eg")
    stand.page.submit()
    stand.page.wait_for_error("email")
    stand.shoot("enrol-error")
    stand.page.type("email", f"nour.elhassanein-{studio.look}@demo.eg")
    stand.page.submit()
    stand.slip.wait()
    stand.shoot("slip")
    stand.slip.leave()
    stand.slip.wait_for("leaving.dialog")
    studio.shoot("slip-leaving")
    stand.slip.answer(yes=True)
    stand.close()
    _keep_paper(studio)


def _keep_paper(studio: Studio) -> None:
    image = QImage(WIDTH * 2, HEIGHT * 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    slip = Slip(
        "Nour Adel El-Hassanein",
        "nour.elhassanein@demo.eg",
        "abcd-efgh-jkmn-pqrs",
        "EG380019000500000000263180002",
        clock.now(),
    )
    sheet = Sheet(2, studio.window.isRightToLeft())
    pages = SlipPages(slip, sheet)
    sheet.painter = QPainter(image)
    sheet.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pages.paint(0)
    sheet.painter.end()
    studio.keep("slip-paper", QPixmap.fromImage(image))
