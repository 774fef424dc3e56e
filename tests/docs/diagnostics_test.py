# SPDX-License-Identifier: Apache-2.0
# Every example of docs/diagnostics.md is tried: what stands under `# wrong` causes the finding of its
# part, what stands under `# right` does not, and has no error. An example is a piece of a rulebook
# (small_book.py puts it into one); one that is no such piece is marked `yaml sketch`. Output that the
# page shows, marked `text`, is that of a golden case.
from __future__ import annotations

import re
import unittest
from dataclasses import dataclass

from markdown import ROOT, Block, Page
from small_book import book, check

import harness

PAGE = Page(ROOT / "docs/diagnostics.md")
HALF = re.compile(r"^# (wrong|right)\b(?:.*, with (?P<context>\w+: .*))?.*$")
COLUMNS = re.compile(r"^# wrong +# right$")
ROW = re.compile(r"^(?P<key>\w+): (?P<wrong>.*?) +# +(?P<right>.*)$")
KINDS = frozenset(("yaml", "yaml sketch", "text"))


@dataclass(frozen=True)
class Example:
    place: str
    code: str
    is_wrong: bool
    piece: str


def by_lines(block: Block, code: str) -> list[Example]:
    """`# wrong   # right` on top: each line is an example, its comment what to write instead."""
    examples = []
    for line in block.text.splitlines()[1:]:
        row = ROW.match(line)
        assert row, f"{block.place}: {line}"
        # A curve is shown by one of its keys.
        weekly = "per week" in line
        rest = {"full": "measure: rate(posts in last 12 weeks)\nnone: [0 per week, 15 per week]\n"
                if weekly else "measure: count(posts)\nnone: 0\n"}.get(row["key"], "")
        examples += [Example(block.place, code, half == "wrong",
                             f"{row['key']}: {row[half]}\n{rest}") for half in ("wrong", "right")]
    return examples


def by_halves(block: Block, code: str) -> list[Example]:
    """`# wrong`, a piece, `# right`, a piece; `with KEY: VALUE` holds for both."""
    examples, context, half, lines = [], "", "", []
    for line in [*block.text.splitlines(), "# right"]:
        if not (start := HALF.match(line)):
            lines.append(line)
            continue
        if half:
            examples.append(Example(block.place, code, half == "wrong",
                                    context + "\n".join(lines) + "\n"))
        half, lines = start[1], []
        if start["context"]:
            context = start["context"] + "\n"
    assert examples and examples[0].is_wrong, f"{block.place}: does not start with `# wrong`"
    return examples


def examples() -> list[Example]:
    found = []
    heads = [(number, line[3:]) for number, line in enumerate(PAGE.text.splitlines(), 1)
             if line.startswith("## ")]
    for block in PAGE.blocks():
        if block.kind != "yaml":
            continue
        line = int(block.place.rsplit(":", 1)[1])
        code = next(head for number, head in reversed(heads) if number < line)
        read = by_lines if COLUMNS.match(block.text.splitlines()[0]) else by_halves
        found += read(block, code)
    return found


class Diagnostics(unittest.TestCase):
    def test_wrong_is_wrong_and_right_is_right(self) -> None:
        found = examples()
        self.assertGreaterEqual(len(found), 30)
        for example in found:
            text = book(example.piece)
            with self.subTest(place=example.place, code=example.code, piece=example.piece):
                findings = check(harness.write("book.yaml", text))
                codes = {finding.code for finding in findings}
                if example.is_wrong:
                    self.assertIn(example.code, codes, text)
                else:
                    self.assertNotIn(example.code, codes, text)
                    self.assertNotIn("error", {f.severity for f in findings}, (findings, text))

    def test_output_is_that_of_a_golden_case(self) -> None:
        golden = [path.read_text("utf-8", "replace")
                  for path in (ROOT / "tests/golden/check").glob("*/expected.out")]
        for block in PAGE.blocks():
            if block.kind == "text":
                with self.subTest(place=block.place):
                    self.assertTrue(any(block.text in text for text in golden))

    def test_no_block_is_left_out_by_accident(self) -> None:
        for block in PAGE.blocks():
            with self.subTest(place=block.place):
                self.assertIn(block.kind, KINDS)


if __name__ == "__main__":
    unittest.main()
