"""What is left of passwords, proofs and tokens where somebody may look later: nothing to get in with."""

from __future__ import annotations

import logging
import threading
from decimal import Decimal
from typing import TYPE_CHECKING

import psycopg2
import pytest

from services.bank import open_services
from services.errors import InstaPayError, SettingsInvalid
from services.values.money import Money
from services.values.transfers import Payment
from tests.attacks.raw_sql import refusal, told
from tests.bank import PASSWORD
from tests.faults.observing import until
from tests.sent_secrets import WRONG
from tests.server_log import read_to_now

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from services.bank import Services
    from tests.bank import Bank
    from tests.conftest import Server
    from tests.sent_secrets import Sent


def _a_day(bank: Bank) -> Services:
    """Sign up, fail to sign in, sign in, pay with the password, be refused, sign out, come back."""
    salma = bank.add_customer(balance=9000)
    karim = bank.add_customer("Karim Samir", "karim@demo.eg")
    services = bank.services()
    services.identity.sign_up(email="new@demo.eg", password=PASSWORD, full_name="Mona Adel")
    bank.decide_applications()
    with pytest.raises(InstaPayError):
        services.identity.sign_in(email=salma.email, password=WRONG)
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    payee = services.payees.resolve(payee=karim.iban)
    for amount in (7000, 10**9):
        payment = Payment(salma.account_id, payee, Money(Decimal(amount), "EGP"))
        confirmation = services.identity.confirm(transfer_id=payment.id, password=PASSWORD)
        services.transfers.send(payment=payment, confirmation=confirmation)
    services.identity.sign_out()
    services.identity.sign_in(email=salma.email, password=PASSWORD)
    return services


def _ways_to_fail(services: Services, bank: Bank) -> None:
    """Have statements with secrets in them fail in each way that a server may write down."""
    access = services.identity._access
    token, session = access.token(), access.current().session
    for name in ("auth", "payment"):
        with bank.as_desktop(name) as desktop:
            for statement in (
                "SELECT * FROM api.access_token(%s || '.')",
                "SELECT * FROM api.my_accounts(%s || '.')",
                "SELECT api.mark_notifications_read(%s, '{')",
                "SELECT api.nothing(%s)",
                "SELECT 1 FROM accounts WHERE id = 1 / 0 AND %s <> ''",
                "SELECT %s, pg_sleep(60)",
                "SELECT %s FROM",
            ):
                # Only what would last is cut short: the others are to fail in their own ways.
                limit = "20ms" if "pg_sleep" in statement else "0"
                told(desktop, "SELECT set_config('statement_timeout', %s, false)", limit)
                for secret in (token, session):
                    assert refusal(desktop, statement, secret) is not None, statement
    with bank.as_desktop("payment") as desktop:
        sleep = "SELECT %s, pg_sleep(60)"
        caller = threading.Thread(target=lambda: refusal(desktop, sleep, token))
        caller.start()
        # Nothing but its locks tells that it is at work.
        pid, at_work = desktop.info.backend_pid, "SELECT 1 FROM pg_locks WHERE pid = %s"
        assert until(lambda: bank.ask("payment", at_work, pid) != [], patience_s=10)
        with psycopg2.connect(bank.payment_owner_url) as owner:
            told(owner, "SELECT pg_terminate_backend(%s)", pid)
        caller.join(10)


@pytest.mark.system_postgres
def test_the_servers_log_holds_no_secret(bank: Bank, server: Server, sent: Sent) -> None:
    path = server.cluster.log_file
    before = path.stat().st_size
    _ways_to_fail(_a_day(bank), bank)
    with psycopg2.connect(bank.payment_owner_url) as owner:
        written = read_to_now(owner.cursor(), path, before)
    owner.close()
    # Refusals are there, which no ROLLBACK takes back.
    for what in ("token_invalid", "session_ended", "terminating connection", "statement timeout"):
        assert what in written, written
    sent.assert_none_in(written)


@pytest.mark.system_postgres
def test_nobody_sees_a_stations_statements(bank: Bank, sent: Sent) -> None:
    services = _a_day(bank)
    shown = "SELECT query, state, usename FROM pg_stat_activity WHERE usename = 'station_1'"
    with psycopg2.connect(bank.auth_owner_url) as administrator:
        rows = told(administrator, shown)
    assert rows, "the services are connected"
    assert {query for query, *_ in rows} == {""}
    with bank.as_desktop("auth") as peer:
        assert {query for query, *_ in told(peer, shown)} == {""}
    services.close()


def test_our_own_log_holds_no_secret(bank: Bank, our_log: Path, sent: Sent) -> None:
    """Nor does it when the databases are not what this program expects, and Postgres quotes the call."""
    services = _a_day(bank)
    access = services.identity._access
    session = access.current().session
    bank.ask("payment", "DROP FUNCTION api.my_channel(text)")
    for kind in ("varchar", "char"):
        bank.ask(
            "auth", f"CREATE FUNCTION api.access_token({kind}) RETURNS int LANGUAGE sql RETURN 1"
        )
    bank.ask("auth", "DROP FUNCTION api.access_token(text)")
    auth, payment = services.databases
    log = logging.getLogger("tests")
    calls: tuple[Callable[[], object], ...] = (
        lambda: auth.call("access_token", session),
        lambda: payment.call("my_channel", access.token()),
        lambda: payment.call("mark_notifications_read", access.token(), "{"),
    )
    for call in calls:
        try:
            call()
        except Exception:
            log.exception("fault in a background call")
    written = our_log.read_text()
    assert "AmbiguousFunction" in written
    assert "LINE (left out)" in written
    sent.assert_none_in(written)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://station_1:tops%zzcret@127.0.0.1/x",
        "postgresql://station_1:tops%zzcret@[127.0.0.1/x",
        "postgresql://station_1:tops%zzcret@127.0.0.1]/x",
        "host=127.0.0.1 password='tops%zzcret",
    ],
)
def test_a_url_that_cannot_be_read_is_not_written_down(
    tmp_path: Path, our_log: Path, url: str
) -> None:
    services = open_services(lambda: url, lambda: url, tmp_path / "outbox")
    with pytest.raises(SettingsInvalid) as caught:
        services.identity.sign_in(email="salma@demo.eg", password=PASSWORD)
    logging.getLogger("tests").error("failed", exc_info=caught.value)
    services.close()
    written = our_log.read_text()
    assert "cannot be read" in written
    assert "zzcret" not in written
    assert "zzcret" not in str(caught.value)
