# SPDX-License-Identifier: Apache-2.0
# The least that is needed, held for every command: no network, no file outside the folder that it is
# told to write to, nobody else's eyes on what is kept, and no word of a person in what is said,
# whatever goes wrong.
from __future__ import annotations

import os
import shutil
import stat
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cases
import io_faults
import kills
from commands import Command, commands, folder_with, harness, tiny, words
from trial import INTERFERE, Call, Done, Trial

from privacy_test import marked, markers_in

NETWORK = "socket,connect,bind,listen,accept,accept4,sendto,sendmsg,sendmmsg,recvfrom,recvmsg"
# Two ends between the program and the process of an isolated plugin; no name, nobody else.
PAIR = "socketpair"
UNIX = "1"
MAKING = "openat,open,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink," \
         "symlinkat,mknod,mknodat,truncate"
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
NO_FILES = ("/dev/null", "/proc/", "pipe:")

MORE = (
    ("plugin list", words("plugin", "list")),
    ("plugin check", words("plugin", "check", harness.PROGRAM.parents[1] /
                           "lib/colonnade/plugins/brand.so", "--only", "split-batches")),
    ("explain a finding", words("explain", "unknown-key")),
    ("facts of a schema", words("facts")),
    ("JSON schema", words("facts", "--json-schema", "rulebook")),
    ("help", words("--help")),
    ("cohort shown", words("cohort", "show", harness.RULES / "examples/invented-cohort.json")),
)


def all_commands() -> list[Command]:
    return [*commands(), *(Command(name, what, folder_with()) for name, what in MORE)]


def in_parallel(judge: object, each: list) -> list:
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(judge, each))


class Network(unittest.TestCase):
    def test_nobody_opens_one(self) -> None:
        for command, calls in zip(all_commands(), in_parallel(
                lambda command: cases.trial_of(command).calls(f"{NETWORK},{PAIR}"),
                all_commands())):
            with self.subTest(command=command.name):
                talks = [call for call in calls if call.name != PAIR]
                if "isolated" in command.name or "check" in command.name:
                    # The two talk by what they share; messages with descriptors start it.
                    talks = [call for call in talks if not call.name.startswith(("send", "recv"))]
                self.assertEqual(talks, [])
                self.assertLessEqual({call.target for call in calls if call.name == PAIR}, {UNIX})

    def test_nobody_needs_one(self) -> None:
        for command in (commands()[0], commands()[6], commands()[14]):
            trial = cases.trial_of(command)
            done = trial.interfered("socket,connect,bind,listen,accept,accept4", "EACCES", 1, True)
            self.assertEqual(done.shows(), trial.whole.shows(), command.name)

    def test_it_would_be_seen(self) -> None:
        code = "import socket; socket.socket()"
        log = harness.new_folder() / "log"
        harness.run("--log", log, "--calls", NETWORK, "/usr/bin/python3", "-c", code,
                    program=INTERFERE)
        self.assertIn("socket", log.read_text())


class Files(unittest.TestCase):
    def test_only_in_the_folder_that_is_written_to(self) -> None:
        for command, calls in zip(all_commands(), in_parallel(
                lambda command: cases.trial_of(command).calls(MAKING), all_commands())):
            with self.subTest(command=command.name):
                self.assertEqual([call for call in calls if makes(call) and is_outside(call)], [])
                if "-o" in command.words:
                    self.assertTrue(any(call.name == "rename" for call in calls))

    def test_nothing_is_run_of_a_folder_that_is_only_guessed(self) -> None:
        """Where /proc is not there, nothing tells where the program and its plugins lie."""
        trial = cases.trial_of(commands()[0])
        done = trial.interfered("readlink", "EACCES", 1, True)
        self.assertEqual(done.code, 70)
        self.assertIn("cannot tell where this program is installed: Permission denied",
                      done.messages)

    def test_what_is_kept_is_for_its_owner_from_the_first_moment_on(self) -> None:
        trial = next(cases.trial_of(command) for command in commands()
                     if command.name == "save for the first time")
        moments = kills.moments(trial)[::5]
        seen = set()
        for modes in in_parallel(lambda nth: modes_after(trial, nth), moments):
            seen |= modes.keys()
            self.assertLessEqual(set(modes.values()), {0o600}, modes)
        self.assertLessEqual({"kept.db", "kept.db-wal"}, seen)


def makes(call: Call) -> bool:
    return not call.name.startswith("open") or bool(call.flags & WRITES)


def is_outside(call: Call) -> bool:
    return os.path.isabs(call.target) and "/at/" not in call.target + "/" and \
        not call.target.startswith(NO_FILES)


def modes_after(trial: Trial, nth: int) -> dict[str, int]:
    """Of the files that a run leaves which is killed before its n-th call that changes something,
    where files are open to everybody unless somebody cares."""
    folder = harness.new_folder()
    script = 'umask 0; cd "$0"; exec "$@"'
    harness.run("-c", script, folder, INTERFERE, "--calls", kills.CHANGING, "--fault", "kill",
                "--nth", nth, harness.PROGRAM, *trial.command.words, program=Path("/bin/sh"))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    shutil.rmtree(folder)
    return modes


class Words(unittest.TestCase):
    def test_no_fault_brings_them_out(self) -> None:
        archive = marked(broken=True)
        places = [Command("score", words("score", archive, "--details"), folder_with()),
                  Command("import", words("import", archive, "-o", "p.json"), folder_with()),
                  Command("save", words("score", archive, "--save", "--store", "kept.db"),
                          folder_with())]
        for command in places:
            trial = Trial(command)
            faults = io_faults.faults(trial)
            chosen = [faults[at * len(faults) // 9] for at in range(9)]
            done = in_parallel(lambda fault: trial.interfered(
                io_faults.FAMILIES[fault.family][0], fault.error, fault.nth, fault.goes_on), chosen)
            allocations = len(trial.allocations())
            done += in_parallel(lambda at: trial.denied(at * allocations // 4 + 1, False), list(range(4)))
            self.assertGreater(len({each.code for each in done}), 1)
            for each in done:
                self.assertEqual(markers_in(each.messages), set(), (command.name, each.messages))


if __name__ == "__main__":
    unittest.main()
