"""The window: which page is shown, and for whom. Everything else is in the pages.

What the sign-in page does without is imported and made when it is needed: the first paint comes
first (docs/decisions/0006-start.md).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from ui import appearance, language, tasks, theme
from ui.first_paint import FirstPaint
from ui.screens.login import LoginScreen
from ui.shell import connection_words, window_place

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from services.bank import Services
    from services.errors import InstaPayError
    from services.values.people import DemoPerson, Person
    from ui.connection_state import Connection
    from ui.connection_watch import ConnectionWatch
    from ui.language import Language
    from ui.navigation import Destination
    from ui.preferences import Preferences
    from ui.screen import Screen
    from ui.screens.first_run import Connecting
    from ui.shell.fittings import Fittings
    from ui.shell.kept import Kept
    from ui.shell.session import Session
    from ui.shell.session_lock import SessionLock
    from ui.shell.start_pages import StartPages

_TITLE = "Mini-InstaPay"
_SIGN_OUT_DEADLINE_S = 5.0


class MainWindow(QMainWindow):
    """Shows the sign-in page at once, in the palette and language that were chosen.

    `attach` brings the bank.

    Signals:
        painted(): the window is on screen for the first time, with its keys and all; emitted once.
        retry_requested(): the start failed and somebody wants it tried again.
        demo_requested(): no bank is configured and somebody wants the demo bank.

    """

    painted = Signal()
    retry_requested = Signal()
    demo_requested = Signal()

    def __init__(
        self,
        *,
        preferences: Preferences,
        demo_people: tuple[DemoPerson, ...] = (),
        connecting: Connecting | None = None,
        log_folder: Path | None = None,
    ) -> None:
        app = _application()
        language.put_on(app, language.preferred(preferences))
        theme.lay_ground(app, appearance.chosen_scheme(preferences))
        super().__init__()
        self._preferences = preferences
        self._log_folder = log_folder
        self._services: Services | None = None
        self._session: Session | None = None
        self._lock: SessionLock | None = None
        self._watch: ConnectionWatch | None = None
        self._kept: Kept | None = None
        self._connecting = connecting
        self._start: StartPages | None = None
        self._fittings: Fittings | None = None
        self._pages = QStackedWidget()
        self._demo_people = demo_people
        self._phase = "starting"
        self._login = self._made_login()
        self.setCentralWidget(self._pages)
        self.setWindowTitle(_TITLE)
        window_place.restore(self, preferences)
        self.show_startup_phase(self._phase)
        self._login.enter({})
        language.chosen.connect(self._on_language_chosen)
        theme.put_on_sheet(app)
        FirstPaint(self).done.connect(self._on_painted)

    def _made_login(self) -> LoginScreen:
        made = LoginScreen(self._demo_people)
        made.signed_in.connect(self._on_signed_in)
        made.language_chosen.connect(partial(language.choose, self._preferences))
        self._pages.addWidget(made)
        return made

    def _on_painted(self) -> None:
        """Add what nobody can see or use before the page is there."""
        from ui.shell.fittings import Fittings  # noqa: PLC0415 (after the first paint)
        from ui.widgets.focus_ring import FocusRing  # noqa: PLC0415 (the same)

        self._fittings = Fittings(self, self._preferences, self._log_folder)
        FocusRing.follow(_application())
        # In a turn of its own: what somebody types meanwhile comes first.
        QTimer.singleShot(0, self.painted.emit)

    @property
    def current_screen(self) -> Screen | None:
        """The screen that is shown to somebody who is signed in."""
        return self._session.current if self._session is not None else None

    @property
    def is_locked(self) -> bool:
        """Somebody is signed in, and their screens are locked away."""
        return self._lock is not None and self._lock.is_locked

    @property
    def services(self) -> Services | None:
        """The bank, once it is there."""
        return self._services

    @property
    def person(self) -> Person | None:
        """Who is signed in."""
        return self._session.person if self._session is not None else None

    # What the app tells

    def show_startup_phase(self, text_code: str) -> None:
        """Say what the start is at: ``starting``, ``preparing``, ``seeding``, ``connecting``."""
        self._phase = text_code
        connection_words.show_phase(self._login.connection, text_code)

    def attach(self, services: Services) -> None:
        """Use this bank from now on; a sign-in that was pressed before goes on."""
        from ui.connection_watch import ConnectionWatch  # noqa: PLC0415 (after the first paint)
        from ui.shell import preloading, warming  # noqa: PLC0415 (the same)

        self._services = services
        # While somebody types who they are.
        preloading.Preloading(
            preloading.SESSION,
            ("ui.screens.accounts",),
            self,
            then=partial(warming.steps, self._preferences, services, self),
        )
        self._pages.setCurrentWidget(self._login)
        if self._watch is not None:
            self._watch.deleteLater()
        self._watch = ConnectionWatch(services.connection, self)
        self._watch.changed.connect(self._on_connection)
        self._watch.healed.connect(self._on_healed)
        self._on_connection(self._watch.now)
        self._watch.start()
        self._login.attach(services.identity)

    def show_startup_failure(self, error: InstaPayError) -> None:
        """Say why there is no bank, instead of the sign-in page; ask for one where none is known."""
        self._login.stop_waiting()
        self._start_pages().tell(error)

    def _start_pages(self) -> StartPages:
        if self._start is None:
            from ui.shell.start_pages import StartPages  # noqa: PLC0415 (hopefully never needed)

            made = self._start = StartPages(self._pages, self._connecting)
            made.retry_requested.connect(self._on_retry)
            made.demo_requested.connect(self._on_demo)
            made.quit_requested.connect(self.close)
            made.language_chosen.connect(partial(language.choose, self._preferences))
        return self._start

    def show_demo_people(self, people: tuple[DemoPerson, ...]) -> None:
        """Offer these people on the sign-in page."""
        self._demo_people = people
        self._login.show_demo_people(people)

    def _on_retry(self) -> None:
        self._begin_again()
        self.retry_requested.emit()

    def _on_demo(self) -> None:
        self._begin_again()
        self.demo_requested.emit()

    def _begin_again(self) -> None:
        self.show_startup_phase("starting")
        self._pages.setCurrentWidget(self._login)

    # Somebody comes and goes

    def _on_signed_in(self, person: Person) -> None:
        session = self._made_session(person)
        left, self._kept = self._kept, None
        # In turns of their own: all of it in one would keep the window from answering.
        session.begin_in_turns(left)

    def _made_session(self, person: Person) -> Session:
        """Show the frame of somebody's screens, without one in it yet."""
        from ui.shell.session import Session  # noqa: PLC0415 (the login paints without it)
        from ui.shell.session_lock import SessionLock  # noqa: PLC0415 (the same)

        assert self._services is not None
        session = Session(person, self._services, self._preferences, self)
        session.ended.connect(self._on_session_ended)
        session.sign_out_chosen.connect(self.sign_out)
        session.scheme_chosen.connect(self._on_scheme_chosen)
        session.lock_chosen.connect(self.lock)
        session.titled.connect(self._on_titled)
        session.acts_changed.connect(self._follow)
        if self._fittings is not None:
            self._fittings.welcome(session)
        lock = SessionLock(session, self._pages, self._services.identity, self._preferences)
        lock.locked.connect(self._on_locked)
        lock.unlocked.connect(self._on_unlocked)
        lock.ended.connect(self._on_session_ended)
        lock.sign_out_chosen.connect(self.sign_out)
        self._session, self._lock = session, lock
        self._pages.addWidget(session.view)
        self._pages.setCurrentWidget(session.view)
        if self._watch is not None:
            self._on_connection(self._watch.now)
        return session

    def sign_out(self) -> None:
        """End the session and forget all that was on screen."""
        if self._services is None or self._session is None:
            return
        self._session.forget_drafts()
        self._leave(email="", notice="")
        tasks.run(
            self,
            self._services.identity.leave(),
            # A session that the bank could not be told about ends by its idle limit.
            on_success=lambda _nothing: None,
            on_failure=lambda _error: None,
            deadline_s=_SIGN_OUT_DEADLINE_S,
        )

    def lock(self) -> None:
        """Lock what is on screen away until the person has typed their password."""
        if self._lock is not None:
            self._lock.lock()

    def _follow(self) -> None:
        """Have the shortcuts be those that do something now."""
        if self._fittings is not None:
            self._fittings.follow()

    def _on_locked(self) -> None:
        self._follow()
        if self._fittings is not None:
            self._fittings.hold()
        self.setWindowTitle(_TITLE)

    def _on_unlocked(self) -> None:
        if self._session is not None:
            self._on_titled(self._session.title)
        if self._fittings is not None:
            self._fittings.release()

    def _on_session_ended(self) -> None:
        """Ask to sign in again and keep what was typed, for the same person only."""
        from ui import error_text  # noqa: PLC0415 (the login paints without it)

        if self._session is None:
            return
        left = self._session.keep()
        email = self._session.person.email
        self._leave(email=email, notice=error_text.sentence_for("session_ended"))
        self._kept = left

    def _leave(self, *, email: str, notice: str) -> None:
        """Take all screens and their data down and show the sign-in page."""
        if self._fittings is not None:
            self._fittings.drop()
        self._take_down_session()
        self._login.enter({"email": email, "notice": notice})
        self.setWindowTitle(_TITLE)
        self._follow()

    def _take_down_session(self) -> None:
        session, self._session = self._session, None
        lock, self._lock = self._lock, None
        self._kept = None
        if lock is not None:
            lock.close()
        self._pages.setCurrentWidget(self._login)
        if session is not None:
            self._pages.removeWidget(session.view)
            session.close()

    # Where the window goes

    def open(self, destination: Destination) -> None:
        """Show a screen of the person who is signed in; nothing while the window is locked."""
        if self.open_session is not None:
            self.open_session.open(destination)

    def refresh(self) -> None:
        """Have what is shown loaded again."""
        if self.open_session is not None:
            self.open_session.refresh_all()

    @property
    def open_session(self) -> Session | None:
        """The session whose screens can be seen."""
        return None if self.is_locked else self._session

    def _on_titled(self, title: str) -> None:
        if not self.is_locked:
            self.setWindowTitle(f"{title} · {_TITLE}")
            self._follow()

    # How the connection stands

    def _on_connection(self, connection: Connection) -> None:
        connection_words.show_state(self._login.connection, connection.state)
        if self._session is not None:
            self._session.show_connection(connection)
        if self._lock is not None:
            self._lock.show_connection(connection)

    def _on_healed(self) -> None:
        if self._session is not None:
            self._session.on_healed()
        if self._lock is not None:
            self._lock.on_healed()

    # How the window looks and speaks

    def _on_language_chosen(self, chosen: Language) -> None:
        # In a turn of its own: the control that was pressed goes with its page.
        QTimer.singleShot(0, self, partial(self._speak, chosen))

    def _speak(self, chosen: Language) -> None:
        """Make every page anew in another language, at once; place, focus and typed text stay."""
        focused: QWidget | None = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        self.setUpdatesEnabled(False)
        language.put_on(_application(), chosen)
        theme.renew_font(_application())
        if self._fittings is not None:
            self._fittings.retitle()
        self._renew_login()
        if self._start is not None:
            self._start.renew()
        self._renew_session()
        self.setUpdatesEnabled(True)
        # In the new page: the old one goes with the next turn.
        page = self._pages.currentWidget()
        if name and page is not None:
            for again in page.findChildren(QWidget, name):
                again.setFocus()

    def _renew_login(self) -> None:
        before, is_shown = self._login, self._pages.currentWidget() is self._login
        self._login = self._made_login()
        self._login.take_over(before)
        if self._services is not None:
            self._login.attach(self._services.identity)
        if self._watch is not None:
            self._on_connection(self._watch.now)
        else:
            self.show_startup_phase(self._phase)
        if is_shown:
            self._pages.setCurrentWidget(self._login)
        self._pages.removeWidget(before)
        before.hide()
        before.deleteLater()

    def _renew_session(self) -> None:
        if self._session is None:
            return
        person, left, sent = self._session.person, self._session.keep(), self._session.hand_over()
        self._take_down_session()
        self._made_session(person).begin(left, sent)

    def _on_scheme_chosen(self, scheme: theme.Scheme) -> None:
        appearance.wear(self._preferences, scheme)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place and go; what still runs in threads is not waited for here."""
        window_place.keep(self, self._preferences)
        if self._session is not None:
            self._session.save_drafts()
        super().closeEvent(event)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
