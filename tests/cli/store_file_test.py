# SPDX-License-Identifier: Apache-2.0
# The file that results are kept in: who may read it, what it is not, another version, in use, full,
# and a process killed at any moment.
from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import stat
import subprocess
import threading
import time
import unittest
from contextlib import closing
from pathlib import Path

import harness
from crowd import book
from harness import PROGRAM, Run, run, score, small_profile, write

DATA, OUTPUT, FINE = 4, 6, 0
PROBLEMS = ((score, OUTPUT), (None, DATA))
KILLS = 40
# The tables as each version of them was; a store of an earlier program looks like this.
OLD_STORES = Path(__file__).parent / "old_stores"


def person(name: str, day: int = 20, **facts: object) -> dict:
    return small_profile(id=name, as_of=f"2026-11-{day:02}T12:00:00Z", photo=True) | facts


def save(*people: dict, store: Path, **options: object) -> Run:
    files = [write(f"{number}.json", one) for number, one in enumerate(people)]
    return score(*files, "--rules", book(), "--save", "--store", store, **options)


def history(*arguments: object, store: Path) -> Run:
    return run("history", *arguments, "--store", store)


def new_store(*people: dict) -> Path:
    store = harness.new_folder() / "kept.db"
    if people:
        done = save(*people, store=store)
        assert done.code == FINE, done.messages
    return store


def query(store: Path, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(store)) as connection:
        rows = connection.execute(sql).fetchall()
        connection.commit()
        return rows


class Place(unittest.TestCase):
    def test_the_usual_one_is_the_owners(self) -> None:
        home = harness.new_folder()
        environment = harness.ENVIRONMENT | {"HOME": str(home)}
        file = home / ".local/share/colonnade/history.db"
        done = run("history", env=environment)
        self.assertEqual(done.code, DATA)
        self.assertIn(f"there is no `{file}`", done.messages)
        self.assertFalse(file.parent.exists())
        one = write("p.json", person("clara"))
        previous = os.umask(0)
        try:
            done = score(one, "--rules", book(), "--save", env=environment)
        finally:
            os.umask(previous)
        self.assertEqual(done.code, FINE, done.messages)
        self.assertIn(f"1 result saved in `{file}`", done.messages)
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(file.parent.stat().st_mode), 0o700)
        self.assertEqual([path.name for path in file.parent.iterdir()], ["history.db"])
        other = harness.new_folder() / "data"
        environment["XDG_DATA_HOME"] = str(other)
        self.assertEqual(score(one, "--rules", book(), "--save", env=environment).code, FINE)
        self.assertTrue((other / "colonnade/history.db").is_file())

    def test_names_that_look_like_something_else(self) -> None:
        place = harness.new_folder()
        for name in (":memory:", "file:x?mode=ro", "ä b", "%2F"):
            done = score(write("p.json", person("clara")), "--rules", book(), "--save", "--store",
                         name, cwd=place)
            self.assertEqual(done.code, FINE, done.messages)
            self.assertTrue((place / name).is_file(), name)

    def test_no_place_and_no_kind(self) -> None:
        done = score(write("p.json", person("clara")), "--rules", book(), "--save", env={})
        self.assertEqual(done.code, OUTPUT, done.messages)
        self.assertIn("--store FILE", done.messages)
        self.assertIn("no kind of store `mysql`", history(store="mysql://x/y").messages)


