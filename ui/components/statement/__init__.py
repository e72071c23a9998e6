"""What a history shows, as a file or on paper."""

from __future__ import annotations

from ui.components.statement.dialog import ExportDialog
from ui.components.statement.source import Source, Wanted

__all__ = ["ExportDialog", "Source", "Wanted"]
