# SPDX-License-Identifier: Apache-2.0
# A part of `./dev soak` that is a list of steps, each done once for the programs that it is about:
#
#   SCRIPT --state DIR --minutes N
from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "cli"))

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "build"
MORE = 75
MOST_TOLD = 2000  # letters of what went wrong


@dataclass(frozen=True)
class Step:
    """A few minutes at most: it is not begun again where it was stopped."""
    name: str
    run: Callable[[], str]  # gives what is wrong, or nothing


def ends_well(command: Sequence[object], code: int = 0, **options: object) -> str:
    """Empty, or what it said where it ended with another code."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, errors="replace",
                          check=False, **options)
    said = (done.stdout + done.stderr)[-MOST_TOLD:]
    return "" if done.returncode == code else f"it ended with {done.returncode}:\n{said}"


def digest(programs: Sequence[Path]) -> str:
    found = hashlib.sha256()
    for program in programs:
        found.update(program.read_bytes())
    return found.hexdigest()


class Progress:
    def __init__(self, file: Path, key: str) -> None:
        self.file = file
        self.known = {"programs": key, "done": {}}
        if file.is_file() and (before := json.loads(file.read_text("utf-8")))["programs"] == key:
            self.known = before

    def is_done(self, step: Step) -> bool:
        return step.name in self.known["done"]

    def do(self, step: Step) -> None:
        begin = time.monotonic()
        wrong = step.run()
        self.known["done"][step.name] = {"seconds": time.monotonic() - begin, "wrong": wrong}
        self.file.write_text(json.dumps(self.known), "utf-8")

    def summary(self, steps: Sequence[Step]) -> dict:
        done = {step.name: self.known["done"][step.name] for step in steps if self.is_done(step)}
        return {"cases": len(done), "all": len(steps),
                "seconds": round(sum(each["seconds"] for each in done.values()), 1),
                "failures": [f"{name}: {each['wrong']}" for name, each in done.items()
                             if each["wrong"]]}


def main(programs: Sequence[Path], steps: Callable[[Path], Sequence[Step]],
         words: Sequence[str] | None = None) -> int:
    """`steps` is given a folder for what they leave."""
    reader = argparse.ArgumentParser()
    reader.add_argument("--state", type=Path, required=True)
    reader.add_argument("--minutes", type=float, required=True)
    asked = reader.parse_args(words)
    end = time.monotonic() + 60 * asked.minutes
    asked.state.mkdir(parents=True, exist_ok=True)
    progress = Progress(asked.state / "state.json", digest(programs))
    of = steps(asked.state)
    for step in of:
        if not progress.is_done(step) and time.monotonic() < end:
            progress.do(step)
    summary = progress.summary(of)
    (asked.state / "summary.json").write_text(json.dumps(summary, indent=1) + "\n", "utf-8")
    return 1 if summary["failures"] else MORE if summary["cases"] < summary["all"] else 0
