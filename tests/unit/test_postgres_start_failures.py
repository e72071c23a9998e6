from __future__ import annotations

import pytest

from app.postgres.start_failures import StartFailure, classify, reason

STAMP = "2026-11-22 14:55:30.330 UTC [10225] "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "LOG:  Address already in use\nFATAL:  could not create any TCP/IP sockets",
            StartFailure.PORT_TAKEN,
        ),
        (
            "FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use",
            StartFailure.STILL_IN_USE,
        ),
        ('FATAL:  lock file "postmaster.pid" already exists', StartFailure.STILL_IN_USE),
        (
            'PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device',
            StartFailure.DISK_FULL,
        ),
        (
            'FATAL:  could not create lock file "postmaster.pid": Read-only file system',
            StartFailure.UNWRITABLE,
        ),
        ("PANIC:  could not locate a valid checkpoint record", StartFailure.DAMAGED),
        ("FATAL:  incorrect checksum in control file", StartFailure.DAMAGED),
        (
            'FATAL:  could not load library "x.so": cannot open shared object file',
            StartFailure.OTHER,
        ),
        ("", StartFailure.OTHER),
    ],
)
def test_what_postgres_wrote_becomes_what_can_be_done(text: str, expected: StartFailure) -> None:
    assert classify(STAMP + text) is expected


def test_a_full_disk_counts_more_than_the_damage_it_looks_like() -> None:
    text = 'PANIC:  could not write to file "global/pg_control": No space left on device'
    assert classify(text) is StartFailure.DISK_FULL


def test_the_reason_is_the_last_fatal_line_without_its_stamp() -> None:
    text = (
        f"{STAMP}LOG:  starting PostgreSQL 18.4\n"
        f"{STAMP}FATAL:  could not map anonymous shared memory\n"
        f"{STAMP}LOG:  database system is shut down\n"
    )
    assert reason(text) == "could not map anonymous shared memory"


def test_initdb_gives_its_reason_too() -> None:
    assert reason('fixing permissions\ninitdb: error: invalid locale name "x"\n') == (
        'invalid locale name "x"'
    )


def test_any_last_words_are_better_than_none() -> None:
    assert reason("bash: cannot execute\n\n") == "bash: cannot execute"
    assert reason("") == "Postgres ended without a word"
