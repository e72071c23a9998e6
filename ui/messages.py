"""The one bridge from anywhere in the windows to what the person is told. Always plain text.

The main window listens and shows; who tells knows no window.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.errors import Unexpected

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.errors import InstaPayError


class Kind(StrEnum):
    """What sort of message it is."""

    INFO = "info"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Message:
    """A note that goes by itself, perhaps with a button of the words `action`."""

    text: str
    kind: Kind
    action: str = ""
    on_action: Callable[[], object] | None = None


class _Bridge(QObject):
    """Carries messages to the window.

    Signals:
        posted(Message): a note.
        faulted(str): a fault of ours, by its reference to the log.
    """

    posted = Signal(object)
    faulted = Signal(str)


_bridge = _Bridge()
#: Emitted with a `Message`.
posted = _bridge.posted
#: Emitted with the reference of a fault.
faulted = _bridge.faulted


def info(text: str, *, action: str = "", on_action: Callable[[], object] | None = None) -> None:
    """Say that something went well, or merely is so; `action` words what can be done about it."""
    _bridge.posted.emit(Message(text, Kind.INFO, action, on_action))


def warn(text: str) -> None:
    """Say that something did not work and nothing else on screen says so."""
    _bridge.posted.emit(Message(text, Kind.WARN))


def fault(error: InstaPayError) -> None:
    """Tell an error that has no place on screen: a sentence, or for `Unexpected` a dialog."""
    if isinstance(error, Unexpected):
        _bridge.faulted.emit(str(error.data.get("reference", "")))
    else:
        from ui import error_text  # noqa: PLC0415 (the login paints without it)

        warn(error_text.sentence(error))
