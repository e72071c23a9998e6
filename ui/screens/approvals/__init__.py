"""What waits for a second person."""

from __future__ import annotations

from ui.screens.approvals.screen import ApprovalsScreen

__all__ = ["ApprovalsScreen"]
