"""What a locked window shows in place of everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import bidi, theme
from ui.components.password import PasswordStep
from ui.shell import connection_words
from ui.widgets.banner import Banner
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.card import Card, centred
from ui.widgets.connection_line import ConnectionLine
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from services.values.people import Person
    from ui.connection_state import Connection

_MARGIN = 36
#: Convention 5 of the design: what takes over 2 s can be cancelled.
_CANCEL_AFTER_MS = 2000


class LockPage(QWidget):
    """Says whose window it is and asks for the password.

    Attributes:
        step: the password and what the bank says to it.

    Signals:
        unlock_wanted(): the password is typed and is to be proved.
        cancelled(): nobody waits for the answer any more.
        sign_out_chosen(): they want to leave.

    """

    unlock_wanted = Signal()
    cancelled = Signal()
    sign_out_chosen = Signal()

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_reachable = True
        self._name = ElidedLabel(bidi.own(person.full_name or person.email), "heading")
        self._name.setObjectName("lock.name")
        self._offline = Banner(Tone.WARN)
        self._offline.setObjectName("lock.offline")
        self._offline.hide()
        self.step = PasswordStep(self.tr("&Password"))
        self.step.edit.setObjectName("lock.password")
        self.step.edit.show_button.setObjectName("lock.show_password")
        self.step.caps_lock.setObjectName("lock.caps_lock")
        self.step.error.setObjectName("lock.error")
        self.step.edit.returnPressed.connect(self._on_submit)
        self.step.refused.connect(self._on_refused)
        self.step.paused.connect(lambda _paused: self._update())
        self._submit = BusyButton(self.tr("&Unlock"), self.tr("Unlocking …"))
        self._submit.setObjectName("lock.submit")
        self._submit.setAutoDefault(True)
        self._submit.clicked.connect(self._on_submit)
        self._cancel = button(self.tr("&Cancel"), "quiet")
        self._cancel.setObjectName("lock.cancel")
        self._cancel.clicked.connect(self._on_cancel)
        self._cancel.hide()
        self._sign_out = button(self.tr("&Sign out"), "quiet")
        self._sign_out.setObjectName("lock.sign_out")
        self._sign_out.clicked.connect(self.sign_out_chosen)
        self._connection = ConnectionLine()
        self._connection.setObjectName("lock.connection")
        self._cancel_later = QTimer(self)
        self._cancel_later.setSingleShot(True)
        self._cancel_later.setInterval(_CANCEL_AFTER_MS)
        self._cancel_later.timeout.connect(self._cancel.show)
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card(margin=_MARGIN)
        card.setFixedWidth(theme.Control.LOGIN_CARD)
        card.body.setSpacing(theme.Spacing.M)
        heading = QHBoxLayout()
        heading.setSpacing(theme.Spacing.M)
        heading.addWidget(
            IconLabel("lock", "accent", theme.Control.ICON_LARGE), 0, Qt.AlignmentFlag.AlignVCenter
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(self.tr("Locked"), "title"))
        words.addWidget(self._name)
        heading.addLayout(words, 1)
        card.body.addLayout(heading)
        card.body.addWidget(
            label(self.tr("Type your password to go on where you were."), "muted", wraps=True)
        )
        card.body.addWidget(self._offline)
        card.body.addWidget(self.step)
        card.body.addSpacing(theme.Spacing.XS)
        buttons = QVBoxLayout()
        buttons.setSpacing(theme.Spacing.S)
        for part in (self._submit, self._cancel, self._sign_out):
            buttons.addWidget(part)
        card.body.addLayout(buttons)
        card.body.addWidget(self._connection)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(centred(card))

    def begin(self) -> None:
        """Be ready to be typed into."""
        self.step.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_connection(self, connection: Connection) -> None:
        """Say how the connection stands, and why nothing can be unlocked where that is so."""
        connection_words.show_state(self._connection, connection.state)
        self._is_reachable = connection.auth or connection.lost_at is None
        if self._is_reachable:
            self.step.forget_outage()
        else:
            self._offline.say(*connection_words.lock_words(connection))
        self._offline.setVisible(not self._is_reachable)
        self._update()

    def set_idle(self) -> None:
        """Be done with an attempt, whatever it came to."""
        self._cancel_later.stop()
        self._cancel.hide()
        self._submit.set_busy(False)
        self._update()

    def _update(self) -> None:
        if not self._submit.is_busy:
            self._submit.setEnabled(self._is_reachable and not self.step.is_paused)

    def _on_submit(self) -> None:
        if not self._submit.isEnabled():
            return
        self._submit.set_busy(True)
        self._cancel_later.start()
        self.unlock_wanted.emit()

    def _on_refused(self) -> None:
        self.set_idle()

    def _on_cancel(self) -> None:
        self.step.cancel()
        self.set_idle()
        self.step.edit.setFocus()
        self.cancelled.emit()
