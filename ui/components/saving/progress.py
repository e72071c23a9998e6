"""How far a worker thread has got with a file."""

from __future__ import annotations

import threading

from services.errors import InstaPayError


class LeftOff(InstaPayError):  # noqa: N818 (somebody's wish, not an error)
    """Nobody waits for it any more: what was begun leaves no trace."""

    def __init__(self) -> None:
        super().__init__("left_off")


class Progress:
    """How far a worker thread has got, for the window to look at, and the wish that it leaves off.

    Attributes:
        lines: how many lines there are so far.
        share: how much of the work is done, 0 to 1; None while nobody can tell.

    """

    def __init__(self) -> None:
        self.lines = 0
        self.share: float | None = None
        self._newest: int | None = None
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Wish that it leaves off at the next page."""
        self._cancelled.set()

    def check(self) -> None:
        """Go on, unless it is to be left off: raises LeftOff."""
        if self._cancelled.is_set():
            raise LeftOff

    def count(
        self, lines: int, *, first: int | None, left: int | None, is_last: bool, whole: float = 1.0
    ) -> None:
        """Take a page of `lines` in; with the last one `whole` of the work is done. Raises LeftOff.

        Lines are numbered from 1, the newest first: `first` is the number of the page's first line, `left`
        of the next page's; None where nobody can tell.
        """
        self.check()
        self.lines += lines
        if is_last:
            self.share = whole
        elif left is not None:
            self._newest = self._newest or first or left
            self.share = whole * min(1.0, max(0.0, 1 - left / max(self._newest, 1)))
