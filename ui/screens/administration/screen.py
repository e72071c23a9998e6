"""The administration screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from services.errors import InstaPayError, SessionEnded
from ui import clock, tasks, theme
from ui.fault_once import FaultOnce
from ui.screen import Screen
from ui.screens.administration import rule_tables
from ui.screens.administration.people_page import PeoplePage
from ui.screens.administration.rules_page import RulesPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import say_failure
from ui.widgets.labels import label
from ui.widgets.loading import Loading
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from services.bank import Services
    from services.values.administration import Rules, TimeZone
    from ui.preferences import Preferences
    from ui.screens.administration.person_card import Act

_DEADLINE_S = 10.0
_PEOPLE, _BANK = "people", "bank"


class AdministrationScreen(Screen):
    """People, and the rules in four parts; each part is loaded as it is opened."""

    name = "administration"
    finds = True

    def __init__(
        self, services: Services, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        del preferences
        self._service = services.administration
        self._faults = FaultOnce()
        self._task: tasks.Task | None = None
        self._zones_task: tasks.Task | None = None
        self._has_rules = False
        self._has_zones = False
        self._parts = Segments(
            "administration.part",
            (
                (_PEOPLE, self.tr("People")),
                ("limits", self.tr("Limits")),
                ("fees", self.tr("Fees")),
                ("counter", self.tr("Counter")),
                (_BANK, self.tr("Bank")),
            ),
        )
        self._parts.chosen.connect(self._on_part)
        self._people = PeoplePage(services)
        self._rules = {
            "limits": RulesPage(self._service, rule_tables.limits, self.tr("Change this limit?")),
            "fees": RulesPage(self._service, rule_tables.fees, self.tr("Change this fee?")),
            "counter": RulesPage(
                self._service,
                rule_tables.counter,
                self.tr("Change this limit?"),
                side_by_side=True,
            ),
            _BANK: RulesPage(self._service, rule_tables.bank, self.tr("Change this setting?")),
        }
        self._loading = Loading(self.tr("Loading the bank's rules…"))
        self._failure = EmptyState("warning")
        self._failure.setObjectName("administration.error")
        self._failure.acted.connect(self._load_rules)
        self._lay_out()
        self._people.loaded.connect(self._on_loaded)
        self._people.session_ended.connect(self.session_ended)
        for page in self._rules.values():
            page.changed.connect(self._load_rules)
            page.session_ended.connect(self.session_ended)

    # What the main window asks

    def enter(self, params: Mapping[str, object]) -> None:
        """Show the part that was open, or the one that is wanted."""
        part = params.get("part")
        if isinstance(part, str):
            self._parts.choose(part)
        self._show_part()
        self.refresh()

    def refresh(self) -> None:
        """Load again what is shown; what is being typed stays."""
        if self._parts.value == _PEOPLE:
            self._people.refresh()
        else:
            self._load_rules()

    def hand_over(self) -> tuple[Act, ...]:
        """Return what was agreed to and is not answered."""
        return self._people.hand_over()

    def go_on_with(self, sent: tuple[Act, ...]) -> None:
        """Have it done, and told."""
        self._people.go_on_with(sent)

    def find_here(self) -> None:
        """Go to the search for people."""
        self._parts.choose(_PEOPLE)
        self._people.search.setFocus()
        self._people.search.selectAll()

    def _lay_out(self) -> None:
        # A page without a parent would flash up as a window of its own.
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (self._people, *self._rules.values(), self._loading, self._failure):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        margin = theme.Spacing.XL
        column.setContentsMargins(margin, margin, margin, 0)
        column.setSpacing(theme.Spacing.M)
        column.addWidget(label(self.tr("Administration"), "title"))
        # Below the title: notes come over its far end.
        column.addWidget(self._parts)
        column.addWidget(pages, 1)

    # What happens

    def _on_part(self) -> None:
        self._show_part()
        self.refresh()

    def _show_part(self) -> None:
        part = self._parts.value
        if part != _PEOPLE and not self._has_rules:
            self._show(self._loading)
            return
        self._show(self._people if part == _PEOPLE else self._rules[part])
        if part == _BANK and not self._has_zones:
            self._load_zones()

    def _show(self, page: QWidget) -> None:
        self._loading.stop()
        if page is self._loading:
            self._loading.start()
        self._pages.setCurrentWidget(page)

    def _load_rules(self) -> None:
        self._task = tasks.run(
            self,
            self._service.rules,
            on_success=self._on_rules,
            on_failure=self._on_failure,
            deadline_s=_DEADLINE_S,
            replaces=self._task,
        )

    def _on_rules(self, rules: Rules) -> None:
        self._has_rules = True
        for page in self._rules.values():
            page.show_rules(rules)
        self._on_loaded()
        self._show_part()

    def _load_zones(self) -> None:
        self._zones_task = tasks.run(
            self,
            self._service.time_zones,
            on_success=self._on_zones,
            # The bank says itself whether a name is one; the list is a help.
            on_failure=self._faults.meet,
            deadline_s=_DEADLINE_S,
            replaces=self._zones_task,
        )

    def _on_zones(self, zones: tuple[TimeZone, ...]) -> None:
        self._has_zones = True
        self._rules[_BANK].offer_zones(tuple(zone.name for zone in zones))

    def _on_loaded(self) -> None:
        self.loaded_at = clock.now()
        self._faults.succeed()

    def _on_failure(self, error: InstaPayError) -> None:
        if isinstance(error, SessionEnded):
            self.session_ended.emit()
            return
        self._faults.meet(error)
        if self._has_rules:
            # What was known a moment ago stays; the window tells that the bank is away.
            return
        say_failure(self._failure, self.tr("The bank's rules can't be shown"), error)
        if self._parts.value != _PEOPLE:
            self._show(self._failure)
