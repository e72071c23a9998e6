"""Batches that an earlier window sent and never heard of: asked after, and told of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.values.transfers import TransferStatus
from ui import bidi, error_text, money_text, theme
from ui.screens.bulk.sending import delivery
from ui.widgets.banner import Banner
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from services.batches import BatchService
    from services.errors import InstaPayError
    from services.values.batches import BatchOutcome, UnknownBatch
    from ui.components.payment import Delivery


class LeftBehind(QWidget):
    """A banner for each of them, above the page.

    Signals:
        decided(): the bank has answered for one.
        session_ended(): nothing can be asked until this person has signed in again.

    """

    decided = Signal()
    session_ended = Signal()

    def __init__(self, batches: BatchService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batches = batches
        self._cases: dict[UUID, Delivery] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.Spacing.S)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Something is being asked after."""
        return any(each.is_open for each in self._cases.values())

    def take_up(self, unknown: Iterable[UnknownBatch]) -> None:
        """Ask after those that are not asked after yet."""
        for batch in unknown:
            if batch.id in self._cases:
                continue
            banner = Banner(Tone.WARN)
            banner.setObjectName("bulk.unknown")
            banner.say(
                self.tr("We are finding out whether the payments of {name} were made.").format(
                    name=bidi.own(batch.name)
                ),
                self.tr("Don't send the file again."),
            )
            banner.acted.connect(partial(self._put_away, banner))
            case = self._cases[batch.id] = delivery(self._batches, batch, self)
            case.decided.connect(partial(self._on_decided, batch, banner))
            case.not_sent.connect(partial(self._on_refused, banner))
            case.session_ended.connect(self.session_ended)
            self._column.addWidget(banner)
            self.show()
            case.check()

    def _on_decided(self, batch: UnknownBatch, banner: Banner, outcome: BatchOutcome) -> None:
        is_made = outcome.status is TransferStatus.COMPLETED
        banner.set_tone(Tone.CREDIT if is_made else Tone.DANGER)
        pattern = (
            self.tr("The payments of {name} were made.")
            if is_made
            else self.tr("None of the payments of {name} was made.")
        )
        text = self.tr("%n payment(s), {amount} in all.", "", batch.row_count)
        banner.say(
            pattern.format(name=bidi.own(batch.name)),
            text.format(amount=money_text.in_sentence(batch.amount)),
            action=self.tr("Put away"),
        )
        self.decided.emit()

    def _on_refused(self, banner: Banner, error: InstaPayError) -> None:
        banner.set_tone(Tone.DANGER)
        banner.say(error_text.sentence(error), action=self.tr("Put away"))

    def _put_away(self, banner: Banner) -> None:
        self._column.removeWidget(banner)
        banner.deleteLater()
        self.setVisible(self._column.count() > 0)
