"""Posted entries of one account: a table that any screen shows whole."""

from __future__ import annotations

from ui.components.history.columns import Column, Role, State
from ui.components.history.model import HistoryModel
from ui.components.history.view import HistoryView

__all__ = ["Column", "HistoryModel", "HistoryView", "Role", "State"]
