# SPDX-License-Identifier: Apache-2.0
# The commands of docs/population.md, one after another in a folder where its data lie.
from __future__ import annotations

import shutil
import subprocess
import unittest

from markdown import ROOT, Page

import crowd
import harness

PAGE = Page(ROOT / "docs/population.md")


class Followed(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.place = harness.new_folder()
        crowd.write("people.ndjson", "".join(map(crowd.person, range(400))), cls.place)
        for name in ("a.zip", "b.zip"):
            shutil.copy(harness.archive(), cls.place / name)
        crowd.write("c.json", harness.small_profile(photo=True), cls.place)
        path = f"{harness.PROGRAM.parent}:{harness.ENVIRONMENT['PATH']}"
        cls.done = [(block, subprocess.run(["bash", "-ec", block.text], cwd=cls.place, check=False,
                                           env=harness.ENVIRONMENT | {"PATH": path},
                                           capture_output=True, text=True))
                    for block in PAGE.blocks()]

    def test_every_command_works(self) -> None:
        self.assertGreaterEqual(len(self.done), 3)
        for block, done in self.done:
            with self.subTest(block=block.place):
                self.assertEqual((block.kind, done.returncode), ("sh", 0), done.stderr)

    def test_parts_give_what_one_run_gives(self) -> None:
        done = harness.score(self.place / "people.ndjson", "--format", "csv")
        self.assertEqual((self.place / "scores.csv").read_bytes(), done.out)

    def test_the_filter_answers_each_line(self) -> None:
        _, filtered = self.done[-1]
        self.assertEqual(filtered.stdout.count("\n"), 3)

    def test_the_keys_of_a_manifest_are_told(self) -> None:
        manifest = (self.place / "parts/part-2-of-4.json").read_text("utf-8")
        for key in crowd.json.loads(manifest):
            self.assertIn(f"`{key}`", PAGE.text)


if __name__ == "__main__":
    unittest.main()
