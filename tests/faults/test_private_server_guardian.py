"""Programs come and go, and are killed, in every combination: healed, or nothing left."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path

from tests.faults.observing import (
    Programs,
    all_gone,
    answers,
    guardian_of,
    is_running,
    postmaster_of,
    processes_naming,
    server_processes,
    until,
)

#: What the design promises after the last program leaves, and after a kill.
LEFT_S = 5
KILLED_S = 10


def nothing_runs(home: Path, guardian: int) -> bool:
    return all_gone([guardian]) and not server_processes(home) and not processes_naming(home)


def open_files(pid: int) -> list[Path]:
    found = []
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            found.append(descriptor.readlink())
    return found


def has_guardian_other_than(home: Path, earlier: int) -> bool:
    try:
        return guardian_of(home) != earlier and answers(home)
    except AssertionError:
        return False


def test_a_second_program_joins_the_server_of_the_first_and_outlives_it(
    home: Path, programs: Programs
) -> None:
    first = programs.join()
    guardian = guardian_of(home)
    assert {"phase": "starting"} in first.words
    assert {"phase": "ready"} in first.words
    assert until((home / "ticks").exists, patience_s=5)
    second = programs.join()
    assert second.first_word("port") == first.first_word("port")
    assert not any("spawned" in word for word in second.words)
    assert first.leave() == 0
    # Longer than the guardian takes to find that nobody is left.
    assert not until(lambda: not is_running(guardian), patience_s=1.2)
    assert guardian_of(home) == guardian
    assert answers(home)
    assert second.leave() == 0
    assert until(lambda: nothing_runs(home, guardian), patience_s=LEFT_S)
    assert not (home / "server.json").exists()


def test_programs_that_start_at_once_share_one_guardian(home: Path, programs: Programs) -> None:
    started = [programs.start("program") for _ in range(4)]
    ports = {program.first_word("port") for program in started}
    assert len(ports) == 1
    guardian = guardian_of(home)
    children = [program.leave() for program in started]
    assert children == [0, 0, 0, 0]
    assert until(lambda: nothing_runs(home, guardian), patience_s=LEFT_S)
    assert (home / "guardian-words").read_text() == "", "a guardian too many did not end quietly"


def test_a_killed_program_leaves_nothing_running(home: Path, programs: Programs) -> None:
    program = programs.join()
    guardian = guardian_of(home)
    assert os.getsid(guardian) == guardian
    assert home / "guardian-words" not in open_files(guardian)
    program.kill()
    assert until(lambda: nothing_runs(home, guardian), patience_s=LEFT_S)


def test_a_program_killed_while_the_server_starts_leaves_nothing_running(
    home: Path, programs: Programs
) -> None:
    program = programs.start("program")
    assert until((home / "server.json").exists, patience_s=10)
    guardian = guardian_of(home)
    program.kill()
    assert until(lambda: nothing_runs(home, guardian), patience_s=LEFT_S)


def test_a_program_killed_during_the_first_start_leaves_nothing_running(
    new_home: Path, new_programs: Programs
) -> None:
    program = new_programs.start("program")
    assert until(lambda: bool(list(new_home.glob("postgres/making-*"))), patience_s=10)
    guardian = guardian_of(new_home)
    program.kill()
    assert until(lambda: nothing_runs(new_home, guardian), patience_s=LEFT_S)
    # And what was half made is made again.
    new_programs.join()
    assert not list(new_home.glob("postgres/making-*"))


def test_a_program_killed_while_the_databases_are_prepared_leaves_nothing_running(
    home: Path, programs: Programs
) -> None:
    (home / "hang-in-prepare").touch()
    program = programs.start("program")
    assert until(lambda: {"phase": "preparing"} in program.words, patience_s=20)
    guardian = guardian_of(home)
    assert server_processes(home)
    program.kill()
    assert until(lambda: nothing_runs(home, guardian), patience_s=LEFT_S)


def test_a_killed_guardian_is_replaced_while_a_program_lives(
    home: Path, programs: Programs
) -> None:
    program = programs.join()
    guardian, postmaster = guardian_of(home), postmaster_of(home)
    os.kill(guardian, signal.SIGKILL)
    assert until(lambda: all_gone([guardian, postmaster]), patience_s=KILLED_S)
    assert until(lambda: has_guardian_other_than(home, guardian), patience_s=KILLED_S)
    assert program.process.poll() is None
    successor = guardian_of(home)
    program.leave()
    assert until(lambda: nothing_runs(home, successor), patience_s=LEFT_S)


def test_a_killed_postmaster_is_started_again(home: Path, programs: Programs) -> None:
    programs.join()
    guardian, postmaster = guardian_of(home), postmaster_of(home)
    os.kill(postmaster, signal.SIGKILL)
    assert until(lambda: answers(home) and postmaster_of(home) != postmaster, patience_s=KILLED_S)
    assert guardian_of(home) == guardian


def test_program_and_guardian_killed_at_once_leave_nothing_running(
    home: Path, programs: Programs
) -> None:
    program = programs.join()
    guardian = guardian_of(home)
    os.kill(guardian, signal.SIGKILL)
    program.kill()
    assert until(lambda: nothing_runs(home, guardian), patience_s=KILLED_S)


def test_guardian_and_postmaster_killed_at_once_are_replaced(
    home: Path, programs: Programs
) -> None:
    programs.join()
    guardian, postmaster = guardian_of(home), postmaster_of(home)
    os.kill(guardian, signal.SIGKILL)
    os.kill(postmaster, signal.SIGKILL)
    assert until(lambda: has_guardian_other_than(home, guardian), patience_s=2 * KILLED_S)


def test_a_terminated_guardian_stops_the_server_and_a_living_program_gets_a_new_one(
    home: Path, programs: Programs
) -> None:
    program = programs.join()
    guardian, postmaster = guardian_of(home), postmaster_of(home)
    os.kill(guardian, signal.SIGTERM)
    assert until(lambda: all_gone([guardian, postmaster]), patience_s=LEFT_S)
    assert until(lambda: has_guardian_other_than(home, guardian), patience_s=KILLED_S)
    assert program.process.poll() is None


def test_a_hung_job_keeps_the_guardian_neither_from_healing_nor_from_stopping(
    home: Path, programs: Programs
) -> None:
    (home / "hang-in-tick").touch()
    program = programs.join()
    guardian, postmaster = guardian_of(home), postmaster_of(home)
    assert until((home / "ticks").exists, patience_s=5)
    os.kill(postmaster, signal.SIGKILL)
    assert until(lambda: answers(home) and postmaster_of(home) != postmaster, patience_s=KILLED_S)
    program.leave()
    assert until(lambda: nothing_runs(home, guardian), patience_s=LEFT_S)


def test_a_failure_of_the_preparation_reaches_the_program_and_leaves_nothing_running(
    home: Path, programs: Programs
) -> None:
    (home / "fail-in-prepare").touch()
    program = programs.start("program")
    assert program.first_word("fault") == "server_start_failed"
    assert "LookupError: a demonstration" in str(program.first_word("data"))
    assert program.process.wait(5) == 1
    assert until(lambda: not server_processes(home), patience_s=LEFT_S)
    # Told once: the next program tries again, and does not read the old failure.
    (home / "fail-in-prepare").unlink()
    programs.join()


def test_serve_keeps_the_server_until_it_is_asked_to_stop(home: Path, programs: Programs) -> None:
    serve = programs.start("serve")
    port = serve.first_word("port")
    program = programs.join()
    assert program.first_word("port") == port
    assert not any("spawned" in word for word in program.words)
    assert guardian_of(home) == serve.pid
    program.leave()
    assert not until(lambda: not is_running(serve.pid), patience_s=1.2)
    assert answers(home)
    assert serve.kill(signal.SIGINT) == 0
    assert not server_processes(home)


def test_a_killed_serve_leaves_nothing_running(home: Path, programs: Programs) -> None:
    serve = programs.start("serve")
    serve.first_word("port")
    serve.kill()
    assert until(lambda: not server_processes(home), patience_s=KILLED_S)


def test_serve_joins_a_programs_guardian_and_takes_over_when_that_dies(
    home: Path, programs: Programs
) -> None:
    program = programs.join()
    guardian = guardian_of(home)
    serve = programs.start("serve")
    assert serve.first_word("port") == program.first_word("port")
    program.kill()
    assert not until(lambda: not is_running(guardian), patience_s=1.2)
    os.kill(guardian, signal.SIGKILL)
    assert until(lambda: has_guardian_other_than(home, guardian), patience_s=KILLED_S)
    assert guardian_of(home) == serve.pid
    assert len([word for word in serve.words if "port" in word]) == 1
    assert serve.kill(signal.SIGTERM) == 0
    assert not server_processes(home)
