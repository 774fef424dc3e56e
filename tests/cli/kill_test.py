# SPDX-License-Identifier: Apache-2.0
# Killed at any moment and started again: the same bytes as if nothing had happened, and never half a
# file under its name.
from __future__ import annotations

import random
import signal
import subprocess
import time
import unittest
from pathlib import Path

import harness
from crowd import book, contents, people, score_part, score_parts, score_tiny
from harness import PROGRAM, run

PEOPLE = 6000
KILLS = 48
AGAIN = 4  # kills, before one run is left in peace


def command(data: Path, folder: Path) -> list[str]:
    return [str(PROGRAM), "score", str(data), "--rules", str(book()), "--partition", "1/2", "--out",
            str(folder), "--max-rejects", "100%"]


def killed(words: list[str], seconds: float) -> bool:
    """Whether it was killed before its end."""
    process = subprocess.Popen(words, env=harness.ENVIRONMENT, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.kill()
    return process.wait() == -signal.SIGKILL


class Killed(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.data = people(PEOPLE)
        begin = time.monotonic()
        cls.whole = {name: content for name, content in contents(score_parts(cls.data, 2)).items()
                     if name.startswith("part-1-")}
        cls.seconds = (time.monotonic() - begin) / 2
        cls.chance = random.Random(20261126)

    def test_a_part(self) -> None:
        hits = 0
        for _ in range(KILLS // AGAIN):
            folder = harness.new_folder()
            for _ in range(AGAIN):
                hits += killed(command(self.data, folder), self.chance.uniform(0, self.seconds))
                for name, content in contents(folder).items():
                    if not name.endswith(".part"):
                        self.assertEqual(content, self.whole[name])
            done = score_part(self.data, 1, 2, folder)
            self.assertEqual((done.code, contents(folder)), (0, self.whole))
        self.assertGreater(hits, KILLS // 8)  # the machine may have become faster

    def test_a_part_near_its_end(self) -> None:
        """Where files take their places: as soon as the first of them is there."""
        for name in sorted(self.whole):
            folder = harness.new_folder()
            process = subprocess.Popen(command(self.data, folder), env=harness.ENVIRONMENT,
                                       stderr=subprocess.DEVNULL)
            while not (folder / name).exists() and process.poll() is None:
                pass
            process.kill()
            process.wait()
            left = {name: content for name, content in contents(folder).items()
                    if not name.endswith(".part")}
            self.assertEqual(left | self.whole, self.whole)
            done = score_part(self.data, 1, 2, folder)
            self.assertEqual((done.code, contents(folder)), (0, self.whole))

    def test_a_table_and_a_merge(self) -> None:
        parts = score_parts(self.data, 2)
        for words in ([str(PROGRAM), "merge", str(parts)],
                      [str(PROGRAM), "score", str(self.data), "--rules", str(book()),
                       "--max-rejects", "100%"]):
            place = harness.new_folder()
            table = place / "all.ndjson"
            table.write_text("old")
            expected = score_tiny(self.data, "--format", "ndjson").out
            seconds = self.seconds / (4 if "merge" in words else 1)
            for _ in range(8):
                killed([*words, "-o", str(table)], self.chance.uniform(0, seconds))
                self.assertIn(table.read_bytes(), (b"old", expected))
            done = run(*words[1:], "-o", table)
            self.assertEqual((done.code, table.read_bytes()), (0, expected))


if __name__ == "__main__":
    unittest.main()
