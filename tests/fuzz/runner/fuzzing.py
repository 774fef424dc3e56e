# SPDX-License-Identifier: Apache-2.0
# One target run by libFuzzer for some time: what it is told, and what is read from what it says.
from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from targets import ROOT, Target

# An input takes microseconds to milliseconds; the machine may be busy.
TIMEOUT = 25
RSS_MB = 2048
COVERAGE = re.compile(r"cov: (\d+) ft: (\d+)")
EXECUTED = re.compile(r"stat::number_of_executed_units: *(\d+)")


@dataclass(frozen=True)
class Folders:
    """Where programs are, and where everything that fuzzing writes goes: nothing into the sources."""
    bin: Path
    out: Path

    def corpus(self, target: Target) -> Path:
        return made(self.out / "corpus" / target.name)

    @property
    def crashes(self) -> Path:
        return made(self.out / "crashes")


@dataclass
class Run:
    target: Target
    inputs: int = 0
    edges: int = 0
    features: int = 0
    crashes: list[Path] = field(default_factory=list)
    problem: str = ""  # where no run came about


def made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def limits(target: Target) -> list[str]:
    return [f"-max_len={target.most_bytes}", f"-rss_limit_mb={RSS_MB}", f"-timeout={TIMEOUT}"]


# Twice as many inputs where thousands of branches are reached, and less memory to go through: an input
# frees less than is kept for seeing who uses it after that, and what fails is run again to be read.
QUICKLY = "-entropic=0"
ASAN = {"ASAN_OPTIONS": "quarantine_size_mb=1:malloc_context_size=1"}


def call(target: Target, folders: Folders, seconds: int) -> list[str]:
    return [str(folders.bin / target.program), *limits(target), f"-max_total_time={seconds}", QUICKLY,
            f"-dict={target.dictionary}", f"-artifact_prefix={folders.crashes}/{target.name}-",
            "-print_final_stats=1", str(folders.corpus(target)), str(target.seeds)]


def fuzz(target: Target, folders: Folders, seconds: int) -> Run:
    before = found_by(target, folders)
    done = subprocess.run(call(target, folders, seconds), cwd=ROOT, text=True, errors="replace",
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
                          env={**os.environ, **ASAN})
    run = Run(target)
    if covered := COVERAGE.findall(done.stderr):
        run.edges, run.features = map(int, covered[-1])
    run.inputs = sum(map(int, EXECUTED.findall(done.stderr)))
    if done.returncode != 0:
        new = sorted(found_by(target, folders) - before)
        run.crashes = [path for path in new if fails_again(target, folders, path)]
        if run.crashes or not new:
            run.problem = tail(done.stderr)
    return run


def told(run: Run, folders: Folders) -> Run:
    print(f"{run.target.name:12} {run.inputs:>10,} inputs, {run.edges:,} edges, "
          f"{run.features:,} features", flush=True)
    if run.problem:
        print(run.problem)
    for path in run.crashes:
        print(f"again: {reproduction(run.target, folders, path)}", flush=True)
    return run


def found_by(target: Target, folders: Folders) -> set[Path]:
    return {path for path in folders.crashes.glob(f"{target.name}-*")
            if not path.name.startswith(f"{target.name}-slow-unit-")}


def fails_again(target: Target, folders: Folders, path: Path) -> bool:
    """On a machine that stood still for a while an input may have seemed to hang."""
    if not path.name.startswith(f"{target.name}-timeout-"):
        return True
    program = str(folders.bin / target.program)
    again = subprocess.run([program, *limits(target), str(path)], cwd=ROOT, capture_output=True,
                           check=False)
    if again.returncode == 0:
        path.unlink()
    return again.returncode != 0


def reproduction(target: Target, folders: Folders, path: Path) -> str:
    return f"{shown(folders.bin / target.program)} {shown(path)}"


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def tail(text: str, most: int = 40) -> str:
    """The end of what a sanitizer or a promise says, without the stack's tail of hex."""
    lines = [line for line in text.splitlines() if not line.startswith("\t0x")]
    start = next((i for i, line in enumerate(lines)
                  if "broken promise" in line or "ERROR:" in line or "runtime error" in line),
                 max(len(lines) - most, 0))
    return "\n".join(lines[start:start + most])
