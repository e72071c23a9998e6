from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from ui.actions import SCREENS, Action


def test_no_two_shortcuts_are_equal() -> None:
    keys = [
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for action in Action
        for key in action.keys
    ]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_shortcut_is_one_that_qt_understands() -> None:
    for action in Action:
        for written, key in zip(action.value.keys, action.keys, strict=True):
            assert key.toString(QKeySequence.SequenceFormat.PortableText) == written


def test_screens_are_at_alt_and_their_number() -> None:
    assert [action.value.keys for action in SCREENS] == [(f"Alt+{n}",) for n in range(1, 10)]


def test_every_action_says_what_it_does() -> None:
    assert all(action.text for action in Action)
    assert len({action.text for action in Action}) == len(Action)
