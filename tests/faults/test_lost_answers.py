"""A payment whose answer is lost: never a guess, never twice, and nothing is forgotten."""

from __future__ import annotations

import json
import shutil
import threading
import time
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

import psycopg2.extensions
import pytest

from services import deadlines, sending
from services.errors import OutcomeUnknown, Unavailable
from services.values.money import Money
from services.values.transfers import Payee, Payment, TransferStatus
from tests.faults.observing import until
from tests.faults.proxy import Proxy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from services.bank import Services
    from tests.bank import Bank


class Line:
    """Salma, signed in, whose line to Payment goes through a proxy."""

    def __init__(self, bank: Bank, proxy: Proxy) -> None:
        self.bank = bank
        self.proxy = proxy
        self.salma = bank.add_customer(balance="1000")
        self.karim = bank.add_customer("Karim Samir", "karim@demo.eg")
        parts = psycopg2.extensions.parse_dsn(bank.payment_url)
        self.direct = bank.payment_url
        bank.payment_url = psycopg2.extensions.make_dsn(**parts | {"port": proxy.port})
        self.services = self.sign_in()

    def sign_in(self, outbox: str = "outbox") -> Services:
        services = self.bank.services(outbox)
        services.identity.sign_in(email=self.salma.email, password=self.salma.password)
        return services

    def payment(self, amount: str = "10") -> Payment:
        return Payment(
            self.salma.account_id,
            Payee(self.karim.account_id, "Karim S••••", "EGP", "karim@instapay", is_own=False),
            Money(Decimal(amount), "EGP"),
            "غداء",
        )

    def received(self) -> Decimal:
        return self.bank.balance(self.karim.account_id)

    def outbox(self) -> list[str]:
        """Ids of the payments on disk. Files are used again: one without a payment is blank."""
        folder = self.bank.folder / "outbox"
        texts = [path.read_text().strip() for path in sorted(folder.glob("*"))]
        return [str(UUID(json.loads(text)["id"])) for text in texts if text]


@pytest.fixture
def line(bank: Bank) -> Iterator[Line]:
    parts = psycopg2.extensions.parse_dsn(bank.payment_url)
    with Proxy((parts["host"], int(parts["port"]))) as proxy:
        yield Line(bank, proxy)


def _once_received(line: Line, act: Callable[[], None]) -> None:
    """Act in a thread of its own as soon as the server has made the payment."""

    def wait_and_act() -> None:
        until(lambda: line.received() == 10, patience_s=10)
        act()

    threading.Thread(target=wait_and_act).start()


def _cut_at_transfer(line: Line, *, arrives: bool, then_refuse: bool) -> None:
    """Break the line at the first transfer: after the server got it, or before."""
    proxy = line.proxy

    def on_request(chunk: bytes) -> None:
        if b"api.transfer" not in chunk:
            return
        proxy.on_request = None
        proxy.is_refusing = then_refuse
        if arrives:
            # The server has the call; its answer meets a closed door.
            proxy.is_deaf = True
            _once_received(line, lambda: proxy.cut(then_hear=not then_refuse))
        else:
            proxy.cut()

    proxy.on_request = on_request


def test_the_outbox_holds_the_payment_before_it_is_sent(line: Line) -> None:
    payment = line.payment()
    seen: list[tuple[list[str], int]] = []

    def on_request(chunk: bytes) -> None:
        if b"api.transfer" in chunk:
            folder = line.bank.folder / "outbox"
            (path,) = folder.glob("*.json")
            seen.append((line.outbox(), path.stat().st_mode & 0o777))
            assert json.loads(path.read_text())["note"] == "غداء"

    line.proxy.on_request = on_request
    line.services.transfers.send(payment=payment)
    assert seen == [([str(payment.id)], 0o600)]
    assert line.outbox() == []


@pytest.mark.parametrize("arrives", [True, False])
def test_broken_line_is_mended_by_asking_again_with_the_same_id(line: Line, arrives: bool) -> None:
    _cut_at_transfer(line, arrives=arrives, then_refuse=False)
    outcome = line.services.transfers.send(payment=line.payment())
    assert outcome.status is TransferStatus.COMPLETED
    assert line.received() == 10
    assert line.outbox() == []


