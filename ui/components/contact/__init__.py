"""Keeping somebody among one's contacts, from any screen."""

from __future__ import annotations

from ui.components.contact.dialog import ContactDialog

__all__ = ["ContactDialog"]
