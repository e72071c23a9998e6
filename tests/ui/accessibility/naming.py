"""What somebody who cannot see the window is told: names and roles of all that can be acted on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

#: More rows than this say nothing new.
_ROWS = 30
_ROLE = QAccessible.Role
#: What a reader may call each kind of control; the first kind that fits counts.
_ROLES: tuple[tuple[type[QWidget], frozenset[QAccessible.Role]], ...] = (
    (QCheckBox, frozenset({_ROLE.CheckBox})),
    (QRadioButton, frozenset({_ROLE.RadioButton})),
    (
        QAbstractButton,
        frozenset(
            {_ROLE.Button, _ROLE.ButtonMenu, _ROLE.ButtonDropDown, _ROLE.CheckBox, _ROLE.Link}
        ),
    ),
    (QLineEdit, frozenset({_ROLE.EditableText})),
    (QPlainTextEdit, frozenset({_ROLE.EditableText})),
    (QComboBox, frozenset({_ROLE.ComboBox})),
    (QAbstractSpinBox, frozenset({_ROLE.SpinBox})),
    (QAbstractItemView, frozenset({_ROLE.Table, _ROLE.List, _ROLE.Tree})),
)


def shown(window: QWidget) -> list[QWidget]:
    """Return every widget of a window that is on screen, the window's own dialogs apart."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.window() is window
    ]


def described(widget: QWidget) -> str:
    """Return what a finding calls a widget: its object name, or its kind and its nearest name."""
    step: QWidget | None = widget
    while step is not None and not step.objectName():
        step = step.parentWidget()
    near = step.objectName() if step is not None else ""
    kind = type(widget).__name__
    return widget.objectName() or (f"{kind} in {near}" if near else kind)


def is_part_of_another(widget: QWidget) -> bool:
    """Tell whether a widget is the inside of a control, such as a list's scroll bar."""
    if isinstance(widget, QScrollBar | QHeaderView) or widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    if isinstance(parent, QComboBox | QAbstractSpinBox):
        return True
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget


def controls(window: QWidget) -> list[QWidget]:
    """Return everything on screen that somebody can act on or type into."""
    return [
        each
        for each in shown(window)
        if not is_part_of_another(each) and isinstance(each, tuple(kind for kind, _ in _ROLES))
    ]


def unnamed(window: QWidget) -> Iterator[str]:
    """Yield what a screen reader has no words for, or calls by a wrong kind."""
    for each in controls(window):
        told = QAccessible.queryAccessibleInterface(each)
        name = told.text(QAccessible.Text.Name)
        if not name.strip():
            yield f"{described(each)} has no name"
        wanted = next(roles for kind, roles in _ROLES if isinstance(each, kind))
        if told.role() not in wanted:
            yield f"{described(each)} is called {told.role().name}"
    for view in shown(window):
        if isinstance(view, QAbstractItemView) and not isinstance(view, QHeaderView):
            yield from _silent_cells(view)


def _silent_cells(view: QAbstractItemView) -> Iterator[str]:
    # Qt has None where there is no model, or none to point to; its types do not say so.
    model: QAbstractItemModel | None = view.model()
    if model is None:
        return
    root = QModelIndex()
    # A list model hides how many columns it has, which is one.
    columns = (
        [view.modelColumn()] if isinstance(view, QListView) else range(model.columnCount(root))
    )
    for row in range(min(model.rowCount(root), _ROWS)):
        said = [
            str(model.index(row, column, root).data(role) or "").strip()
            for column in columns
            for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
        ]
        if not any(said):
            yield f"{described(view)}: row {row} says nothing"


def painted_without_words(window: QWidget) -> Iterator[str]:
    """Yield widgets with a paint of their own that say nothing, though nothing beside them does."""
    for each in shown(window):
        is_ours = type(each).__module__.startswith("ui.") and "paintEvent" in vars(type(each))
        if not is_ours or isinstance(each, QAbstractButton | QLabel) or is_part_of_another(each):
            continue
        if each.focusPolicy() is Qt.FocusPolicy.NoFocus:
            continue
        if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name).strip():
            yield f"{described(each)} is painted and has no name"


def _names_a_field(widget: QWidget) -> bool:
    buddy: QWidget | None = widget.buddy() if isinstance(widget, QLabel) else None
    return buddy is not None


def equal_letters(window: QWidget) -> Iterator[str]:
    """Yield Alt letters that two things in one window have: Qt would press neither."""
    letters: Counter[str] = Counter()
    for each in shown(window):
        words = ""
        if isinstance(each, QAbstractButton) or _names_a_field(each):
            words = each.text()  # type: ignore[attr-defined]  # a button or a label
        keys = QKeySequence.mnemonic(words)
        if not keys.isEmpty():
            letters[keys.toString(QKeySequence.SequenceFormat.PortableText)] += 1
    for letter, times in letters.items():
        if times > 1:
            yield f"{letter} is there {times} times"
