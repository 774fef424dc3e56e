# SPDX-License-Identifier: Apache-2.0
# docs/privacy.md names every file that the reader of LinkedIn exports knows, and for each the facts
# that come from it; docs/linkedin-exports.md names a test for each oddity.
from __future__ import annotations

import re
import unittest

from markdown import CODE, ROOT, Page

PLUGIN = ROOT / "plugins/linkedin"
PRIVACY = Page(ROOT / "docs/privacy.md")
EXPORTS = Page(ROOT / "docs/linkedin-exports.md")


def source(name: str) -> str:
    return (PLUGIN / name).read_text("utf-8")


def rows_of(text: str) -> list[list[str]]:
    """The cells of the tables, without their heads."""
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")]
            for line in text.splitlines() if line.startswith("| ")]
    return [row for row in rows if not row[0].startswith("---") and CODE.search(row[-1])]


def known_files() -> dict[str, str]:
    """Kind and name."""
    return dict(re.findall(r'\{(\w+), "([^"]+)"', source("file_table.cpp")))


def kept_facts() -> dict[str, set[str]]:
    """The facts by the name of the file."""
    names, facts = known_files(), {}
    for fact, files in re.findall(r'\{Fact::\w+, "(\w+)",\s*Group::\w+,\s*Files<([^>]*)>',
                                  source("fact_table.cpp")):
        for kind in re.findall(r"FileKind::(\w+)", files):
            facts.setdefault(names[kind], set()).add(fact)
    return facts


class Privacy(unittest.TestCase):
    def test_each_file_that_is_read_and_what_is_kept_of_it(self) -> None:
        told = {CODE.findall(row[0])[0]: set(CODE.findall(row[2])) for row in rows_of(PRIVACY.text)}
        self.assertGreater(len(told), 30)
        self.assertEqual(told, kept_facts())
        self.assertEqual(set(told), set(known_files().values()))

    def test_each_file_that_is_never_opened(self) -> None:
        part = PRIVACY.text.split("## Files that are never opened")[1]
        table = source("file_names.cpp").split("Ignored{{")[1].split("}};")[0]
        known = re.findall(r'\{"([^"]+)",', table)
        self.assertEqual([name for name in CODE.findall(part) if name.endswith(".csv")], known)


class Exports(unittest.TestCase):
    def test_each_oddity_has_a_test(self) -> None:
        tests = "".join(path.read_text("utf-8")
                        for path in sorted((ROOT / "tests/unit/linkedin").glob("*.cpp")))
        tests = re.sub(r'"\s*\n\s*"', "", tests)
        known = set(re.findall(r'TEST_CASE\(\s*"([^"]+)"', tests))
        named = [name for row in rows_of(EXPORTS.text) for name in CODE.findall(row[-1])]
        self.assertGreater(len(named), 40)
        self.assertEqual([name for name in named if name not in known], [])


if __name__ == "__main__":
    unittest.main()
