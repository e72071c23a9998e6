"""Passwords: asked once more, and changed."""

from ui.components.password.change_form import ChangeForm
from ui.components.password.step import PasswordStep

__all__ = ["ChangeForm", "PasswordStep"]