class NoStore(unittest.TestCase):
    def refused(self, store: Path, message: str) -> None:
        before = store.read_bytes() if store.is_file() else None
        saved, shown = save(person("clara"), store=store), history(store=store)
        self.assertEqual((saved.code, shown.code), (OUTPUT, DATA))
        for done in (saved, shown):
            self.assertIn(message, done.messages)
        self.assertTrue(saved.out)  # the result itself is shown
        if before is not None:
            self.assertEqual(store.read_bytes(), before)

    def test_some_other_file(self) -> None:
        self.refused(write("notes.txt", "Milk, bread\n" * 500), "is no store of Colonnade")

    def test_a_folder_and_a_device(self) -> None:
        self.refused(harness.new_folder(), "is no file")
        self.refused(Path("/dev/null"), "is no file")

    def test_a_database_of_another_program(self) -> None:
        store = new_store()
        query(store, "CREATE TABLE songs (name TEXT)")
        self.refused(store, "is no store of Colonnade")

    def test_one_of_a_later_version(self) -> None:
        store = new_store(person("clara"))
        query(store, "UPDATE colonnade_store SET version = 99")
        self.refused(store, "was made by a later version of Colonnade: its form is 99")
        query(store, "UPDATE colonnade_store SET version = -1")
        self.refused(store, "was made by a later version of Colonnade")

    def test_a_damaged_one(self) -> None:
        store = new_store(person("clara"))
        content = bytearray(store.read_bytes())
        content[4096:] = os.urandom(len(content) - 4096)
        store.write_bytes(content)
        self.assertEqual(history(store=store).code, DATA)
        self.assertEqual(save(person("bert"), store=store).code, OUTPUT)

    def test_what_is_kept_is_no_result(self) -> None:
        for summary in ("", "{", "[]", "1", '{"rulebook": 1}', '{"rulebook": {"id": []}}'):
            store = new_store(person("clara"))
            query(store, f"UPDATE colonnade_results SET summary = '{summary}'")
            for words in ((), ("clara",)):
                done = history(*words, store=store)
                self.assertEqual(done.code, DATA, done.text)
                self.assertIn("is damaged", done.messages)
        for figure in ("-1", "1e308", '"x"', "[]"):
            store = new_store(person("clara"))
            query(store, "UPDATE colonnade_results SET summary = json_set(summary, '$.score', "
                         f"json('{figure}'))")
            self.assertEqual(history("clara", store=store).code, DATA, figure)
        store = new_store(person("clara"))
        query(store, f"UPDATE colonnade_results SET as_of = {2**62}")
        self.assertEqual(history("clara", store=store).code, DATA)

    def test_a_folder_that_is_not_there(self) -> None:
        done = save(person("clara"), store=harness.new_folder() / "no/kept.db")
        self.assertEqual(done.code, OUTPUT)


class Versions(unittest.TestCase):
    def test_an_older_one_is_brought_up_to_date(self) -> None:
        [latest] = query(new_store(person("clara")), "SELECT version FROM colonnade_store")
        files = sorted(OLD_STORES.glob("*.sql"))
        self.assertEqual([path.stem for path in files],
                         [f"{version}" for version in range(1, latest[0] + 1)])
        for path in files:
            with self.subTest(version=path.stem):
                store = new_store()
                with closing(sqlite3.connect(store)) as connection:
                    connection.executescript(path.read_text("utf-8"))
                done = history("clara", "--format", "json", store=store)
                self.assertEqual(done.code, FINE, done.messages)
                self.assertEqual(done.json["trends"][0]["results"][0]["score"], 62.5)
                self.assertEqual(query(store, "SELECT version FROM colonnade_store"), [latest])
                self.assertEqual(save(person("clara", 27), store=store).code, FINE)
                shown = history("clara", "--format", "json", store=store).json
                self.assertEqual(len([result for trend in shown["trends"]
                                      for result in trend["results"]]), 2)


