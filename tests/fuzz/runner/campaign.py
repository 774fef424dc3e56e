# SPDX-License-Identifier: Apache-2.0
# A campaign: one target after another in pieces, what has had the least of its share first, each
# piece noted so that it can go on another time.
#
#   campaign.py --state DIR --minutes N    as a part of `./dev soak`
from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from fuzzing import Folders, found_by, fuzz, made, reproduction, told
from ledger import Ledger
from targets import ROOT, TARGETS, Target

LEDGER = "campaign.ndjson"
PIECE = 180  # seconds after which another target may have had less
GOAL = 60_000_000  # inputs of all targets
MORE = 75  # as `./dev soak` has it


def campaign(chosen: tuple[Target, ...], folders: Folders, seconds: int,
             goal: int | None = None) -> list[str]:
    """Until the time is over, or all targets together have had so many inputs; what went wrong."""
    ledger = Ledger(folders.out / LEDGER)
    end = time.monotonic() + seconds
    problems = []
    while chosen and (left := int(end - time.monotonic())) > 0:
        if goal is not None and ledger.all_inputs() >= goal:
            break
        # Those that are built: the first may begin while others are not.
        there = [target for target in chosen if (folders.bin / target.program).exists()]
        target = min(there, key=lambda one: ledger.seconds(one) / one.share)
        begun = time.monotonic()
        run = told(fuzz(target, folders, min(PIECE, left)), folders)
        ledger.add(run, round(time.monotonic() - begun))
        if run.problem:
            problems.append(f"{target.name}: {run.problem}")
            chosen = tuple(one for one in chosen if one != target)
    return problems


def found(folders: Folders) -> list[str]:
    """What broke a promise stands here until somebody has moved it to the committed inputs."""
    return [f"{target.name}: {reproduction(target, folders, path)}" for target in TARGETS
            for path in sorted(found_by(target, folders))]


def main() -> int:
    reader = argparse.ArgumentParser()
    reader.add_argument("--state", type=Path, required=True)
    reader.add_argument("--minutes", type=float, required=True)
    asked = reader.parse_args()
    folders = Folders(ROOT / "build/fuzz/bin", made(asked.state.resolve()))
    problems = campaign(TARGETS, folders, round(60 * asked.minutes), GOAL)
    ledger = Ledger(folders.out / LEDGER)
    failures = found(folders) or problems
    (folders.out / "summary.json").write_text(json.dumps({
        "cases": ledger.all_inputs(), "all": GOAL, "failures": failures,
        "seconds": sum(map(ledger.seconds, TARGETS))}, indent=1) + "\n", "utf-8")
    return 1 if failures else MORE if ledger.all_inputs() < GOAL else 0


if __name__ == "__main__":
    sys.exit(main())
