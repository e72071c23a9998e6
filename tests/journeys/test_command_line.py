"""What the commands answer to wrong usage, and their help."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.journeys.commands import LIMIT_S, ROOT, UNREADABLE, run_main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nonsense"], 2, "there is no command 'nonsense'"),
        (["seed"], 2, "required"),
        (["seed", "--accounts", "-1", "--transactions", "1"], 2, "must not be negative"),
        (["provision"], 2, "required"),
        (["doctor", "--auth-url", "postgresql://x/y"], 2, "payment_url"),
        (
            [
                "doctor",
                "--auth-url",
                "postgresql://127.0.0.1:1/y",
                "--payment-url",
                "postgresql://127.0.0.1:1/y",
            ],
            1,
            "",
        ),
        (["provision", "--auth-url", "nonsense", "--payment-url", "nonsense"], 2, "auth_url"),
        (["run", "--auth-url", "nonsense", "--payment-url", "nonsense"], 2, "auth_url"),
        (["worker"], 2, "auth_url"),
        (["user"], 2, "required"),
        (["user", "add", "--email", "nobody", "--name", "N", "--role", "ADMIN"], 2, "not an email"),
        (["user", "add", "--email", "a@b.eg", "--name", " ", "--role", "ADMIN"], 2, "not a name"),
        (
            ["user", "add", "--email", "a@b.eg", "--name", "N", "--role", "KING"],
            2,
            "invalid choice",
        ),
        (["user", "add", "--email", "a@b.eg", "--name", "N"], 2, "--role"),
        (["user", "lock", "a@b.eg"], 2, "required"),
        (["user", "lock", "a@b.eg", "--reason", ""], 2, "not a reason"),
        (["user", "lock", "a@b.eg", "--reason", "x", "--unlock"], 2, "not allowed with"),
        (["user", "reset", "a@b.eg", "--auth-url", "nonsense"], 2, "auth_url"),
        (["user", "reset", "a@b.eg", "--auth-url", "postgresql://127.0.0.1:1/y"], 1, "reached"),
        (["worker", "--auth-url", UNREADABLE, "--payment-url", UNREADABLE], 2, "auth_url"),
        (["doctor", "--auth-url", UNREADABLE, "--payment-url", UNREADABLE], 2, "-url"),
        (
            ["keys", "rotate", "--auth-url", UNREADABLE, "--payment-url", UNREADABLE],
            2,
            "auth_url",
        ),
        (["desktop-role"], 2, "required"),
        (["desktop-role", "add"], 2, "required"),
        (["desktop-role", "add", "instapay_x"], 2, "begins with none of"),
        (["desktop-role", "revoke", "a b"], 2, "a name has"),
        (["keys"], 2, "required"),
        (["keys", "rotate", "--payment-url", "postgresql://x/y"], 2, "auth_url"),
    ],
)
def test_wrong_usage_is_told(tmp_path: Path, arguments: list[str], code: int, said: str) -> None:
    done = run_main(tmp_path, *arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "unspeakable" not in done.stderr + done.stdout


def test_without_a_screen_one_sentence_and_no_abort(tmp_path: Path) -> None:
    bare = {"PATH": os.environ["PATH"], "INSTAPAY_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "main.py", "run", "--demo"],
        cwd=ROOT, env=bare, capture_output=True, text=True, timeout=LIMIT_S, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("main.py: There is no screen here")


@pytest.mark.parametrize(
    "command",
    ["run", "serve", "provision", "doctor", "user", "desktop-role", "keys", "worker", "seed"],
)
def test_help_of_each_command(tmp_path: Path, command: str) -> None:
    assert f"main.py {command}" in run_main(tmp_path, command, "--help").stdout
    assert command in run_main(tmp_path, "--help").stdout
