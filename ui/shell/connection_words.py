"""Words for how the connection stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import bidi, clock, date_text
from ui.connection_state import State
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

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

_AUTH_LOST = QT_TRANSLATE_NOOP("connection", "Sign-in cannot be reached since {time}.")
_GO_ON = QT_TRANSLATE_NOOP(
    "connection", "You can go on until your session has to be renewed. We keep trying."
)
#: Which database answers -> heading, text, text where what is shown has a time.
_BANNERS: Mapping[str, tuple[str, str, str]] = {
    "payment": (_AUTH_LOST, _GO_ON, _GO_ON),
    "cut_off": (
        _AUTH_LOST,
        QT_TRANSLATE_NOOP(
            "connection",
            "Your session cannot be renewed, so payments have to wait. What you typed stays; we keep"
            " trying.",
        ),
        QT_TRANSLATE_NOOP(
            "connection",
            "Your session cannot be renewed, so payments have to wait. What you see is as of {time};"
            " what you typed stays.",
        ),
    ),
    "auth": (
        QT_TRANSLATE_NOOP("connection", "Payments cannot be reached since {time}."),
        QT_TRANSLATE_NOOP(
            "connection", "What you see may be old. You stay signed in; we keep trying."
        ),
        QT_TRANSLATE_NOOP(
            "connection", "What you see is as of {time}. You stay signed in; we keep trying."
        ),
    ),
    "none": (
        QT_TRANSLATE_NOOP("connection", "The bank cannot be reached since {time}."),
        QT_TRANSLATE_NOOP(
            "connection", "What you see may be old. What you typed stays; we keep trying."
        ),
        QT_TRANSLATE_NOOP(
            "connection", "What you see is as of {time}. What you typed stays; we keep trying."
        ),
    ),
}


def show_state(line: ConnectionLine, state: State) -> None:
    """Put a state into a line."""
    text, tone = _STATES[state]
    line.say(QCoreApplication.translate("connection", text), tone)


def show_phase(line: ConnectionLine, code: str) -> None:
    """Put a phase of starting into a line; a phase without words of its own is "starting"."""
    text = _PHASES.get(code, _PHASES["starting"])
    line.say(QCoreApplication.translate("connection", text), Tone.NEUTRAL)


def banner_words(
    connection: Connection, *, as_of: datetime | None = None, is_cut_off: bool = False
) -> tuple[str, str]:
    """Return heading and text of the banner: since when, and what that means for what is shown.

    `as_of` is when that was loaded, where anything is. It says nothing about payments that were sent:
    one may be on its way, and its own panel tells of it.
    """
    which = "payment" if connection.payment else "auth" if connection.auth else "none"
    if which == "payment" and is_cut_off:
        which = "cut_off"
    heading, undated, dated = _BANNERS[which]
    text = dated if as_of is not None else undated
    shown = "" if as_of is None else _moment(as_of)
    return (
        QCoreApplication.translate("connection", heading).format(time=_since(connection)),
        QCoreApplication.translate("connection", text).format(time=shown),
    )


def _since(connection: Connection) -> str:
    lost_at = connection.lost_at
    return _moment(lost_at) if lost_at is not None else ""


def _moment(moment: datetime) -> str:
    is_today = date_text.is_same_day(moment, clock.now())
    text = date_text.time_of_day(moment) if is_today else date_text.moment_text(moment)
    return bidi.ltr(text) if is_today else bidi.own(text)


def lock_words(connection: Connection) -> tuple[str, str]:
    """Return heading and text of why a locked window cannot be unlocked: since when, and what now."""
    since = _since(connection)
    heading = QT_TRANSLATE_NOOP("connection", "Sign-in cannot be reached since {time}.")
    text = QT_TRANSLATE_NOOP(
        "connection",
        "So nobody can check your password just now. We keep trying; what you typed is kept.",
    )
    return (
        QCoreApplication.translate("connection", heading).format(time=since),
        QCoreApplication.translate("connection", text),
    )
