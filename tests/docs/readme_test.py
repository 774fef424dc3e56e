#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# The README tells the truth: its commands work, the score in it is what the demo prints, and the
# piece of the rulebook in it stands in the rulebook.
#
#   readme_test.py             test
#   readme_test.py --accept    write the score that is printed now; then read the diff
from __future__ import annotations

import re
import shlex
import sys
import unittest

from markdown import ROOT, Page

import harness

README = Page(ROOT / "README.md")
DEMO = ("steady", "complete", "--seed", "7")


def blocks(kind: str) -> list[str]:
    return [block.text for block in README.blocks() if block.kind == kind]


def printed() -> str:
    return harness.score(harness.archive(*DEMO), "--lang", "en").text


def accept() -> None:
    [old] = blocks("text")
    README.path.write_text(README.text.replace(old, printed()), "utf-8")


class Readme(unittest.TestCase):
    def test_its_score_is_what_the_demo_prints(self) -> None:
        self.assertEqual(blocks("text"), [printed()])
        demo = (ROOT / "dev").read_text("utf-8").split("command_demo()")[1].split("\n}")[0]
        self.assertIn("--persona steady --seed 7 ", demo)
        self.assertIn('score "$archive" --lang en\n', demo)

    def test_its_piece_of_the_rulebook_stands_there(self) -> None:
        [piece] = blocks("yaml")
        rulebook = (ROOT / "rules/linkedin-ssi.yaml").read_text("utf-8")
        self.assertTrue(piece in rulebook, piece)

    def test_its_commands_work(self) -> None:
        called = 0
        [rulebook] = blocks("yaml rulebook")
        place = harness.new_folder()  # what they write stays out of the source
        (place / "rules").symlink_to(ROOT / "rules")
        mine = harness.write("my-rules.yaml", rulebook, place)
        self.assertEqual(harness.run("check", mine, "--strict").code, 0)
        for line in "".join(blocks("sh")).splitlines() + README.code():
            if not re.match(r"(build/release/bin/)?colonnade \w", line):
                continue
            arguments = shlex.split(line.replace("YOUR_ARCHIVE.zip", str(harness.archive())))[1:]
            if "--unknown" in arguments:
                arguments.append(harness.archive())
            arguments = [str(mine) if word == mine.name else word for word in arguments]
            called += 1
            with self.subTest(call=line):
                done = harness.run(*arguments, cwd=place)
                self.assertEqual((done.code, done.messages), (0, ""))
        self.assertGreaterEqual(called, 3)

    def test_its_options_of_score_work(self) -> None:
        options = [code for code in README.code() if code.startswith("--")]
        self.assertGreaterEqual(len(options), 3)
        for option in options:
            with self.subTest(option=option):
                done = harness.score(harness.archive(), *option.split())
                self.assertEqual((done.code, done.messages), (0, ""))

    def test_it_has_no_block_that_nothing_tries(self) -> None:
        self.assertLessEqual({block.kind for block in README.blocks()}, {"sh", "text", "yaml", "yaml rulebook"})


if __name__ == "__main__":
    if sys.argv[1:] == ["--accept"]:
        accept()
    else:
        unittest.main()
