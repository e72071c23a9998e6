"""Loads an account's entries page by page, off the GUI thread, and says what there is to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui import tasks
from ui.components.history.columns import State
from ui.components.history.newest import load_newest

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from services.errors import InstaPayError
    from services.values.history import Entry, EntryPage
    from ui.components.history.newest import LoadHistory, Newest

#: Entries a page: several screens of them.
PAGE = 100
#: Deadline of a read, in seconds.
READ_DEADLINE_S = 10.0


class Pager(QObject):
    """Pages by (account, sequence), never by offset.

    Attributes:
        account_id: whose entries these are; None for nobody's.
        state: what there is to show.
        error: why, in the states FAILED and MORE_FAILED.

    Signals:
        replaced(tuple[Entry]): these are all there is now.
        older(tuple[Entry]): these follow below.
        newer(tuple[Entry]): these belong on top.
        state_changed(State): also when a page starts or ends to load.
        call_failed(InstaPayError): a call failed, whatever is shown meanwhile.

    """

    replaced = Signal(object)
    older = Signal(object)
    newer = Signal(object)
    state_changed = Signal(object)
    call_failed = Signal(object)

    def __init__(self, load: LoadHistory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load = load
        self._newest_known = 0
        self._next_before: int | None = None
        self._page_task: tasks.Task | None = None
        self._refresh_task: tasks.Task | None = None
        self.account_id: UUID | None = None
        self.state = State.IDLE
        self.error: InstaPayError | None = None

    @property
    def can_load_more(self) -> bool:
        """There are older entries that are not on their way yet."""
        return (
            self.state is State.READY
            and self._next_before is not None
            and not _is_open(self._page_task)
        )

    @property
    def is_loading_more(self) -> bool:
        """The next older page is on its way."""
        return self.state is State.READY and _is_open(self._page_task)

    def show_account(self, account_id: UUID | None) -> None:
        """Start with another account, from its newest entries."""
        if account_id == self.account_id:
            return
        self.account_id = account_id
        self._replace((), None)
        if account_id is None:
            self._set_state(State.IDLE)
        else:
            self._load_first_page(account_id)

    def refresh(self) -> None:
        """Ask for what was posted since; what is shown meanwhile stays."""
        account_id, known = self.account_id, self._newest_known
        if account_id is None or self.state is State.LOADING or _is_open(self._refresh_task):
            return
        self._refresh_task = self._run(
            lambda: load_newest(self._load, account_id=account_id, known=known, page=PAGE),
            self._on_newest,
            self.call_failed.emit,
        )

    def retry(self) -> None:
        """Try again what failed: the first page, or the next one."""
        if self.state is State.FAILED and self.account_id is not None:
            self._load_first_page(self.account_id)
        elif self.state is State.MORE_FAILED:
            self._set_state(State.READY)
            self.load_more()

    def load_more(self) -> None:
        """Load the next older page, unless it is on its way or failed."""
        account_id, before = self.account_id, self._next_before
        if account_id is None or not self.can_load_more:
            return
        self._page_task = self._run(
            lambda: self._load(account_id=account_id, before=before, limit=PAGE),
            self._on_next_page,
            self._on_next_failure,
        )
        self.state_changed.emit(self.state)

    def _load_first_page(self, account_id: UUID) -> None:
        self._page_task = self._run(
            lambda: self._load(account_id=account_id, before=None, limit=PAGE),
            self._on_first_page,
            self._on_first_failure,
        )
        self._set_state(State.LOADING)

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

    def _on_first_page(self, page: EntryPage) -> None:
        self._replace(page.entries, page.next_before)
        self._set_filled()

    def _on_first_failure(self, error: InstaPayError) -> None:
        self._set_state(State.FAILED, error)
        self.call_failed.emit(error)

    def _on_next_page(self, page: EntryPage) -> None:
        self._next_before = page.next_before
        if page.entries:
            self.older.emit(page.entries)
        self._set_filled()

    def _on_next_failure(self, error: InstaPayError) -> None:
        self._set_state(State.MORE_FAILED, error)
        self.call_failed.emit(error)

    def _on_newest(self, newest: Newest) -> None:
        if not newest.joins:
            self._replace(newest.entries, newest.next_before)
        elif newest.entries:
            self._newest_known = newest.entries[0].sequence
            self.newer.emit(newest.entries)
        self._set_filled()

    def _replace(self, entries: tuple[Entry, ...], next_before: int | None) -> None:
        for task in (self._page_task, self._refresh_task):
            if task is not None:
                task.cancel()
        self._newest_known = entries[0].sequence if entries else 0
        self._next_before = next_before
        self.replaced.emit(entries)

    def _set_filled(self) -> None:
        self._set_state(State.READY if self._newest_known else State.EMPTY)

    def _set_state(self, state: State, error: InstaPayError | None = None) -> None:
        self.state = state
        self.error = error
        self.state_changed.emit(state)


def _is_open(task: tasks.Task | None) -> bool:
    return task is not None and task.is_open
