"""The log of both databases, for auditors."""

from __future__ import annotations

from ui.screens.audit.screen import AuditScreen

__all__ = ["AuditScreen"]
