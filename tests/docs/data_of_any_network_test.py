# SPDX-License-Identifier: Apache-2.0
# docs/data-of-any-network.md is followed to the letter (follow.py says how); the columns that it names are
# understood, and the limits are those of the program.
#
#   data_of_any_network_test.py             test
#   data_of_any_network_test.py --accept    write what is printed now; then read the diff
from __future__ import annotations

import math
import re
import sys
import unittest

from follow import FollowedPage
from markdown import ROOT, Page

import harness

PAGE = Page(ROOT / "docs/data-of-any-network.md")
KINDS = r"sh|text|(csv|text|yaml) > [\w./-]+"
# Of the table of columns: the fact or facts, and the names in English and German.
ROW = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \| (.*?) \| (.*?) \|$", re.MULTILINE)
DATES = {"at": "2026-11-01T00:00:00Z", "last_contact": "2026-11-01", "next_contact": "2026-11-01",
         "changed": "2026-11-01"}
LIMITS = {"columns": ("plugins/text/limits.hpp", "MostColumns"),
          "MiB, a file": ("plugins/text/limits.hpp", "MostFieldBytes"),
          "MiB. A list": ("plugins/contacts/limits.hpp", "MostFileBytes"),
          "people": ("plugins/contacts/limits.hpp", "MostContacts"),
          "rows": ("engine/map/apply.hpp", "MostMappedRows"),
          "parts": ("engine/map/apply.hpp", "MostParts")}


def followed() -> FollowedPage:
    return FollowedPage(PAGE, inline=True, installed=True)


def constant(file: str, name: str) -> int:
    text = (ROOT / file).read_text("utf-8")
    [value] = re.findall(rf"inline constexpr [\w:]+ {name} = (.*?);", text)
    return math.prod(int(factor.strip("L ")) for factor in value.replace("'", "").split("*"))


class Followed(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.page = followed()

    def test_every_command_works(self) -> None:
        self.assertGreater(len(self.page.logs), 8)
        self.page.check_commands(self)

    def test_they_print_what_the_page_shows(self) -> None:
        self.assertGreater(len(self.page.shown()), 3)
        self.page.check_texts(self)

    def test_no_block_is_left_out(self) -> None:
        for block in PAGE.blocks():
            with self.subTest(block=block.place):
                self.assertRegex(block.kind, rf"^({KINDS})$")


class Columns(unittest.TestCase):
    def test_each_is_understood(self) -> None:
        found = 0
        for facts, *languages in ROW.findall(PAGE.text):
            names = [name.removeprefix("any column with ")
                     for language in languages for name in language.split(", ")]
            for name in names:
                found += 1
                date = any(fact in DATES for fact in re.findall(r"\w+", facts))
                table = harness.write("x.csv", f"Name,{name}\nx,{'2026-11-01' if date else 'y'}\n")
                done = harness.run("import", table, "--rules", "contact-network", "--as-of", "2026-11-20")
                with self.subTest(column=name):
                    self.assertEqual(done.code, 0, done.messages)
                    [contact] = done.json["contacts"]
                    self.assertEqual(set(contact), set(re.findall(r"\w+", facts)))
        self.assertGreater(found, 50)


class Limits(unittest.TestCase):
    def test_they_are_the_programs(self) -> None:
        text = " ".join(PAGE.text.partition("## Limits")[2].split())
        for unit, (file, name) in LIMITS.items():
            with self.subTest(limit=name):
                [said] = re.findall(rf"([\d,]+) {unit}", text)
                value = int(said.replace(",", "")) * (1024 * 1024 if "MiB" in unit else 1)
                self.assertEqual(value, constant(file, name))
        self.assertEqual(constant("engine/map/apply.hpp", "MostTableBytes"),
                         constant("plugins/contacts/limits.hpp", "MostFileBytes"))


if __name__ == "__main__":
    if sys.argv[1:] == ["--accept"]:
        followed().accept()
    else:
        unittest.main()
