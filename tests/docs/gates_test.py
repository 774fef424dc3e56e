# SPDX-License-Identifier: Apache-2.0
# docs/gates.md is followed to the letter (follow.py says how), where two people's archives, a broken one
# and a population lie.
#
#   gates_test.py             test
#   gates_test.py --accept    write what is printed now; then read the diff
from __future__ import annotations

import subprocess
import sys
import unittest

from follow import FollowedPage
from markdown import ROOT, Page

import crowd
import harness

PAGE = Page(ROOT / "docs/gates.md")


def made(seed: int) -> bytes:
    path = harness.new_folder() / "made.zip"
    subprocess.run([sys.executable, "-B", harness.MAKER, "--seed", str(seed), "--out", path],
                   check=True)
    return path.read_bytes()


def followed() -> FollowedPage:
    people = "".join(map(crowd.person, range(100)))
    return FollowedPage(PAGE, installed=True, files={
        "anna.zip": made(7), "berta.zip": made(8), "broken.zip": b"PK nothing",
        "people.ndjson": people})


class Followed(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.page = followed()

    def test_every_command_works(self) -> None:
        self.assertEqual(len(self.page.logs), 6)
        self.page.check_commands(self)

    def test_they_print_what_the_page_shows(self) -> None:
        self.assertEqual(len(self.page.shown()), 4)
        self.page.check_texts(self)

    def test_no_block_is_left_out(self) -> None:
        for block in PAGE.blocks():
            with self.subTest(block=block.place):
                self.assertRegex(block.kind, r"^(sh( \d)?|text)$")


if __name__ == "__main__":
    if sys.argv[1:] == ["--accept"]:
        followed().accept()
    else:
        unittest.main()
