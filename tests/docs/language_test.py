# SPDX-License-Identifier: Apache-2.0
# Every block of docs/language.md is tried, by the kind that stands behind its ```: a block of a kind
# that is not listed here fails, so no example gets in untried. Lines of `expression` blocks are run
# by expressions_test.cpp; `text` is for what cannot be run.
from __future__ import annotations

import json
import re
import unittest
from pathlib import Path

from markdown import ROOT, Block, Page
from small_book import book, check

import harness

PAGE = Page(ROOT / "docs/language.md")
ID = re.compile(r"^(rulebook|schema|list): (\S+)$", re.MULTILINE)
NOT_HERE = frozenset(("expression", "text"))


def id_of(block: Block) -> str:
    found = ID.search(block.text)
    assert found, f"{block.place}: no id"
    return found[2]


class Language(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.blocks = PAGE.blocks()
        # All files of the page stand in one folder, so that they may name one another.
        cls.folder = harness.new_folder()
        for kind, sub in (("rulebook", "."), ("schema", "schemas"), ("list", "lists")):
            (cls.folder / sub).mkdir(exist_ok=True)
            for block in cls.of_kind(f"yaml {kind}"):
                harness.write(f"{id_of(block)}.yaml", block.text, cls.folder / sub)

    @classmethod
    def of_kind(cls, kind: str) -> list[Block]:
        return [block for block in cls.blocks if block.kind == kind]

    def reads(self, block: Block, path: Path) -> None:
        with self.subTest(block=block.place):
            found = [finding for finding in check(path) if finding.severity != "note"]
            self.assertEqual(found, [])

    def written(self, text: str) -> Path:
        return harness.write("uses.yaml", text, self.folder)

    def test_every_block_is_of_a_kind_that_is_tried(self) -> None:
        tried = {name.removeprefix("try_").replace("_", " ") for name in dir(self)
                 if name.startswith("try_")}
        for block in self.blocks:
            with self.subTest(block=block.place):
                self.assertIn(block.kind, tried | NOT_HERE)

    def test_every_block(self) -> None:
        self.assertGreaterEqual(len(self.blocks), 10)
        for block in self.blocks:
            if attempt := getattr(self, "try_" + block.kind.replace(" ", "_"), None):
                attempt(block)

    def try_yaml_rulebook(self, block: Block) -> None:
        self.reads(block, self.folder / f"{id_of(block)}.yaml")

    def try_yaml_rule(self, block: Block) -> None:
        """Keys of a rule, or of a rulebook beside it."""
        self.reads(block, self.written(book(block.text)))

    def try_yaml_schema(self, block: Block) -> None:
        fact = re.search(r"^facts:\n  (\w+):", block.text, re.MULTILINE)
        self.assertIsNotNone(fact, block.place)
        self.reads(block, self.written(book(f"schema: {id_of(block)}\npass: has {fact[1]}\n")))

    def try_yaml_list(self, block: Block) -> None:
        self.reads(block, self.written(book(f"plugins: [insights]\nif: has headline\n"
                                            f"pass: matches_of(headline, {id_of(block)}) = 0\n")))

    def try_yaml_project(self, block: Block) -> None:
        place = harness.new_folder()
        harness.write("colonnade.yaml", block.text, place)
        named = re.search(r"^rules: (\S+)$", block.text, re.MULTILINE)[1]
        harness.write(f"{named}.yaml", f"colonnade: 1\nrulebook: {named}\nextends: linkedin-ssi\n",
                      place)
        with self.subTest(block=block.place):
            done = harness.run("explain", "-v", cwd=place)
            self.assertEqual(done.code, 0, done.messages)
            self.assertIn(f"using {place}/{named}.yaml", done.messages)

    def try_yaml_tests(self, block: Block) -> None:
        """Passes against the rulebook of the page that it names."""
        with self.subTest(block=block.place):
            named = re.search(r"^tests: (\S+)$", block.text, re.MULTILINE)
            self.assertIsNotNone(named, block.place)
            path = harness.write(f"{named[1]}.test.yaml", block.text, self.folder)
            done = harness.run("test", path.name, cwd=self.folder)
            self.assertEqual((done.code, done.messages), (0, ""), done.text)

    def try_json_profile(self, block: Block) -> None:
        with self.subTest(block=block.place):
            json.loads(block.text)
            done = harness.score(harness.write("profile.json", block.text))
            self.assertEqual((done.code, done.messages), (0, ""))

    def try_yaml_profile(self, block: Block) -> None:
        with self.subTest(block=block.place):
            done = harness.score(harness.write("profile.yaml", block.text))
            self.assertEqual((done.code, done.messages), (0, ""))

    def test_profiles_in_json_and_yaml_are_the_same(self) -> None:
        in_json = [json.loads(block.text) for block in self.of_kind("json profile")]
        in_yaml = [harness.run("import", harness.write("p.yaml", block.text)).json
                   for block in self.of_kind("yaml profile")]
        self.assertEqual(len(in_yaml), 1)
        self.assertIn(in_yaml[0], in_json)

    def test_every_function_of_the_plugins_has_its_row(self) -> None:
        functions = harness.run("facts", "--format", "json").json["functions"]
        self.assertGreaterEqual(len(functions), 10)
        for function in functions:
            with self.subTest(function=function["name"]):
                self.assertIn(f"| `{function['name']}(", PAGE.text)


if __name__ == "__main__":
    unittest.main()
