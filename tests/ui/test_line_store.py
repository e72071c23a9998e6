"""The lines that a history has loaded, packed and not."""

from __future__ import annotations

import tracemalloc
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.ui.ledger import line
from ui.components.history.store import LineStore

if TYPE_CHECKING:
    from services.values.history import Line


def lines(first: int, count: int) -> tuple[Line, ...]:
    """Return so many lines from a sequence down."""
    return tuple(line(number) for number in range(first, first - count, -1))


def test_rows_are_those_of_a_plain_list_however_they_come() -> None:
    chance = Random(7)  # noqa: S311 (nothing secret)
    store = LineStore()
    plain: list[Line] = []
    top, bottom = 1_000_000, 1_000_000
    for _ in range(200):
        count = chance.choice((0, 1, 3, 100))
        if chance.random() < 0.4:
            top += count
            store.prepend(lines(top, count))
            plain[:0] = lines(top, count)
        else:
            store.append(lines(bottom, count))
            plain.extend(lines(bottom, count))
            bottom -= count
        assert len(store) == len(plain)
        for _ in range(5):
            if plain:
                row = chance.randrange(len(plain))
                assert store[row] == plain[row]
    assert [store[row] for row in range(len(store))] == plain


def test_a_row_that_is_not_there_is_none() -> None:
    store = LineStore()
    store.append(lines(10, 10))
    for row in (-1, 10):
        with pytest.raises(IndexError):
            store[row]
    store.clear()
    assert len(store) == 0


def test_what_nobody_looks_at_takes_little_room() -> None:
    def taken(pages: int) -> int:
        store = LineStore()
        tracemalloc.start()
        for number in range(pages):
            store.append(lines(1_000_000 - 100 * number, 100))
        found = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        assert store[0].sequence == 1_000_000
        assert store[100 * pages - 1].sequence == 1_000_001 - 100 * pages
        return found

    open_pages, more = taken(60), taken(100)
    # As they came the others would take two thirds of what stays open; packed it is a few per cent.
    assert more - open_pages < open_pages / 4
