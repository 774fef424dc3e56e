# SPDX-License-Identifier: Apache-2.0
# What the tests of populations share: a small rulebook, many invented people, parts of them.
from __future__ import annotations

import functools
import json
from pathlib import Path

import harness
from harness import Run, score, write

BOOK = """colonnade: 1
rulebook: tiny
schema: social-profile
languages: [en]
title:
  en: Tiny
pillars:
  brand:
    title:
      en: Brand
    weight: 100
    rules:
      photo:
        title:
          en: A photo
        points: 10
        pass: photo
      followers:
        title:
          en: Followers
        points: 10
        measure: followers
        full: 500 or more
        none: 0
"""


@functools.lru_cache(maxsize=None)
def book(more: str = "") -> Path:
    """A rulebook that starts fast, in a folder of its own; other text makes it another one."""
    return write("tiny.yaml", BOOK + more)


def person(number: int) -> str:
    facts = {"profile": 1, "as_of": "2026-11-20T23:59:59Z"}
    if number % 3:
        facts["id"] = f"p{number}"  # the others are named by their line
    if number % 5:
        facts["photo"] = number % 2 == 0
        facts["followers"] = number * 7 % 977
    return json.dumps(facts) + "\n"


def lines(count: int) -> str:
    """Some of them blank, some no profiles, with and without a carriage return."""
    text = ""
    for number in range(count):
        text += person(number)
        if number % 97 == 5:
            text += "\n"
        if number % 301 == 7:
            text += "{\"photo\": 1\r\n"
    return text


def people(count: int, place: Path | None = None) -> Path:
    return write("people.ndjson", lines(count), place)


def score_tiny(*arguments: object, **options: object) -> Run:
    for name, value in (("--rules", book()), ("--max-rejects", "100%")):
        if name not in arguments:
            arguments += (name, value)
    return score(*arguments, **options)


def score_part(data: Path, part: int, of: int, folder: Path, *arguments: object) -> Run:
    return score_tiny(data, "--partition", f"{part}/{of}", "--out", folder, *arguments)


def score_parts(data: Path, of: int, *arguments: object) -> Path:
    folder = harness.new_folder() / "parts"
    for part in range(1, of + 1):
        done = score_part(data, part, of, folder, *arguments)
        assert done.code == 0, done.messages
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
