# SPDX-License-Identifier: Apache-2.0
# docs/plan.md is followed to the letter (follow.py says how), and its limits are those of the program.
#
#   plan_test.py             test
#   plan_test.py --accept    write what is printed now; then read the diff
from __future__ import annotations

import re
import sys
import unittest

from follow import FollowedPage
from markdown import ROOT, Page

PAGE = Page(ROOT / "docs/plan.md")


def followed() -> FollowedPage:
    return FollowedPage(PAGE, installed=True)


class Followed(unittest.TestCase):
    def test_every_command_works_and_prints_what_is_shown(self) -> None:
        page = followed()
        self.assertGreaterEqual(len(page.logs), 3)
        page.check_commands(self)
        page.check_texts(self)

    def test_no_block_is_left_out(self) -> None:
        for block in PAGE.blocks():
            with self.subTest(block=block.place):
                self.assertRegex(block.kind, r"^(sh|text|json > [\w.-]+)$")

    def test_limits(self) -> None:
        [tips] = re.findall(r"MostPlanTips = (\d+);", (ROOT / "engine/plan/plan.hpp").read_text("utf-8"))
        self.assertIn(f"more than\n{tips} tips", PAGE.text)


if __name__ == "__main__":
    if sys.argv[1:] == ["--accept"]:
        followed().accept()
    else:
        unittest.main()
