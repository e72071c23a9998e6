"""How long the faults run: INSTAPAY_FAULTS=long is what `make faults` sets, short what `make test` runs."""

from __future__ import annotations

import os
from typing import TypeVar

_T = TypeVar("_T")

_CHOSEN = os.environ.get("INSTAPAY_FAULTS", "short")
if _CHOSEN not in ("short", "long"):
    raise ValueError(f"INSTAPAY_FAULTS is short or long, not {_CHOSEN!r}")
IS_LONG = _CHOSEN == "long"


def pick(short: _T, long: _T) -> _T:
    """Return the figure of the form that runs."""
    return long if IS_LONG else short
