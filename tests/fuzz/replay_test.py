# SPDX-License-Identifier: Apache-2.0
# What ends a target without libFuzzer is found by its short run, kept as a file and done again: by
# that file, and by its seed.
#
#   replay_test.py PROGRAM    of broken_target.cpp
from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = Path(sys.argv.pop())
KEPT = re.compile(r"its input is kept: (\S+)")


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True,
                          errors="replace", check=False, timeout=60)


class Replay(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.seeds = self.folder / "seeds"
        self.seeds.mkdir()
        (self.seeds / "harmless").write_text("0123456789")
        (self.folder / "words").write_text("")

    def mutate(self, word: str, *more: object) -> subprocess.CompletedProcess[str]:
        (self.folder / "words").write_text(f'"{word}"\n')
        return run(self.seeds, "--mutate", 30, "--words", self.folder / "words",
                   "--most-seconds", 1, "--keep", self.folder / "kept-", *more)

    def test_whatever_ends_a_target_is_kept_and_does_it_again(self) -> None:
        sanitized = b"__asan_init" in PROGRAM.read_bytes()
        for word in ("abort", "throw", "fault", "hang", *(["beyond"] if sanitized else [])):
            with self.subTest(word):
                done = self.mutate(word, "--seed", 1)
                self.assertNotEqual(done.returncode, 0)
                kept = Path(KEPT.findall(done.stderr)[-1])
                self.assertIn(word, kept.read_bytes().decode("latin-1"))
                self.assertTrue(kept.name.startswith("kept-1-"))
                if word != "hang":
                    self.assertNotEqual(run(kept).returncode, 0)

    def test_a_seed_does_it_again(self) -> None:
        done = self.mutate("abort")
        kept = Path(KEPT.findall(done.stderr)[-1])
        before = kept.read_bytes()
        kept.unlink()
        seed = re.findall(r"^seed (\d+)$", done.stdout, re.MULTILINE)[0]
        self.assertNotEqual(self.mutate("abort", "--seed", seed).returncode, 0)
        self.assertEqual(kept.read_bytes(), before)

    def test_a_target_without_faults_gets_as_many_inputs_as_asked_for(self) -> None:
        done = self.mutate("word", "--inputs", 500)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("500 inputs\n", done.stdout)
        self.assertEqual(list(self.folder.glob("kept-*")), [])

    def test_files_are_replayed_by_their_names(self) -> None:
        done = run(self.seeds)
        self.assertEqual((done.returncode, done.stdout), (0, "harmless\n1 inputs\n"))
        self.assertEqual(run(self.folder / "nothing").returncode, 2)
        self.assertEqual(run().returncode, 2)


if __name__ == "__main__":
    unittest.main()
