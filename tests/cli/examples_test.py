# SPDX-License-Identifier: Apache-2.0
# The plugins and rulebooks that show how a pillar is added: without a finding, each with tests that touch
# all that it adds.
from __future__ import annotations

import os
import unittest
from pathlib import Path

from harness import PROGRAM, ROOT, run

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


if __name__ == "__main__":
    unittest.main()
