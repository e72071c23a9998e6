"""A rule in its row of a table, which can be changed where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from services.errors import InvalidInput
from ui import bidi, date_text, error_text, theme
from ui.screens.administration import figures
from ui.screens.administration.zone_edit import ZoneEdit
from ui.widgets.busy_button import BusyButton
from ui.widgets.button import button
from ui.widgets.inline_error import InlineError
from ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QGridLayout

    from services.errors import InstaPayError
    from ui.screens.administration.figures import Figure, Value
    from ui.screens.administration.rule_tables import Entry

_FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LINES = 2
#: Room for the largest limit that the bank began with, in logical pixels.
_FIELD_WIDTH = 118


class FigureEdit(QLineEdit):
    """Aligned as the figures above and below it. Esc leaves everything as it was.

    Signals:
        given_up(): somebody does not want to change it after all.

    """

    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(_FIGURES | Qt.AlignmentFlag.AlignAbsolute)
        self.setMinimumWidth(_FIELD_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Have no second field look as if it were being typed into."""
        super().focusOutEvent(event)
        self.deselect()


class RuleRow(QObject):
    """Two lines of its table's grid: the figures, and below them who changed them or what is wrong.

    What somebody is typing stays whatever the bank says meanwhile; that it is outdated is told by the bank
    when it is saved, and then what holds now stands below it.

    Signals:
        save_wanted(dict): the figures by their keys, of which at least one is another one.

    """

    save_wanted = Signal(object)

    def __init__(self, entry: Entry, host: QWidget) -> None:
        super().__init__(host)
        self.entry = entry
        self.is_edited = False
        self._is_outdated = False
        self._host = host
        self._title = label(entry.title, "strong", parent=host)
        self._values = [self._value(figure) for figure in entry.figures]
        self._edits = [self._edit(figure) for figure in entry.figures]
        self.change = button(self.tr("Change"), "link", parent=host)
        self.change.setObjectName(f"administration.{entry.key}.change")
        self.change.setAccessibleName(self.tr("Change {what}").format(what=entry.subject))
        self.change.clicked.connect(self.begin)
        self._build_foot()
        self._show_figures()
        self._set_edited(edited=False)

    def place(self, grid: QGridLayout, line: int) -> None:
        """Take the grid's lines `2 * line` and the next one."""
        top = _LINES * line
        grid.addWidget(self._title, top, 0)
        for column, (value, edit) in enumerate(
            zip(self._values, self._edits, strict=True), start=1
        ):
            grid.addWidget(value, top, column)
            grid.addWidget(edit, top, column)
        last = len(self._values) + 1
        grid.addWidget(self.change, top, last, Qt.AlignmentFlag.AlignTrailing)
        grid.addWidget(self._foot, top + 1, 0, 1, last + 1)
        grid.setRowMinimumHeight(top, theme.RowHeight.CUSTOMER)

    def show_entry(self, entry: Entry) -> None:
        """Show what the bank has now; what is being typed stays, and goes by what it was begun with."""
        if self.is_edited and not self._is_outdated:
            return
        self.entry = entry
        self._show_figures()
        if self.is_edited:
            self._is_outdated = False
            now = " · ".join(figures.shown(each, each.value) for each in entry.figures)
            self._note.setText(self.tr("It is now: {figures}").format(figures=now))
            self._note.show()

    def offer_zones(self, zones: tuple[str, ...]) -> None:
        """Offer these names where a time zone is typed."""
        for edit in self._edits:
            if isinstance(edit, ZoneEdit):
                edit.offer(zones)

    def begin(self) -> None:
        """Put fields in the place of the figures."""
        for figure, edit in zip(self.entry.figures, self._edits, strict=True):
            edit.setText(figures.typed(figure))
        self._set_edited(edited=True)
        first = next(edit for edit in self._edits if not edit.isHidden())
        first.setFocus()
        first.selectAll()

    def end(self) -> None:
        """Show the figures again."""
        had_focus = any(part.hasFocus() for part in (*self._edits, self._save, self._cancel))
        self._error.clear()
        self._is_outdated = False
        self._set_busy(busy=False)
        self._set_edited(edited=False)
        self._show_figures()
        if had_focus:
            self.change.setFocus()

    def wait(self) -> None:
        """Show that the bank is asked."""
        self._set_busy(busy=True)

    def tell(self, error: InstaPayError) -> None:
        """Say below the fields why the bank has not kept them."""
        self._set_busy(busy=False)
        self._is_outdated = error.code == "rule_changed"
        self._error.field = None
        self._error.tell(error_text.sentence(error))

    # Building

    def _value(self, figure: Figure) -> QLabel:
        # Not a label of ours: decimals stand under each other in Arabic too.
        made = QLabel(self._host)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setAlignment(_FIGURES | Qt.AlignmentFlag.AlignAbsolute)
        made.setObjectName(f"administration.{self.entry.key}.{figure.key}")
        return made

    def _edit(self, figure: Figure) -> QLineEdit:
        edit = ZoneEdit(self._host) if figure.kind is figures.Kind.ZONE else FigureEdit(self._host)
        edit.setObjectName(f"administration.{self.entry.key}.{figure.key}.field")
        edit.setAccessibleName(f"{self.entry.subject}, {figure.name}")
        if figure.kind in {figures.Kind.LIMIT, figures.Kind.CONFIRMATION}:
            edit.setPlaceholderText(figures.nothing(figure.kind))
        edit.returnPressed.connect(self._on_save)
        edit.textEdited.connect(self._on_edited)
        edit.given_up.connect(self._on_given_up)
        return edit

    def _build_foot(self) -> None:
        self._foot = QWidget(self._host)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(0, theme.Spacing.XS, 0, theme.Spacing.S)
        column.setSpacing(theme.Spacing.S)
        self._note = label("", "caption", wraps=True)
        self._note.setObjectName(f"administration.{self.entry.key}.changed")
        self._error = InlineError()
        self._error.setObjectName(f"administration.{self.entry.key}.error")
        self._save = BusyButton(self.tr("Save"), self.tr("One moment…"))
        self._save.setObjectName(f"administration.{self.entry.key}.save")
        self._save.setAutoDefault(True)
        self._save.setAccessibleName(self.tr("Save {what}").format(what=self.entry.subject))
        self._save.clicked.connect(self._on_save)
        self._cancel = button(self.tr("Cancel"))
        self._cancel.setObjectName(f"administration.{self.entry.key}.cancel")
        self._cancel.clicked.connect(self._on_given_up)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Spacing.M)
        row.addStretch()
        row.addWidget(self._cancel)
        row.addWidget(self._save)
        for part in (self._note, self._error, self._buttons):
            column.addWidget(part)

    # What happens

    def _set_edited(self, *, edited: bool) -> None:
        self.is_edited = edited
        for figure, value, edit in zip(self.entry.figures, self._values, self._edits, strict=True):
            is_field = edited and not figure.is_fixed
            value.setVisible(not is_field)
            edit.setVisible(is_field)
        self.change.setVisible(not edited)
        self._buttons.setVisible(edited)
        self._show_foot()

    def _show_figures(self) -> None:
        for figure, value in zip(self.entry.figures, self._values, strict=True):
            value.setText(figures.shown(figure, figure.value))
            theme.mark(value, kind="muted" if figure.value is None or figure.is_fixed else "body")
        changed = self.entry.changed
        if changed.at is not None and changed.by is not None:
            told = self.tr("Changed by {name}, {when}")
            when = bidi.ltr(date_text.moment_text(changed.at))
            self._note.setText(told.format(name=bidi.own(changed.by), when=when))
        else:
            self._note.setText("")
        self._show_foot()

    def _show_foot(self) -> None:
        self._note.setVisible(bool(self._note.text()))
        self._foot.setVisible(self.is_edited or bool(self._note.text()))

    def _set_busy(self, *, busy: bool) -> None:
        # First, so that focus does not come by here from Save.
        self._cancel.setDisabled(busy)
        self._save.set_busy(busy)

    def _on_given_up(self) -> None:
        # It is kept all the same where the bank is asked already.
        if not self._save.is_busy:
            self.end()

    def _on_edited(self) -> None:
        self._error.clear()

    def _on_save(self) -> None:
        if self._save.is_busy:
            return
        self._error.clear()
        values: dict[str, Value] = {}
        for figure, edit in zip(self.entry.figures, self._edits, strict=True):
            try:
                values[figure.key] = (
                    figure.value if figure.is_fixed else figures.parsed(figure, edit.text())
                )
            except InvalidInput as error:
                self._error.field = edit
                self._error.tell(error_text.sentence(error))
                return
        if all(values[figure.key] == figure.value for figure in self.entry.figures):
            self.end()
        else:
            self.save_wanted.emit(values)
