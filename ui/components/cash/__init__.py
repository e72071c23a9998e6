"""Money at the counter for an opened customer: cash in, cash out, a transfer, and what came of each."""

from __future__ import annotations

from ui.components.cash.form import ServeForm
from ui.components.cash.left_behind import LeftBehind
from ui.components.cash.makers import cash_in, cash_out, transfer

__all__ = ["LeftBehind", "ServeForm", "cash_in", "cash_out", "transfer"]
