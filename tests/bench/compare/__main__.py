#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# The comparison with other programs that `./dev bench` runs; the text below is its help.
"""Compares Colonnade with what people would use in its place, on the same people and the same 40
rules, side by side in one run. Prints tables, and writes report.txt, .json and .md into --out.

usage: python3 tests/bench/compare --bin BUILD/bin --out FOLDER [--quick | --accept]"""
from __future__ import annotations

import argparse
import datetime
import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "peers"))

from jobs import Job, Jobs, say
from machine import load, machine
from measure import run
from page import accept
from peers import Peer, all_peers
from population import Population, filled
from report import Report
from tables import BUSY, as_markdown, as_text
from targets import COMPILE_MS, find_targets
from tools import PEERS, Tools, install_packages


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--quick", action="store_true", help="less than two minutes, and less exact")
    how.add_argument("--accept", action="store_true", help="write what comes out into the docs")
    options = parser.parse_args()
    tools = Tools(options.bin.resolve(), options.out.resolve())
    prepare(tools)
    report = compare(tools, options.quick)
    write(report, tools.out)
    if options.accept:
        accept(report)
    print(as_text(report), end="")
    return 1 if report.failed else 0


def prepare(tools: Tools) -> None:
    tools.out.mkdir(parents=True, exist_ok=True)
    if load() >= BUSY:
        say(f"other programs are running (load {load():.1f}): read ratios, not rates\n")
    problem = install_packages(tools)
    if problem:
        say(f"npm packages: {problem}\n")
    subprocess.run([sys.executable, "-B", PEERS / "render.py", tools.made], check=True)


def compare(tools: Tools, quick: bool) -> Report:
    runs = 3 if quick else 5
    report = Report(datetime.date.today().isoformat(), quick, runs, machine(), load())
    peers = [peer for peer in all_peers(tools) if is_there(peer, report)]
    jobs = Jobs(tools, peers, report)
    for job in all_jobs(quick, runs):
        say(f"{job.title}\n")
        report.sections.append(jobs.measure(job))
    report.compile_ms = compile_times(tools)
    report.peak_mb = peaks(tools, peers, [10_000, 100_000] if quick else [10_000, 100_000, 1_000_000])
    report.targets = find_targets(report)
    return report


def all_jobs(quick: bool, runs: int) -> list[Job]:
    flat, deep = (20_000, 2_000) if quick else (100_000, 10_000)
    return [Job("memory", "Facts in memory to points, pillars and totals", "memory", "flat", flat,
                runs, rounds=3),
            Job("cached", "The same for a thousand profiles, which fit into the cache", "memory",
                "flat", 1_000, runs, rounds=25, with_slow=False),
            Job("flat", "Flat profiles, file to file", "flat", "flat", flat, runs),
            Job("deep", "Deep profiles, file to file", "deep", "deep", deep, runs),
            Job("cold", "One flat profile, from the start of the program to its end", "cold", "flat",
                1, 2 * runs + 1)]


def is_there(peer: Peer, report: Report) -> bool:
    why = peer.missing()
    if why:
        report.skipped[peer.name] = why
    return why is None


def compile_times(tools: Tools) -> dict[str, float]:
    """From the table of bench_rules, whose numbers end where the heads of their columns do."""
    say("compiling\n")
    printed = run(tools, [str(tools.bin / "bench_rules")]).printed.splitlines()
    head = next(line for line in printed if line.strip().startswith("rules"))
    end = head.index("rest ms") + len("rest ms")
    rows = [line for line in printed if line.split()[:1] and line.split()[0] in COMPILE_MS]
    return {row.split()[0]: float(row[:end].split()[-1]) for row in rows}


def peaks(tools: Tools, peers: list[Peer], sizes: list[int]) -> dict[str, float]:
    way = next(peer for peer in peers if peer.id == "colonnade-2").ways["flat"]
    population = Population(tools)
    found = {}
    for size in sizes:
        say(f"memory, {size} profiles\n")
        scores = tools.out / "scores.ndjson"
        command = filled(way.command, population.people("flat", size), scores)
        found[str(size)] = run(tools, command, scores).peak_mb
    return found


def write(report: Report, folder: Path) -> None:
    (folder / "report.json").write_text(json.dumps(report.to_json(), indent=1) + "\n")
    (folder / "report.txt").write_text(as_text(report))
    (folder / "report.md").write_text(as_markdown(report))


if __name__ == "__main__":
    sys.exit(main())
