"""Everything on screen of somebody who is signed in, from sign-in to sign-out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from services.values.people import Role
from ui.connection_state import Connection
from ui.live_updates import LiveUpdates
from ui.navigation import Destination
from ui.shell import kept, screen_table
from ui.shell.draft_keeper import DraftKeeper
from ui.shell.focus_guard import FocusGuard
from ui.shell.preloading import Preloading
from ui.shell.session_poll import SessionPoll
from ui.shell.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.bank import Services
    from services.errors import Unavailable
    from services.values.people import Person
    from ui.preferences import Preferences
    from ui.screen import Screen
    from ui.shell.kept import Kept


#: What is posted for at once, with no time between, is done in the same turn.
_NEXT_TURN_MS = 1
#: What asks and listens beside the screens leaves the first one so long to come up.
_SETTLING_MS = 300


class Session(QObject):
    """Makes the person's screens as they are needed, and knows which one is shown.

    Attributes:
        person: who is signed in.
        view: the widget with all of it; deleted by `close`.

    Signals:
        ended(): the bank knows this session no more.
        sign_out_chosen(): the person wants to leave.
        scheme_chosen(Scheme): another palette is wanted.
        lock_chosen(): the person goes away for a while.
        titled(str): what is shown now, for the window's title.
        arrived(tuple): there are new notices.
        help_chosen(str): a topic of help is wanted.
        acts_changed(): the counter's keys do something else by now.
        stirred(): something happened while the window is locked, so that nobody may ask what.

    """

    ended = Signal()
    sign_out_chosen = Signal()
    scheme_chosen = Signal(object)
    lock_chosen = Signal()
    titled = Signal(str)
    arrived = Signal(object)
    help_chosen = Signal(str)
    acts_changed = Signal()
    stirred = Signal()

    def __init__(
        self, person: Person, services: Services, preferences: Preferences, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.person = person
        self._services = services
        self._preferences = preferences
        self._is_paused = False
        self._has_gone = False
        #: Made ahead, and not shown yet.
        self._ready: dict[str, Screen] = {}
        self._connection = Connection()
        #: The session could not be renewed when that was needed.
        self._is_cut_off = False
        entries = screen_table.entries_for(person.roles)
        self._entries = {entry.name: entry for entry in entries}
        self.view = Shell(entries, person)
        FocusGuard(self.view.stack)
        self._drafts = DraftKeeper(preferences, person.user_id, lambda: self.view.screens, self)
        self.view.side_bar.chosen.connect(self._on_chosen)
        self.view.side_bar.account.scheme_chosen.connect(self.scheme_chosen)
        self.view.side_bar.account.lock_chosen.connect(self.lock_chosen)
        self.view.side_bar.account.sign_out_chosen.connect(self.sign_out_chosen)
        self.view.side_bar.account.help_chosen.connect(self.help_chosen)
        is_staff = bool(person.roles - {Role.CUSTOMER})
        counts = {entry.name: entry.count for entry in entries if entry.count is not None}
        self._poll = SessionPoll(services, self, is_staff=is_staff, counts=counts)
        self._poll.counted.connect(self.view.side_bar.show_count)
        self._poll.books.connect(self.view.side_bar.show_books)
        self._poll.unread.connect(self._on_unread)
        self._poll.due.connect(self.refresh)
        self._poll.session_ended.connect(self._on_ended)
        self._poll.arrived.connect(self.arrived)
        self._poll.answered.connect(self._on_answered)
        self._poll.unanswered.connect(self._on_unanswered)
        self._live = LiveUpdates(services.live, self)
        self._live.due.connect(self._on_live)
        self._poll.left_behind.connect(self._on_left_behind)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING_MS)
        self._settling.timeout.connect(self._follow)

    @property
    def current(self) -> Screen | None:
        """The screen that is shown."""
        return self.view.current

    def begin_in_turns(self, left: Kept | None) -> None:
        """Make the first screen in a turn of the event loop of its own, and `begin` in another one."""

        def make() -> None:
            first = self._first(left)
            self._ready[first] = self._made(first)
            QTimer.singleShot(_NEXT_TURN_MS, self, partial(self.begin, left))

        QTimer.singleShot(_NEXT_TURN_MS, self, make)

    def begin(self, left: Kept | None, sent: Mapping[str, tuple[Any, ...]] | None = None) -> None:
        """Show the first screen, or what this person's ended session left behind.

        `sent` is what `hand_over` returned, of the same session in another language.
        """
        first = self._first(left)
        if left is not None and left.belongs_to(self.person):
            for name, draft in left.drafts.items():
                if name in self._entries:
                    self._screen(name).restore(draft)
        # Whoever is fast may have gone somewhere by now.
        if not self._has_gone:
            item = self.view.side_bar.item(first)
            if item is not None:
                item.setFocus(Qt.FocusReason.OtherFocusReason)
            self.open(Destination(first))
        for name, each in (sent or {}).items():
            self._screen(name).go_on_with(each)
        self._drafts.begin()
        self._settling.start()

    def _follow(self) -> None:
        """Begin what goes on beside the screens."""
        self._poll.start()
        self._live.start()
        Preloading((), tuple(f"ui.screens.{name}" for name in self._entries), self)

    def _first(self, left: Kept | None) -> str:
        is_theirs = left is not None and left.belongs_to(self.person)
        if left is not None and is_theirs and left.screen in self._entries:
            return left.screen
        return next(iter(self._entries))

    @property
    def awaits_outcome(self) -> bool:
        """A payment was sent and nobody knows yet whether it was made."""
        return any(screen.awaits_outcome for screen in self.view.screens.values())

    @property
    def screen_names(self) -> tuple[str, ...]:
        """The names of the person's screens, in the order of the side bar."""
        return tuple(name for name, entry in self._entries.items() if not entry.under)

    @property
    def screen_labels(self) -> tuple[str, ...]:
        """The same by what the side bar calls them."""
        return tuple(self._entries[name].label for name in self.screen_names)

    @property
    def title(self) -> str:
        """What is shown, for the window's title."""
        return self._entries[self.current.name].label if self.current is not None else ""

    def pause(self) -> None:
        """Ask nothing by itself: the window is locked. That something happens is still heard."""
        self._is_paused = True
        if self._settling.isActive():
            self._settling.stop()
            self._follow()
        self._poll.pause()

    def resume(self) -> None:
        """Catch up, and go on asking."""
        self._is_paused = False
        self.on_healed()

    def keep(self) -> Kept:
        """Collect what the person would miss, before `close`."""
        return kept.keep(self.person, self.view)

    def hand_over(self) -> dict[str, tuple[Any, ...]]:
        """Collect what screens have sent and nobody else would tell of, before `close`."""
        sent = {name: screen.hand_over() for name, screen in self.view.screens.items()}
        return {name: each for name, each in sent.items() if each}

    def save_drafts(self) -> None:
        """Write what is typed before this call returns: the program ends."""
        self._drafts.save_now(is_ending=True)

    def forget_drafts(self) -> None:
        """Leave nothing that was typed on this computer."""
        self._drafts.forget()

    def close(self) -> None:
        """Take all screens and their data down."""
        self._drafts.save_now()
        self._settling.stop()
        self._poll.pause()
        self._live.stop()
        self.view.hide()
        self.view.deleteLater()
        self.deleteLater()

    def open(self, destination: Destination) -> None:
        """Show a screen; one that this person does not have is ignored."""
        if destination.screen not in self._entries:
            return
        self._has_gone = True
        screen = self._screen(destination.screen)
        self.view.show_screen(destination.screen)
        self.titled.emit(self._entries[destination.screen].label)
        screen.enter(destination.params)
        self._show_connection()

    def open_nth(self, index: int) -> None:
        """Show the screen at a place in the side bar, counted from 0."""
        names = self.screen_names
        if index < len(names):
            self._on_chosen(names[index])

    def step(self, by: int) -> None:
        """Show the next or previous screen, around the end."""
        names = self.screen_names
        if self.current is not None:
            here = self._entries[self.current.name].under or self.current.name
            self._on_chosen(names[(names.index(here) + by) % len(names)])

    def refresh(self) -> None:
        """Have the screen that is shown load again."""
        if self.current is not None:
            self.current.refresh()

    def refresh_all(self) -> None:
        """Load again what is shown and the count of unread notices."""
        self.refresh()
        self._poll.count_unread()

    def show_connection(self, connection: Connection) -> None:
        """Show how the connection stands, and ask nothing while Payment is lost."""
        before, self._connection = self._connection, connection
        if connection.lost_at is None:
            self._is_cut_off = False
        elif not connection.payment:
            self._poll.pause()
        elif not before.payment and before.lost_at is not None:
            # Only Auth is still missing: the token in hand may do for a while.
            self.on_healed()
        self._show_connection()

    def _show_connection(self) -> None:
        self.view.show_connection(self._connection, is_cut_off=self._is_cut_off)

    def _on_answered(self) -> None:
        self._is_cut_off = False
        self._show_connection()

    def _on_unanswered(self, error: Unavailable) -> None:
        self._is_cut_off = error.data.get("database") == "auth"
        self._show_connection()

    def _on_live(self) -> None:
        if self._is_paused:
            self.stirred.emit()
        else:
            self.refresh_all()

    def on_healed(self) -> None:
        """Catch up: the connection is back."""
        if self._is_paused:
            return
        self.refresh()
        self._poll.resume()

    def _made(self, name: str) -> Screen:
        return self._entries[name].make(self._services, self._preferences, self.view.stack)

    def _screen(self, name: str) -> Screen:
        """Return a screen, made at its first use."""
        made = self.view.screens.get(name)
        if made is None:
            made = self._ready.pop(name, None) or self._made(name)
            made.roles = self.person.roles
            made.navigate.connect(self.open)
            made.acts_changed.connect(self.acts_changed)
            made.session_ended.connect(self._on_ended)
            made.signed_out.connect(self.sign_out_chosen)
            made.unread_changed.connect(partial(self.view.side_bar.show_count, name))
            made.unread_changed.connect(partial(self._poll.hear_count, name))
            made.drafted.connect(self._drafts.save_soon)
            self.view.add(name, made)
            self._drafts.restore(made)
        return made

    def _on_left_behind(self, name: str) -> None:
        """Show the screen that tells of it, which has looked by itself where it is shown already."""
        if self.current is None or self.current.name != name:
            self._on_chosen(name)

    def _on_ended(self) -> None:
        """Leave where that was wanted, though another call has heard of it first; else ask to sign in."""
        is_wanted = any(screen.signs_out for screen in self.view.screens.values())
        (self.sign_out_chosen if is_wanted else self.ended).emit()

    def _on_chosen(self, name: str) -> None:
        self.open(Destination(name))

    def _on_unread(self, count: int) -> None:
        self.view.side_bar.show_count("notifications", count)
