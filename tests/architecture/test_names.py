"""docs/qa.md lists the names that the code gives, and no others."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.names import names_in_code, parts_of_dialogs

_QA = (Path(__file__).parents[2] / "docs" / "qa.md").read_text(encoding="utf-8")
#: Made of a parent's name, which the scan of the code cannot follow; the journeys use them.
_PARTS = re.compile(
    r"(?:transfer\.(?:summary|receipt)|confirm)\.(?:gets|from|after|note|when|balance|reference|amount|fee|total|day|month)"
    r"|(?:transfer|contact|cash)\.payee|(?:transfer|cash)\.note\.error|transfer\.add_contact|(?:transfer\.to|contact\.to)\.(?:choices|error)"
    r"|about\.(?:version|qt|auth|payment|postgres|logs)"
    r"|receive\.(?:address|iban)\.copy"
    r"|bulk\.(?:amount|confirm\.customer)"
    r"|approvals\.(?:identification|note|account|payee|fee|maker|till|made_at|expires_at)"
)
#: A component's names with their host's prefix, and the name of the scheme itself.
_ELSEWHERE = ("customer.", "screen.", "settings.password.current", "settings.password.new")


def _documented() -> set[str]:
    names = re.findall(r"`((?:[a-z]+|first_run)(?:\.(?:[a-z0-9_]+|<[a-z ]+>))+)`", _QA)
    folded = {re.sub(r"<[^>]+>", "<>", name) for name in names}
    return {name for name in folded if not name.startswith(_ELSEWHERE)}


def test_the_list_of_names_is_the_codes() -> None:
    code = {name.removeprefix("<>") for name in names_in_code()}
    parts = parts_of_dialogs()
    documented = {name for name in _documented() if not _PARTS.fullmatch(name)}
    assert documented - code - set().union(*parts.values()) == set(), (
        "documented, but nowhere in the code"
    )
    assert code - documented == set(), "in the code, but not documented"
    assert [part for part, names in parts.items() if not names & documented] == []


def test_names_that_outside_checks_rely_on_are_there() -> None:
    assert _documented() >= {
        "login.email", "login.password", "login.submit", "accounts.list", "history.table",
        "transfer.from", "transfer.to", "transfer.amount", "transfer.note", "transfer.review",
        "confirm.send", "confirm.cancel", "transfer.outcome",
    }  # fmt: skip
