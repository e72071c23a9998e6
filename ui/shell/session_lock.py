"""Locks the window of somebody who has gone away for a while, and lets the same person back in."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import SessionEnded
from ui import clock, tasks
from ui.shell.curtain import Curtain
from ui.shell.idle_watch import IdleWatch
from ui.shell.lock_page import LockPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from services.identity import IdentityService
    from ui.connection_state import Connection
    from ui.preferences import Preferences
    from ui.shell.session import Session

_DEADLINE_S = 10.0
#: So long the bank is not told of the lock where a payment is still unanswered for: a locked
#: session may not ask after it.
PATIENCE_S = 60.0
_LOOK_AGAIN_MS = 1000


class SessionLock(QObject):
    """Takes the screens away at once; the bank is told after that.

    Signals:
        locked(): the screens are gone.
        unlocked(): they are back.
        ended(): the bank knows this session no more.
        sign_out_chosen(): the person wants to leave, or somebody else wants to come.

    """

    locked = Signal()
    unlocked = Signal()
    ended = Signal()
    sign_out_chosen = Signal()

    def __init__(
        self,
        session: Session,
        pages: QStackedWidget,
        identity: IdentityService,
        preferences: Preferences,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._pages = pages
        self._identity = identity
        self._connection: Connection | None = None
        self._page: LockPage | None = None
        self._curtain: Curtain | None = None
        self._locked_at = 0.0
        self._is_asking = False
        #: How many passwords were asked about; a telling of before the newest of them is void.
        self._asked = 0
        #: Whoever signs in next is not locked, nor asked for this person's password.
        self._is_over = False
        #: What is told to the bank last is what holds there.
        self._order = threading.Lock()
        self._tell_later = QTimer(self)
        self._tell_later.setSingleShot(True)
        self._tell_later.setInterval(_LOOK_AGAIN_MS)
        self._tell_later.timeout.connect(self._tell_bank)
        self.idle_watch = IdleWatch(preferences, self)
        self.idle_watch.idle.connect(self.lock)
        self.idle_watch.start()

    @property
    def is_locked(self) -> bool:
        """Nothing of the person is on screen but the name."""
        return self._page is not None

    def lock(self) -> None:
        """Take the screens away, whatever the bank can be told; nothing where they are already."""
        if self._page is not None:
            return
        self.idle_watch.stop()
        page = self._page = LockPage(self._session.person)
        page.unlock_wanted.connect(self._on_unlock_wanted)
        page.cancelled.connect(self._on_not_proved)
        page.sign_out_chosen.connect(self.sign_out_chosen)
        page.step.proved.connect(self._on_proved)
        page.step.refused.connect(self._on_not_proved)
        page.step.session_ended.connect(self.ended)
        self._session.pause()
        self._curtain = Curtain(self._pages, self._session.view, page)
        if self._connection is not None:
            page.show_connection(self._connection)
        page.begin()
        self._locked_at = clock.seconds()
        self.locked.emit()
        self._tell_bank()

    def close(self) -> None:
        """Take the page down: the session is over, and what was to be told of it is void."""
        self._is_over = True
        self.idle_watch.stop()
        self._tell_later.stop()
        page, self._page = self._page, None
        if page is not None:
            page.step.forget()
            self._pages.removeWidget(page)
            page.hide()
            page.deleteLater()

    def show_connection(self, connection: Connection) -> None:
        """Show on the page how the connection stands."""
        self._connection = connection
        if self._page is not None:
            self._page.show_connection(connection)

    def on_healed(self) -> None:
        """Tell the bank of the lock: it may not have heard."""
        self._tell_bank()

    # What the bank is told

    def _tell_bank(self) -> None:
        if self._page is None:
            return
        has_waited = clock.seconds() - self._locked_at >= PATIENCE_S
        if self._is_asking or (self._session.awaits_outcome and not has_waited):
            self._tell_later.start()
            return
        asked = self._asked
        tasks.run(
            self,
            lambda: self._lock_there(asked),
            on_success=lambda _nothing: None,
            # The window is locked all the same; the bank ends the session by its own idle limit.
            on_failure=lambda _error: None,
            deadline_s=_DEADLINE_S,
        )

    def _lock_there(self, asked: int) -> None:
        with self._order:
            # Behind an unlock that hangs, a password that was typed after this may have come first.
            if asked == self._asked and not self._is_over:
                self._identity.lock()

    def _unlock_there(self, password: str) -> None:
        with self._order:
            if self._is_over:
                raise SessionEnded
            self._identity.unlock(password=password)

    def _on_unlock_wanted(self) -> None:
        if self._page is not None:
            self._is_asking = True
            self._asked += 1
            self._page.step.prove(self._unlock_there)

    def _on_not_proved(self) -> None:
        # Given up, or out of time: the answer may still come to be yes, with nobody here to see it.
        # After a plain no it is told too: an older answer may have come to be yes meanwhile.
        self._is_asking = False
        self._tell_bank()

    def _on_proved(self, _nothing: object) -> None:
        self._is_asking = False
        self._tell_later.stop()
        page, self._page = self._page, None
        curtain, self._curtain = self._curtain, None
        if page is None or curtain is None:
            return
        curtain.lift()
        self._pages.removeWidget(page)
        page.hide()
        page.deleteLater()
        self._session.resume()
        self.idle_watch.start()
        self.unlocked.emit()
