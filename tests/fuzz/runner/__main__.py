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
       ./dev fuzz --minimise [TARGET]  what reaches more than the committed inputs, to them"""
from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from coverage import measure
from fuzzing import Folders, Run, fuzz, reproduction, shown
from ledger import PAGE, Ledger, page
from minimise import minimise
from targets import TARGETS, Target, named

PIECE = 180  # seconds of a campaign after which another target may have had less


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
        return campaign(chosen, folders, 60 * (options.amount or 80))
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


def told(run: Run, folders: Folders) -> Run:
    print(f"{run.target.name:12} {run.inputs:>10,} inputs, {run.edges:,} edges, "
          f"{run.features:,} features", flush=True)
    if run.problem:
        print(run.problem)
    for path in run.crashes:
        print(f"again: {reproduction(run.target, folders, path)}", flush=True)
    return run


def campaign(chosen: tuple[Target, ...], folders: Folders, seconds: int) -> int:
    ledger = Ledger(folders.out / "campaign.ndjson")
    end = time.monotonic() + seconds
    failed = False
    while (left := int(end - time.monotonic())) > 0:
        # Those that are built: the first may begin while others are not.
        there = [target for target in chosen if (folders.bin / target.program).exists()]
        target = min(there, key=lambda one: ledger.seconds(one) / one.share)
        begun = time.monotonic()
        run = told(fuzz(target, folders, min(PIECE, left)), folders)
        ledger.add(run, round(time.monotonic() - begun))
        if run.problem:
            failed = True
            chosen = tuple(one for one in chosen if one != target)
            if not chosen:
                break
    return 1 if failed else 0


def record(folders: Folders) -> int:
    ledger = Ledger(folders.out / "campaign.ndjson")
    if not ledger.pieces:
        print("no campaign has run here; `./dev fuzz --campaign` does", file=sys.stderr)
        return 2
    PAGE.write_text(page(ledger))
    print(f"written: {shown(PAGE)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
