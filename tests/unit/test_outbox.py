from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from services import outbox_slots
from services.errors import Unavailable
from services.outbox import Outbox
from services.values.counter import CounterKind, CounterPayment
from services.values.money import Money
from services.values.transfers import Payee, Payment

if TYPE_CHECKING:
    from pathlib import Path

_SOMEBODY = uuid4()


def _payment(note: str = "lunch") -> Payment:
    payee = Payee(uuid4(), "Karim S••••", "EGP", "karim@instapay", is_own=False)
    return Payment(uuid4(), payee, Money(Decimal(10), "EGP"), note)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*"))


def test_one_payment_after_another_uses_one_file_of_one_size(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    for _ in range(3):
        payment = _payment()
        outbox.keep(_SOMEBODY, payment)
        (path,) = _files(tmp_path)
        assert path.stat().st_size == outbox_slots.SIZE
        assert outbox.find(_SOMEBODY, payment.id) == payment
        outbox.forget(_SOMEBODY, payment.id)
        assert outbox.find(_SOMEBODY, payment.id) is None


def test_file_made_at_the_sign_in_takes_the_first_payment(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    outbox.prepare()
    (made,) = _files(tmp_path)
    outbox.keep(_SOMEBODY, _payment())
    assert _files(tmp_path) == [made]


def test_disk_that_takes_no_file_keeps_nobody_from_signing_in(tmp_path: Path) -> None:
    folder = tmp_path / "outbox"
    folder.write_text("a file where the folder should be")
    Outbox(folder).prepare()


def test_payments_at_a_time_have_a_file_each(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    payments = [_payment() for _ in range(3)]
    for each in payments:
        outbox.keep(_SOMEBODY, each)
    assert len(_files(tmp_path)) == 3
    outbox.forget(_SOMEBODY, payments[1].id)
    left = {each.payment.id for each in outbox.unanswered(_SOMEBODY)}
    assert left == {payments[0].id, payments[2].id}


@pytest.mark.parametrize(
    "text", ['say "hi"', "back\\slash", "\u0639\u064a\u062f \U0001f381", "a\tb", "</x>'"]
)
def test_texts_come_back_as_they_were(tmp_path: Path, text: str) -> None:
    payee = Payee(uuid4(), text, "EGP", text, is_own=True)
    payment = Payment(uuid4(), payee, Money(Decimal("0.10"), "EGP"), text)
    outbox = Outbox(tmp_path)
    outbox.keep(_SOMEBODY, payment)
    (kept,) = outbox.unanswered(_SOMEBODY)
    assert kept.payment == payment
    assert abs((datetime.now(UTC) - kept.kept_at).total_seconds()) < 60


def test_longest_note_in_any_script_fits(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    payment = _payment("𝔘" * 140)
    outbox.keep(_SOMEBODY, payment)
    assert Outbox(tmp_path).find(_SOMEBODY, payment.id) == payment


def _cash(**changes: object) -> CounterPayment:
    made = CounterPayment(
        CounterKind.CASH_OUT, "Salma Hassan", uuid4(), Money(Decimal("10.50"), "EGP"), "National ID"
    )
    return replace(made, **changes)  # type: ignore[arg-type] # a test's own fields


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"note": 'say "hi" \u0639\u064a\u062f', "kind": CounterKind.CASH_IN},
        {"kind": CounterKind.TRANSFER,
            "payee": Payee(uuid4(), "Karim S••••", "EGP", "karim@instapay", is_own=False)},
        {"kind": CounterKind.CORRECTION, "account_id": None, "original_id": uuid4()},
        {"note": "𝔘" * 140, "identification": "𝔘" * 200, "customer": "𝔘" * 100},
    ],
)  # fmt: skip
def test_what_a_teller_sends_is_kept_beside_payments_and_comes_back_as_it_was(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    outbox, order, payment = Outbox(tmp_path), _cash(**changes), _payment()
    outbox.keep(_SOMEBODY, order)
    outbox.keep(_SOMEBODY, payment)
    assert [each.payment for each in outbox.unanswered(_SOMEBODY)] == [order, payment]
    outbox.forget(_SOMEBODY, order.id)
    assert [each.payment for each in outbox.unanswered(_SOMEBODY)] == [payment]


def test_end_of_a_session_leaves_only_what_is_unanswered(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    answered, unanswered = _payment(), _payment()
    outbox.keep(_SOMEBODY, answered)
    outbox.keep(_SOMEBODY, unanswered)
    outbox.forget(_SOMEBODY, answered.id)
    outbox.let_go()()
    assert len(_files(tmp_path)) == 1
    (kept,) = Outbox(tmp_path).unanswered(_SOMEBODY)
    assert kept.payment == unanswered


def test_blank_file_of_a_killed_window_goes_and_one_in_use_stays(tmp_path: Path) -> None:
    killed, living = Outbox(tmp_path), Outbox(tmp_path)
    for each in (killed, living):
        payment = _payment()
        each.keep(_SOMEBODY, payment)
        each.forget(_SOMEBODY, payment.id)
    assert len(_files(tmp_path)) == 2
    for slot in killed._free:
        slot.close(keep=True)  # what the end of a process does
    assert Outbox(tmp_path).unanswered(_SOMEBODY) == ()
    assert len(_files(tmp_path)) == 1
    payment = _payment()
    living.keep(_SOMEBODY, payment)
    assert Outbox(tmp_path).find(_SOMEBODY, payment.id) == payment


def test_file_that_somebody_removed_is_made_again(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    outbox.prepare()
    (path,) = _files(tmp_path)
    path.unlink()
    payment = _payment()
    outbox.keep(_SOMEBODY, payment)
    assert Outbox(tmp_path).find(_SOMEBODY, payment.id) == payment


def test_disk_that_fails_while_writing_is_said_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outbox = Outbox(tmp_path)
    first = _payment()
    outbox.keep(_SOMEBODY, first)
    outbox.forget(_SOMEBODY, first.id)

    def fail(_descriptor: int) -> None:
        raise OSError(5, os.strerror(5))

    monkeypatch.setattr(outbox_slots, "_sync", fail)
    with pytest.raises(Unavailable) as caught:
        outbox.keep(_SOMEBODY, _payment())
    assert caught.value.code == "outbox_unwritable"
    assert outbox.unanswered(_SOMEBODY) == ()
    assert _files(tmp_path) == []
    monkeypatch.undo()
    outbox.keep(_SOMEBODY, first)
    assert outbox.find(_SOMEBODY, first.id) == first


def test_files_that_are_closed_late_hold_nothing_of_the_next_session_up(tmp_path: Path) -> None:
    outbox, left, sent = Outbox(tmp_path), _payment(), _payment()
    outbox.prepare()
    outbox.keep(_SOMEBODY, left)
    close = outbox.let_go()
    # Nothing is held by another window: whoever comes is told of it.
    assert not outbox.holds(left.id)
    assert [each.payment for each in outbox.unanswered(_SOMEBODY)] == [left]
    outbox.keep(_SOMEBODY, sent)
    close()
    assert outbox.holds(sent.id)
    assert [each.payment for each in outbox.unanswered(_SOMEBODY)] == [left, sent]
    # What was closed is another window's to ask about, and what is held is not.
    assert [each.payment for each in Outbox(tmp_path).unanswered(_SOMEBODY)] == [left]


def test_what_is_being_written_as_a_session_ends_is_not_of_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outbox, payment, sync = Outbox(tmp_path), _payment(), outbox_slots._sync

    def slow(descriptor: int) -> None:
        outbox.let_go()()
        sync(descriptor)

    monkeypatch.setattr(outbox_slots, "_sync", slow)
    outbox.keep(_SOMEBODY, payment)
    # It is asked about, and not sent once more.
    assert not outbox.holds(payment.id)
    assert [each.payment for each in outbox.unanswered(_SOMEBODY)] == [payment]


def test_one_file_serves_one_person_after_another_and_tells_them_apart(tmp_path: Path) -> None:
    outbox, other = Outbox(tmp_path), uuid4()
    payment, others = _payment(), _payment()
    outbox.keep(_SOMEBODY, payment)
    outbox.forget(_SOMEBODY, payment.id)
    outbox.keep(other, others)
    assert len(_files(tmp_path)) == 1
    assert outbox.unanswered(_SOMEBODY) == ()
    assert outbox.find(_SOMEBODY, others.id) is None
    (kept,) = outbox.unanswered(other)
    assert kept.payment == others


def test_payment_that_an_earlier_version_left_is_found_and_forgotten(tmp_path: Path) -> None:
    outbox, payment = Outbox(tmp_path), _payment()
    outbox.keep(_SOMEBODY, payment)
    outbox.let_go()()
    (path,) = _files(tmp_path)
    told = json.loads(path.read_text())
    del told["user_id"]
    path.unlink()
    before = tmp_path / str(_SOMEBODY)
    before.mkdir()
    (before / f"{payment.id}.json").write_text(json.dumps(told))
    assert [kept.payment for kept in outbox.unanswered(_SOMEBODY)] == [payment]
    assert outbox.unanswered(uuid4()) == ()
    outbox.forget(_SOMEBODY, payment.id)
    assert list(before.iterdir()) == []
