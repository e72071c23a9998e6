"""What is done once, however often it is asked for."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, TypeVar

from services.errors import InstaPayError, Unexpected

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")


class Once(Generic[_T]):
    """A call that is made once; whoever calls it again, or meanwhile, gets what the first came to.

    For a page that goes on with what another one has sent: it waits for that answer. Blocks, as the
    call does.
    """

    def __init__(self, call: Callable[[], _T]) -> None:
        self._call: Callable[[], _T] | None = call
        self._results: list[_T] = []
        # A fault of ours, where it comes to nothing else.
        self._error: InstaPayError = Unexpected("unexpected")
        self._lock = threading.Lock()

    def __call__(self) -> _T:
        """Return what the call returned; raise what it raised."""
        with self._lock:
            call, self._call = self._call, None
            if call is not None:
                try:
                    self._results.append(call())
                except InstaPayError as error:
                    self._error = error
            if not self._results:
                raise self._error
            return self._results[0]
