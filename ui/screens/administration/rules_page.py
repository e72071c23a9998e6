"""Rules of one kind: their tables, and how a change is reviewed and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from ui import messages, tasks, theme
from ui.fault_once import FaultOnce
from ui.screens.administration.change_dialog import ChangeDialog
from ui.screens.administration.rule_card import RuleCard
from ui.screens.administration.rule_tables import keeper

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from services.administration import AdministrationService
    from services.values.administration import Rules
    from ui.screens.administration.figures import Value
    from ui.screens.administration.rule_row import RuleRow
    from ui.screens.administration.rule_tables import Table

_DEADLINE_S = 10.0


class RulesPage(QScrollArea):
    """The tables that `tables` makes of the rules, below or beside each other.

    Signals:
        changed(): a rule was changed, or was found to be another one than was shown.
        session_ended(): the bank knows this session no more.

    """

    changed = Signal()
    session_ended = Signal()

    def __init__(
        self,
        service: AdministrationService,
        tables: Callable[[Rules], tuple[Table, ...]],
        review: str,
        *,
        side_by_side: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._tables = tables
        self._review = review
        self._faults = FaultOnce()
        self._shown: dict[str, RuleCard] = {}
        self._zones: tuple[str, ...] = ()
        theme.mark(self, surface="page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        theme.mark(content, surface="page")
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, theme.Spacing.XL)
        self._column: QBoxLayout = QHBoxLayout() if side_by_side else QVBoxLayout()
        self._column.setSpacing(theme.Spacing.L)
        outer.addLayout(self._column)
        outer.addStretch()
        self.setWidget(content)

    def show_rules(self, rules: Rules) -> None:
        """Show these; what is being typed stays. Cards are made anew where other rules are there."""
        tables = self._tables(rules)
        for table in tables:
            card = self._shown.get(table.key)
            if card is not None and _keys(card) == [each.key for each in table.entries]:
                card.show_table(table)
                continue
            self._put(table, card)

    def offer_zones(self, zones: tuple[str, ...]) -> None:
        """Offer these names where a time zone is typed."""
        self._zones = zones
        for card in self._shown.values():
            for row in card.rows:
                row.offer_zones(zones)

    def _put(self, table: Table, before: RuleCard | None) -> None:
        card = RuleCard(table)
        card.save_wanted.connect(self._on_save)
        if before is None:
            self._column.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._column.replaceWidget(before, card)
            before.hide()
            before.deleteLater()
        self._shown[table.key] = card
        self.offer_zones(self._zones)

    def _on_save(self, row: RuleRow, values: Mapping[str, Value]) -> None:
        dialog = ChangeDialog(self._review, row.entry, values, self)
        dialog.accepted.connect(lambda: self._keep(row, values))
        dialog.open()

    def _keep(self, row: RuleRow, values: Mapping[str, Value]) -> None:
        # Beside others that are on their way: what the bank keeps of one rule is nothing to another.
        row.wait()
        tasks.run(
            self,
            keeper(self._service, row.entry.rule, values),
            on_success=lambda _nothing: self._on_kept(row),
            on_failure=lambda error: self._on_failure(row, error),
            deadline_s=_DEADLINE_S,
        )

    def _on_kept(self, row: RuleRow) -> None:
        self._faults.succeed()
        row.end()
        messages.info(self.tr("{what} is changed.").format(what=row.entry.subject))
        self.changed.emit()

    def _on_failure(self, row: RuleRow, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        row.tell(error)
        # It may have been kept where the answer was lost, or be another one by now.
        self.changed.emit()


def _keys(card: RuleCard) -> list[str]:
    return [row.entry.key for row in card.rows]
