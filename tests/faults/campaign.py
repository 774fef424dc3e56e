# SPDX-License-Identifier: Apache-2.0
# Goes through all that may go wrong with every command, for as long as it is given, and on from there
# the next time.
#
#   campaign.py KIND --state DIR --minutes N
from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cases
from commands import commands, harness

BATCH = 64  # cases of a command before the next one has its turn
MORE = 75
MOST_TOLD = 50


def program_digest() -> str:
    with harness.PROGRAM.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Campaign:
    """How far it has come with each command; what it has found."""

    def __init__(self, kind: str, file: Path) -> None:
        self.file = file
        self.all = cases.cases(kind, commands())
        self.known = {"program": program_digest(), "done": {}, "failures": [], "seconds": 0.0}
        if file.is_file():
            before = json.loads(file.read_text("utf-8"))
            # Of another program it says nothing.
            self.known = before if before["program"] == self.known["program"] else self.known

    def done(self, each: cases.Cases) -> int:
        return min(self.known["done"].get(each.name, 0), len(each.numbers))

    def open(self) -> list[cases.Cases]:
        return [each for each in self.all if self.done(each) < len(each.numbers)]

    def go_on(self, pool: ThreadPoolExecutor, each: cases.Cases) -> None:
        begin = time.monotonic()
        first = self.done(each)
        last = min(first + BATCH, len(each.numbers))
        numbers = [each.nth(at) for at in range(first, last)]
        for number, wrong in zip(numbers, pool.map(each.judge, numbers)):
            if wrong:
                self.known["failures"].append(
                    f'"{each.name}" {number} ({each.tell(number)}): {wrong}'[:600])
        self.known["done"][each.name] = first + len(numbers)
        self.known["seconds"] += time.monotonic() - begin
        self.write()

    def write(self) -> None:
        new = self.file.with_suffix(".new")
        new.write_text(json.dumps(self.known), "utf-8")
        new.replace(self.file)

    def summary(self) -> dict:
        return {"cases": sum(map(self.done, self.all)),
                "all": sum(len(each.numbers) for each in self.all),
                "seconds": round(self.known["seconds"], 1),
                "failures": self.known["failures"][:MOST_TOLD],
                "commands": {each.name: [self.done(each), len(each.numbers)] for each in self.all}}


def main() -> int:
    reader = argparse.ArgumentParser()
    reader.add_argument("kind", choices=cases.KINDS)
    reader.add_argument("--state", type=Path, required=True)
    reader.add_argument("--minutes", type=float, required=True)
    asked = reader.parse_args()
    end = time.monotonic() + 60 * asked.minutes
    campaign = Campaign(asked.kind, asked.state / "state.json")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        while campaign.open() and time.monotonic() < end:
            for each in campaign.open():
                if time.monotonic() < end:
                    campaign.go_on(pool, each)
    summary = campaign.summary()
    (asked.state / "summary.json").write_text(json.dumps(summary, indent=1) + "\n", "utf-8")
    return 1 if summary["failures"] else MORE if campaign.open() else 0


if __name__ == "__main__":
    sys.exit(main())
