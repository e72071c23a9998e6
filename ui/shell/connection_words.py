"""Words for how the connection stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import bidi
from ui.connection_state import State
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.connection_state import Connection
    from ui.widgets.connection_line import ConnectionLine

_STATES: Mapping[State, tuple[str, Tone]] = {
    State.STARTING: (QT_TRANSLATE_NOOP("connection", "Connecting …"), Tone.NEUTRAL),
    State.CONNECTED: (QT_TRANSLATE_NOOP("connection", "Connected"), Tone.CREDIT),
    State.RECONNECTING: (QT_TRANSLATE_NOOP("connection", "Reconnecting …"), Tone.WARN),
    State.OFFLINE: (QT_TRANSLATE_NOOP("connection", "Offline"), Tone.DANGER),
}

_PHASES: Mapping[str, str] = {
    "starting": QT_TRANSLATE_NOOP("connection", "Starting the bank …"),
    "preparing": QT_TRANSLATE_NOOP("connection", "Preparing the databases, once only …"),
    "seeding": QT_TRANSLATE_NOOP("connection", "Filling the demo bank, once only …"),
    "connecting": QT_TRANSLATE_NOOP("connection", "Connecting …"),
}


def show_state(line: ConnectionLine, state: State) -> None:
    """Put a state into a line."""
    text, tone = _STATES[state]
    line.say(QCoreApplication.translate("connection", text), tone)


def show_phase(line: ConnectionLine, code: str) -> None:
    """Put a phase of starting into a line; a phase without words of its own is "starting"."""
    text = _PHASES.get(code, _PHASES["starting"])
    line.say(QCoreApplication.translate("connection", text), Tone.NEUTRAL)


def banner_words(connection: Connection) -> tuple[str, str]:
    """Return heading and text of the banner: since when, and what that means for what is shown.

    It says nothing about payments: one may be on its way, and its own panel tells of it.
    """
    lost_at = connection.lost_at
    since = bidi.ltr(f"{lost_at.astimezone():%H:%M}") if lost_at is not None else ""
    if connection.payment:
        heading = QT_TRANSLATE_NOOP("connection", "Sign-in cannot be reached since {time}.")
        text = QT_TRANSLATE_NOOP(
            "connection",
            "You can go on until your session has to be renewed. We keep trying.",
        )
    elif connection.auth:
        heading = QT_TRANSLATE_NOOP("connection", "Payments cannot be reached since {time}.")
        text = QT_TRANSLATE_NOOP(
            "connection",
            "What you see may be old. You stay signed in; we keep trying.",
        )
    else:
        heading = QT_TRANSLATE_NOOP("connection", "The bank cannot be reached since {time}.")
        text = QT_TRANSLATE_NOOP(
            "connection",
            "What you see may be old. What you typed stays; we keep trying.",
        )
    return (
        QCoreApplication.translate("connection", heading).format(time=since),
        QCoreApplication.translate("connection", text),
    )


def lock_words(connection: Connection) -> tuple[str, str]:
    """Return heading and text of why a locked window cannot be unlocked: since when, and what now."""
    lost_at = connection.lost_at
    since = bidi.ltr(f"{lost_at.astimezone():%H:%M}") if lost_at is not None else ""
    heading = QT_TRANSLATE_NOOP("connection", "Sign-in cannot be reached since {time}.")
    text = QT_TRANSLATE_NOOP(
        "connection",
        "So nobody can check your password just now. We keep trying; what you typed is kept.",
    )
    return (
        QCoreApplication.translate("connection", heading).format(time=since),
        QCoreApplication.translate("connection", text),
    )
