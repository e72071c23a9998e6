"""Where somebody is signed in: the list, and ending one, the others or all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from services.errors import SessionEnded
from tests.bank import PASSWORD
from tests.signed_in import accept, call, log_of, payment_state, sign_in

if TYPE_CHECKING:
    from tests.bank import Bank, Customer
    from tests.signed_in import SignedIn

pytestmark = pytest.mark.system_postgres


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer()


@pytest.fixture
def karim(bank: Bank) -> SignedIn:
    return sign_in(bank, bank.add_customer("Karim Samir", "karim@demo.eg").email)


@pytest.fixture
def mine(bank: Bank, salma: Customer) -> SignedIn:
    return sign_in(bank, salma.email)


@pytest.fixture
def other(bank: Bank, salma: Customer) -> SignedIn:
    return sign_in(bank, salma.email)


def test_others_only_leaves_the_calling_one(
    bank: Bank, salma: Customer, karim: SignedIn, mine: SignedIn, other: SignedIn
) -> None:
    tokens = [each.access_token() for each in (karim, mine, other)]
    statements = mine("end_sessions", True)
    assert len(statements) == 1
    assert [each.refusal("access_token") for each in (karim, mine, other)] == [None, None, "IP102"]
    accept(bank, *statements)
    assert [payment_state(bank, each) for each in tokens] == [None, None, "IP003"]
    assert log_of(bank, "sessions_ended") == [
        ("sessions_ended", str(salma.user_id), True, {"others_only": True})
    ]


def test_all_means_this_one_too_and_nobody_elses(
    bank: Bank, karim: SignedIn, mine: SignedIn, other: SignedIn
) -> None:
    tokens = [each.access_token() for each in (karim, mine, other)]
    statements = mine("end_sessions", False)
    assert len(statements) == 1, "one about the person says it of all"
    accept(bank, *statements)
    assert [each.refusal("access_token") for each in (mine, other)] == ["IP102"] * 2
    assert [payment_state(bank, each) for each in tokens] == [None, "IP003", "IP003"]
    # Whoever signs in again is believed.
    assert payment_state(bank, sign_in(bank, mine.email).access_token()) is None


def test_a_session_that_was_over_long_ago_needs_no_statement(
    bank: Bank, mine: SignedIn, other: SignedIn
) -> None:
    sid = other.sid()
    bank.ask(
        "auth",
        "UPDATE sessions SET idle_expires_at = clock_timestamp() AT TIME ZONE 'UTC'"
        " - interval '6 minutes' WHERE id = %s",
        str(sid),
    )
    assert mine("end_sessions", True) == []


def test_one_other_session_ends(
    bank: Bank, salma: Customer, mine: SignedIn, other: SignedIn
) -> None:
    token, sid = other.access_token(), other.sid()
    statement = mine("end_other_session", sid)
    accept(bank, statement)
    assert payment_state(bank, token) == "IP003"
    assert other.refusal("access_token") == "IP102"
    assert mine("end_other_session", sid) is None, "it has ended already"
    assert log_of(bank, "other_session_ended") == [
        ("other_session_ended", str(salma.user_id), True, {"session_id": str(sid)})
    ]


def test_nobody_elses_nor_the_calling_one_ends(bank: Bank, karim: SignedIn, mine: SignedIn) -> None:
    for session_id in (karim.sid(), mine.sid(), uuid4(), None):
        assert mine("end_other_session", session_id) is None
    assert karim.refusal("access_token") is None
    assert mine.refusal("access_token") is None
    assert log_of(bank, "other_session_ended") == []
    assert bank.ask("auth", "SELECT 1 FROM statements WHERE kind = 'revoke'") == []


def test_each_is_a_transaction_of_its_own_of_a_session_that_lives(mine: SignedIn) -> None:
    cursor = mine.connection.cursor()
    for function, argument in (("end_sessions", True), ("end_other_session", uuid4())):
        cursor.execute("BEGIN")
        call(mine.connection, "challenge", mine.email)
        assert mine.refusal(function, argument) == "IP005"
        cursor.execute("ROLLBACK")
    mine("end_session")
    for function, argument in (("end_sessions", True), ("end_other_session", uuid4())):
        assert mine.refusal(function, argument) == "IP102"


# Through the services


def test_the_list_tells_station_times_and_which_one_is_this(
    bank: Bank, salma: Customer, karim: SignedIn
) -> None:
    first, second = bank.services(), bank.services("second")
    for each in (first, second):
        each.identity.sign_in(email=salma.email, password=PASSWORD)
    ended = sign_in(bank, salma.email)
    ended("end_session")
    idle = sign_in(bank, salma.email, station="idle")
    bank.ask(
        "auth",
        "UPDATE sessions SET idle_expires_at = clock_timestamp() AT TIME ZONE 'UTC'"
        " WHERE station = 'idle'",
    )
    bank.ask("auth", "UPDATE sessions SET station = NULL WHERE id = %s", str(karim.sid()))
    assert idle.refusal("access_token") == "IP102"

    places = first.sessions.list()
    assert [each.is_this_one for each in places] == [False, True], "the last used comes first"
    assert {each.station for each in places} == {bank.ask("auth", "SELECT max(station) FROM sessions"
        " WHERE ended_at IS NULL AND station <> 'idle'")[0][0]}  # fmt: skip
    now = datetime.now(UTC)
    for place in places:
        assert now - timedelta(minutes=1) < place.opened_at <= place.last_used_at
        assert place.last_used_at < now + timedelta(minutes=1)
    before = next(each.last_used_at for each in places if each.is_this_one)
    first.identity._access.current().dies_at = 0.0
    first.accounts.list()
    places = first.sessions.list()
    assert places[0].is_this_one, "buying a token is a use"
    assert places[0].last_used_at > before


def test_ending_one_the_others_and_all(bank: Bank, salma: Customer) -> None:
    here, second, third, fourth = (bank.services(str(number)) for number in range(4))
    for each in (here, second, third, fourth):
        each.identity.sign_in(email=salma.email, password=PASSWORD)
    tokens = [each.identity._access.token() for each in (here, second, third, fourth)]

    def believed() -> list[bool]:
        return [payment_state(bank, each) is None for each in tokens]

    oldest = min(here.sessions.list(), key=lambda each: (each.is_this_one, each.opened_at))
    here.sessions.end(session_id=oldest.id)
    assert believed() == [True, False, True, True]
    with pytest.raises(SessionEnded):
        second.accounts.list()
    here.sessions.end_others()
    assert believed() == [True, False, False, False]
    assert [each.is_this_one for each in here.sessions.list()] == [True]
    here.sessions.end_all()
    assert believed() == [False] * 4
    with pytest.raises(SessionEnded):
        here.accounts.list()


def test_ending_this_one_is_a_sign_out(bank: Bank, salma: Customer) -> None:
    services = bank.services()
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    (place,) = services.sessions.list()
    services.sessions.end(session_id=place.id)
    with pytest.raises(SessionEnded):
        services.sessions.list()
    assert [row[0] for row in log_of(bank, "sign_out", "other_session_ended")] == ["sign_out"]


def test_a_desktop_reads_its_own_persons_sessions_alone(
    bank: Bank, mine: SignedIn, karim: SignedIn
) -> None:
    with bank.as_desktop("auth") as desktop:
        cursor = desktop.cursor()
        cursor.execute("SELECT set_config('instapay.token', %s, false)", (mine.access_token(),))
        cursor.execute("SELECT id FROM sessions")
        assert cursor.fetchall() == [(str(mine.sid()),)]
