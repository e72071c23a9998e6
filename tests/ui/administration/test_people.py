"""Who works here: found, given roles, locked, and handed new passwords."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from services import administration
from services.errors import SignInRefused
from services.values.people import Role
from tests.bank import PASSWORD
from tests.pages.finding import PATIENCE_MS
from ui.screens.administration.people_page import PeoplePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from services.values.administration import UserPage
    from tests.ui.administration.conftest import Office


def test_staff_are_listed_first_and_everybody_is_found(office: Office) -> None:
    office.admin.wait_for_people("Aya Said", "Karim Samir")
    assert office.admin.people()[1] == "Karim Samir, karim@demo.eg, Teller"
    office.admin.show_everybody()
    office.admin.wait_for_people("Aya Said", "Karim Samir", "Salma Hassan")
    office.admin.seek("hassan sal")
    office.admin.wait_for_people("Salma Hassan")
    office.admin.wait_for_person("Salma Hassan")
    assert office.admin.roles() == {"CUSTOMER"}
    assert not office.admin.can("reset"), "a teller or supervisor does that"


def test_a_role_is_given_and_taken_once_it_was_agreed_to(office: Office) -> None:
    admin = office.admin
    admin.wait_for_people("Aya Said", "Karim Samir")
    admin.choose(1)
    admin.press_role(Role.SUPERVISOR)
    assert "Give Karim Samir the role" in admin.question()
    assert admin.roles() == {"TELLER"}, "nothing has changed yet"
    admin.give_up()
    assert (admin.question(), admin.roles()) == ("", {"TELLER"})
    admin.press_role(Role.SUPERVISOR)
    admin.agree_and_wait()
    admin.wait_for_roles(Role.TELLER, Role.SUPERVISOR)
    admin.press_role(Role.TELLER)
    admin.agree_and_wait()
    admin.wait_for_roles(Role.SUPERVISOR)
    held = "SELECT role FROM user_roles WHERE user_id = %s"
    assert office.bank.ask("auth", held, str(office.karim)) == [("SUPERVISOR",)]


def test_a_locked_person_is_out_until_unlocked(office: Office) -> None:
    admin = office.admin
    admin.wait_for_people("Aya Said", "Karim Samir")
    admin.choose(1)
    admin.begin("lock")
    admin.agree()
    assert "reason" in admin.wait_for_refusal().lower()
    admin.agree_and_wait("a lost phone")
    admin.wait_for_state("Locked since")
    assert admin.state().endswith("a lost phone")
    admin._qtbot.waitUntil(lambda: admin.people()[1].endswith("locked"))
    desk = office.bank.services("desk")
    with pytest.raises(SignInRefused):
        desk.identity.sign_in(email="karim@demo.eg", password=PASSWORD)
    admin.begin("unlock")
    admin.agree_and_wait()
    admin.wait_for_state("Here since")
    desk.identity.sign_in(email="karim@demo.eg", password=PASSWORD)


def test_a_new_password_is_shown_once_and_opens(office: Office) -> None:
    admin = office.admin
    admin.wait_for_people("Aya Said", "Karim Samir")
    admin.choose(1)
    admin.begin("reset")
    admin.agree()
    password = admin.one_time_password()
    desk = office.bank.services("desk")
    assert desk.identity.sign_in(email="karim@demo.eg", password=password).must_change_password


def test_nobody_changes_their_own_rights(office: Office) -> None:
    admin = office.admin
    admin.wait_for_people("Aya Said", "Karim Samir")
    admin.choose(0)
    assert admin.is_own()
    assert not any(admin.can(act) for act in ("lock", "reset", "lift", "unlock"))
    with pytest.raises(AssertionError):
        admin.press_role(Role.TELLER)


def test_staff_are_added_with_a_password_to_hand_over(office: Office) -> None:
    admin = office.admin
    admin.wait_for_people("Aya Said", "Karim Samir")
    admin.open_enrolment()
    admin.enrol("Nour Adel", "karim@demo.eg", Role.AUDITOR)
    assert admin.enrolment_error()
    admin.enrol("Nour Adel", "nour@demo.eg", Role.AUDITOR)
    password = admin.one_time_password()
    admin.wait_for_people("Aya Said", "Karim Samir", "Nour Adel")
    desk = office.bank.services("desk")
    assert desk.identity.sign_in(email="nour@demo.eg", password=password).must_change_password


def test_nobody_fits(office: Office) -> None:
    office.admin.wait_for_people("Aya Said", "Karim Samir")
    office.admin.seek("zzz")
    office.admin._qtbot.waitUntil(lambda: office.admin.people() == [])


def test_a_pause_after_wrong_passwords_is_lifted(office: Office) -> None:
    desk = office.bank.services("desk")
    for _ in range(6):
        with pytest.raises(SignInRefused):
            desk.identity.sign_in(email="karim@demo.eg", password="not his password")
    admin = office.admin
    admin.wait_for_people("Aya Said", "Karim Samir")
    admin.choose(1)
    admin.wait_for_state("Too many wrong passwords")
    admin.begin("lift")
    admin.agree_and_wait()
    admin.wait_for_state("Here since")
    desk.identity.sign_in(email="karim@demo.eg", password=PASSWORD)


def test_a_long_list_goes_on(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(administration, "PAGE", 2)
    admin = office.admin
    admin.show_everybody()
    admin.wait_for_people("Aya Said", "Karim Samir")
    admin.show_more()
    admin.wait_for_people("Aya Said", "Karim Samir", "Salma Hassan")
    assert not admin.has_more()


def test_a_page_that_comes_late_goes_on_with_no_other_search(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert office.window.services is not None
    service = office.window.services.administration
    users = service.users
    go, asked = threading.Event(), threading.Event()

    def hold_the_rest(**values: Any) -> UserPage:
        if values.get("after") is not None:
            asked.set()
            assert go.wait(PATIENCE_MS / 1000)
        return users(**values)

    monkeypatch.setattr(administration, "PAGE", 2)
    monkeypatch.setattr(service, "users", hold_the_rest)
    for name in ("Zain", "Zaki", "Zeina"):
        office.bank.add_customer(f"{name} Test", f"{name.lower()}@demo.eg")
    admin = office.admin
    admin.show_everybody()
    admin.seek("Test")
    admin.wait_for_people("Zain Test", "Zaki Test")
    admin.show_more()
    qtbot.waitUntil(asked.is_set, timeout=PATIENCE_MS)
    admin.seek("Karim")
    admin.wait_for_people("Karim Samir")
    page = office.window.findChildren(PeoplePage)[0]
    # Nothing else has the list looked up: no key of before, no news.
    qtbot.waitUntil(lambda: not page._later.isActive(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not page._task.is_open, timeout=PATIENCE_MS)  # type: ignore[union-attr]
    go.set()
    qtbot.waitUntil(lambda: not page._more_task.is_open, timeout=PATIENCE_MS)  # type: ignore[union-attr]
    # Below a page more the list would not be looked up again.
    office.bank.add_customer("Karima Adel", "karima@demo.eg")
    office.window.refresh()
    admin.wait_for_people("Karim Samir", "Karima Adel")
    # And goes on from there.
    office.bank.add_customer("Karima Zaki", "karimaz@demo.eg")
    office.window.refresh()
    admin.show_more()
    admin.wait_for_people("Karim Samir", "Karima Adel", "Karima Zaki")
