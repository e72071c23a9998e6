"""Whatever the databases write into their log has words."""

from __future__ import annotations

import re
from pathlib import Path

from models.sql_objects import sql_objects
from services.values.audit import AuditLog
from ui import audit_words

_APP = Path(__file__).parents[2] / "app"
#: A call that writes: the event is a word, or one of two words.
_WRITES = re.compile(
    r"private\.record(?:_about)?\(\s*(?:'\w+',\s*)?(?:'(\w+)'|CASE\b.*?THEN '(\w+)' ELSE '(\w+)' END)",
    re.DOTALL,
)
_INSERTS = re.compile(
    r"INSERT INTO public\.audit_logs.*?(?:VALUES|SELECT)\s*\(?'\w+', '(\w+)'", re.DOTALL
)
_PROVED = re.compile(r"prove_again\([^,]*,[^,]*,[^,]*,\s*'(\w+)'")
#: Made of a payment's kind (tell_cash) or of what a hold came to (end_hold).
_KINDS = re.compile(r"'((?:CASH|TILL|VAULT)_[A-Z]+|COUNTER)'")
_ENDS = ("CANCELLED", "EXPIRED", "FAILED")


def _of_sql(log: AuditLog) -> set[str]:
    found: set[str] = set()
    for each in sql_objects(log.value):
        text = "\n".join(line for line in each.text.splitlines() if not line.startswith("--"))
        for call in _WRITES.findall(text):
            found |= set(filter(None, call))
        found |= set(_INSERTS.findall(text))
        for event in _PROVED.findall(text):
            found |= {event, f"{event}_refused", f"{event}_paused"}
        if log is AuditLog.PAYMENTS:
            found |= {kind.lower() for kind in _KINDS.findall(text)}
    if log is AuditLog.PAYMENTS:
        found |= {f"transfer_{end.lower()}" for end in _ENDS}
    return found


def test_each_event_that_a_database_writes_has_words() -> None:
    for log in AuditLog:
        # Of what is put together from a kind the scan sees the beginning, or the service alone.
        written = _of_sql(log) - {"transfer_", "payment", "auth"}
        assert written >= ({"transfer", "reversal", "rule_changed", "cash_in", "till_variance",
            "batch_refused", "transfer_held", "audit_exported"}
            if log is AuditLog.PAYMENTS else {"sign_in", "sign_in_refused", "role_revoked",
            "password_changed_paused", "lockout_lifted", "session_unlocked"})  # fmt: skip
        assert written - audit_words.EVENTS[log].keys() == set(), log


def test_each_event_that_the_operators_commands_write_has_words() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (_APP / "provisioning").glob("*.py")]
    written = {
        event for text in texts for event in re.findall(r"\b_?record(?:ed)?\(\w+, \"(\w+)\"", text)
    }
    assert written >= {"key_added", "key_rotated", "desktop_role_revoked", "sessions_ended"}
    known = (
        audit_words.EVENTS[AuditLog.PAYMENTS].keys() | audit_words.EVENTS[AuditLog.SIGN_INS].keys()
    )
    assert written - known == set()


def test_words_are_told_apart() -> None:
    for log in AuditLog:
        words = [audit_words.event(log, code) for code in audit_words.EVENTS[log]]
        assert len(words) == len(set(words))


def test_what_is_not_known_is_told_by_its_own_word() -> None:
    assert audit_words.event(AuditLog.PAYMENTS, "odd_thing") == "Odd thing"
    assert audit_words.fact("odd_thing") == "Odd thing"
    assert audit_words.fact("before.per_day") == "Before: per day"
