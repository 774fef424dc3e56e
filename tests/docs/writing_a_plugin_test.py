# SPDX-License-Identifier: Apache-2.0
# docs/writing-a-plugin.md is followed to the letter: its commands run one after another in one shell, at
# the home of somebody new, with this build installed there.
#
# `sh` is typed; `… > FILE` is written to that file; `… NAME/FILE` is a piece of that example's file; a
# `text` is found in what the commands above it printed.
from __future__ import annotations

import os
import shlex
import subprocess
import unittest
from pathlib import Path

from markdown import ROOT, Block, Page

import harness

PAGE = Page(ROOT / "docs/writing-a-plugin.md")
BUILD = Path(os.environ.get("COLONNADE_BUILD", harness.PROGRAM.parent.parent))
# Building what is built already, and the preset of whoever reads the page.
INSTEAD = {"./dev build\n": "", "build/release": shlex.quote(str(BUILD))}


def typed(block: Block, log: Path) -> str:
    commands = block.text
    for old, new in INSTEAD.items():
        commands = commands.replace(old, new)
    return (f"echo {shlex.quote(block.place)} >&3\n"
            f"{{\n{commands}}} > {shlex.quote(str(log))} 2>&1\n")


def written(block: Block) -> str:
    name = block.kind.partition(" > ")[2]
    return f"cat > {shlex.quote(name)} <<'END OF FILE'\n{block.text}END OF FILE\n"


class Followed(unittest.TestCase):
    """The page's commands, run once; what each block of them printed, by the block's place."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = harness.new_folder()
        home = cls.folder / "home"
        home.mkdir()
        script = "set -e\n"
        cls.logs: dict[str, Path] = {}
        for number, block in enumerate(PAGE.blocks()):
            if block.kind == "sh":
                cls.logs[block.place] = cls.folder / f"{number}.log"
                script += typed(block, cls.logs[block.place])
            elif " > " in block.kind:
                script += written(block)
        environment = harness.ENVIRONMENT | {"HOME": str(home)}
        cls.done = subprocess.run(["bash", "-c", script + "true\n", "page"], cwd=ROOT,
                                  env=environment, check=False, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  preexec_fn=lambda: os.dup2(1, 3), close_fds=False)

    def test_every_command_works(self) -> None:
        places = self.done.stdout.splitlines()
        self.assertGreater(len(self.logs), 10)
        last = self.logs.get(places[-1]) if places else None
        self.assertEqual(self.done.returncode, 0,
                         f"{self.done.stdout}\n{last.read_text('utf-8') if last else ''}")
        self.assertEqual(places, list(self.logs))

    def test_they_print_what_the_page_shows(self) -> None:
        shown, printed = 0, ""
        for block in PAGE.blocks():
            if block.kind == "sh":
                printed = self.logs[block.place].read_text("utf-8")
            elif block.kind == "text":
                shown += 1
                with self.subTest(block=block.place):
                    self.assertIn(block.text.rstrip("\n"), printed)
        self.assertGreater(shown, 3)


class Pieces(unittest.TestCase):
    def test_they_stand_in_the_example(self) -> None:
        found = 0
        for block in PAGE.blocks():
            kind, _, file = block.kind.partition(" ")
            if not file or file.startswith("> "):
                self.assertIn(kind, ("sh", "text") if not file else ("yaml", "json"))
                continue
            found += 1
            with self.subTest(block=block.place):
                text = (ROOT / "plugins/examples" / file).read_text("utf-8")
                self.assertIn(block.text, text)
        self.assertGreater(found, 3)


if __name__ == "__main__":
    unittest.main()
