# SPDX-License-Identifier: Apache-2.0
# Would what looks for faults see them? Programs that do it wrong, in the place of ours.
from __future__ import annotations

import array
import unittest

import kills
import memory_faults
from commands import Command, folder_with, harness
from trial import Done, Trial

# In place, in two pieces, the second a little later.
TORN = "printf one > report.json; sleep 0.02; printf two >> report.json"
LOST = "rm report.json; sleep 0.02; printf onetwo > .new-1; mv .new-1 report.json"
WHOLE = "printf onetwo > .new-1; sleep 0.02; mv .new-1 report.json"


def trial_of(script: str) -> Trial:
    program = harness.write("program", f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    harness.PROGRAM = program
    return Trial(Command("own", (), folder_with(report__json=b"old")))


class Kills(unittest.TestCase):
    def test_before_each_call(self) -> None:
        for script, says in ((TORN, "torn"), (LOST, "lost"), (WHOLE, "")):
            tried = trial_of(script)
            found = [what for nth in kills.moments(tried) if (what := kills.judge(tried, nth))]
            self.assertEqual(bool(found), bool(says), found)
            self.assertTrue(all(says in what for what in found), found)

    def test_at_random(self) -> None:
        for script, says in ((TORN, "torn"), (LOST, "lost"), (WHOLE, "")):
            tried = trial_of(script)
            found = [kills.judge_at_random(tried, number) for number in range(1, 10, 2)]
            self.assertEqual(any(found), bool(says), found)
            self.assertIn(says, " ".join(found))

    def test_what_ends_at_once_cannot_be_killed(self) -> None:
        self.assertIn("always ended", kills.judge_at_random(trial_of("exit 0"), 1))


class Denied(Trial):
    """What it comes to is given, however it is denied its memory."""

    def __init__(self, *done: Done) -> None:
        self.before, self.whole, self.done = {"old": b"1"}, Done(0, b"score", "", {"old": b"1"}), done

    def denied(self, nth: int, goes_on: bool) -> Done:
        return self.done[nth - 1]

    def allocations(self) -> array.array[int]:
        return array.array("Q", [7, 8, 7, 7, 9, 7, 7])


class Memory(unittest.TestCase):
    def test_the_first_the_last_and_one_between_of_each_stack(self) -> None:
        tried = {9}
        found = memory_faults.chosen(Denied(), tried)
        self.assertEqual(found, [0, 1, 2, 3, 6, 7, 12, 13])
        self.assertEqual((tried, memory_faults.chosen(Denied(), tried)), ({7, 8, 9}, []))

    def test_what_must_not_come_of_it(self) -> None:
        told, old = "error: not enough memory\n", {"old": b"1"}
        part = {"new.colonnade.part": b"half"}
        for done, says in (
                (Done(70, b"", told, old), ""), (Done(70, b"", told, old | part), ""),
                (Done(0, b"other", "", old), "other output"), (Done(70, b"", "", old), "message"),
                (Done(70, b"", "error: so\n", old), "not told"), (Done(-11, b"", "", old), "signal"),
                (Done(70, b"", told, {"old": b"2"} | part), "left `old`")):
            found = memory_faults.judge(Denied(done), 0)
            self.assertEqual(bool(found), bool(says), found)
            self.assertIn(says, found)


if __name__ == "__main__":
    unittest.main()
