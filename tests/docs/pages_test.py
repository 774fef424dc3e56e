# SPDX-License-Identifier: Apache-2.0
# What any page names exists: linked files and headings, paths, commands and their options.
from __future__ import annotations

import functools
import re
import unittest

from markdown import ROOT, Page, pages

import harness

# `dsl/text/render.cpp`, `tests/unit/plugins/`; with a placeholder in it, it is none.
PATH = re.compile(r"(?:dsl|engine|plugins|cli|rules|tests|docs|\.ci)/[\w./-]*")
PROGRAM = re.compile(r"(?:build/\w+/bin/)?colonnade (?P<arguments>.*)")
DEV = re.compile(r"(?:bash )?\./dev (?P<command>\w+)")
# `sh`: commands, which must exist; `c` and `cpp`: code_test.py; `text` and `markdown`: there is
# nothing to try.
KINDS = frozenset(("sh", "text", "markdown", "c", "cpp"))
HAVE_THEIR_OWN_TEST = frozenset(("README.md", "docs/language.md", "docs/diagnostics.md",
                             "docs/writing-a-plugin.md", "docs/advisers.en.md", "docs/berater.de.md",
                             "docs/data-of-any-network.md", "docs/gates.md", "docs/history.md",
                             "docs/impact.md", "docs/plan.md"))


def calls(page: Page) -> list[str]:
    """Lines that a person may type: shell blocks, and code in the text."""
    lines = page.code()
    for block in page.blocks():
        if block.kind == "sh":
            lines += block.text.splitlines()
    return [line.split(" #")[0].strip() for line in lines]


def commands_of(*command: str) -> set[str]:
    return set(re.findall(r"^  ([a-z]+)  ", help_of(*command).partition("\nCommands:\n")[2],
                          re.MULTILINE))


@functools.lru_cache(maxsize=None)
def help_of(*command: str) -> str:
    done = harness.run(*command, "--help")
    assert done.code == 0, done.messages
    return done.text


class Blocks(unittest.TestCase):
    def test_none_is_left_out_by_accident(self) -> None:
        for page in pages():
            if page.name not in HAVE_THEIR_OWN_TEST:
                for block in page.blocks():
                    with self.subTest(block=block.place):
                        self.assertIn(block.kind, KINDS)


class Links(unittest.TestCase):
    def test_they_lead_to_a_file_and_a_heading(self) -> None:
        found = 0
        for page in pages():
            for link in page.links():
                if re.match(r"[a-z]+:", link):
                    continue
                found += 1
                with self.subTest(page=page.name, link=link):
                    name, _, anchor = link.partition("#")
                    target = (page.path.parent / name).resolve() if name else page.path
                    self.assertTrue(target.exists(), "no such file")
                    if anchor:
                        self.assertIn(anchor, Page(target).anchors())
        self.assertGreater(found, 15)


class Decisions(unittest.TestCase):
    def test_numbers_are_used_once(self) -> None:
        numbers = [path.name[:4] for path in (ROOT / "docs/decisions").glob("[0-9]*.md")]
        self.assertEqual(sorted(numbers), [f"{n:04}" for n in range(1, len(numbers) + 1)])


class Paths(unittest.TestCase):
    def test_they_exist(self) -> None:
        found = 0
        for page in pages():
            for word in " ".join(page.code()).split():
                if not PATH.fullmatch(word):
                    continue
                found += 1
                with self.subTest(page=page.name, path=word):
                    self.assertTrue((ROOT / word).exists())
        self.assertGreater(found, 30)


class Commands(unittest.TestCase):
    def test_the_program_knows_them_and_their_options(self) -> None:
        found = 0
        for page in pages():
            for line in calls(page):
                call = PROGRAM.fullmatch(line)
                if not call:
                    continue
                found += 1
                with self.subTest(page=page.name, call=line):
                    first, *rest = call["arguments"].split()
                    if first.startswith("-"):
                        self.assertIn(first, help_of())
                        continue
                    if not re.fullmatch("[a-z]+", first):
                        continue  # COMMAND, …
                    command = [first]
                    self.assertIn(first, commands_of())
                    if commands_of(first) and rest and not rest[0].isupper():
                        self.assertIn(rest[0], commands_of(first))
                        command.append(rest[0])
                    for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", " ".join(rest)):
                        self.assertRegex(help_of(*command), rf"(?<![\w-]){option}(?![\w-])")
        self.assertGreater(found, 5)

    def test_dev_knows_them(self) -> None:
        known = set(re.findall(r"^command_(\w+)\(\)", (ROOT / "dev").read_text("utf-8"),
                               re.MULTILINE)) | {"help"}
        named = {call["command"] for page in pages() for line in calls(page)
                 if (call := DEV.match(line))}
        self.assertGreater(len(named), 3)
        self.assertLessEqual(named, known)


if __name__ == "__main__":
    unittest.main()
