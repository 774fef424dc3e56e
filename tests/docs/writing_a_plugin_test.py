# SPDX-License-Identifier: Apache-2.0
# docs/writing-a-plugin.md is followed to the letter (follow.py says how); `… NAME/FILE` is a piece of that
# example's file.
from __future__ import annotations

import unittest

from follow import FollowedPage
from markdown import ROOT, Page

PAGE = Page(ROOT / "docs/writing-a-plugin.md")


class Followed(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.followed = FollowedPage(PAGE)

    def test_every_command_works(self) -> None:
        self.assertGreater(len(self.followed.logs), 10)
        self.followed.check_commands(self)

    def test_they_print_what_the_page_shows(self) -> None:
        self.assertGreater(len(self.followed.shown()), 3)
        self.followed.check_texts(self)


class Pieces(unittest.TestCase):
    def test_they_stand_in_the_example(self) -> None:
        found = 0
        for block in PAGE.blocks():
            kind, _, file = block.kind.partition(" ")
            if not file or file.startswith("> "):
                self.assertIn(kind, ("sh", "text") if not file else ("yaml", "json"))
                continue
            found += 1
            with self.subTest(block=block.place):
                text = (ROOT / "plugins/examples" / file).read_text("utf-8")
                self.assertIn(block.text, text)
        self.assertGreater(found, 3)


if __name__ == "__main__":
    unittest.main()
