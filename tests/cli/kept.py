# SPDX-License-Identifier: Apache-2.0
# Where the tests of kept results keep them: each test runs once for every kind of store, in a new
# one of its own. For PostgreSQL that is a server of our own, in a temporary folder, with a socket and
# no port; where none is installed, the tests say so, and with CI=true they fail.
from __future__ import annotations

import atexit
import functools
import itertools
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import harness

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
NUMBERS = itertools.count(1)


class Kept(unittest.TestCase):
    """`place`: the options that name the store."""
    place: tuple[str, ...] = ()

    def contents(self) -> bytes:
        """All that stands in the files of the store."""
        raise NotImplementedError


class Sqlite(Kept):
    def setUp(self) -> None:
        self.file = harness.new_folder() / "kept.db"
        self.place = ("--store", str(self.file))

    def contents(self) -> bytes:
        return b"".join(path.read_bytes() for path in self.file.parent.iterdir())


class Server:
    """A server of PostgreSQL; it refuses to run as root."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="colonnade-pg-"))
        self.owner = pwd.getpwnam("postgres") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        os.chown(self.folder, self.owner.pw_uid, self.owner.pw_gid)
        atexit.register(shutil.rmtree, self.folder, ignore_errors=True)
        self.tool("initdb", "-D", self.folder / "data", "-A", "trust", "-U", "tester", "--no-sync",
                  "-E", "UTF8", "--locale=C.UTF-8")
        self.process = subprocess.Popen(
            self.command("postgres", "-D", self.folder / "data", "-c", "listen_addresses=", "-c",
                         f"unix_socket_directories={self.folder}", "-c", "fsync=off"),
            cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **self.as_owner())
        atexit.register(self.stop)
        for _ in range(100):
            if self.tool("pg_isready", "-h", self.folder, check=False).returncode == 0:
                return
            time.sleep(0.1)
        raise TimeoutError("the server does not start")

    def as_owner(self) -> dict:
        if os.geteuid() != 0:
            return {}
        return {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []}

    def command(self, name: str, *arguments: object) -> list[str]:
        return [str(PROGRAMS[-1] / name), *map(str, arguments)]

    def tool(self, name: str, *arguments: object, check: bool = True) -> subprocess.CompletedProcess:
        return subprocess.run(self.command(name, *arguments), cwd="/", check=check, text=True,
                              capture_output=True, **self.as_owner())

    def sql(self, database: str, text: str) -> str:
        return self.tool("psql", "-h", self.folder, "-U", "tester", "-At", "-v", "ON_ERROR_STOP=1",
                         "-d", database, "-c", text).stdout.strip()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


@functools.lru_cache(maxsize=None)
def server() -> Server:
    return Server()


class Postgresql(Kept):
    def setUp(self) -> None:
        # A sanitizer's search for leaks crashes now and then over the libraries that libpq loads.
        # With SQLite the same code runs under it.
        harness.ENVIRONMENT["ASAN_OPTIONS"] = "detect_leaks=0"
        self.addCleanup(harness.ENVIRONMENT.pop, "ASAN_OPTIONS")
        self.begin()

    def begin(self) -> None:
        """With a new store, in which nothing is."""
        self.database = f"test{next(NUMBERS)}"
        server().sql("postgres", f"CREATE DATABASE {self.database}")
        self.uri = f"postgresql:///{self.database}?host={server().folder}&user=tester"
        self.place = ("--store", self.uri)

    def sql(self, text: str) -> str:
        return server().sql(self.database, text)

    def contents(self) -> bytes:
        """Of the tables, once they are written; the log of the server is its own."""
        self.sql("CHECKPOINT")
        folder = server().folder / "data/base" / self.sql(
            "SELECT oid FROM pg_database WHERE datname = current_database()")
        return b"".join(path.read_bytes() for path in folder.iterdir())


def has_server() -> bool:
    if PROGRAMS:
        return True
    if os.environ.get("CI") == "true":
        sys.exit("no server of PostgreSQL is installed; apt-get install postgresql")
    print("no server of PostgreSQL is installed: its store is not tested", file=sys.stderr)
    return False


def kinds_of_store() -> list[type]:
    return [Sqlite, Postgresql] if has_server() else [Sqlite]


def for_each_kind(tests: type, names: dict) -> None:
    """Puts the tests into a module's names once for every kind of store."""
    for kind in kinds_of_store():
        name = f"{tests.__name__}In{kind.__name__}"
        names[name] = type(name, (tests, kind), {"__module__": tests.__module__})