@pytest.mark.parametrize("arrives", [True, False])
def test_lost_answer_is_unknown_until_the_line_is_back(line: Line, arrives: bool) -> None:
    _cut_at_transfer(line, arrives=arrives, then_refuse=True)
    payment = line.payment()
    with pytest.raises(OutcomeUnknown) as caught:
        line.services.transfers.send(payment=payment)
    assert caught.value.data == {"transfer_id": payment.id}
    (unknown,) = line.services.transfers.unknown()
    assert (unknown.payment, unknown.from_this_session) == (payment, True)
    with pytest.raises(OutcomeUnknown):
        line.services.transfers.check(transfer_id=payment.id)

    line.proxy.is_refusing = line.proxy.is_deaf = False
    outcome = line.services.transfers.check(transfer_id=payment.id)
    assert outcome.status is TransferStatus.COMPLETED
    assert line.received() == 10
    assert line.services.transfers.unknown() == ()
    assert line.outbox() == []


@pytest.mark.parametrize("arrives", [True, False])
def test_after_a_restart_it_is_only_asked_about(line: Line, arrives: bool) -> None:
    _cut_at_transfer(line, arrives=arrives, then_refuse=True)
    payment = line.payment()
    with pytest.raises(OutcomeUnknown):
        line.services.transfers.send(payment=payment)
    line.proxy.is_refusing = line.proxy.is_deaf = False
    line.services.transfers._outbox.let_go()()  # what the end of the process does
    again = line.sign_in()
    (unknown,) = again.transfers.unknown()
    assert (unknown.payment, unknown.from_this_session) == (payment, False)
    outcome = again.transfers.check(transfer_id=payment.id)
    if arrives:
        assert outcome.status is TransferStatus.COMPLETED
        assert line.received() == 10
    else:
        assert (outcome.status, outcome.failure_code) == (TransferStatus.FAILED, "abandoned")
        # A late original cannot land any more.
        late = again.transfers.send(payment=payment)
        assert (late.status, late.failure_code) == (TransferStatus.FAILED, "abandoned")
        assert line.received() == 0
    assert line.outbox() == []


@pytest.mark.parametrize("ending", ["session", "functions"])
def test_whatever_the_repeat_says_the_first_call_stays_unknown(line: Line, ending: str) -> None:
    """The answer is lost, and the session, or the function, is gone when the call is repeated."""

    def on_request(chunk: bytes) -> None:
        if b"api.transfer" not in chunk:
            return
        line.proxy.on_request = None
        line.proxy.is_deaf = True
        _once_received(line, lose_answer)

    def lose_answer() -> None:
        if ending == "session":
            line.bank.ask("auth", "UPDATE sessions SET ended_at = now()")
            line.bank.ask(
                "payment",
                "INSERT INTO revocations (subject, not_before) VALUES (%s, 9999999999)",
                str(line.salma.user_id),
            )
        else:
            line.bank.ask("payment", "ALTER FUNCTION api.transfer RENAME TO transfer_of_tomorrow")
        line.proxy.cut(then_hear=True)

    line.proxy.on_request = on_request
    payment = line.payment()
    with pytest.raises(OutcomeUnknown):
        line.services.transfers.send(payment=payment)
    assert line.outbox() == [str(payment.id)]
    assert line.received() == 10


def test_auth_being_away_is_no_unknown_payment(line: Line) -> None:
    line.bank.auth_url = "postgresql://station_1@127.0.0.1:1/nowhere"
    line.services.databases[0].close()
    line.services.identity._access.current().dies_at = 0.0
    with pytest.raises(Unavailable) as caught:
        line.services.transfers.send(payment=line.payment())
    assert caught.value.code == "server_unreachable"
    assert line.outbox() == []


@pytest.mark.parametrize(
    "content",
    ["", "{}", "[]", "null", '{"id": 5}', '{"id": "x", "payee": {}}', "\x00", "not json"],
)
def test_odd_files_in_the_outbox_hide_no_payment(line: Line, content: str) -> None:
    payment = line.payment()
    line.services.transfers._outbox.keep(line.salma.user_id, payment)
    folder = line.bank.folder / "outbox"
    (path,) = folder.glob("*.json")
    good = path.read_text()
    (folder / "note.json").write_text(content)
    (folder / "copy.json").write_text(good)
    (folder / "00000000-0000-0000-0000-000000000000.json").write_text(good.replace('"10"', '"abc"'))
    (unknown,) = line.services.transfers.unknown()
    assert unknown.payment == payment
    assert folder.stat().st_mode & 0o777 == 0o700


