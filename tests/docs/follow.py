# SPDX-License-Identifier: Apache-2.0
# A page that is followed to the letter: its commands run one after another in one shell, at the home of
# somebody new, with this build installed there.
#
# `sh` is typed, and `sh 3` ends with exit code 3; `… > FILE` is written to that file, `… >> FILE` put below
# what stands in it; a `text` is found in what the commands above it printed. Where asked for, a whole command
# in the text is typed too, where it stands.
from __future__ import annotations

import difflib
import os
import re
import shlex
import subprocess
import unittest
from pathlib import Path

from markdown import ROOT, Block, Page

import harness

BUILD = Path(os.environ.get("COLONNADE_BUILD", harness.PROGRAM.parent.parent))
# Building what is built already, and the preset of whoever reads the page.
INSTEAD = {"./dev build\n": "", "build/release": shlex.quote(str(BUILD))}


COMMAND = re.compile(r"`(colonnade [^`]*)`")


def is_typed(block: Block) -> bool:
    return block.kind.split(" ")[0] in ("sh", "inline")


def with_inline(page: Page) -> list[Block]:
    """The page's blocks, and between them the commands in the text as blocks `inline`."""
    steps: list[Block] = []
    texts = re.split(r"^```.*?^```$", page.text, flags=re.MULTILINE | re.DOTALL)
    for text, block in zip(texts, [*page.blocks(), None]):
        for code in COMMAND.findall(text):
            command = " ".join(code.split())
            steps.append(Block(f"{page.name}: {command}", "inline", f"{command}\n"))
        if block:
            steps.append(block)
    return steps


def typed(block: Block, log: Path) -> str:
    commands = block.text
    for old, new in INSTEAD.items():
        commands = commands.replace(old, new)
    output = f"> {shlex.quote(str(log))} 2>&1"
    code = block.kind.partition(" ")[2]
    place = f"echo {shlex.quote(block.place)} >&3\n"
    if not code:
        return f"{place}{{\n{commands}}} {output}\n"
    return f"{place}code=0\n{{\n{commands}}} {output} || code=$?\ntest $code = {int(code)}\n"


def written(block: Block) -> str:
    _, way, name = block.kind.partition(" ")[2].partition(">")
    more, name = (">", name[1:]) if name.startswith(">") else ("", name)
    assert way and name.strip(), block.place
    return f"cat >{more} {shlex.quote(name.strip())} <<'END OF FILE'\n{block.text}END OF FILE\n"


class FollowedPage:
    """What each block of commands printed, by the block's place."""

    def __init__(self, page: Page, *, inline: bool = False, installed: bool = False,
                 files: dict[str, str | bytes] | None = None) -> None:
        """`installed`: the page does not install the program itself, and is typed at home, where
        `files` lie."""
        self.page = page
        self.logs: dict[str, Path] = {}
        folder = harness.new_folder()
        home = folder / "home"
        home.mkdir()
        for name, content in (files or {}).items():
            harness.write(name, content, home)
        script = "set -e\n"
        for number, block in enumerate(with_inline(page) if inline else page.blocks()):
            if is_typed(block):
                self.logs[block.place] = folder / f"{number}.log"
                script += typed(block, self.logs[block.place])
            elif ">" in block.kind:
                script += written(block)
        environment = harness.ENVIRONMENT | {"HOME": str(home)}
        if installed:
            environment["PATH"] = f"{harness.PROGRAM.parent}:{environment['PATH']}"
        self.done = subprocess.run(["bash", "-c", script + "true\n", "page"],
                                   cwd=home if installed else ROOT, env=environment, check=False,
                                   text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                   preexec_fn=lambda: os.dup2(1, 3), close_fds=False)

    def shown(self) -> list[tuple[Block, str]]:
        """Each `text` with what the commands above it printed."""
        pairs, printed = [], ""
        for block in self.page.blocks():
            if is_typed(block):
                log = self.logs[block.place]
                printed = log.read_text("utf-8") if log.is_file() else ""
            elif block.kind == "text":
                pairs.append((block, printed))
        return pairs

    def check_commands(self, test: unittest.TestCase) -> None:
        places = self.done.stdout.splitlines()
        last = self.logs.get(places[-1]) if places else None
        test.assertEqual(self.done.returncode, 0,
                         f"{self.done.stdout}\n{last.read_text('utf-8') if last else ''}")
        test.assertEqual(places, list(self.logs))

    def check_texts(self, test: unittest.TestCase) -> None:
        for block, printed in self.shown():
            with test.subTest(block=block.place):
                test.assertIn(block.text.rstrip("\n"), printed)

    def accept(self) -> None:
        """Writes for each `text` the lines that are most like it now."""
        text = self.page.text
        for block, printed in self.shown():
            text = text.replace(f"```text\n{block.text}```", f"```text\n{nearest(block, printed)}```")
        self.page.path.write_text(text, "utf-8")


def nearest(block: Block, printed: str) -> str:
    lines, size = printed.splitlines(), block.text.count("\n")
    pieces = ["\n".join(lines[at:at + size]) + "\n" for at in range(max(1, len(lines) - size + 1))]
    return max(pieces, key=lambda piece: difflib.SequenceMatcher(None, piece, block.text).ratio())
