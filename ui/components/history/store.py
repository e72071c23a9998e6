"""The lines that a history has loaded: a million of them in the room of some ten thousand."""

from __future__ import annotations

import pickle
import zlib
from bisect import bisect_right
from collections import OrderedDict
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.values.history import Line

#: Pages that stay as they are: those looked at last. Of the others each line takes some 50 bytes, not 900.
_OPEN_PAGES = 60
#: Newer lines come a few at a time: they share a page up to this many.
_FULL = 200


class _Page:
    """Some lines, packed or not."""

    __slots__ = ("count", "lines", "packed")

    def __init__(self, lines: Sequence[Line]) -> None:
        self.count = len(lines)
        self.lines: tuple[Line, ...] | None = tuple(lines)
        self.packed = b""

    def open(self) -> tuple[Line, ...]:
        if self.lines is None:
            # Bytes that this object packed itself.
            self.lines = pickle.loads(zlib.decompress(self.packed))  # noqa: S301
            self.packed = b""
        return self.lines

    def pack(self) -> None:
        if self.lines is not None:
            self.packed = zlib.compress(pickle.dumps(self.lines, pickle.HIGHEST_PROTOCOL), 1)
            self.lines = None


class LineStore:
    """Lines newest first, in the order of a table's rows.

    Lines never change once they are posted, so a page that is far from what somebody looks at is kept
    packed; taking a line out of it unpacks the page, in less than a millisecond.
    """

    def __init__(self) -> None:
        self._pages: list[_Page] = []
        self._ends: list[int] = []
        self._open: OrderedDict[int, _Page] = OrderedDict()

    def clear(self) -> None:
        """Forget all."""
        self._pages, self._ends = [], []
        self._open.clear()

    def append(self, lines: Sequence[Line]) -> None:
        """Put older lines at the end."""
        if lines:
            page = _Page(lines)
            self._pages.append(page)
            self._ends.append(len(self) + page.count)
            self._keep_open(page)

    def prepend(self, lines: Sequence[Line]) -> None:
        """Put newer lines on top."""
        if not lines:
            return
        newest = self._pages[0] if self._pages else None
        page = _Page(lines)
        if newest is not None and newest.count + page.count <= _FULL:
            page = _Page((*lines, *newest.open()))
            self._open.pop(id(newest), None)
            self._pages[0] = page
        else:
            self._pages.insert(0, page)
        self._ends = list(accumulate(each.count for each in self._pages))
        self._keep_open(page)

    def __len__(self) -> int:
        """Return how many there are."""
        return self._ends[-1] if self._ends else 0

    def __getitem__(self, row: int) -> Line:
        """Return the line of a row, counted from 0. Raises IndexError."""
        if not 0 <= row < len(self):
            raise IndexError(row)
        number = bisect_right(self._ends, row)
        page = self._pages[number]
        lines = page.lines
        if lines is None:
            lines = page.open()
            self._keep_open(page)
        return lines[row - self._ends[number] + page.count]

    def _keep_open(self, page: _Page) -> None:
        """Pack what was opened longest ago. By order of opening: noting each look would cost more."""
        self._open[id(page)] = page
        while len(self._open) > _OPEN_PAGES:
            _, oldest = self._open.popitem(last=False)
            oldest.pack()
