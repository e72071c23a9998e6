"""Many payments from a file, made together or not at all."""

from __future__ import annotations

from ui.screens.bulk.screen import BulkScreen

__all__ = ["BulkScreen"]
