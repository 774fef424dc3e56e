# SPDX-License-Identifier: Apache-2.0
# One command: run undisturbed, then as often as wanted with something going wrong, and judged by what
# must be true afterwards whatever it was: the same as undisturbed, or an error that is told, with each
# file as it was before or as it was to be.
from __future__ import annotations

import array
import contextlib
import dataclasses
import functools
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from commands import Command, harness, state

BUILD = Path(os.environ.get("COLONNADE_BUILD", harness.PROGRAM.parents[1])).resolve()
INTERFERE = BUILD / "tests/faults/interfere"
DENY_MEMORY = BUILD / "tests/faults/deny_memory.so"

MISSED, USAGE, PLUGIN, OUTPUT, NO_LOADER = 1, 2, 5, 6, 127
CODES = (MISSED, USAGE, 3, 4, PLUGIN, OUTPUT, 70)

# Every call that any test asks about, so that one undisturbed run tells of all of them.
WATCHED = (
    "openat,open,openat2,creat,read,pread64,readv,preadv,getdents64,write,pwrite64,writev,pwritev,"
    "fsync,fdatasync,msync,close,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,"
    "memfd_create,ftruncate,fallocate,truncate,fchmod,fchown,chmod,fchmodat,flock,mmap,newfstatat,"
    "stat,fstat,lstat,statx,readlink,access,faccessat2,clone,clone3,vfork,fork,getrandom,link,linkat,"
    "symlink,symlinkat,mknod,mknodat,socket,socketpair,connect,bind,listen,accept,accept4,sendto,"
    "sendmsg,sendmmsg,recvfrom,recvmsg,exit_group")

# What tells of a person who could not be read or written, or has no row for him, and so stands there
# after an error too: whoever reads it finds that said.
TELLS_OF_ERRORS = ("a.xml", "a.csv", "clients/", "clients/index.html")


@dataclass(frozen=True)
class Done:
    code: int
    out: bytes
    messages: str
    state: dict[str, object]

    def shows(self) -> tuple[int, bytes, dict[str, object]]:
        return self.code, self.out, self.state

    def cleared(self) -> Done:
        """Without what stays beside its files, under names that no run reads, where it is killed or
        cannot clear it away."""
        return dataclasses.replace(self, state={name: content for name, content in self.state.items()
                                                if not name.endswith(".colonnade.part") and
                                                ".new-" not in name})


@dataclass(frozen=True)
class Call:
    """A call of the system: its name, the argument behind the file, the file."""
    name: str
    flags: int
    target: str


def interference(names: str, fault: str, nth: int, goes_on: bool = False) -> tuple[str, ...]:
    return (str(INTERFERE), "--calls", names, "--fault", fault, "--nth", str(nth),
            *(("--on",) if goes_on else ()))


def look(folder: Path) -> list[tuple[str, int]]:
    """By which it is told soon that something changes."""
    with os.scandir(folder) as entries, contextlib.suppress(FileNotFoundError):
        return sorted((entry.name, entry.stat().st_mtime_ns) for entry in entries)
    return []


