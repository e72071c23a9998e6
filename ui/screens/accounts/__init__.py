"""The person's accounts: what is in them and what happened to it."""

from __future__ import annotations

from ui.screens.accounts.screen import AccountsScreen

__all__ = ["AccountsScreen"]
