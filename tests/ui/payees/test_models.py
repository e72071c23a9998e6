"""The lists of contacts and choices as Qt sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from services.values.payees import Contact
from services.values.transfers import Payee
from ui.payee_choices import Choice, Kind
from ui.screens.contacts.model import ContactModel
from ui.widgets.choice_popup import ChoiceModel

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from pytestqt.qtbot import QtBot

KARIM = Payee(UUID(int=1), "Karim S••••", "EGP", "karim@instapay", is_own=False)


def contacts(*names: str) -> tuple[Contact, ...]:
    return tuple(Contact(UUID(int=at), name, KARIM, False) for at, name in enumerate(names))


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """Have Qt complain, which fails the test, whenever a model breaks a rule of models."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)


@pytest.mark.qt_log_level_fail("WARNING")
def test_contacts_come_go_and_are_narrowed(qtbot: QtBot) -> None:
    del qtbot
    model = ContactModel()
    tester = watched(model)
    model.show_contacts(contacts("Landlord", "Mona"))
    model.seek("lan")
    assert [model.index(row).data() for row in range(model.rowCount())] == ["Landlord"]
    assert model.row_of(UUID(int=1)) == -1
    model.seek("")
    model.show_contacts(())
    assert model.rowCount() == 0
    tester.deleteLater()


def test_an_empty_or_unchanged_name_is_no_other_name(qtbot: QtBot) -> None:
    model = ContactModel()
    model.show_contacts(contacts("Landlord"))
    told: list[str] = []
    model.renamed.connect(lambda _contact, name: told.append(name))
    index = model.index(0)
    assert not model.setData(index, "  ")
    assert model.setData(index, " Landlord ")
    assert model.setData(index, "Zama\u202elek")
    assert told == ["Zamalek"]
    assert index.data() == "Landlord"
    del qtbot


@pytest.mark.qt_log_level_fail("WARNING")
def test_choices_are_offered_by_name_and_read_out_whole(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = ChoiceModel(parent)
    tester = watched(model)
    model.show_choices((Choice(Kind.CONTACT, "Landlord", KARIM),))
    assert model.index(0).data() == "Landlord"
    tester.deleteLater()