class InUse(unittest.TestCase):
    def test_a_writer_waits_for_another(self) -> None:
        store = new_store(person("clara"))
        with closing(sqlite3.connect(store, isolation_level=None,
                                     check_same_thread=False)) as other:
            other.execute("BEGIN IMMEDIATE")
            threading.Timer(1, lambda: other.execute("COMMIT")).start()
            self.assertEqual(save(person("bert"), store=store).code, FINE)
        self.assertEqual(history("bert", store=store).code, FINE)

    def test_it_waits_for_five_seconds(self) -> None:
        store = new_store(person("clara"))
        with closing(sqlite3.connect(store, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            begin = time.monotonic()
            done = save(person("bert"), store=store)
            self.assertGreater(time.monotonic() - begin, 4.5)
            self.assertEqual(done.code, OUTPUT)
            self.assertIn("is in use", done.messages)
            self.assertTrue(done.out)
            # Readers do not wait.
            self.assertEqual(history("clara", store=store).code, FINE)
        self.assertEqual(history("bert", store=store).code, DATA)

    def test_many_at_once(self) -> None:
        store = new_store()
        files = [write("p.json", person(f"p{number}")) for number in range(12)]
        started = [subprocess.Popen([PROGRAM, "score", file, "--rules", book(), "--save", "--store",
                                     store], env=harness.ENVIRONMENT, stdout=subprocess.DEVNULL,
                                    stderr=subprocess.DEVNULL)
                   for file in files]
        self.assertEqual([process.wait() for process in started], [FINE] * 12)
        shown = history("--format", "json", store=store).json
        self.assertEqual(len(shown["profiles"]), 12)


class Whole(unittest.TestCase):
    """After whatever happened: a whole store, with all of a run or nothing of it."""

    def check(self, store: Path, sizes: tuple[int, ...]) -> int:
        self.assertEqual(query(store, "PRAGMA integrity_check"), [("ok",)])
        tables = query(store, "SELECT COUNT(*) FROM sqlite_master")
        if tables == [(0,)]:
            return 0
        [(count,)] = query(store, "SELECT COUNT(*) FROM colonnade_results")
        self.assertIn(count, sizes)
        return count

    def test_a_full_disk(self) -> None:
        people = [person(f"p{number}") for number in range(20)]
        whole = new_store(*people).stat().st_size
        codes = set()
        for most in (0, 100, 4096, 5000, 20_000, whole // 2, whole - 1, whole, 2 * whole, 4 * whole):
            store = new_store()
            done = save(*people, store=store, preexec_fn=lambda: resource.setrlimit(
                resource.RLIMIT_FSIZE, (most, most)))
            codes.add(done.code)
            self.assertIn(done.code, (FINE, OUTPUT), done.messages)
            if done.code == OUTPUT:
                self.assertRegex(done.messages, "disk|File too large")
            self.check(store, (20,) if done.code == FINE else (0,))
            # With room again, all of it.
            self.assertEqual(save(*people, store=store).code, FINE)
            self.check(store, (20,))
        self.assertEqual(codes, {FINE, OUTPUT})

    def test_a_full_disk_keeps_what_was_there(self) -> None:
        store = new_store(person("clara", 13))
        people = [person(f"p{number}") for number in range(200)]
        size = store.stat().st_size
        done = save(*people, store=store, preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_FSIZE, (size, size)))
        self.assertEqual(done.code, OUTPUT, done.messages)
        self.check(store, (1,))

    def test_killed_at_any_moment(self) -> None:
        chance = random.Random(20261126)
        files = [write("p.json", person(f"p{number}")) for number in range(60)]
        begin = time.monotonic()
        self.assertEqual(score(*files, "--rules", book(), "--save", "--store", new_store()).code,
                         FINE)
        seconds = time.monotonic() - begin
        hits, kept = 0, set()
        for _ in range(KILLS):
            store = new_store()
            process = subprocess.Popen([PROGRAM, "score", *files, "--rules", book(), "--save",
                                        "--store", store], env=harness.ENVIRONMENT,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if chance.random() < 0.5:
                time.sleep(chance.uniform(0, seconds))
            else:  # while it writes
                while not store.exists() and process.poll() is None:
                    pass
                time.sleep(chance.uniform(0, seconds / 20))
            process.kill()
            hits += process.wait() == -signal.SIGKILL
            if store.exists():
                kept.add(self.check(store, (0, 60)))
            self.assertEqual(save(person("bert"), store=store).code, FINE)
        self.assertGreater(hits, KILLS // 8)  # the machine may have become faster
        self.assertIn(0, kept)


if __name__ == "__main__":
    unittest.main()
