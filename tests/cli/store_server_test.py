# SPDX-License-Identifier: Apache-2.0
# A server of results that goes away: its connection is cut after each message in turn. What was told
# to be saved is there, nothing is there in part, and the next call works.
from __future__ import annotations

import itertools
import socket
import threading
import unittest
from pathlib import Path

import harness
from crowd import book
from harness import Run, run, score, small_profile, write
from kept import Postgresql, has_server, server

DATA, OUTPUT, FINE = 4, 6, 0
SOCKET = ".s.PGSQL.5432"


class Relay:
    """Stands in a new folder for the server's socket and passes `most` pieces on, in both directions
    together; then it hangs up on both. `cuts` says whether it came to that."""

    def __init__(self, most: int) -> None:
        self.folder = harness.new_folder()
        self.left = most
        self.cuts = False
        self.lock = threading.Lock()
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(self.folder / SOCKET))
        self.listener.listen()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            behind = socket.socket(socket.AF_UNIX)
            behind.connect(str(Path(server().folder) / SOCKET))
            for pair in ((client, behind), (behind, client)):
                threading.Thread(target=self.pass_on, args=pair, daemon=True).start()

    def pass_on(self, source: socket.socket, target: socket.socket) -> None:
        try:
            while piece := source.recv(65536):
                with self.lock:
                    self.left -= 1
                    if self.left < 0:
                        self.cuts = True
                        break
                target.sendall(piece)
        except OSError:
            pass
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def __enter__(self) -> Relay:
        return self

    def __exit__(self, *_: object) -> None:
        self.listener.close()


class Cut(Postgresql):
    def through(self, relay: Relay) -> tuple[str, str]:
        return ("--store", f"postgresql:///{self.database}?host={relay.folder}&user=tester")

    def save(self, name: str, place: tuple[str, ...]) -> Run:
        person = small_profile(id=name, as_of="2026-11-20T12:00:00Z", photo=True)
        return score(write("p.json", person), "--rules", book(), "--save", *place)

    def names(self) -> set[str]:
        done = run("history", "--format", "json", *self.place)
        self.assertEqual(done.code, FINE, done.messages)
        return {person["id"] for person in done.json["profiles"]}

    def assert_cut(self, done: Run, code: int) -> None:
        self.assertEqual(done.code, code, done.messages)
        self.assertRegex(done.messages, r"(?m)^error: cannot use `postgresql[^`]*`: \S")
        self.assertNotIn("bug in Colonnade", done.messages)

    def test_what_is_told_to_be_saved_is_there(self) -> None:
        self.assertEqual(self.save("first", self.place).code, FINE)
        there = {"first"}
        for most in itertools.count():
            name = f"after-{most}"
            with Relay(most) as relay:
                done = self.save(name, self.through(relay))
            now = self.names()
            if not relay.cuts:
                break
            self.assertLessEqual(there, now)
            self.assertLessEqual(now, there | {name})
            if done.code == FINE:  # it was cut off after its last word
                self.assertIn(name, now)
            else:
                self.assert_cut(done, OUTPUT)
            there = now
        self.assertEqual(done.code, FINE, done.messages)
        self.assertEqual(now, there | {name})
        self.assertGreater(most, 10)

    def test_a_store_that_was_half_made_is_made(self) -> None:
        for most in itertools.count(step=3):
            with self.subTest(most=most), Relay(most) as relay:
                self.begin()
                first = self.save("first", self.through(relay))
                if first.code != FINE:
                    self.assert_cut(first, OUTPUT)
                self.assertEqual(self.save("second", self.place).code, FINE)
                self.assertIn(self.names(), ({"second"}, {"first", "second"}))
            if not relay.cuts:
                return

    def test_an_answer_that_breaks_off_is_no_answer(self) -> None:
        for name in ("one", "two"):
            self.assertEqual(self.save(name, self.place).code, FINE)
        whole = run("history", "--format", "json", *self.place)
        for most in itertools.count():
            with Relay(most) as relay:
                done = run("history", "--format", "json", *self.through(relay))
            if done.code == FINE:
                self.assertEqual(done.out, whole.out)
            else:
                self.assert_cut(done, DATA)
                self.assertEqual(done.out, b"")
            if not relay.cuts:
                return


if __name__ == "__main__":
    if has_server():
        unittest.main()
