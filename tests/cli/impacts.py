# SPDX-License-Identifier: Apache-2.0
# What the tests of `impact` share: rulebooks that differ, people for them, running it.
from __future__ import annotations

import json
from pathlib import Path

import crowd
import harness
from harness import ROOT, run, write
from json_schema import Checker

SCHEMA = Checker(json.loads((ROOT / "docs/schemas/impact.schema.json").read_text("utf-8")))
RATINGS = """ratings:
  weak:
    from: 0%
    colour: red
    sign: "◆"
    title:
      en: Weak
  strong:
    from: 50%
    colour: green
    sign: "▲"
    title:
      en: Strong
"""
OLD = crowd.BOOK.replace("pillars:", RATINGS + "pillars:")
# Another weight, a rule more in front and one less, and a cap.
NEW = OLD.replace("      photo:\n", """      headline:
        title:
          en: A headline
        points: 5
        pass: has headline
        unknown: none
        cap: 60%
      photo:
""").replace("points: 10", "points: 7", 1).replace("500 or more", "900 or more")
FEWER = OLD[:OLD.index("      followers:")]


def book(text: str, name: str = "book.yaml") -> Path:
    return write(name, text)


def crowd_lines(count: int) -> str:
    """Some know more than others, and some lines are no profiles."""
    lines = []
    for number, line in enumerate(crowd.lines(count).splitlines(keepends=True)):
        if line.startswith("{\"profile") and number % 4 == 0:
            line = json.dumps(json.loads(line) | {"headline": "x" * (number % 3)}) + "\n"
        lines.append(line)
    return "".join(lines)


def impact(old: object, new: object, data: object, *arguments: object, **options) -> harness.Run:
    data = data if isinstance(data, (list, tuple)) else [data]
    return run("impact", old, new, *(part for one in data for part in ("--data", one)), *arguments,
               **options)
