"""Holding a log's seals against its records and the other database's copies, a short call at a time."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, TypeAlias

from services.account_rows import utc_or_none
from services.values.audit import BrokenSeal, SealCheck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Rows: TypeAlias = list[Mapping[str, Any]]

#: Seals a call at most; the database ends a call earlier where they are over many records.
_SEALS = 200


class SealChecks:
    """`seals(after, limit)` holds some against their records; `kept(after)` gives copies of them.

    A seal that was cut off, or made anew with what it was over, fits its records all the same: the copies
    tell.
    """

    def __init__(self, seals: Callable[[int, int], Rows], kept: Callable[[int], Rows]) -> None:
        self._seals = seals
        self._kept = kept
        self._copies: Rows = []
        self._has_all_copies = False
        self._last_copy = 0

    def run(self) -> Iterator[SealCheck]:
        """Yield how far it has got after each call; the last one `is_done`."""
        check, after = SealCheck(), 0
        while True:
            # Copies first: one that is made meanwhile is of a seal that is looked at after it.
            copy = self._next_copy()
            rows = self._seals(after, _SEALS)
            for row in rows:
                broken = self._broken(row)
                if broken is not None:
                    yield _with(check, row, broken=broken, is_done=True)
                    return
                check, after = _with(check, row), row["seal_id"]
            if rows:
                yield check
                continue
            missing = None if copy is None else BrokenSeal(copy["seal_id"], is_replaced=True)
            yield SealCheck(
                check.seals, check.records, 1.0, check.through, broken=missing, is_done=True
            )
            return

    def _broken(self, row: Mapping[str, Any]) -> BrokenSeal | None:
        """Tell what is wrong with a seal, or with those that should stand before it."""
        copy = self._next_copy()
        if copy is not None and copy["seal_id"] < row["seal_id"]:
            return BrokenSeal(copy["seal_id"], is_replaced=True)
        if not row["fits"]:
            return BrokenSeal(
                row["seal_id"],
                is_replaced=False,
                first_at=utc_or_none(row["first_at"]),
                last_at=utc_or_none(row["last_at"]),
            )
        if copy is not None and copy["seal_id"] == row["seal_id"]:
            if copy["hash"] != row["hash"]:
                return BrokenSeal(copy["seal_id"], is_replaced=True)
            self._copies.pop(0)
        return None

    def _next_copy(self) -> Mapping[str, Any] | None:
        """Return the oldest copy that no seal was held against yet, None where all were."""
        if not self._copies and not self._has_all_copies:
            self._copies = self._kept(self._last_copy)
            self._has_all_copies = not self._copies
            if self._copies:
                self._last_copy = self._copies[-1]["seal_id"]
        return self._copies[0] if self._copies else None


def _with(
    check: SealCheck,
    row: Mapping[str, Any],
    *,
    broken: BrokenSeal | None = None,
    is_done: bool = False,
) -> SealCheck:
    """Count one more seal in, unless it is broken."""
    if broken is not None:
        return SealCheck(
            check.seals, check.records, check.share, check.through, broken, is_done=is_done
        )
    return SealCheck(
        seals=check.seals + 1,
        records=check.records + row["row_count"],
        share=min(1.0, row["seal_id"] / row["newest_id"]),
        through=row["sealed_at"].replace(tzinfo=UTC),
    )
