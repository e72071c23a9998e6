"""Loads a list page by page, off the GUI thread, and says what there is to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from ui import tasks
from ui.components.history.columns import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from services.errors import InstaPayError

#: Lines a page: several screens of them.
PAGE = 100
#: Deadline of a read, in seconds.
_READ_DEADLINE_S = 10.0


class Filter(Protocol):
    """What a list is narrowed to."""

    @property
    def is_empty(self) -> bool:
        """Nothing is left out."""


_Filter = TypeVar("_Filter", bound=Filter)
_Cursor = TypeVar("_Cursor")


class Paging(QObject, Generic[_Filter, _Cursor]):
    """Pages by key, never by offset: those who derive say how one is asked for.

    The bank looks at so many rows a call and no more, so a page of a filter may come short: it is asked on
    until there are PAGE more lines, or somebody stops it.

    Attributes:
        wanted: the filter.
        state: what there is to show.
        error: why, in the states FAILED and MORE_FAILED.
        searched_to: how far back was looked so far (UTC); None before, and at the end.
        is_stopped: somebody has had enough of searching.

    Signals:
        replaced(tuple): these lines are all there is now.
        older(tuple): these follow below.
        state_changed(State): also when a page starts or ends to load.
        call_failed(InstaPayError): a call failed, whatever is shown meanwhile.

    """

    replaced = Signal(object)
    older = Signal(object)
    state_changed = Signal(object)
    call_failed = Signal(object)

    def __init__(self, wanted: _Filter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._next: _Cursor | None = None
        self._to_find = 0
        self._has_lines = False
        self._first_task: tasks.Task | None = None
        self._page_task: tasks.Task | None = None
        self._refresh_task: tasks.Task | None = None
        self.wanted = wanted
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
        """Lines are looked for that a page may hold none of, or were until it was stopped."""
        return (
            self._next is not None
            and not self.wanted.is_empty
            and (self.is_stopped or self.is_loading_more)
        )

    def retry(self) -> None:
        """Try again what failed: the first page, or the next one."""
        if self.state is State.FAILED:
            self._begin()
        elif self.state is State.MORE_FAILED:
            self._set_state(State.READY)
            self.load_more()

    def stop(self) -> None:
        """Search no further; what was found stays."""
        if self._page_task is not None and self._page_task.is_open:
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
        if self.can_load_more:
            self._to_find = PAGE
            self._page_task = self._ask_next_page()
            self.state_changed.emit(self.state)

    # What those who derive do

    def _begin(self) -> None:
        """Ask for the first page anew."""
        raise NotImplementedError

    def _ask_next_page(self) -> tasks.Task:
        """Ask for the page at `_next`; its answer goes to `_search_on`, a failure to `_on_next_failure`."""
        raise NotImplementedError

    @property
    def _is_filled(self) -> bool:
        """There is something to show, or may be."""
        return self._has_lines or self._next is not None

    # Calls and answers

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
            deadline_s=_READ_DEADLINE_S,
        )

    @property
    def _is_asking_anew(self) -> bool:
        return _is_open(self._first_task) or _is_open(self._refresh_task)

    def _search_on(self, found: int) -> None:
        """Ask on where a page came short: fewer lines than a screen or two can be scrolled to."""
        self._to_find -= found
        if self._to_find > 0 and self._next is not None:
            self._page_task = self._ask_next_page()
        self._set_filled()

    def _on_first_failure(self, error: InstaPayError) -> None:
        self._forget()
        self.replaced.emit(())
        self._set_state(State.FAILED, error)
        self.call_failed.emit(error)

    def _on_next_failure(self, error: InstaPayError) -> None:
        self._set_state(State.MORE_FAILED, error)
        self.call_failed.emit(error)

    # State

    def _cancel(self) -> None:
        for task in (self._first_task, self._page_task, self._refresh_task):
            if task is not None:
                task.cancel()

    def _forget(self) -> None:
        self._cancel()
        self._next, self._has_lines = None, False
        self.searched_to = None
        self.is_stopped = False

    def _set_filled(self) -> None:
        if self._is_filled:
            self._set_state(State.READY)
        else:
            self._set_state(State.EMPTY if self.wanted.is_empty else State.NO_MATCH)

    def _set_state(self, state: State, error: InstaPayError | None = None) -> None:
        self.state = state
        self.error = error
        self.state_changed.emit(state)


def _is_open(task: tasks.Task | None) -> bool:
    return task is not None and task.is_open
