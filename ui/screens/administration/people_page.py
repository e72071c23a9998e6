"""Finding people, and the card of whom is chosen."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from ui import bidi, clock, error_text, messages, tasks, theme
from ui.components.standing.slip_paper import Slip
from ui.fault_once import FaultOnce
from ui.screens.administration.enrol_dialog import EnrolDialog
from ui.screens.administration.one_time_dialog import OneTimeDialog
from ui.screens.administration.people_list import PeopleList, PeopleModel
from ui.screens.administration.person_card import PersonCard
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.inline_error import InlineError
from ui.widgets.search_edit import SearchEdit
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from services.bank import Services
    from services.values.administration import FoundUser, UserPage
    from services.values.customers import CustomerIdentity
    from services.values.people import Enrolled
    from ui.screens.administration.person_card import Act

_DEADLINE_S = 10.0
#: bcrypt takes its time, and so does a busy bank.
_CHANGE_DEADLINE_S = 15.0
#: After the last key, ms.
_SEARCH_PAUSE_MS = 200


class PeoplePage(QWidget):
    """Search and list at the leading side, the chosen person's card at the far one.

    Signals:
        loaded(): what is listed is what the bank has now.
        session_ended(): the bank knows this session no more.

    """

    loaded = Signal()
    session_ended = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = services.administration
        self._customers = services.customers
        self._faults = FaultOnce()
        self._task: tasks.Task | None = None
        self._more_task: tasks.Task | None = None
        self._person_task: tasks.Task | None = None
        self._changing: tasks.Task | None = None
        #: What `_changing` is about.
        self._act: Act | None = None
        #: What waits its turn.
        self._agreed: deque[Act] = deque()
        #: What was looked for that is listed now: a text, and whether among staff only.
        self._listed: tuple[str, bool] | None = None
        self._next_after: str | None = None
        self._has_more_pages = False
        self.search = SearchEdit("administration.search")
        self.search.setPlaceholderText(self.tr("Find by name or email"))
        self.search.setAccessibleName(self.tr("Find a person"))
        self._who = Segments(
            "administration.who", (("staff", self.tr("Staff")), ("all", self.tr("Everybody")))
        )
        self._add = button(self.tr("&Add staff"), icon="plus")
        self._add.setObjectName("administration.add")
        self._model = PeopleModel(self)
        self._list = PeopleList(self._model)
        self._nobody = EmptyState(
            "search", self.tr("Nobody fits"), self.tr("Look for another name or email.")
        )
        self._nobody.setObjectName("administration.nobody")
        self._error = InlineError()
        self._error.setObjectName("administration.people.error")
        self._more = button(self.tr("Show more"), "link")
        self._more.setObjectName("administration.more")
        self._card = PersonCard(services.people)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SEARCH_PAUSE_MS)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Ask who fits; who is chosen stays so. Pages beyond the first stay as they are."""
        if self._has_more_pages:
            return
        self._look()

    def hand_over(self) -> tuple[Act, ...]:
        """Return what was agreed to and is not answered."""
        is_open = self._changing is not None and self._changing.is_open
        return (*((self._act,) if self._act is not None and is_open else ()), *self._agreed)

    def go_on_with(self, sent: tuple[Act, ...]) -> None:
        """Ask for it, one after the other; of what is asked for already wait for the answer."""
        self._agreed.extend(sent)
        self._go_on()

    # Building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.Spacing.M)
        head.addWidget(self.search, 1)
        head.addWidget(self._who)
        head.addWidget(self._add)
        plate = Card(margin=theme.Spacing.S)
        plate.body.addWidget(self._list, 1)
        plate.body.addWidget(self._nobody, 1)
        plate.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        plate.body.addWidget(self._error)
        self._nobody.hide()
        self._more.hide()
        side = QWidget()
        theme.mark(side, surface="page")
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._card)
        beside.addStretch()
        self._side = QScrollArea()
        theme.mark(self._side, surface="page")
        self._side.setWidgetResizable(True)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setWidget(side)
        self._side.setFixedWidth(theme.Control.DRAWER)
        self._card.hide()
        body = QHBoxLayout()
        body.setSpacing(theme.Spacing.L)
        body.addWidget(plate, 1)
        body.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.Spacing.XL)
        column.setSpacing(theme.Spacing.M)
        column.addLayout(head)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._later.start)
        self.search.returnPressed.connect(self._list.setFocus)
        self._later.timeout.connect(self._look)
        self._who.chosen.connect(self._look)
        self._add.clicked.connect(self._on_add)
        self._more.clicked.connect(self._on_more)
        self._list.user_chosen.connect(self._on_chosen)
        self._card.wanted.connect(self._on_wanted)
        # Once the layout has made room for it.
        self._card.asked.connect(lambda: QTimer.singleShot(0, self, self._reveal))

    # Who fits

    def _look(self) -> None:
        text, staff_only = self.search.text(), self._who.value == "staff"
        self._has_more_pages = False
        self._task = tasks.run(
            self,
            lambda: self._service.users(text=text, staff_only=staff_only),
            on_success=lambda page: self._on_found(page, (text, staff_only)),
            on_failure=self._on_not_found,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _on_found(self, page: UserPage, listed: tuple[str, bool]) -> None:
        self._faults.succeed()
        self._error.clear()
        if listed != self._listed and self._more_task is not None:
            # It goes on with what was listed before.
            self._more_task.cancel()
        self._listed = listed
        chosen = self._list.chosen
        self._model.show_users(page.users)
        self._show_rest(page)
        self._list.setVisible(bool(page.users))
        self._nobody.setVisible(not page.users)
        row = -1 if chosen is None else self._model.row_of(chosen.user_id)
        if page.users:
            self._list.setCurrentIndex(self._model.index(max(0, row)))
            self._load_person(self._list.chosen)
        self.loaded.emit()

    def _on_not_found(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if not self._model.users:
            self._error.tell(error_text.sentence(error))

    def _on_more(self) -> None:
        listed, after = self._listed, self._next_after
        is_open = self._more_task is not None and self._more_task.is_open
        if listed is None or after is None or is_open:
            return
        text, staff_only = listed
        self._more_task = tasks.run(
            self,
            lambda: self._service.users(text=text, staff_only=staff_only, after=after),
            on_success=self._on_more_found,
            on_failure=self._on_not_found,
            deadline_s=_DEADLINE_S,
        )

    def _on_more_found(self, page: UserPage) -> None:
        # Another search may have begun meanwhile: then these belong nowhere.
        if self._task is not None and self._task.is_open:
            return
        self._has_more_pages = True
        if page.users:
            self._model.add_users(page.users)
        self._show_rest(page)

    def _show_rest(self, page: UserPage) -> None:
        self._next_after = page.next_after
        self._more.setVisible(page.next_after is not None)

    # Who is chosen

    def _on_chosen(self, user: FoundUser) -> None:
        self._load_person(user)

    def _load_person(self, user: FoundUser | None) -> None:
        if user is None:
            return
        self._person_task = tasks.run(
            self,
            lambda: self._customers.identity(user_id=user.user_id),
            on_success=lambda person: self._on_person(person, user),
            on_failure=self._on_not_found,
            deadline_s=_DEADLINE_S,
            replaces=self._person_task,
        )

    def _on_person(self, person: CustomerIdentity, user: FoundUser) -> None:
        self._card.show_person(person, is_own=user.is_own)
        self._card.show()

    # What is changed

    def _reveal(self) -> None:
        self._side.ensureWidgetVisible(self._card.strip, 0, int(theme.Spacing.L))

    def _on_wanted(self, act: Act) -> None:
        self._card.wait()
        self._agreed.append(act)
        self._go_on()

    def _go_on(self) -> None:
        """Ask for the next change: one after the other, as one may be what another one takes back."""
        if not self._agreed or (self._changing is not None and self._changing.is_open):
            return
        act = self._act = self._agreed.popleft()
        self._changing = tasks.run(
            self,
            act.call,
            on_success=lambda password: self._on_changed(act, password),
            on_failure=lambda error: self._on_not_changed(act, error),
            deadline_s=_CHANGE_DEADLINE_S,
        )

    def _on_changed(self, act: Act, password: str | None) -> None:
        # It knows the password, which nobody keeps.
        self._act = None
        self._go_on()
        self._card.finish(act)
        messages.info(act.done)
        self._look()
        if password is not None:
            self._hand_out(act.full_name, act.email, password)

    def _on_not_changed(self, act: Act, error: InstaPayError) -> None:
        # A password that comes after its time must not be kept either.
        self._act = None
        if isinstance(error, SessionEnded):
            self._agreed.clear()
            self.session_ended.emit()
            return
        self._go_on()
        self._faults.meet(error)
        if not self._card.tell(act, error):
            # Its question is gone; whose it was is not on screen any more either.
            messages.warn(f"{bidi.own(act.full_name)} · {error_text.sentence(error)}")

    def _on_add(self) -> None:
        dialog = EnrolDialog(self._service, self)
        dialog.enrolled.connect(self._on_enrolled)
        dialog.session_ended.connect(self.session_ended)
        dialog.open()

    def _on_enrolled(self, made: Enrolled, full_name: str, email: str) -> None:
        self._look()
        self._hand_out(full_name, email, made.one_time_password)

    def _hand_out(self, full_name: str, email: str, password: str) -> None:
        """Show a password once, to be printed or written down."""
        name, address = " ".join(full_name.split()), email.strip().lower()
        OneTimeDialog(Slip(name, address, password, None, clock.now()), self).open()
