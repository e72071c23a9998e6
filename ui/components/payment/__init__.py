"""A payment on its way: sending it, and learning what became of it."""

from __future__ import annotations

from ui.components.payment.delivery import Delivery

__all__ = ["Delivery"]
