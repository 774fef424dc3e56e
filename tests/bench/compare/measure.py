# SPDX-License-Identifier: Apache-2.0
# Runs of other programs: seconds from start to end, and the most memory held.
from __future__ import annotations

import subprocess
from dataclasses import dataclass

from tools import Tools


@dataclass(frozen=True)
class Run:
    seconds: float
    peak_mb: float
    printed: str


class RunFailed(Exception):
    """A program that should have worked did not; the message says which and why."""


def run(tools: Tools, command: list[str]) -> Run:
    measured = tools.out / "run.txt"
    done = subprocess.run([str(tools.bin / "bench_run"), str(measured), *command],
                          capture_output=True, text=True, env=tools.environment())
    if done.returncode != 0:
        reason = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise RunFailed(f"exit code {done.returncode}: {reason[0]}")
    seconds, kilobytes = measured.read_text().split()
    return Run(float(seconds), int(kilobytes) / 1024, done.stdout)
