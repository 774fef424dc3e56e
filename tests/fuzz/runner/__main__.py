#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# What `./dev fuzz` runs once the targets are built; the text below is its help.
"""Runs fuzz targets with libFuzzer. New inputs go to build/fuzz/corpus, what breaks a promise to
build/fuzz/crashes; exit code 1 where something did.

usage: ./dev fuzz [TARGET] [SECONDS]   each target, or one, for some time (20)
       ./dev fuzz --quick [SECONDS]    all, two at a time, for a short time (10)
       ./dev fuzz --campaign [MINUTES] what has had the least of its share first (80)
       ./dev fuzz --coverage           which branches of the readers all inputs reach
       ./dev fuzz --record             what both counted, into docs/reliability-fuzzing.md
       ./dev fuzz --minimise [TARGET]  what reaches more than the committed inputs, to them

--out DIR stands for build/fuzz: of the campaign of `./dev soak fuzz` it is build/soak/fuzz.
Every `./dev test` gives each target a few seconds without clang and without guidance."""
from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from campaign import LEDGER, campaign
from coverage import measure
from fuzzing import Folders, fuzz, shown, told
from ledger import PAGE, Ledger, page
from minimise import minimise
from targets import TARGETS, named


def main() -> int:
    options = parsed()
    folders = Folders(options.bin.resolve(), options.out.resolve())
    chosen = TARGETS if options.target is None else (options.target,)
    if options.only_check:
        return 0
    if options.record:
        return record(folders)
    if options.coverage:
        return measure(folders)
    if options.minimise:
        return max(minimise(target, folders) for target in chosen)
    if options.campaign:
        return 1 if campaign(chosen, folders, 60 * (options.amount or 80)) else 0
    seconds = options.amount or (10 if options.quick else 20)
    with ThreadPoolExecutor(2 if options.quick else 1) as pool:
        runs = pool.map(lambda target: told(fuzz(target, folders, seconds), folders), chosen)
        return 1 if any([run.problem for run in runs]) else 0


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev fuzz", usage=(__doc__ or "").split("usage: ")[1])
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    for name in ("quick", "campaign", "coverage", "record", "minimise", "only-check"):
        parser.add_argument(f"--{name}", action="store_true")
    parser.add_argument("words", nargs="*")
    options = parser.parse_args()
    numbers = [word for word in options.words if word.isdigit()]
    names = [word for word in options.words if not word.isdigit()]
    if len(numbers) > 1 or len(names) > 1:
        parser.error("one target and one number at most")
    options.amount = int(numbers[0]) if numbers else 0
    options.target = named(names[0]) if names else None
    if names and options.target is None:
        known = ", ".join(target.name for target in TARGETS)
        parser.error(f"no target `{names[0]}`; one of {known}")
    return options


def record(folders: Folders) -> int:
    ledger = Ledger(folders.out / LEDGER)
    if not ledger.pieces:
        print("no campaign has run here; `./dev fuzz --campaign` does", file=sys.stderr)
        return 2
    PAGE.write_text(page(ledger))
    print(f"written: {shown(PAGE)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
