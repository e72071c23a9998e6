"""An account's balance over time, as a card: a step a day, painted by ourselves.

QtCharts would be a package of its own (PySide6-Addons), loaded at sign-in, for one line.
"""

from __future__ import annotations

from ui.components.balance_plot.card import BalancePlotCard

__all__ = ["BalancePlotCard"]