def test_another_window_leaves_a_payment_on_its_way_alone(line: Line) -> None:
    payment = line.payment()
    line.services.transfers._outbox.keep(line.salma.user_id, payment)
    other = line.sign_in()
    assert other.transfers.unknown() == ()
    assert line.services.transfers.unknown() != ()


def test_unknown_payments_are_the_persons_own(line: Line) -> None:
    line.services.transfers._outbox.keep(line.salma.user_id, line.payment())
    karim = line.bank.services()
    karim.identity.sign_in(email=line.karim.email, password=line.karim.password)
    assert karim.transfers.unknown() == ()


def test_server_that_was_away_before_sending_is_no_unknown(line: Line) -> None:
    line.proxy.is_refusing = True
    line.proxy.cut()
    with pytest.raises(Unavailable) as caught:
        line.services.transfers.send(payment=line.payment())
    assert caught.value.code == "server_unreachable"
    assert line.services.transfers.unknown() == ()
    line.proxy.is_refusing = False
    assert line.services.transfers.send(payment=line.payment()).status is TransferStatus.COMPLETED


def test_server_that_hangs_is_unknown_within_the_deadline(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "SEND_LIMIT_S", 0.5)
    monkeypatch.setattr(deadlines, "_TICK_S", 0.05)

    def stall(chunk: bytes) -> None:
        line.proxy.is_stalled = b"api.transfer" in chunk

    line.proxy.on_request = stall
    start = time.monotonic()
    with pytest.raises(OutcomeUnknown):
        line.services.transfers.send(payment=line.payment())
    # Two calls of half a second and, between them, one attempt to connect of 3 s at most.
    assert time.monotonic() - start < 6
    line.proxy.on_request = None
    line.proxy.is_stalled = False
    (unknown,) = line.services.transfers.unknown()
    outcome = line.services.transfers.check(transfer_id=unknown.payment.id)
    assert outcome.status is TransferStatus.COMPLETED
    assert line.received() == 10


def test_payment_is_not_sent_when_it_cannot_be_written_down(line: Line) -> None:
    folder = line.bank.folder / "outbox"
    shutil.rmtree(folder)
    folder.write_text("a file where the folder should be")
    with pytest.raises(Unavailable) as caught:
        line.services.transfers.send(payment=line.payment())
    assert caught.value.code == "outbox_unwritable"
    assert line.received() == 0


def test_notice_that_comes_with_a_commit_counts_as_unknown(line: Line) -> None:
    """A commit that gave up waiting for a standby says so in a notice only."""
    with line.bank.as_owner("payment") as cursor:
        cursor.execute(
            "CREATE FUNCTION private.warn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " RAISE WARNING 'the transaction may not have been replicated'; RETURN NEW; END $$;"
            "CREATE TRIGGER warn AFTER INSERT ON public.transactions"
            " FOR EACH ROW EXECUTE FUNCTION private.warn()"
        )
    payment = line.payment()
    with pytest.raises(OutcomeUnknown):
        line.services.transfers.send(payment=payment)
    outcome = line.services.transfers.check(transfer_id=payment.id)
    assert outcome.status is TransferStatus.COMPLETED
    assert line.received() == 10


def test_a_backend_that_is_ended_under_a_read_is_not_noticed(line: Line) -> None:
    line.services.accounts.list()
    with line.bank.as_owner("payment") as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND usename = 'station_1'",
        )
    assert len(line.services.accounts.list()) == 1


def test_probe_tells_each_database_apart_and_heals(line: Line) -> None:
    assert line.services.connection.probe().all
    line.proxy.is_refusing = True
    line.proxy.cut()
    probe = line.services.connection.probe()
    assert (probe.auth, probe.payment) == (True, False)
    line.proxy.is_refusing = False
    assert line.services.connection.probe().all


def test_probe_of_a_server_that_hangs_ends_and_does_not_pile_up(line: Line) -> None:
    line.proxy.is_stalled = True
    start = time.monotonic()
    threads = [threading.Thread(target=line.services.connection.probe) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(10)
    assert time.monotonic() - start < 6
    # A probe shares what an earlier one still waits for, and so its answer.
    for each in threading.enumerate():
        if each.name == "probe":
            each.join(10)
    line.proxy.is_stalled = False
    assert line.services.connection.probe().payment
