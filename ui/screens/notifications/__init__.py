"""What the bank tells this person."""

from __future__ import annotations

from ui.screens.notifications.screen import NotificationsScreen

__all__ = ["NotificationsScreen"]
