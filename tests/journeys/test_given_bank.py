"""The example also runs against databases given by URL, and leaves no login behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import EMAIL_DOMAIN

if TYPE_CHECKING:
    from tests.bank import Bank

_ROOT = Path(__file__).parents[2]


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )


def test_the_example_runs_in_a_given_bank_and_leaves_only_people(bank: Bank) -> None:
    tests = ("tests/journeys/test_example.py", "tests/journeys/test_main_job.py")
    urls = (f"--auth-url={bank.auth_owner_url}", f"--payment-url={bank.payment_owner_url}")
    done = _run(*urls, *tests)
    assert done.returncode == 0, done.stdout[-4000:]
    assert "3 passed" in done.stdout
    assert "needs a bank of its own" in done.stdout
    emails = [email for (email,) in bank.ask("auth", "SELECT email FROM users")]
    assert len(emails) == 5
    assert all(str(email).endswith(f"@{EMAIL_DOMAIN}") for email in emails)
    assert bank.ask("auth", "SELECT 1 FROM pg_roles WHERE rolname LIKE 'qa\\_%%'") == []
    assert bank.ask("auth", "SELECT 1 FROM sessions WHERE ended_at IS NULL") == []
    assert set(bank.books().values()) == {0}


def test_a_bank_of_another_schema_is_left_alone(bank: Bank) -> None:
    bank.ask("payment", "UPDATE private.alembic_version SET version_num = '0001'")
    urls = (f"--auth-url={bank.auth_owner_url}", f"--payment-url={bank.payment_owner_url}")
    done = _run(*urls, "tests/journeys/test_example.py")
    assert done.returncode == 4
    assert "main.py provision" in done.stdout
    assert bank.ask("auth", "SELECT 1 FROM users") == []


@pytest.mark.parametrize("one", ["--auth-url=postgresql://x/y", "--payment-url=postgresql://x/y"])
def test_one_url_alone_is_told(one: str) -> None:
    done = _run(one, "tests/journeys/test_example.py")
    assert done.returncode == 4
    assert "go together" in done.stdout + done.stderr
