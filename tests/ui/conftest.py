"""Fixtures for tests of windows: a styled application, and each test on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui import language, tasks, theme
from ui.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Have the style chosen as the program has it, before there is an application."""
    theme.prepare()
    return QApplication


@pytest.fixture(autouse=True)
def _styled(qapp: QApplication) -> Iterator[None]:
    """Begin light and in English; end with no call under way."""
    language.put_on(qapp, Language.ENGLISH)
    theme.apply(qapp, theme.Scheme.LIGHT, steady=True)
    yield
    assert tasks.shut_down(wait_s=10)
    language.put_on(qapp, Language.ENGLISH)


class Windows(QObject):
    """Writes down every window that is shown: a widget shown before it has a parent is one."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def shown_windows(qapp: QApplication) -> Iterator[list[str]]:
    """Names of the classes of all windows shown during the test, in order."""
    windows = Windows()
    qapp.installEventFilter(windows)
    yield windows.shown
    qapp.removeEventFilter(windows)
