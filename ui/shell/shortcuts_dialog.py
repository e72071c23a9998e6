"""The sheet of shortcuts, made of the one table of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import actions, bidi, theme
from ui.actions import Action, Group
from ui.widgets.button import button
from ui.widgets.labels import label
from ui.widgets.plate_dialog import PlateDialog

#: A column's width, and the space beside it, in logical pixels.
_COLUMN = 316
_GAP = theme.Spacing.XL + theme.Spacing.L
_COLUMNS = ((Group.GO,), (Group.SCREEN, Group.WINDOW, Group.HELP), (Group.COUNTER,))


class ShortcutsDialog(PlateDialog):
    """Columns of what a key does and the key: those that do something just now.

    `screens` are those of whoever is signed in, in the order of Alt+1 and so on: they stand there by
    their names.
    """

    def __init__(
        self, enabled: frozenset[Action], screens: tuple[str, ...], parent: QWidget
    ) -> None:
        groups = {action.value.group for action in enabled}
        filled = [column for column in _COLUMNS if groups & set(column)]
        width = len(filled) * (_COLUMN + _GAP) - _GAP + 2 * theme.Spacing.XL
        super().__init__(Action.SHORTCUTS.text, parent, width=width)
        self.setObjectName("shortcuts")
        self._enabled = enabled
        self._screens = screens
        columns = QHBoxLayout()
        columns.setSpacing(_GAP)
        for headings in filled:
            column = QVBoxLayout()
            column.setSpacing(theme.Spacing.S)
            for group in headings:
                self._add_group(column, group)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.body.addLayout(columns)
        close = button(self.tr("Close"), "primary")
        close.setObjectName("shortcuts.close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.add_button(close)

    def _add_group(self, column: QVBoxLayout, group: Group) -> None:
        rows = [
            (text, action.keys)
            for action in Action
            if action.value.group is group and (text := self._text(action))
        ]
        if not rows:
            return
        if column.count():
            column.addSpacing(theme.Spacing.M)
        column.addWidget(label(group.text, "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.Spacing.M)
        grid.setVerticalSpacing(theme.Spacing.S)
        grid.setColumnStretch(0, 1)
        for row, (text, keys) in enumerate(rows):
            grid.addWidget(label(text, "muted", wraps=True), row, 0)
            grid.addWidget(self._keys(keys), row, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(grid)

    def _text(self, action: Action) -> str:
        """Return what a key does here; empty where that is nothing."""
        if action not in self._enabled:
            return ""
        if action in actions.SCREENS:
            return self._screens[actions.SCREENS.index(action)]
        return action.text

    def _keys(self, keys: list[QKeySequence]) -> QWidget:
        caps = QWidget()
        row = QHBoxLayout(caps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Spacing.XS)
        row.addStretch(1)
        for key in keys:
            cap = QFrame()
            theme.mark(cap, surface="key")
            text = label(bidi.ltr(key.toString(QKeySequence.SequenceFormat.NativeText)), "caption")
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inner = QHBoxLayout(cap)
            inner.setContentsMargins(theme.Spacing.S, 2, theme.Spacing.S, 2)
            inner.addWidget(text)
            row.addWidget(cap)
        return caps
