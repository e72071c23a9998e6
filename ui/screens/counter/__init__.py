"""The teller's counter: finding a customer, opening the customer, and what is done for them."""

from __future__ import annotations

from ui.screens.counter.screen import CounterScreen

__all__ = ["CounterScreen"]
