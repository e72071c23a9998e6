"""Words for whether the bank's books balance."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import bidi, clock, date_text
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.books import BooksState
    from ui.widgets.connection_line import ConnectionLine

#: The bank proves it each minute; a proof older than this says that its worker stands still.
STALE_AFTER = timedelta(minutes=10)

_BALANCED = QT_TRANSLATE_NOOP("books", "Books balance · {time}")
_UNBALANCED = QT_TRANSLATE_NOOP("books", "Books do not balance · {time}")
_STALE = QT_TRANSLATE_NOOP("books", "Books not proved since {time}")


def show_state(line: ConnectionLine, state: BooksState) -> None:
    """Put what a proof said into a line, with its time; with its day where that is not today."""
    now = clock.now()
    is_today = date_text.is_same_day(state.proved_at, now)
    as_text = date_text.time_of_day if is_today else date_text.moment_text
    pattern, tone = _BALANCED, Tone.CREDIT
    if not state.balanced:
        pattern, tone = _UNBALANCED, Tone.DANGER
    elif now - state.proved_at > STALE_AFTER:
        pattern, tone = _STALE, Tone.WARN
    words = QCoreApplication.translate("books", pattern)
    line.say(words.format(time=bidi.ltr(as_text(state.proved_at))), tone)
