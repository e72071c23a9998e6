"""The page itself: one card in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.screen import Screen
from ui.screens.login.demo_row import DemoRow
from ui.screens.login.sign_in_form import SignInForm
from ui.widgets.card import Card, centred
from ui.widgets.connection_line import ConnectionLine
from ui.widgets.language_button import LanguageButton

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.identity import IdentityService
    from services.values.people import DemoPerson
    from ui.screens.login.expired_page import ExpiredPage
    from ui.screens.login.sign_up_form import SignUpForm
    from ui.widgets.banner import Banner

_MARGIN = 36


class LoginScreen(Screen):
    """Shows at once, before there is a bank to sign in to; `attach` brings the bank.

    Attributes:
        connection: the line that says whether the bank can be reached.

    Signals:
        signed_in(Person): the bank knows them.
        language_chosen(Language): the window is to speak another language.

    """

    name = "login"
    signed_in = Signal(object)
    language_chosen = Signal(object)

    def __init__(
        self, demo_people: tuple[DemoPerson, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._identity: IdentityService | None = None
        # These are made when they are wanted: the first paint has none of them.
        self._notice: Banner | None = None
        self._sign_up: SignUpForm | None = None
        self._expired: ExpiredPage | None = None
        self._sign_in = SignInForm()
        self._sign_in.signed_in.connect(self._on_signed_in)
        self._sign_in.password_expired.connect(self._on_password_expired)
        self._sign_in.create_account.connect(self._on_create_account)
        self._demo = DemoRow()
        self._demo.chosen.connect(self._on_demo_chosen)
        self._demo.hide()
        self.connection = ConnectionLine()
        self.connection.setObjectName("login.connection")
        self._language = LanguageButton()
        self._language.setObjectName("login.language")
        self._language.chosen.connect(self.language_chosen)
        self._lay_out()
        self.show_demo_people(demo_people)

    def _lay_out(self) -> None:
        card = Card(margin=_MARGIN)
        card.setFixedWidth(theme.Control.LOGIN_CARD)
        card.body.setSpacing(theme.Spacing.M)
        self._body = card.body
        for part in (self._sign_in, self._demo):
            card.body.addWidget(part)
        card.body.addSpacing(theme.Spacing.XS)
        foot = QHBoxLayout()
        foot.addWidget(self.connection, 1)
        foot.addWidget(self._language)
        card.body.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(centred(card))

    def attach(self, identity: IdentityService) -> None:
        """Sign in here from now on; a press that waited for the bank goes on."""
        self._identity = identity
        self._sign_in.attach(identity)
        if self._sign_up is not None:
            self._sign_up.attach(identity)

    def enter(self, params: Mapping[str, object]) -> None:
        """Be shown: ``email`` is filled in, ``notice`` says why they are here again."""
        self._show_sign_in(str(params.get("email", "")))
        self._notify(str(params.get("notice", "")))

    def show_demo_people(self, people: tuple[DemoPerson, ...]) -> None:
        """Offer one click for each of them."""
        self._demo.fill(people)
        self._demo.setVisible(self._demo.is_filled)
        self._keep_language_last()

    def _keep_language_last(self) -> None:
        """Have Tab come to the language after what was made since: it stands below."""
        last = self.window().previousInFocusChain()
        if last is not None and last is not self._language:
            QWidget.setTabOrder(last, self._language)

    def take_over(self, before: LoginScreen) -> None:
        """Go on where the same page in another language was: typed text stays, a waiting press ends.

        What was said there is not repeated: it was said in that language.
        """
        self._sign_in.take_over(before._sign_in)
        if before._sign_up is not None and before._sign_up.isVisibleTo(before):
            self._on_create_account()
            assert self._sign_up is not None
            self._sign_up.take_over(before._sign_up)

    def stop_waiting(self) -> None:
        """Give up a press that waits for a bank which will not come."""
        self._sign_in.cancel()

    def _notify(self, notice: str) -> None:
        if not notice:
            self._hide_notice()
            return
        if self._notice is None:
            self._notice = self._made_notice()
        self._notice.say("", notice)
        self._notice.show()

    def _hide_notice(self) -> None:
        if self._notice is not None:
            self._notice.hide()

    def _made_notice(self) -> Banner:
        from ui.widgets.banner import Banner  # noqa: PLC0415 (the first paint has no notice)
        from ui.widgets.tone import Tone  # noqa: PLC0415 (the same)

        made = Banner(Tone.WARN)
        made.setObjectName("login.notice")
        self._body.insertWidget(self._body.indexOf(self._sign_in), made)
        return made

    def _made_sign_up(self) -> SignUpForm:
        from ui.screens.login.sign_up_form import SignUpForm  # noqa: PLC0415 (few ask for it)

        made = SignUpForm()
        made.finished.connect(self._on_sign_up_finished)
        if self._identity is not None:
            made.attach(self._identity)
        self._body.insertWidget(self._body.indexOf(self._sign_in) + 1, made)
        self._keep_language_last()
        return made

    def _show_sign_in(self, email: str) -> None:
        for other in (self._sign_up, self._expired):
            if other is not None:
                other.hide()
        self._sign_in.show()
        self._language.show()
        self._demo.setVisible(self._demo.is_filled)
        self._sign_in.forget(email=email)
        self._sign_in.focus_first_empty()

    def _on_create_account(self) -> None:
        if self._sign_up is None:
            self._sign_up = self._made_sign_up()
        self._hide_notice()
        self._sign_in.hide()
        self._demo.hide()
        self._sign_up.show()
        self._sign_up.begin(self._sign_in.email.text().strip())

    def _on_password_expired(self, email: str, password: str) -> None:
        """Let nothing be reached but a new password."""
        from ui.screens.login.expired_page import ExpiredPage  # noqa: PLC0415 (few need it)

        assert self._identity is not None
        if self._expired is None:
            self._expired = ExpiredPage()
            self._expired.signed_in.connect(self._on_signed_in)
            self._expired.left.connect(self._on_expired_left)
            self._body.insertWidget(self._body.indexOf(self._sign_in) + 1, self._expired)
        self._hide_notice()
        self._sign_in.hide()
        self._demo.hide()
        # What has just been signed in with is in that page alone.
        self._language.hide()
        self._expired.show()
        self._expired.begin(self._identity, email, password)

    def _on_expired_left(self, email: str, notice: str) -> None:
        self._show_sign_in(email)
        self._notify(notice)

    def _on_sign_up_finished(self, email: str) -> None:
        self._show_sign_in(email)

    def _on_demo_chosen(self, person: DemoPerson) -> None:
        self._sign_in.fill(person.email, person.password)

    def _on_signed_in(self, person: object) -> None:
        self._hide_notice()
        self.signed_in.emit(person)
