# SPDX-License-Identifier: Apache-2.0
# A sample of what can go wrong with every command, spread over all of it; `./dev soak` goes
# through everything.
#
#   faults_test.py                           test
#   faults_test.py KIND "COMMAND" NUMBER     one case, as a failure names it
from __future__ import annotations

import sys
import unittest
from concurrent.futures import ThreadPoolExecutor

import cases
from commands import commands

# Cases of a command, which has its turn with one kind of them.
IO, MEMORY, KILLS = 8, 6, 6


class Faults(unittest.TestCase):
    def sample(self, kind: str, of_each: int) -> None:
        chosen = [(each, each.nth(number))
                  for each in cases.cases(kind, commands()[list(cases.KINDS).index(kind)::3])
                  for number in range(min(of_each, len(each.numbers)))]
        with ThreadPoolExecutor(2) as pool:
            found = list(pool.map(lambda case: case[0].judge(case[1]), chosen))
        for (each, number), wrong in zip(chosen, found):
            with self.subTest(again=f'{kind} "{each.name}" {number}', fault=each.tell(number)):
                self.assertEqual(wrong, "")
        self.assertGreater(len(found), 20)

    def test_calls_of_the_system_fail(self) -> None:
        self.sample("io", IO)

    def test_there_is_no_memory(self) -> None:
        self.sample("memory", MEMORY)

    def test_killed(self) -> None:
        self.sample("kills", KILLS)


def one_case(kind: str, name: str, number: str) -> None:
    each, = cases.cases(kind, [each for each in commands() if each.name == name])
    print(f"{each.tell(int(number))}: {each.judge(int(number)) or 'fine'}")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        one_case(*sys.argv[1:])
    else:
        unittest.main()
