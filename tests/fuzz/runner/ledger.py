# SPDX-License-Identifier: Apache-2.0
# What a campaign has done so far, piece by piece, so that it can go on another time; and the page
# of figures made from it.
from __future__ import annotations

import datetime
import json
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path

from fuzzing import Run
from targets import ROOT, TARGETS, Target

PAGE = ROOT / "docs" / "reliability-fuzzing.md"
HEAD = """# Fuzzing: the last campaign

Written by `./dev fuzz --record` out of what `./dev fuzz --campaign` counted; not to be changed by
hand. An input is one call of a target by libFuzzer, with AddressSanitizer and
UndefinedBehaviorSanitizer; edges are those of the control flow that its inputs have reached; a
crash is an input that broke a promise, of the code or one that a target should not have made.

"""
# Its ledger is lost, so it is no part of the sums.
EARLIER = """
An earlier campaign, not counted here, gave the same targets 17,365,035 inputs at commits `5dba646` to
`aac821b`, in 1.1 hours on 2026-11-26; it found three crashes.
"""


@dataclass(frozen=True)
class Piece:
    target: str
    date: str
    commit: str
    seconds: int
    inputs: int
    edges: int
    crashes: int


class Ledger:
    def __init__(self, file: Path) -> None:
        self.file = file
        lines = file.read_text().splitlines() if file.exists() else []
        self.pieces = [Piece(**json.loads(line)) for line in lines]

    def add(self, run: Run, seconds: int) -> None:
        piece = Piece(run.target.name, datetime.date.today().isoformat(), commit(), seconds,
                      run.inputs, run.edges, len(run.crashes))
        self.pieces.append(piece)
        with self.file.open("a") as out:
            out.write(json.dumps(asdict(piece)) + "\n")

    def of(self, target: Target) -> list[Piece]:
        return [piece for piece in self.pieces if piece.target == target.name]

    def inputs(self, target: Target) -> int:
        return sum(piece.inputs for piece in self.of(target))

    def all_inputs(self) -> int:
        return sum(piece.inputs for piece in self.pieces)

    def seconds(self, target: Target) -> int:
        return sum(piece.seconds for piece in self.of(target))


def commit() -> str:
    done = subprocess.run(["git", "-c", f"safe.directory={ROOT}", "rev-parse", "--short", "HEAD"],
                          cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def page(ledger: Ledger) -> str:
    rows = [row(target, ledger) for target in TARGETS if ledger.of(target)]
    pieces = ledger.pieces
    total = ledger.all_inputs()
    hours = sum(piece.seconds for piece in pieces) / 3600
    dates = sorted({piece.date for piece in pieces})
    commits = list(dict.fromkeys(piece.commit for piece in pieces))
    facts = (f"{total:,} inputs in {hours:.1f} hours of one process, {span(dates, '{}')}, "
             f"commit {span(commits, '`{}`')}.\n\n")
    table = ("| target | tries | inputs | a second | edges | crashes |\n"
             "| --- | --- | ---: | ---: | ---: | ---: |\n" + "".join(rows))
    out = ledger.file.parent
    return HEAD + facts + table + EARLIER + coverage(out / "coverage.json") + left(out / "left.json")


def span(all_: list[str], form: str) -> str:
    """The first and the last of them, or the only one."""
    return " to ".join(map(form.format, dict.fromkeys((all_[0], all_[-1]))))


def coverage(file: Path) -> str:
    """What `--coverage` counted last, where it did."""
    if not file.exists():
        return ""
    areas: dict[str, list[int]] = json.loads(file.read_text())
    covered, count = (sum(pair[i] for pair in areas.values()) for i in (0, 1))
    rows = "".join(f"| {name} | {pair[0]:,} of {pair[1]:,} | {100 * pair[0] / pair[1]:.1f}% |\n"
                   for name, pair in {**areas, "together": [covered, count]}.items())
    return ("\n## Branches reached\n\nOf the sources that read what others wrote, by all inputs "
            "together, each side of a condition counted by itself.\n\n"
            "| what is read | branches | share |\n| --- | ---: | ---: |\n" + rows)


def left(file: Path) -> str:
    """Why the rest is not, counted the same time."""
    if not file.exists():
        return ""
    reasons: dict[str, int] = json.loads(file.read_text())
    rows = "".join(f"* {count:,} {words}\n" for words, count in reasons.items() if count > 0)
    return "\nOf the sides that are left,\n\n" + rows


def row(target: Target, ledger: Ledger) -> str:
    pieces = ledger.of(target)
    inputs = ledger.inputs(target)
    rate = inputs / max(ledger.seconds(target), 1)
    crashes = sum(piece.crashes for piece in pieces)
    return (f"| `{target.name}` | {target.about} | {inputs:,} | {rate:,.0f} | "
            f"{pieces[-1].edges:,} | {crashes} |\n")
