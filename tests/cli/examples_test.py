# SPDX-License-Identifier: Apache-2.0
# The plugins and rulebooks that show how a pillar is added: without a finding, each with tests that touch
# all that it adds.
from __future__ import annotations

import os
import unittest
from pathlib import Path

from harness import PROGRAM, ROOT, RULES, archive, run, score

BUILD = Path(os.environ.get("COLONNADE_BUILD", PROGRAM.parent.parent))
PLUGINS = BUILD / "examples/plugins"


class Plugins(unittest.TestCase):
    def test_what_they_bring_is_a_rulebook_by_itself(self) -> None:
        folders = [path for path in (ROOT / "plugins/examples").iterdir() if path.is_dir()]
        self.assertGreater(len(folders), 0)
        for folder in folders:
            with self.subTest(plugin=folder.name):
                done = run("check", "--strict", folder / "rules.yaml", "--plugin-dir", PLUGINS)
                self.assertEqual(done.code, 0, done.text + done.messages)

    def test_no_installation_brings_them(self) -> None:
        for path in (ROOT / "plugins/examples").iterdir():
            self.assertEqual(list(BUILD.glob(f"lib*/**/{path.name}.so")), [])


class Rulebooks(unittest.TestCase):
    def test_no_findings_and_all_cases_pass(self) -> None:
        books = [path for path in (RULES / "examples").glob("*.yaml")
                 if not path.name.endswith(".test.yaml")]
        self.assertGreater(len(books), 0)
        for book in books:
            with self.subTest(rulebook=book.name):
                for command in (("check", "--strict"), ("test",)):
                    done = run(*command, book, "--plugin-dir", PLUGINS)
                    self.assertEqual(done.code, 0, done.text + done.messages)

    def test_the_cases_touch_all_that_the_plugin_brings(self) -> None:
        done = run("test", RULES / "examples/lifelong-learning.yaml", "--plugin-dir", PLUGINS,
                   "--details")
        covered, missing = done.text.split("No case touches")
        self.assertIn("rules                 3 of", covered)
        self.assertIn("brand.photo", missing)
        self.assertNotRegex(missing, r"\blearning\.")

    def test_the_pillar_stands_beside_the_others(self) -> None:
        done = score(archive(), "--rules", RULES / "examples/lifelong-learning.yaml",
                     "--plugin-dir", PLUGINS, "--format", "json", "--lang", "de")
        self.assertEqual(done.code, 0, done.messages)
        pillars = {pillar["id"]: pillar for pillar in done.json["pillars"]}
        self.assertEqual(list(pillars)[-1], "learning")
        self.assertEqual(pillars["learning"]["title"], "Weiter lernen")
        self.assertAlmostEqual(sum(pillar["of"] for pillar in pillars.values()), 100)


if __name__ == "__main__":
    unittest.main()
