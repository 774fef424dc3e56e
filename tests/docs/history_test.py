# SPDX-License-Identifier: Apache-2.0
# docs/history.md is followed to the letter (follow.py says how); what it says of the clock and the
# limits is what the program has.
#
#   history_test.py             test
#   history_test.py --accept    write what is printed now; then read the diff
from __future__ import annotations

import re
import sys
import unittest

from follow import FollowedPage
from markdown import ROOT, Page

PAGE = Page(ROOT / "docs/history.md")


def followed() -> FollowedPage:
    return FollowedPage(PAGE, installed=True)


def constant(file: str, name: str) -> int:
    [value] = re.findall(rf"inline constexpr [\w:]+ {name} = (\d+);",
                         (ROOT / file).read_text("utf-8"))
    return int(value)


class Followed(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.page = followed()

    def test_every_command_works(self) -> None:
        self.assertGreater(len(self.page.logs), 3)
        self.page.check_commands(self)

    def test_they_print_what_the_page_shows(self) -> None:
        self.assertGreater(len(self.page.shown()), 0)
        self.page.check_texts(self)

    def test_no_block_is_left_out(self) -> None:
        for block in PAGE.blocks():
            with self.subTest(block=block.place):
                self.assertRegex(block.kind, r"^(sh|text|json > [\w.-]+)$")


class Limits(unittest.TestCase):
    def test_they_are_the_programs(self) -> None:
        self.assertEqual(constant("plugins/stores/store.hpp", "MostWaitMilliseconds"), 5000)
        self.assertIn("up to five seconds", PAGE.text)
        most = constant("cli/history/save.hpp", "MostSavedIdBytes")
        self.assertIn(f"at most {most:,} bytes", PAGE.text)


if __name__ == "__main__":
    if sys.argv[1:] == ["--accept"]:
        followed().accept()
    else:
        unittest.main()
