"""Loads an account's payments page by page, off the GUI thread, and says what there is to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from services.values.history import HistoryFilter, HistoryPage, Waiting
from ui import tasks
from ui.components.history.columns import State
from ui.components.history.newest import Known, load_newest

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from services.errors import InstaPayError
    from services.values.history import Cursor, Line
    from ui.components.history.newest import HistorySource, Newest

#: Lines a page: several screens of them.
PAGE = 100
#: Deadline of a read, in seconds.
READ_DEADLINE_S = 10.0
_NOTHING_WAITS = Waiting((), 0)


class Pager(QObject):
    """Pages by key, never by offset.

    The bank looks at so many entries a call and no more, so a page of a filter may come short: the
    pager asks on by itself until there are PAGE more lines, or somebody stops it.

    Attributes:
        account_id: whose payments these are; None for nobody's.
        wanted: the filter.
        state: what there is to show.
        error: why, in the states FAILED and MORE_FAILED.
        waiting: what is held and not posted.
        searched_to: how far back was looked so far (UTC); None before, and at the end.
        is_stopped: somebody has had enough of searching.

    Signals:
        replaced(tuple[Line]): these are all there is now.
        older(tuple[Line]): these follow below.
        newer(tuple[Line]): these belong on top.
        waiting_changed(): `waiting` is another one.
        state_changed(State): also when a page starts or ends to load.
        call_failed(InstaPayError): a call failed, whatever is shown meanwhile.

    """

    replaced = Signal(object)
    older = Signal(object)
    newer = Signal(object)
    waiting_changed = Signal()
    state_changed = Signal(object)
    call_failed = Signal(object)

    def __init__(self, source: HistorySource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._known = Known()
        self._next: Cursor | None = None
        self._to_find = 0
        self._has_lines = False
        self._first_task: tasks.Task | None = None
        self._page_task: tasks.Task | None = None
        self._refresh_task: tasks.Task | None = None
        self.account_id: UUID | None = None
        self.wanted = HistoryFilter()
        self.waiting = _NOTHING_WAITS
        self.searched_to: datetime | None = None
        self.is_stopped = False
        self.state = State.IDLE
        self.error: InstaPayError | None = None

    @property
    def can_load_more(self) -> bool:
        """There are older lines that are not on their way yet."""
        return (
            self.state is State.READY
            and self._next is not None
            and not self.is_stopped
            and not _is_open(self._page_task)
            and not _is_open(self._first_task)
        )

    @property
    def is_loading_more(self) -> bool:
        """The next older page is on its way."""
        return self.state is State.READY and _is_open(self._page_task)

    @property
    def is_searching(self) -> bool:
        """Payments are looked for that a page may hold none of, or were until it was stopped."""
        return (
            self._next is not None
            and not self.wanted.is_empty
            and (self.is_stopped or self.is_loading_more)
        )

    def show_account(self, account_id: UUID | None) -> None:
        """Start with another account, from its newest payments."""
        if account_id == self.account_id:
            return
        self.account_id = account_id
        self._forget()
        self.replaced.emit(())
        if account_id is None:
            self._set_state(State.IDLE)
        else:
            self._set_state(State.LOADING)
            self._load_first_page(account_id)

    def set_filter(self, wanted: HistoryFilter) -> None:
        """Look for something else; what is shown stays until the answer is here."""
        if wanted == self.wanted:
            return
        self.wanted = wanted
        if self.account_id is None:
            return
        self._cancel()
        self.is_stopped = False
        if self.state is not State.READY:
            self._set_state(State.LOADING)
        self._load_first_page(self.account_id)

    def refresh(self) -> None:
        """Ask for what was posted since; what is shown meanwhile stays."""
        account_id, known, wanted = self.account_id, self._known, self.wanted
        if account_id is None or _is_open(self._first_task) or _is_open(self._refresh_task):
            return

        def load() -> tuple[Newest, Waiting]:
            waiting = self._source.waiting(account_id=account_id, wanted=wanted)
            newest = load_newest(
                self._source, account_id=account_id, wanted=wanted, known=known, limit=PAGE
            )
            return newest, waiting

        self._refresh_task = self._run(load, self._on_newest, self.call_failed.emit)

    def retry(self) -> None:
        """Try again what failed: the first page, or the next one."""
        if self.state is State.FAILED and self.account_id is not None:
            self._set_state(State.LOADING)
            self._load_first_page(self.account_id)
        elif self.state is State.MORE_FAILED:
            self._set_state(State.READY)
            self.load_more()

    def stop(self) -> None:
        """Search no further; what was found stays."""
        if _is_open(self._page_task) and self._page_task is not None:
            self._page_task.cancel()
        self.is_stopped = True
        self._set_filled()

    def go_on(self) -> None:
        """Search on from where it was stopped."""
        self.is_stopped = False
        self._set_filled()
        self.load_more()

    def load_more(self) -> None:
        """Load the next older lines, unless they are on their way or failed."""
        if self.account_id is not None and self.can_load_more:
            self._to_find = PAGE
            self._load_next_page(self.account_id)
            self.state_changed.emit(self.state)

    # Calls

    def _load_first_page(self, account_id: UUID) -> None:
        wanted = self.wanted

        def load() -> tuple[HistoryPage, Waiting]:
            # What waits first: a payment that is posted in between is then seen twice, not never.
            waiting = self._source.waiting(account_id=account_id, wanted=wanted)
            page = self._source.page(account_id=account_id, wanted=wanted, cursor=None, limit=PAGE)
            return page, waiting

        self._first_task = self._run(load, self._on_first_page, self._on_first_failure)

    def _load_next_page(self, account_id: UUID) -> None:
        wanted, cursor = self.wanted, self._next
        self._page_task = self._run(
            lambda: self._source.page(
                account_id=account_id, wanted=wanted, cursor=cursor, limit=PAGE
            ),
            self._on_next_page,
            self._on_next_failure,
        )

    def _run(
        self,
        call: Callable[[], Any],
        on_success: Callable[[Any], None],
        on_failure: Callable[[InstaPayError], None],
    ) -> tasks.Task:
        return tasks.run(
            self,
            call,
            on_success=on_success,
            on_failure=on_failure,
            deadline_s=READ_DEADLINE_S,
        )

    # Answers

    def _on_first_page(self, loaded: tuple[HistoryPage, Waiting]) -> None:
        page, waiting = loaded
        self._replace(page.lines, page)
        self._set_waiting(waiting)
        self._to_find = PAGE
        self._search_on(len(page.lines))

    def _on_first_failure(self, error: InstaPayError) -> None:
        self._forget()
        self.replaced.emit(())
        self._set_state(State.FAILED, error)
        self.call_failed.emit(error)

    def _on_next_page(self, page: HistoryPage) -> None:
        self._next, self.searched_to = page.next, page.searched_to
        if page.lines:
            self._has_lines = True
            if self._known.sequence == 0:
                newest = page.lines[0].sequence or 0
                self._known = Known(newest, self._known.searched_to, self._known.first)
            self.older.emit(page.lines)
        self._search_on(len(page.lines))

    def _search_on(self, found: int) -> None:
        """Ask on where a page came short: fewer lines than a screen or two can be scrolled to."""
        self._to_find -= found
        if self._to_find > 0 and self._next is not None and self.account_id is not None:
            self._load_next_page(self.account_id)
        self._set_filled()

    def _on_next_failure(self, error: InstaPayError) -> None:
        self._set_state(State.MORE_FAILED, error)
        self.call_failed.emit(error)

    def _on_newest(self, loaded: tuple[Newest, Waiting]) -> None:
        newest, waiting = loaded
        if not newest.joins:
            self._cancel()
            self._replace(newest.lines, newest.page)
        elif newest.lines and newest.lines != self._known.first:
            # An older page may have come meanwhile, with the first lines that were found.
            known = self._known
            fresh = tuple(line for line in newest.lines if (line.sequence or 0) > known.sequence)
            if fresh:
                self._has_lines = True
                self._known = Known(fresh[0].sequence or 0, known.searched_to, known.first)
                self.newer.emit(fresh)
        self._set_waiting(waiting)
        self._set_filled()

    # State

    def _replace(self, lines: tuple[Line, ...], page: HistoryPage) -> None:
        newest = lines[0].sequence or 0 if lines else 0
        self._known = Known(newest, page.searched_to, lines)
        self._next, self.searched_to = page.next, page.searched_to
        self._has_lines = bool(lines)
        self.replaced.emit(lines)

    def _set_waiting(self, waiting: Waiting) -> None:
        if waiting != self.waiting:
            self.waiting = waiting
            self.waiting_changed.emit()

    def _cancel(self) -> None:
        for task in (self._first_task, self._page_task, self._refresh_task):
            if task is not None:
                task.cancel()

    def _forget(self) -> None:
        self._cancel()
        self._known, self._next, self._has_lines = Known(), None, False
        self.searched_to = None
        self.is_stopped = False
        self._set_waiting(_NOTHING_WAITS)

    def _set_filled(self) -> None:
        if self._has_lines or self.waiting.lines or self._next is not None:
            self._set_state(State.READY)
        else:
            self._set_state(State.EMPTY if self.wanted.is_empty else State.NO_MATCH)

    def _set_state(self, state: State, error: InstaPayError | None = None) -> None:
        self.state = state
        self.error = error
        self.state_changed.emit(state)


def _is_open(task: tasks.Task | None) -> bool:
    return task is not None and task.is_open
