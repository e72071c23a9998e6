"""Loads an account's payments page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.values.history import Cursor, HistoryFilter, HistoryPage, Waiting
from ui.components.history.columns import State
from ui.components.history.newest import Known, load_newest
from ui.components.history.paging import PAGE, Paging

if TYPE_CHECKING:
    from uuid import UUID

    from services.values.history import Line
    from ui import tasks
    from ui.components.history.newest import HistorySource, Newest

_NOTHING_WAITS = Waiting((), 0)


class Pager(Paging[HistoryFilter, Cursor]):
    """The payments of one account, and what of it is held.

    Attributes:
        account_id: whose payments these are; None for nobody's.
        waiting: what is held and not posted.

    Signals:
        newer(tuple[Line]): these belong on top.
        waiting_changed(): `waiting` is another one.

    """

    newer = Signal(object)
    waiting_changed = Signal()

    def __init__(self, source: HistorySource, parent: QObject | None = None) -> None:
        super().__init__(HistoryFilter(), parent)
        self._source = source
        self._known = Known()
        self.account_id: UUID | None = None
        self.waiting = _NOTHING_WAITS

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
            self._begin()

    def set_filter(self, wanted: HistoryFilter) -> None:
        """Look for something else; what is shown stays until the answer is here."""
        if wanted == self.wanted:
            return
        self.wanted = wanted
        if self.account_id is None:
            return
        self._cancel()
        self.is_stopped = False
        self._begin()

    def refresh(self) -> None:
        """Ask for what was posted since; what is shown meanwhile stays."""
        account_id, known, wanted = self.account_id, self._known, self.wanted
        if account_id is None or self._is_asking_anew:
            return

        def load() -> tuple[Newest, Waiting]:
            waiting = self._source.waiting(account_id=account_id, wanted=wanted)
            newest = load_newest(
                self._source, account_id=account_id, wanted=wanted, known=known, limit=PAGE
            )
            return newest, waiting

        self._refresh_task = self._run(load, self._on_newest, self.call_failed.emit)

    # Calls

    def _begin(self) -> None:
        account_id, wanted = self.account_id, self.wanted
        assert account_id is not None
        if self.state not in {State.READY, State.LOADING}:
            self._set_state(State.LOADING)

        def load() -> tuple[HistoryPage, Waiting]:
            # What waits first: a payment that is posted in between is then seen twice, not never.
            waiting = self._source.waiting(account_id=account_id, wanted=wanted)
            page = self._source.page(account_id=account_id, wanted=wanted, cursor=None, limit=PAGE)
            return page, waiting

        self._first_task = self._run(load, self._on_first_page, self._on_first_failure)

    def _ask_next_page(self) -> tasks.Task:
        account_id, wanted, cursor = self.account_id, self.wanted, self._next
        assert account_id is not None
        return self._run(
            lambda: self._source.page(
                account_id=account_id, wanted=wanted, cursor=cursor, limit=PAGE
            ),
            self._on_next_page,
            self._on_next_failure,
        )

    # Answers

    def _on_first_page(self, loaded: tuple[HistoryPage, Waiting]) -> None:
        page, waiting = loaded
        self._replace(page.lines, page)
        self._set_waiting(waiting)
        self._to_find = PAGE
        self._search_on(len(page.lines))

    def _on_next_page(self, page: HistoryPage) -> None:
        self._next, self.searched_to = page.next, page.searched_to
        if page.lines:
            self._has_lines = True
            if self._known.sequence == 0:
                newest = page.lines[0].sequence or 0
                self._known = Known(newest, self._known.searched_to, self._known.first)
            self.older.emit(page.lines)
        self._search_on(len(page.lines))

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

    @property
    def _is_filled(self) -> bool:
        return bool(self.waiting.lines) or super()._is_filled

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

    def _forget(self) -> None:
        super()._forget()
        self._known = Known()
        self._set_waiting(_NOTHING_WAITS)
