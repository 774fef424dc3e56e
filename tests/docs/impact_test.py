# SPDX-License-Identifier: Apache-2.0
# docs/impact.md: its commands run one after another where its data lie, and what it shows is printed.
#
#   impact_test.py             test
#   impact_test.py --accept    write what is printed now; then read the diff
from __future__ import annotations

import sys
import unittest

from follow import FollowedPage
from markdown import ROOT, Page

import population_of

PAGE = Page(ROOT / "docs/impact.md")
PEOPLE = 400


def followed() -> FollowedPage:
    return FollowedPage(PAGE, installed=True,
                        files={"people.ndjson": population_of.population(PEOPLE)})


class Followed(unittest.TestCase):
    def test_every_command_works_and_prints_what_is_shown(self) -> None:
        page = followed()
        page.check_commands(self)
        page.check_texts(self)

    def test_blocks_are_of_known_kinds(self) -> None:
        for block in PAGE.blocks():
            self.assertIn(block.kind, ("sh", "sh 1", "text", "yaml > new-rules.yaml"), block.place)


if __name__ == "__main__":
    if sys.argv[1:] == ["--accept"]:
        followed().accept()
    else:
        unittest.main()
