# SPDX-License-Identifier: Apache-2.0
# Puts a piece of a rulebook, as the pages show it, into a small rulebook that is fine by itself, and
# tells what `check` finds in one.
from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import markdown  # noqa: F401  (finds harness)

import harness

FINDING = re.compile(r"^(?P<place>\S+:\d+:\d+): (?P<severity>error|warning|note): .*"
                     r"\[(?P<code>[a-z0-9-]+)\]$", re.MULTILINE)

# A piece is told by its keys; what is none of these is part of a rule.
OF_RULEBOOK = frozenset("colonnade rulebook edition extends without schema plugins languages "
                        "horizon note ratings lists define pillars cautions".split())
OF_RATING = frozenset("from colour sign".split())
OF_TEXTS = frozenset("de en".split())
CURVES = frozenset("full none steps line half median p10".split())


@dataclass(frozen=True)
class Finding:
    place: str
    severity: str
    code: str


def check(path: Path) -> list[Finding]:
    done = harness.run("check", path.name, cwd=path.parent)
    found = [Finding(**match.groupdict()) for match in FINDING.finditer(done.text)]
    # Where `check` fails without a finding, the world is wrong and not the text.
    assert found or done.code == 0, done.messages
    return found


def _parts(piece: str) -> dict[str, str]:
    """The lines under each key of the first level; a comment belongs to what stands before it."""
    parts: dict[str, str] = {}
    key = ""
    for line in piece.splitlines():
        if line and line[0] not in " #":
            key = line.split(":")[0]
        if key:
            parts[key] = parts.get(key, "") + line + "\n"
    return parts


def _texts(languages: list[str], indent: int) -> str:
    return "".join(f"{' ' * indent}{language}: Something\n" for language in languages)


def _under(indent: int, *parts: str) -> str:
    return "".join(f"{' ' * indent}{line}\n" if line else "\n"
                   for part in parts for line in part.splitlines())


def _rule(parts: dict[str, str], languages: list[str]) -> str:
    rule = {"title": "title:\n" + _texts(languages, 2), "points": "points: 1\n"}
    if CURVES & parts.keys() and "measure" not in parts and "pass" not in parts:
        rule["measure"] = "measure: rate(posts in last 12 weeks)\n"
    elif "measure" in parts and not CURVES & parts.keys():
        rule["half"] = "half: 1 per week\n" if "rate(" in parts["measure"] else "half: 1\n"
    elif not (CURVES | {"pass", "measure"}) & parts.keys():
        rule |= {"measure": "measure: count(skills)\n", "full": "full: 5\n", "none": "none: 0\n"}
    if not {"tip", "effort"} & parts.keys():
        rule |= {"tip": "tip:\n" + _texts(languages, 2), "effort": "effort: 30 minutes\n"}
    return _under(8, *(rule | parts).values())


def _rating(parts: dict[str, str], languages: list[str]) -> str:
    rating = {"from": "from: 0%\n", "colour": "colour: red\n", "sign": 'sign: "▼"\n',
              "title": "title:\n" + _texts(languages, 2)} | parts
    return "ratings:\n  low:\n" + _under(4, *rating.values())


def book(piece: str) -> str:
    """A whole rulebook with the piece in its place; the piece wins over what would stand there."""
    parts = _parts(piece)
    listed = re.search(r"\[(.*)\]", parts.get("languages", "[en]"))
    languages = re.findall(r"\w+", listed[1] if listed else "en")
    whole = {key: parts.pop(key) for key in list(parts) if key in OF_RULEBOOK}
    if parts and OF_RATING >= parts.keys():
        whole["ratings"], parts = _rating(parts, languages), {}
    if parts and OF_TEXTS >= parts.keys():
        parts = {"tip": "tip:\n" + _under(2, *parts.values()), "effort": "effort: 1 hours\n"}
    if "extends" in whole:
        return "colonnade: 1\nrulebook: example\n" + "".join(whole.values())
    base = {"colonnade": "colonnade: 1\n", "rulebook": "rulebook: example\n",
            "schema": "schema: social-profile\n", "languages": "languages: [en]\n",
            "title": "title:\n" + _texts(languages, 2)}
    pillars = ("pillars:\n  all:\n    title:\n" + _texts(languages, 6) + "    weight: 100\n"
               "    rules:\n      one:\n" + _rule(parts, languages))
    return "".join(({**base, "pillars": pillars} | whole).values())
