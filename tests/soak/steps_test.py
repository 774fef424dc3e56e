# SPDX-License-Identifier: Apache-2.0
# Parts of `./dev soak`: a step is done once for a program, what went wrong stays told, and bytes that
# differ are seen.
from __future__ import annotations

import json
import sys
import unittest
from pathlib import Path

import run
import steps
from steps import MORE, Step, ends_well

import harness  # noqa: E402

sys.path.append(str(run.ROOT / "tests/determinism"))
import agree  # noqa: E402


class Steps(unittest.TestCase):
    def setUp(self) -> None:
        self.state = harness.new_folder()
        self.program = harness.write("program", "one")
        self.done: list[str] = []

    def part(self, *names: str, minutes: float = 1, wrong: str = "") -> int:
        def step(name: str) -> Step:
            return Step(name, lambda: self.done.append(name) or (wrong if name == "b" else ""))

        return steps.main([self.program], lambda state: list(map(step, names)),
                          ["--state", str(self.state), "--minutes", str(minutes)])

    def summary(self) -> dict:
        return json.loads((self.state / "summary.json").read_text("utf-8"))

    def test_it_goes_on_where_it_was(self) -> None:
        self.assertEqual(self.part("a", "b", minutes=0), MORE)
        self.assertEqual((self.part("a"), self.part("a", "b"), self.done), (0, 0, ["a", "b"]))
        self.program.write_text("two")
        self.assertEqual((self.part("a"), self.done), (0, ["a", "b", "a"]))

    def test_what_is_wrong_stays_so(self) -> None:
        self.assertEqual((self.part("a", "b", wrong="so"), self.part("a", "b", "c")), (1, 1))
        self.assertEqual(self.summary()["failures"], ["b: so"])
        self.assertEqual((self.summary()["cases"], self.done), (3, ["a", "b", "c"]))

    def test_how_a_command_ends(self) -> None:
        self.assertEqual(ends_well(["sh", "-c", "exit 3"], 3), "")
        self.assertEqual(ends_well(["sh", "-c", "echo so; exit 3"]), "it ended with 3:\nso\n")

    def test_every_part_has_its_script(self) -> None:
        for part in run.PARTS:
            self.assertTrue((run.ROOT / part.script[0]).is_file(), part.name)


class Agreement(unittest.TestCase):
    def test_a_byte_that_differs_or_is_missing(self) -> None:
        wanted = {"table": b"a\n1.5\n", "text": b"so"}
        for made, seen in (({}, {}), ({"table": b"a\n1.6\n"}, {"table"}), ({"text": b"so\n"}, {"text"})):
            found = agree.disagreements(Path("other"), wanted, wanted | made)
            self.assertEqual({line.split()[1] for line in found}, set(seen), found)
        self.assertEqual(len(agree.disagreements(Path("other"), wanted, {"text": b"so"})), 1)


if __name__ == "__main__":
    unittest.main()
