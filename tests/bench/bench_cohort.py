#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# What counting a cohort adds to scoring; the text below is its help.
"""Scores a population with the total as its only column, and counts it into a cohort, in turns on one
thread, and prints what counting adds. The target is shown, not asserted.

    bench_cohort.py build/release/bin/colonnade
"""
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench_program import run

PEOPLE = 50_000
TURNS = 9
MOST_ADDED = 15  # percent
RULES = Path(__file__).resolve().parent / "population/flat.yaml"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        people = Path(folder) / "people.ndjson"
        with people.open("wb") as file:
            subprocess.run([program.parent / "bench_population", "flat", str(PEOPLE)], stdout=file,
                           check=True)
        usual = ["--rules", str(RULES), "--threads", "1", str(people)]
        commands = {"score, only the total": ["score", "--columns", "score", "--format", "csv"],
                    "cohort build": ["cohort", "build"],
                    "cohort build --by plan": ["cohort", "build", "--by", "plan"]}
        spent = {what: [] for what in commands}
        for _ in range(TURNS):
            for what, command in commands.items():
                spent[what].append(run([str(program), *command, *usual])[1])
    print(f"{PEOPLE} people, milliseconds of one processor, {TURNS} turns")
    medians = {what: statistics.median(times) for what, times in spent.items()}
    base = next(iter(medians.values()))
    for what, median in medians.items():
        added = (median / base - 1) * 100
        verdict = "" if median == base else f"{added:>+8.1f} %  < {MOST_ADDED} % " \
                                            f"{'ok' if added < MOST_ADDED else 'over'}"
        print(f"{what:<36}{median:>8.1f}{verdict}")


if __name__ == "__main__":
    main()
