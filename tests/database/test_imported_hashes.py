"""Passwords of another system: hashes made by plain bcrypt, wrapped as they arrive, salted anew."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from uuid import UUID

import bcrypt
import pytest

from services import passwords
from services.errors import SignInRefused, Unavailable
from tests.bank import PASSWORD, password_hash
from tests.signed_in import WRONG, call, log_of, open_session, sign_in

if TYPE_CHECKING:
    from tests.bank import Bank, Customer
    from tests.signed_in import SignedIn

pytestmark = pytest.mark.system_postgres


def _plain(prefix: str, password: str = PASSWORD) -> str:
    """Hash as another system would, which writes this version in front."""
    salt = "$" + prefix + bcrypt.gensalt(10).decode()[3:]
    made = bcrypt.hashpw(password.encode(), salt.encode()).decode()
    assert made.startswith(f"${prefix}$10$")
    return made


def _kept(bank: Bank) -> tuple[str, bool]:
    (row,) = bank.ask("auth", "SELECT password_hash, needs_resalt FROM users")
    return str(row[0]), bool(row[1])


@pytest.fixture
def salma(bank: Bank) -> Customer:
    return bank.add_customer()


@pytest.fixture
def imported(bank: Bank, salma: Customer) -> SignedIn:
    bank.ask("auth", "UPDATE users SET password_hash = %s", _plain("2b"))
    return sign_in(bank, salma.email)


@pytest.mark.parametrize("prefix", ["2a", "2b", "2y"])
def test_imported_password_is_wrapped_opens_the_door_and_is_salted_anew(
    bank: Bank, prefix: str
) -> None:
    plain = _plain(prefix)
    bank.ask(
        "auth",
        "WITH made AS (INSERT INTO users (email, password_hash, full_name)"
        " VALUES ('nour@demo.eg', %s, 'Nour') RETURNING id)"
        " INSERT INTO user_roles (user_id, role) SELECT id, 'CUSTOMER' FROM made",
        plain,
    )
    wrapped, needs_resalt = _kept(bank)
    assert (wrapped[:33], needs_resalt) == ("$sr1" + plain[:29], True)
    assert plain[29:] not in wrapped
    services = bank.services()
    with pytest.raises(SignInRefused):
        services.identity.sign_in(email="nour@demo.eg", password=WRONG)
    assert _kept(bank) == (wrapped, True)
    person = services.identity.sign_in(email="nour@demo.eg", password=PASSWORD)
    assert person.full_name == "Nour"

    salted, needs_resalt = _kept(bank)
    assert (salted[:11], needs_resalt) == ("$sr1$2b$12$", False)
    assert salted[11:33] != wrapped[11:33]
    assert [row[0] for row in log_of(bank, "sign_in", "password_resalted")] == [
        "sign_in",
        "password_resalted",
    ]
    # Once only; and the same password still opens.
    services.identity.sign_in(email="nour@demo.eg", password=PASSWORD)
    assert _kept(bank) == (salted, False)
    with bank.as_desktop("auth") as desktop:
        assert open_session(desktop, "nour@demo.eg")["needs_resalt"] is False


def test_the_other_systems_hash_opens_nothing_once_the_password_is_salted_anew(
    bank: Bank, salma: Customer
) -> None:
    """ClientKey is sha256 of that hash: until then whoever has the other system's table can sign in."""
    plain = _plain("2b")
    bank.ask("auth", "UPDATE users SET password_hash = %s", plain)
    bank.services().identity.sign_in(email=salma.email, password=PASSWORD)
    with bank.as_desktop("auth") as desktop:
        attempt = str(call(desktop, "challenge", salma.email)["attempt"])
        stolen = hashlib.sha256(plain.encode()).digest()
        call(desktop, "answer", attempt, passwords.proof(stolen, UUID(attempt)))
        assert call(desktop, "open_session", attempt, "x")["session"] is None


def test_a_sign_in_stands_where_it_could_not_be_salted_anew(
    bank: Bank, salma: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank.ask("auth", "UPDATE users SET password_hash = %s", _plain("2b"))
    services = bank.services()
    auth = services.databases[0]
    real_call = auth.call

    def failing(function: str, *arguments: object, **options: float) -> object:
        if function == "resalt_password":
            raise Unavailable("server_unreachable", database="auth")
        return real_call(function, *arguments, **options)

    monkeypatch.setattr(auth, "call", failing)
    assert services.identity.sign_in(email=salma.email, password=PASSWORD).full_name
    assert _kept(bank)[1] is True
    monkeypatch.undo()
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    assert _kept(bank)[1] is False


def test_other_sessions_go_on(bank: Bank, salma: Customer, imported: SignedIn) -> None:
    other = sign_in(bank, salma.email)
    new_hash = passwords.new_hash(PASSWORD.encode())
    assert imported("resalt_password", imported.answered(new_hash), new_hash)["changed"] is True
    assert other.refusal("access_token") is None
    assert bank.ask("auth", "SELECT 1 FROM statements WHERE kind = 'revoke'") == []


def test_only_where_it_is_due_and_for_the_password_that_was_typed(
    bank: Bank, salma: Customer, imported: SignedIn
) -> None:
    new_hash = password_hash("another password")
    wrong = imported("resalt_password", imported.answered(new_hash, WRONG), new_hash)
    assert (wrong["changed"], wrong["tries_left"]) == (None, 4)
    other = imported("resalt_password", imported.answered(password_hash()), new_hash)
    assert (other["changed"], other["tries_left"]) == (None, 3)
    assert [row[0] for row in log_of(bank, "password_resalted_refused")] == [
        "password_resalted_refused"
    ] * 2
    kept = _kept(bank)[0]
    same_salt = kept[:34] + "0" * 64
    for bad, state in ((same_salt, "IP106"), ("nonsense", "IP112"), (None, "IP112")):
        assert imported.refusal("resalt_password", imported.answered(bad), bad) == state
    bank.ask("auth", "UPDATE users SET needs_resalt = false")
    attempt = imported.answered(new_hash)
    assert imported.refusal("resalt_password", attempt, new_hash) == "IP101"
    assert _kept(bank)[0] == kept
    cursor = imported.connection.cursor()
    cursor.execute("BEGIN")
    call(imported.connection, "challenge", salma.email)
    assert imported.refusal("resalt_password", attempt, new_hash) == "IP005"
    cursor.execute("ROLLBACK")


def test_a_change_of_password_salts_it_too(bank: Bank, imported: SignedIn) -> None:
    new_hash = password_hash("a password of my own")
    assert imported("change_password", imported.answered(new_hash), new_hash)["changed"] is True
    assert _kept(bank) == (new_hash, False)


def test_an_imported_one_time_password_is_changed_at_once(bank: Bank, salma: Customer) -> None:
    bank.ask(
        "auth", "UPDATE users SET password_hash = %s, must_change_password = true", _plain("2y")
    )
    services = bank.services()
    assert services.identity.sign_in(email=salma.email, password=PASSWORD).must_change_password
    services.identity.change_password(current=PASSWORD, new="a password of my own")
    assert services.identity.complete_sign_in().full_name == salma.full_name
    assert _kept(bank)[1] is False
