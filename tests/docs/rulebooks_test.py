# SPDX-License-Identifier: Apache-2.0
# What the pages say about the bundled rulebooks holds: which there are, which rules they have or
# change, their points and evidence. A mark that claims more than the source gives is caught where
# that can be told.
from __future__ import annotations

import re
import unittest

from markdown import ROOT, Page
from resolved import Book, resolved

import harness

ALL = Page(ROOT / "docs/rulebooks.md")
OF_ONE = {"linkedin-ssi": Page(ROOT / "docs/linkedin-ssi.md")}
ROW = re.compile(r"^\| `(?P<rule>[a-z-]+)` (?P<points>\d+) \|[^|]*\| (?P<evidence>\w+) \|",
                 re.MULTILINE)
LEFT_OUT = re.compile(r"^Left out: (.*?)\.$", re.MULTILINE | re.DOTALL)
CAUTIONS = re.compile(r"^Cautions(?: of its own)?: (.*?)\.(?:\n\n| It cannot)",
                      re.MULTILINE | re.DOTALL)
MARKS = {"official", "study", "practice", "opinion"}


def part(book: str) -> str:
    """What the pages say about one rulebook."""
    if book in OF_ONE:
        return OF_ONE[book].text
    [found] = re.findall(rf"^#+ `{book}`\n(.*?)(?=^#|\Z)", ALL.text, re.MULTILINE | re.DOTALL)
    return found


def named(pattern: re.Pattern[str], text: str) -> set[str]:
    return {name for found in pattern.findall(text) for name in re.findall("`([a-z-]+)`", found)}


class Rulebooks(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.books = {name: resolved(name) for name in harness.RULEBOOKS}

    def test_the_tables_name_each_of_them(self) -> None:
        self.assertGreaterEqual(len(self.books), 6)
        for page in (ALL, Page(ROOT / "README.md")):
            with self.subTest(page=page.name):
                listed = re.findall(r"^\| \[`([a-z-]+)`\]", page.text, re.MULTILINE)
                self.assertEqual(sorted(listed), sorted(self.books))

    def test_the_rules_of_the_pages_are_those_of_the_rulebooks(self) -> None:
        for name, book in self.books.items():
            with self.subTest(rulebook=name):
                rows = [row.groupdict() for row in ROW.finditer(part(name))]
                self.assertEqual(sorted(row["rule"] for row in rows),
                                 sorted(book.changed if book.parent else book.rules))
                for row in rows:
                    rule = book.rules[row["rule"]]
                    self.assertEqual((row["rule"], row["points"], row["evidence"]),
                                     (row["rule"], rule.points, rule.evidence))

    def test_what_a_child_leaves_out_is_said(self) -> None:
        for name, book in self.books.items():
            if book.parent:
                with self.subTest(rulebook=name):
                    gone = set(self.books[book.parent].rules) - set(book.rules)
                    self.assertEqual(named(LEFT_OUT, part(name)), gone)

    def test_the_cautions_are_said(self) -> None:
        for name in set(self.books) - set(OF_ONE):
            with self.subTest(rulebook=name):
                text = (ROOT / f"rules/{name}.yaml").read_text("utf-8")
                own = set(re.findall(r"^  ([a-z-]+):$", text.partition("\ncautions:\n")[2],
                                     re.MULTILINE))
                self.assertGreaterEqual(len(own), 2)
                self.assertEqual(named(CAUTIONS, part(name)), own)


class Evidence(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.books = [resolved(name) for name in harness.RULEBOOKS]

    def sources(self, mark: str) -> list[tuple[Book, str, str]]:
        return [(book, name, rule.values["because.source"]) for book in self.books
                for name, rule in book.rules.items() if rule.evidence == mark]

    def test_each_rule_has_a_source_a_mark_and_a_tip(self) -> None:
        for book in self.books:
            for name, rule in book.rules.items():
                with self.subTest(rulebook=book.id, rule=name):
                    self.assertIn(rule.evidence, MARKS)
                    self.assertLessEqual({"because.source", "tip.de", "tip.en", "effort"},
                                         set(rule.values))

    def test_official_is_what_linkedin_says(self) -> None:
        for book, name, source in self.sources("official"):
            with self.subTest(rulebook=book.id, rule=name):
                self.assertTrue(source.startswith("LinkedIn's slide"), source)

    def test_a_study_is_named_with_its_authors_on_the_page(self) -> None:
        found = self.sources("study")
        self.assertGreater(len(found), 3)
        for book, name, source in found:
            with self.subTest(rulebook=book.id, rule=name):
                self.assertIn(re.match(r"\w+", source)[0], ALL.text.partition("## Sources")[2])

    def test_what_the_authors_think_is_an_opinion(self) -> None:
        for book in self.books:
            for name, rule in book.rules.items():
                if rule.values["because.source"].startswith("authors of this rulebook"):
                    with self.subTest(rulebook=book.id, rule=name):
                        self.assertEqual(rule.evidence, "opinion")


if __name__ == "__main__":
    unittest.main()
