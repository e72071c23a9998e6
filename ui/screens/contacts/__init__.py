"""Whom somebody pays again and again."""

from __future__ import annotations

from ui.screens.contacts.screen import ContactsScreen

__all__ = ["ContactsScreen"]
