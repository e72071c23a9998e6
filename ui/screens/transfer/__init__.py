"""Paying somebody."""

from __future__ import annotations

from ui.screens.transfer.screen import TransferScreen

__all__ = ["TransferScreen"]
