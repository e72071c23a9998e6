"""The window: which page is shown, and for whom. Everything else is in the pages.

What the sign-in page does without is imported and made when it is needed: the first paint comes
first (docs/decisions/0006-start.md).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from ui import appearance, tasks, theme
from ui.first_paint import FirstPaint
from ui.screens.login import LoginScreen
from ui.shell import connection_words, window_place

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from services.bank import Services
    from services.errors import InstaPayError
    from services.values.people import DemoPerson, Person
    from ui.connection_state import Connection
    from ui.connection_watch import ConnectionWatch
    from ui.navigation import Destination
    from ui.preferences import Preferences
    from ui.screen import Screen
    from ui.shell.kept import Kept
    from ui.shell.message_board import MessageBoard
    from ui.shell.session import Session
    from ui.shell.session_lock import SessionLock
    from ui.shell.startup_failure import StartupFailure

_TITLE = "Mini-InstaPay"
_SIGN_OUT_DEADLINE_S = 5.0


class MainWindow(QMainWindow):
    """Shows the sign-in page at once, in the palette that was chosen; `attach` brings the bank.

    Signals:
        painted(): the window is on screen for the first time, with its keys and all; emitted once.
        retry_requested(): the start failed and somebody wants it tried again.
        demo_requested(): no bank is configured and somebody wants the demo bank.

    """

    painted = Signal()
    retry_requested = Signal()
    demo_requested = Signal()

    def __init__(
        self, *, preferences: Preferences, demo_people: tuple[DemoPerson, ...] = ()
    ) -> None:
        app = _application()
        theme.lay_ground(app, appearance.chosen_scheme(preferences))
        super().__init__()
        self._preferences = preferences
        self._services: Services | None = None
        self._session: Session | None = None
        self._lock: SessionLock | None = None
        self._watch: ConnectionWatch | None = None
        self._kept: Kept | None = None
        self._failure: StartupFailure | None = None
        self._messages: MessageBoard | None = None
        self._pages = QStackedWidget()
        self._login = LoginScreen(demo_people)
        self._login.signed_in.connect(self._on_signed_in)
        self._pages.addWidget(self._login)
        self.setCentralWidget(self._pages)
        self.setWindowTitle(_TITLE)
        window_place.restore(self, preferences)
        self.show_startup_phase("starting")
        self._login.enter({})
        theme.put_on_sheet(app)
        FirstPaint(self).done.connect(self._on_painted)

    def _on_painted(self) -> None:
        """Add what nobody can see or use before the page is there."""
        from ui.shell.message_board import MessageBoard  # noqa: PLC0415 (after the first paint)
        from ui.widgets.focus_ring import FocusRing  # noqa: PLC0415 (the same)

        self._bind_actions()
        self._messages = MessageBoard(self)
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
    def person(self) -> Person | None:
        """Who is signed in."""
        return self._session.person if self._session is not None else None

    # What the app tells

    def show_startup_phase(self, text_code: str) -> None:
        """Say what the start is at: ``starting``, ``preparing``, ``seeding``, ``connecting``."""
        connection_words.show_phase(self._login.connection, text_code)

    def attach(self, services: Services) -> None:
        """Use this bank from now on; a sign-in that was pressed before goes on."""
        from ui.connection_watch import ConnectionWatch  # noqa: PLC0415 (after the first paint)
        from ui.shell import preloading  # noqa: PLC0415 (the same)

        self._services = services
        # While somebody types who they are.
        preloading.Preloading(preloading.SESSION, ("ui.screens.accounts",), self)
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
        """Say why there is no bank, instead of the sign-in page."""
        from ui.shell.startup_failure import StartupFailure  # noqa: PLC0415 (hopefully never needed)

        self._login.stop_waiting()
        if self._failure is None:
            self._failure = StartupFailure()
            self._failure.retry_requested.connect(self._on_retry)
            self._failure.demo_requested.connect(self._on_demo)
            self._failure.quit_requested.connect(self.close)
            self._pages.addWidget(self._failure)
        self._pages.setCurrentWidget(self._failure)
        self._failure.tell(error)

    def show_demo_people(self, people: tuple[DemoPerson, ...]) -> None:
        """Offer these people on the sign-in page."""
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
        from ui.shell.session import Session  # noqa: PLC0415 (the login paints without it)
        from ui.shell.session_lock import SessionLock  # noqa: PLC0415 (the same)

        assert self._services is not None
        session = Session(person, self._services, self._preferences, self)
        session.ended.connect(self._on_session_ended)
        session.sign_out_chosen.connect(self.sign_out)
        session.scheme_chosen.connect(self._on_scheme_chosen)
        session.lock_chosen.connect(self.lock)
        session.titled.connect(self._on_titled)
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
        left, self._kept = self._kept, None
        session.begin(left)

    def sign_out(self) -> None:
        """End the session and forget all that was on screen."""
        if self._services is None or self._session is None:
            return
        self._leave(email="", notice="")
        tasks.run(
            self,
            self._services.identity.sign_out,
            # A session that the bank could not be told about ends by its idle limit.
            on_success=lambda _nothing: None,
            on_failure=lambda _error: None,
            deadline_s=_SIGN_OUT_DEADLINE_S,
        )

    def lock(self) -> None:
        """Lock what is on screen away until the person has typed their password."""
        if self._lock is not None:
            self._lock.lock()

    def _on_locked(self) -> None:
        if self._messages is not None:
            self._messages.hold()
        self.setWindowTitle(_TITLE)

    def _on_unlocked(self) -> None:
        if self._session is not None:
            self._on_titled(self._session.title)
        if self._messages is not None:
            self._messages.release()

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
        session, self._session = self._session, None
        lock, self._lock = self._lock, None
        self._kept = None
        if self._messages is not None:
            self._messages.drop()
        if lock is not None:
            lock.close()
        self._pages.setCurrentWidget(self._login)
        if session is not None:
            self._pages.removeWidget(session.view)
            session.close()
        self._login.enter({"email": email, "notice": notice})
        self.setWindowTitle(_TITLE)

    # Where the window goes

    def open(self, destination: Destination) -> None:
        """Show a screen of the person who is signed in; nothing while the window is locked."""
        if self._open_session is not None:
            self._open_session.open(destination)

    def refresh(self) -> None:
        """Have what is shown loaded again."""
        if self._open_session is not None:
            self._open_session.refresh_all()

    def _step(self, by: int) -> None:
        if self._open_session is not None:
            self._open_session.step(by)

    def _open_nth(self, index: int) -> None:
        if self._open_session is not None:
            self._open_session.open_nth(index)

    @property
    def _open_session(self) -> Session | None:
        """The session whose screens can be seen."""
        return None if self.is_locked else self._session

    def _bind_actions(self) -> None:
        from ui import actions  # noqa: PLC0415 (after the first paint)
        from ui.navigation import Destination  # noqa: PLC0415 (the same)

        bind, action = actions.bind, actions.Action
        bind(self, action.QUIT, self.close)
        bind(self, action.CLOSE, self.close)
        bind(self, action.REFRESH, self.refresh)
        bind(self, action.PREVIOUS_SCREEN, partial(self._step, -1))
        bind(self, action.NEXT_SCREEN, partial(self._step, 1))
        bind(self, action.LOCK, self.lock)
        bind(self, action.NEW_TRANSFER, partial(self.open, Destination("transfer")))
        for index, nth in enumerate(actions.SCREENS):
            bind(self, nth, partial(self._open_nth, index))

    def _on_titled(self, title: str) -> None:
        if not self.is_locked:
            self.setWindowTitle(f"{title} · {_TITLE}")

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

    # How the window looks

    def _on_scheme_chosen(self, scheme: theme.Scheme) -> None:
        appearance.wear(self._preferences, scheme)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place and go; what still runs in threads is not waited for here."""
        window_place.keep(self, self._preferences)
        super().closeEvent(event)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
