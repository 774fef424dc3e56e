# SPDX-License-Identifier: Apache-2.0
# docs/cohorts.md: its commands run one after another where its data lie, what it shows is printed, and it
# tells every key of the file.
#
#   cohorts_test.py             test
#   cohorts_test.py --accept    write what is printed now; then read the diff
from __future__ import annotations

import json
import sys
import unittest

from follow import FollowedPage
from markdown import ROOT, Page

import harness
import population_of

PAGE = Page(ROOT / "docs/cohorts.md")
PEOPLE = 400


def followed() -> FollowedPage:
    files = {"people.ndjson": population_of.population(PEOPLE),
             "me.json": json.dumps(population_of.person(2 * PEOPLE))}
    return FollowedPage(PAGE, installed=True, files=files)


class Followed(unittest.TestCase):
    def test_every_command_works_and_prints_what_is_shown(self) -> None:
        page = followed()
        page.check_commands(self)
        page.check_texts(self)

    def test_the_keys_of_the_file_are_told(self) -> None:
        cohort = json.loads((ROOT / "rules/examples/invented-cohort.json").read_text("utf-8"))
        for key in [*cohort, *cohort["rulebook"], *cohort["withheld"], *cohort["everyone"]]:
            self.assertIn(f"`{key}`", PAGE.text)

    def test_blocks_are_of_known_kinds(self) -> None:
        for block in PAGE.blocks():
            self.assertIn(block.kind, ("sh", "text"), block.place)


if __name__ == "__main__":
    if sys.argv[1:] == ["--accept"]:
        followed().accept()
    else:
        unittest.main()
