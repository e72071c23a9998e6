"""The first page: sign in, or ask for an account."""

from ui.screens.login.screen import LoginScreen

__all__ = ["LoginScreen"]
