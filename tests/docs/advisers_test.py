#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# The guides for advisers, followed to the letter (follow.py says how), in German and English.
#
#   advisers_test.py             test
#   advisers_test.py --accept    write what is printed now; then read the diff
from __future__ import annotations

import re
import sys
import unittest

from follow import FollowedPage
from markdown import ROOT, Page

PAGES = tuple(Page(ROOT / f"docs/{name}.md") for name in ("advisers.en", "berater.de"))
KINDS = re.compile(r"sh( \d+)?|text|yaml >>? [\w.-]+")


class Guides(unittest.TestCase):
    def test_every_command_works_and_prints_what_is_shown(self) -> None:
        for page in PAGES:
            followed = FollowedPage(page, inline=True)
            with self.subTest(page=page.name):
                self.assertGreater(len(followed.logs), 10)
                self.assertGreater(len(followed.shown()), 5)
                followed.check_commands(self)
            followed.check_texts(self)

    def test_no_block_is_left_out(self) -> None:
        for page in PAGES:
            for block in page.blocks():
                with self.subTest(block=block.place):
                    self.assertRegex(block.kind, rf"^({KINDS.pattern})$")

    def test_they_teach_the_same(self) -> None:
        german, english = ([block.kind for block in page.blocks()] for page in PAGES)
        self.assertEqual([kind.split(" ")[0] for kind in german],
                         [kind.split(" ")[0] for kind in english])


if __name__ == "__main__":
    if sys.argv[1:] == ["--accept"]:
        for guide in PAGES:
            FollowedPage(guide).accept()
    else:
        unittest.main()
