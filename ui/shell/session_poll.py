"""What is asked without a click while somebody is signed in: at once, and every 15 seconds.

That is the net below `ui.live_updates`: a pooler that cannot LISTEN, or a bank without a worker, tells
of nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from services.errors import SessionEnded, Unavailable
from ui import tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from services.bank import Services
    from services.errors import InstaPayError
    from services.values.books import BooksState
    from services.values.notifications import Notification, NotificationList

POLL_EVERY_MS = 15_000
_DEADLINE_S = 10.0
#: So many new notices are told one by one outside of the window; of more, that there are some.
_LISTED = 10
#: The screen that has the notices.
_NOTICES = "notifications"


class SessionPoll(QObject):
    """Counts unread notices and what else waits, and says when it is time to refresh what is shown.

    Signals:
        unread(int): how many of the newest thousand notices nobody has read.
        counted(str, int): so much waits on the screen of that name.
        arrived(tuple): unread notices that were not there when it was counted last.
        answered(): the bank answered a count.
        unanswered(Unavailable): it did not.
        books(BooksState): what the bank's last proof of its books said; for staff alone.
        due(): refresh what is shown.
        left_behind(str): something was sent from here whose outcome nobody was told; this screen tells.
            What is told by several screens is told of in the order in which they are to be opened.
        session_ended(): the bank knows this session no more.

    """

    unread = Signal(int)
    counted = Signal(str, int)
    arrived = Signal(object)
    answered = Signal()
    unanswered = Signal(object)
    books = Signal(object)
    due = Signal()
    left_behind = Signal(str)
    session_ended = Signal()

    def __init__(
        self,
        services: Services,
        parent: QObject,
        *,
        is_staff: bool = False,
        counts: Mapping[str, Callable[[Services], int]] | None = None,
    ) -> None:
        """Ask `counts`, too, how much waits on the screens of these names."""
        super().__init__(parent)
        self._services = services
        self._is_staff = is_staff
        self._counts = dict(counts or {})
        self._count_tasks: dict[str, tasks.Task] = {}
        self._books_task: tasks.Task | None = None
        self._task: tasks.Task | None = None
        #: What a screen has counted itself since its count was asked here last.
        self._heard: dict[str, int] = {}
        #: Notices of the last count; None before the first, which tells of nothing new.
        self._known: frozenset[UUID] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_EVERY_MS)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Count now, and go on; ask what was left behind before anybody sends it again."""
        self.resume()
        tasks.run(
            self,
            partial(_left_behind, self._services),
            on_success=self._on_left_behind,
            # The screens ask again when they are opened, and say what is wrong.
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
        )

    def resume(self) -> None:
        """Count now, and go on."""
        self._timer.start()
        self.count_unread()
        self._ask_after_books()

    def pause(self) -> None:
        """Stop asking: the bank cannot be reached."""
        self._timer.stop()

    def _on_tick(self) -> None:
        self.count_unread()
        self._ask_after_books()
        self.due.emit()

    def count_unread(self) -> None:
        """Count unread notices, and what else waits, now."""
        for name in self._counts:
            self._ask_count(name)
        self._ask_notices()

    def hear_count(self, name: str, count: int) -> None:
        """Take note of what a screen has counted: an answer that is on its way may be older."""
        self._heard[name] = count

    def _ask_count(self, name: str) -> None:
        self._heard.pop(name, None)
        self._count_tasks[name] = tasks.run(
            self,
            partial(self._counts[name], self._services),
            on_success=partial(self._on_count, name),
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._count_tasks.get(name),
        )

    def _ask_notices(self) -> None:
        self._heard.pop(_NOTICES, None)
        self._task = tasks.run(
            self,
            lambda: self._services.notifications.list(limit=_LISTED),
            on_success=self._on_list,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _is_doubtful(self, name: str, count: int) -> bool:
        """Return whether a screen has counted otherwise since: nobody knows which of the two is older."""
        return self._heard.get(name, count) != count

    def _on_count(self, name: str, count: int) -> None:
        if not self._is_doubtful(name, count):
            self.counted.emit(name, count)
        elif self._timer.isActive():
            self._ask_count(name)

    def _ask_after_books(self) -> None:
        if self._is_staff:
            self._books_task = tasks.run(
                self,
                self._services.books.state,
                on_success=self._on_books,
                on_failure=self._on_failure,
                deadline_s=_DEADLINE_S,
                replaces=self._books_task,
            )

    def _on_books(self, state: BooksState | None) -> None:
        if state is not None:
            self.books.emit(state)

    def _on_list(self, answer: NotificationList) -> None:
        self.answered.emit()
        if not self._is_doubtful(_NOTICES, answer.unread):
            self.unread.emit(answer.unread)
        elif self._timer.isActive():
            self._ask_notices()
        listed = answer.notifications
        new = tuple(each for each in listed if self._is_new(each))
        self._known = frozenset(each.id for each in listed)
        if new:
            self.arrived.emit(new)

    def _is_new(self, notice: Notification) -> bool:
        return self._known is not None and notice.id not in self._known and not notice.is_read

    def _on_left_behind(self, screens: tuple[str, ...]) -> None:
        for screen in screens:
            self.left_behind.emit(screen)

    def _on_failure(self, error: InstaPayError) -> None:
        # Anything else shows at the connection, or comes right with the next count.
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
        elif isinstance(error, Unavailable):
            self.unanswered.emit(error)


def _left_behind(services: Services) -> tuple[str, ...]:
    """Return the screens that tell what became of what was sent, the one to stay at last."""
    looks = {
        "bulk": services.batches.unknown,
        "counter": services.counter.unknown,
        "transfer": services.transfers.unknown,
    }
    return tuple(screen for screen, unknown in looks.items() if unknown())
