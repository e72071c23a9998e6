"""Loads a log page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from services.values.audit import AuditFilter, AuditLog, AuditPage
from ui.components.history.columns import State
from ui.components.history.paging import PAGE, Paging

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.errors import InstaPayError
    from ui import tasks


class AuditSource(Protocol):
    """`services.audit`: blocks, raises `services.errors`."""

    def page(
        self, *, log: AuditLog, wanted: AuditFilter, before: int | None, limit: int
    ) -> AuditPage:
        """Return the newest records, or those older than the key `before`."""


class AuditPager(Paging[AuditFilter, int]):
    """The records of one log; IDLE before the first question.

    Attributes:
        log: whose records these are.

    Signals:
        newest(tuple[AuditRecord]): the newest page as it is now; some of it may be known.

    """

    newest = Signal(object)

    def __init__(self, source: AuditSource, parent: QObject | None = None) -> None:
        super().__init__(AuditFilter(), parent)
        self._source = source
        self._newest_id = 0
        self.log = AuditLog.PAYMENTS

    def show(self, log: AuditLog, wanted: AuditFilter) -> None:
        """Look for something else, from the newest; what is shown stays until the answer is here."""
        is_other_log = log is not self.log
        if not is_other_log and wanted == self.wanted and self.state is not State.IDLE:
            return
        self.log, self.wanted = log, wanted
        if is_other_log:
            self._forget()
            self.replaced.emit(())
            self._set_state(State.LOADING)
        self._begin()

    def refresh(self) -> None:
        """Ask for what was written since; what is shown meanwhile stays."""
        if self._is_asking_anew:
            return
        if self.state in {State.IDLE, State.FAILED}:
            self._begin()
            return
        self._refresh_task = self._ask(None, self._on_newest, self.call_failed.emit)

    # Calls

    def _begin(self) -> None:
        self._cancel()
        self.is_stopped = False
        if self.state not in {State.READY, State.LOADING}:
            self._set_state(State.LOADING)
        self._first_task = self._ask(None, self._on_first_page, self._on_first_failure)

    def _ask_next_page(self) -> tasks.Task:
        return self._ask(self._next, self._on_next_page, self._on_next_failure)

    def _ask(
        self,
        before: int | None,
        on_success: Callable[[AuditPage], None],
        on_failure: Callable[[InstaPayError], None],
    ) -> tasks.Task:
        log, wanted = self.log, self.wanted
        return self._run(
            lambda: self._source.page(log=log, wanted=wanted, before=before, limit=PAGE),
            on_success,
            on_failure,
        )

    # Answers

    def _on_first_page(self, page: AuditPage) -> None:
        self._next, self.searched_to = page.next_before, page.searched_to
        self._has_lines = bool(page.records)
        self._newest_id = page.records[0].id if page.records else 0
        self.replaced.emit(page.records)
        self._to_find = PAGE
        self._search_on(len(page.records))

    def _on_next_page(self, page: AuditPage) -> None:
        self._next, self.searched_to = page.next_before, page.searched_to
        if page.records:
            self._has_lines = True
            self._newest_id = self._newest_id or page.records[0].id
            self.older.emit(page.records)
        self._search_on(len(page.records))

    def _on_newest(self, page: AuditPage) -> None:
        if page.next_before is not None and page.next_before > self._newest_id:
            # More was written than this page reaches back over: nothing may be missing in between.
            self._begin()
            return
        if page.records:
            self._has_lines = True
            self._newest_id = page.records[0].id
            self.newest.emit(page.records)
        self._set_filled()
