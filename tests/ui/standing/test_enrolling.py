"""Enrolling somebody, and the password that is shown once."""

from __future__ import annotations

import io
import unicodedata
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from services.errors import SignInRefused, Unavailable
from services.values.people import Role
from tests.bank import PASSWORD
from tests.pages.finding import find, plain
from tests.pages.standing import SlipPage
from tests.signed_in import WRONG, open_session
from ui.components.paper import papers
from ui.components.paper.printing import Printing
from ui.components.standing.slip_paper import Slip, SlipPages

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from services.bank import Services
    from tests.pages.standing import FormPage
    from tests.sent_secrets import Sent
    from tests.ui.standing.conftest import Panel, Station

OWN = "a password of my own"


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What a printer got, as a PDF; it takes everything at once."""
    taken: list[bytes] = []

    def begin(self: Printing, lay_out: Any, *, title: str, is_rtl: bool) -> None:
        taken.append(papers.pdf(lay_out, title=title, is_rtl=is_rtl))
        self.printed.emit()

    monkeypatch.setattr(Printing, "begin", begin)
    return taken


def enrol(station: Station, **typed: str) -> tuple[FormPage, Panel]:
    """Fill the form and press the button."""
    page, panel = station.open("enrol", None)
    page.type("full_name", typed.get("full_name", " Nour  Adel "))
    page.type("email", typed.get("email", "Nour@Demo.eg"))
    page.choose("currency", typed.get("currency", "egp"))
    page.type("account_name", typed.get("account_name", "Everyday"))
    page.submit()
    return page, panel


def read(made: bytes) -> str:
    (page,) = pypdf.PdfReader(io.BytesIO(made)).pages
    # Letters that a font joins are told as one.
    return plain(unicodedata.normalize("NFKC", page.extract_text()))


def test_whoever_is_enrolled_signs_in_with_the_slip_and_must_choose_a_password(
    station: Station, qtbot: QtBot, printed: list[bytes]
) -> None:
    _page, panel = enrol(station)
    slip = SlipPage(qtbot, panel)
    slip.wait()
    password = slip.password()
    assert slip.says("name") == "Nour Adel"
    assert slip.says("email").replace("\u200b", "") == "nour@demo.eg"
    slip.press("print")
    text = read(printed[0])
    assert password in text
    assert "nour@demo.eg" in text
    assert "at the first sign-in" in text.replace("\n", " ")
    slip.leave()
    station.wait_for(panel, "done", "closed")
    (user_id,) = panel.enrolled
    desk = station.counter.bank.services("nour")
    person = desk.identity.sign_in(email="nour@demo.eg", password=password)
    assert (person.user_id, person.must_change_password) == (user_id, True)
    with pytest.raises(Unavailable) as caught:
        desk.accounts.list()
    assert caught.value.code == "password_change_required"
    desk.identity.change_password(current=password, new=OWN)
    assert desk.identity.complete_sign_in().roles == frozenset({Role.CUSTOMER})
    (account,) = desk.accounts.list()
    assert (account.name, account.currency) == ("Everyday", "EGP")
    assert slip.password() == ""


def test_the_customer_is_open_to_whoever_enrolled_them(station: Station, qtbot: QtBot) -> None:
    _page, panel = enrol(station, currency="usd", account_name="")
    slip = SlipPage(qtbot, panel)
    slip.wait()
    slip.leave()
    slip.answer(yes=True)
    station.wait_for(panel, "done", "closed")
    (user_id,) = panel.enrolled
    (account,) = station.services().customers.accounts(user_id=user_id)
    assert account.account.currency == "USD"
    ((reason,),) = station.counter.ask(
        "SELECT reason FROM customer_openings WHERE customer_id = %s", user_id
    )
    assert reason == "Enrolment"


def test_leaving_an_unprinted_slip_asks_once_by_esc_too(station: Station, qtbot: QtBot) -> None:
    _page, panel = enrol(station)
    slip = SlipPage(qtbot, panel)
    slip.wait()
    assert not panel.form.may_leave()
    assert slip.is_asking()
    slip.answer(yes=False)
    assert slip.password() != ""
    QTest.keyClick(find(panel, QWidget, "slip.print"), Qt.Key.Key_Escape)
    assert slip.is_asking()
    slip.answer(yes=True)
    station.wait_for(panel, "done", "closed")
    assert panel.form.may_leave()


def test_a_printed_slip_goes_without_a_question(
    station: Station, qtbot: QtBot, printed: list[bytes]
) -> None:
    _page, panel = enrol(station)
    slip = SlipPage(qtbot, panel)
    slip.wait()
    slip.press("print")
    assert slip.words("print") == "Print it again"
    slip.leave()
    assert not slip.is_asking()
    station.wait_for(panel, "done", "closed")
    assert len(printed) == 1


def test_a_computer_without_a_printer_says_what_to_do(
    station: Station, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_there() -> list[str]:
        raise Unavailable("printer_missing")

    monkeypatch.setattr(papers, "printers", none_there)
    _page, panel = enrol(station)
    slip = SlipPage(qtbot, panel)
    slip.wait()
    slip.press("print")
    assert "Have the customer write the password down." in slip.wait_for_error()
    assert "PDF" not in slip.error()
    assert slip.password() != ""


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"full_name": " "}, "full_name", "Please type the customer's full name"),
        ({"email": ""}, "email", "Please type the customer's email address."),
        ({"email": "nour"}, "email", "This is not an email address."),
        ({"email": "salma@demo.eg"}, "email", "Somebody with this email address is known"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_nobody_is_made(
    station: Station, typed: dict[str, str], field: str, sentence: str
) -> None:
    before = station.counter.bank.ask("auth", "SELECT count(*) FROM users")
    page, panel = enrol(station, **typed)
    assert page.wait_for_error(field).startswith(sentence)
    assert find(panel, QLineEdit, f"enrol.{field}").hasFocus()
    assert page.typed("account_name") == "Everyday"
    assert station.counter.bank.ask("auth", "SELECT count(*) FROM users") == before


def test_a_lost_answer_is_explained_when_the_email_turns_out_to_be_taken(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = type(station.services().people)
    real = kind.enrol

    def lose_the_answer(self: Any, **given: Any) -> Any:
        real(self, **given)
        raise Unavailable("server_unreachable", database="auth")

    monkeypatch.setattr(kind, "enrol", lose_the_answer)
    page, _panel = enrol(station)
    page.wait_for_error()
    monkeypatch.setattr(kind, "enrol", real)
    page.submit()
    assert "perhaps from just now" in page.wait_for_error("email")


def test_an_account_that_could_not_be_opened_costs_nobody_their_password(
    station: Station, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_self: Any, **_given: Any) -> str:
        raise Unavailable("server_busy")

    monkeypatch.setattr(type(station.services().customers), "open_account", busy)
    _page, panel = enrol(station)
    slip = SlipPage(qtbot, panel)
    slip.wait()
    assert slip.says("note").startswith("The customer is enrolled, but no account was opened:")
    desk = station.counter.bank.services("nour")
    person = desk.identity.sign_in(email="nour@demo.eg", password=slip.password())
    assert person.must_change_password


def test_no_password_is_left_in_the_log_or_on_this_computer(
    station: Station, qtbot: QtBot, our_log: Path, sent: Sent, printed: list[bytes]
) -> None:
    _page, panel = enrol(station)
    slip = SlipPage(qtbot, panel)
    slip.wait()
    password = slip.password()
    slip.press("print")
    slip.leave()
    assert printed
    sent.found.add(password)
    files = [path for path in station.counter.bank.folder.rglob("*") if path.is_file()]
    assert our_log in files
    for path in files:
        sent.assert_none_in(path.read_text(encoding="utf-8", errors="replace"))
    kept = Slip("Nour Adel", "nour@demo.eg", password, None, datetime(2026, 11, 22, tzinfo=UTC))
    assert password not in repr(kept)


def test_the_slip_takes_the_upper_half_of_a_sheet() -> None:
    slip = Slip(
        "Nour Adel El-Hassanein " * 4,
        "nour.adel.el-hassanein.of.a.very.long.address@branch.demo.example.eg",
        "abcd-efgh-jkmn-pqrs",
        "EG380019000500000000263180002",
        datetime(2026, 11, 22, 8, 42, tzinfo=UTC),
    )
    lowest = 0.0

    def lay_out(sheet: Any) -> SlipPages:
        pages = SlipPages(slip, sheet)
        paint = pages._paint_foot

        def noted() -> None:
            nonlocal lowest
            lowest = pages._y / sheet.height
            paint()

        pages._paint_foot = noted  # type: ignore[method-assign]
        return pages

    papers.pdf(lay_out, title="x", is_rtl=False)
    assert 0 < lowest < 0.47


# Access


def test_another_password_ends_the_sessions_and_opens_with_the_slip(
    station: Station, qtbot: QtBot
) -> None:
    salma = station.counter.salma
    theirs = station.counter.bank.services("salma")
    theirs.identity.sign_in(email=salma.email, password=PASSWORD)
    page, panel = station.open("access", salma)
    assert page.says("sign_in") == "Possible"
    page.press("reset")
    page.press("question.cancel")
    theirs.accounts.list()
    page.press("reset")
    page.press("question.yes")
    slip = SlipPage(qtbot, panel)
    slip.wait()
    assert panel.heard == ["done"]
    with pytest.raises(SignInRefused):
        theirs.identity.sign_in(email=salma.email, password=PASSWORD)
    assert theirs.identity.sign_in(email=salma.email, password=slip.password()).must_change_password
    slip.leave()
    slip.answer(yes=True)
    station.wait_for(panel, "done", "closed")
    panel.begin()
    assert page.says("password") == "One-time, not changed yet"


def test_a_pause_after_wrong_passwords_is_lifted(station: Station) -> None:
    counter = station.counter
    with counter.bank.as_desktop("auth") as desktop:
        for _ in range(5):
            open_session(desktop, counter.salma.email, WRONG)
    page, panel = station.open("access", counter.salma)
    assert page.says("sign_in").startswith("Paused until ")
    page.press("lift")
    station.wait_for(panel, "done", "closed")
    assert station.told == ["Salma Hassan can sign in again."]
    signed_in: Services = counter.bank.services("salma")
    signed_in.identity.sign_in(email=counter.salma.email, password=PASSWORD)
    panel.begin()
    assert not page.is_shown("lift")


def test_staff_get_their_password_from_an_administrator(station: Station) -> None:
    counter = station.counter
    counter.bank.ask(
        "auth",
        "INSERT INTO user_roles (user_id, role) VALUES (%s, 'TELLER')",
        str(counter.karim.user_id),
    )
    page, _panel = station.open("access", counter.karim)
    assert not page.can_press("reset")
    assert "an administrator gives them" in page.says("hint")


def test_another_customer_never_sees_a_password_that_was_shown(
    station: Station, qtbot: QtBot
) -> None:
    page, panel = station.open("access", station.counter.salma)
    page.press("reset")
    page.press("question.yes")
    slip = SlipPage(qtbot, panel)
    slip.wait()
    customers, karim = station.services().customers, station.counter.karim.user_id
    panel.form.begin(customers.identity(user_id=karim), customers.accounts(user_id=karim), None)
    assert slip.password() == ""
    assert page.is_shown("reset")
