"""Loads the log page by page, off the GUI thread, and says what there is to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from services.values.audit import AuditFilter, AuditLog, AuditPage
from ui import tasks
from ui.components.history.columns import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from services.errors import InstaPayError

#: Records a page: a few screens of them.
PAGE = 100
#: Deadline of a read, in seconds.
READ_DEADLINE_S = 10.0


class AuditSource(Protocol):
    """`services.audit`: blocks, raises `services.errors`."""

    def page(
        self, *, log: AuditLog, wanted: AuditFilter, before: int | None, limit: int
    ) -> AuditPage:
        """Return the newest records, or those older than the key `before`."""


class AuditPager(QObject):
    """Pages by key, never by offset.

    The bank looks at so many rows a call and no more, so a page of a filter may come short: the pager
    asks on by itself until there are PAGE more records, or somebody stops it.

    Attributes:
        log: whose records these are.
        wanted: the filter.
        state: what there is to show; IDLE before the first question.
        error: why, in the states FAILED and MORE_FAILED.
        searched_to: how far back was looked so far (UTC); None before, and at the end.
        is_stopped: somebody has had enough of searching.

    Signals:
        replaced(tuple[AuditRecord]): these are all there is now.
        older(tuple[AuditRecord]): these follow below.
        newest(tuple[AuditRecord]): the newest page as it is now; some of it may be known.
        state_changed(State): also when a page starts or ends to load.
        call_failed(InstaPayError): a call failed, whatever is shown meanwhile.

    """

    replaced = Signal(object)
    older = Signal(object)
    newest = Signal(object)
    state_changed = Signal(object)
    call_failed = Signal(object)

    def __init__(self, source: AuditSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._next: int | None = None
        self._to_find = 0
        self._newest_id = 0
        self._has_records = False
        self._first_task: tasks.Task | None = None
        self._page_task: tasks.Task | None = None
        self._refresh_task: tasks.Task | None = None
        self.log = AuditLog.PAYMENTS
        self.wanted = AuditFilter()
        self.searched_to: datetime | None = None
        self.is_stopped = False
        self.state = State.IDLE
        self.error: InstaPayError | None = None

    @property
    def can_load_more(self) -> bool:
        """There are older records that are not on their way yet."""
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
        """Records are looked for that a page may hold none of, or were until it was stopped."""
        return (
            self._next is not None
            and not self.wanted.is_empty
            and (self.is_stopped or self.is_loading_more)
        )

    def show(self, log: AuditLog, wanted: AuditFilter) -> None:
        """Look for something else, from the newest; what is shown stays until the answer is here."""
        is_other_log = log is not self.log
        if not is_other_log and wanted == self.wanted and self.state is not State.IDLE:
            return
        self.log, self.wanted = log, wanted
        self._begin(forget=is_other_log)

    def refresh(self) -> None:
        """Ask for what was written since; what is shown meanwhile stays."""
        if _is_open(self._first_task) or _is_open(self._refresh_task):
            return
        if self.state in {State.IDLE, State.FAILED}:
            self._begin(forget=False)
            return
        self._refresh_task = self._run(None, self._on_newest, self.call_failed.emit)

    def retry(self) -> None:
        """Try again what failed: the first page, or the next one."""
        if self.state is State.FAILED:
            self._begin(forget=False)
        elif self.state is State.MORE_FAILED:
            self._set_state(State.READY)
            self.load_more()

    def stop(self) -> None:
        """Search no further; what was found stays."""
        if self._page_task is not None and _is_open(self._page_task):
            self._page_task.cancel()
        self.is_stopped = True
        self._set_filled()

    def go_on(self) -> None:
        """Search on from where it was stopped."""
        self.is_stopped = False
        self._set_filled()
        self.load_more()

    def load_more(self) -> None:
        """Load the next older records, unless they are on their way or failed."""
        if self.can_load_more:
            self._to_find = PAGE
            self._load_next_page()
            self.state_changed.emit(self.state)

    # Calls

    def _begin(self, *, forget: bool) -> None:
        for task in (self._first_task, self._page_task, self._refresh_task):
            if task is not None:
                task.cancel()
        self.is_stopped = False
        if forget:
            self._next, self._has_records = None, False
            self.replaced.emit(())
        if forget or self.state is not State.READY:
            self._set_state(State.LOADING)
        self._first_task = self._run(None, self._on_first_page, self._on_first_failure)

    def _load_next_page(self) -> None:
        self._page_task = self._run(self._next, self._on_next_page, self._on_next_failure)

    def _run(
        self,
        before: int | None,
        on_success: Callable[[AuditPage], None],
        on_failure: Callable[[InstaPayError], None],
    ) -> tasks.Task:
        log, wanted = self.log, self.wanted
        return tasks.run(
            self,
            lambda: self._source.page(log=log, wanted=wanted, before=before, limit=PAGE),
            on_success=on_success,
            on_failure=on_failure,
            deadline_s=READ_DEADLINE_S,
        )

    # Answers

    def _on_first_page(self, page: AuditPage) -> None:
        self._replace(page)
        self._to_find = PAGE
        self._search_on(len(page.records))

    def _on_first_failure(self, error: InstaPayError) -> None:
        self._next, self._has_records = None, False
        self.replaced.emit(())
        self._set_state(State.FAILED, error)
        self.call_failed.emit(error)

    def _on_next_page(self, page: AuditPage) -> None:
        self._next, self.searched_to = page.next_before, page.searched_to
        if page.records:
            self._has_records = True
            self._newest_id = self._newest_id or page.records[0].id
            self.older.emit(page.records)
        self._search_on(len(page.records))

    def _search_on(self, found: int) -> None:
        """Ask on where a page came short: fewer records than a screen or two can be scrolled to."""
        self._to_find -= found
        if self._to_find > 0 and self._next is not None:
            self._load_next_page()
        self._set_filled()

    def _on_next_failure(self, error: InstaPayError) -> None:
        self._set_state(State.MORE_FAILED, error)
        self.call_failed.emit(error)

    def _on_newest(self, page: AuditPage) -> None:
        if page.next_before is not None and page.next_before > self._newest_id:
            # More was written than this page reaches back over: nothing may be missing in between.
            self._begin(forget=False)
            return
        if page.records:
            self._has_records = True
            self._newest_id = page.records[0].id
            self.newest.emit(page.records)
        self._set_filled()

    # State

    def _replace(self, page: AuditPage) -> None:
        self._next, self.searched_to = page.next_before, page.searched_to
        self._has_records = bool(page.records)
        self._newest_id = page.records[0].id if page.records else 0
        self.replaced.emit(page.records)

    def _set_filled(self) -> None:
        if self._has_records or self._next is not None:
            self._set_state(State.READY)
        else:
            self._set_state(State.EMPTY if self.wanted.is_empty else State.NO_MATCH)

    def _set_state(self, state: State, error: InstaPayError | None = None) -> None:
        self.state = state
        self.error = error
        self.state_changed.emit(state)


def _is_open(task: tasks.Task | None) -> bool:
    return task is not None and task.is_open