class Trial:
    def __init__(self, command: Command) -> None:
        self.command = command
        self.before = state(command.folder)
        begin = time.monotonic()
        self.whole = self.run()
        self.seconds = time.monotonic() - begin

    def run(self, *interfering: str, env: dict[str, str] | None = None) -> Done:
        """In a new copy of its folder."""
        with self._folder() as folder:
            return self._run_in(folder, interfering, env or {})

    def killed(self, names: str, nth: int) -> tuple[Done, Done]:
        """Killed before the n-th of these calls, and run again, undisturbed, in what that left."""
        with self._folder() as folder:
            first = self._run_in(folder, interference(names, "kill", nth), {})
            return first, self._run_in(folder, (), {})

    def killed_after(self, seconds: float, of_writing: bool) -> tuple[Done, Done]:
        """Killed so long after it began, or after it changed something; then run again."""
        with self._folder() as folder, tempfile.TemporaryFile() as given, \
                tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            given.write(self.command.input)
            given.seek(0)
            found = look(folder)
            process = subprocess.Popen(self._words(), cwd=folder, env=harness.ENVIRONMENT,
                                       stdin=given, stdout=out, stderr=err)
            while of_writing and process.poll() is None and look(folder) == found:
                time.sleep(0.0002)
            time.sleep(seconds)
            process.kill()
            code = process.wait()
            texts = [(file.seek(0), file.read())[1] for file in (out, err)]
            return self._done(folder, code, *texts), self._run_in(folder, (), {})

    @contextlib.contextmanager
    def _folder(self) -> Iterator[Path]:
        place = Path(tempfile.mkdtemp(dir=harness.SCRATCH))
        try:
            yield Path(shutil.copytree(self.command.folder, place / "at"))
        finally:
            shutil.rmtree(place)

    def _run_in(self, folder: Path, interfering: tuple[str, ...], env: dict[str, str]) -> Done:
        done = subprocess.run([*interfering, *self._words()], cwd=folder,
                              env=harness.ENVIRONMENT | env, input=self.command.input,
                              capture_output=True, check=False, timeout=harness.PATIENCE)
        return self._done(folder, done.returncode, done.stdout, done.stderr)

    def _words(self) -> list[str]:
        return [str(harness.PROGRAM), *self.command.words]

    @staticmethod
    def _done(folder: Path, code: int, *said: bytes) -> Done:
        # What is said names the folder, which is another one each time.
        out, err = (text.replace(bytes(folder), b"AT") for text in said)
        return Done(code, out, err.decode("utf-8", "replace"), state(folder))

    def interfered(self, names: str, fault: str, nth: int, goes_on: bool) -> Done:
        return self.run(*interference(names, fault, nth, goes_on))

    def calls(self, names: str) -> list[Call]:
        """All of these that an undisturbed run makes."""
        chosen = names.split(",")
        assert set(chosen) <= set(WATCHED.split(","))
        return [call for call in self._all_calls() if call.name in chosen]

    @functools.lru_cache(maxsize=None)
    def _all_calls(self) -> list[Call]:
        log = harness.new_folder() / "log"
        self.run(str(INTERFERE), "--log", str(log), "--calls", WATCHED)
        lines = log.read_text("utf-8", "replace").splitlines()
        return [Call(name, int(flags), target)
                for name, flags, target in (line.split("\t") for line in lines)]

    def denied(self, nth: int, goes_on: bool) -> Done:
        """Without memory for the n-th allocation."""
        return self.run(env={"LD_PRELOAD": str(DENY_MEMORY), "DENY_NTH": str(nth)} |
                        ({"DENY_ON": "1"} if goes_on else {}))

    @functools.lru_cache(maxsize=None)
    def allocations(self) -> array.array[int]:
        """For each of an undisturbed run a number that stands for the calls that led to it."""
        stacks = harness.new_folder() / "stacks"
        self.run(env={"LD_PRELOAD": str(DENY_MEMORY), "DENY_STACKS": str(stacks)})
        return array.array("Q", stacks.read_bytes())

    def wrong(self, done: Done) -> str:
        """Empty, or what nothing that goes wrong outside excuses."""
        if done.shows() == self.whole.shows():
            return ""
        if done.code < 0:
            return f"killed by signal {-done.code}"
        if done.code in (0, self.whole.code):
            return f"code {done.code}, but other {self._difference(done)}"
        if done.code not in CODES:
            return f"code {done.code}"
        # A suite of cases tells of its errors where it tells of everything.
        said = done.messages.encode() + done.out
        if b"error" not in said and b"FAIL" not in said:
            return f"code {done.code} without a message"
        return self.torn(done)

    def _difference(self, done: Done) -> str:
        return "output" if done.out != self.whole.out else f"files: {self.other_files(done)}"

    def other_files(self, done: Done) -> str:
        return ", ".join(sorted(
            name for name in done.state.keys() | self.whole.state.keys()
            if done.state.get(name) != self.whole.state.get(name)))

    def torn(self, done: Done) -> str:
        """Empty, or the file that is neither as before nor as it was to be."""
        for name in sorted(done.state.keys() | self.before.keys()):
            content = done.state.get(name)
            fine = content in (self.before.get(name), self.whole.state.get(name))
            # Rules whose plugin failed are in error: another result, which says so.
            if done.code == PLUGIN and name in self.whole.state:
                fine = fine or b"error" in str(content).encode()
            if not fine and name not in TELLS_OF_ERRORS:
                return f"code {done.code}, left `{name}`"
        return ""
