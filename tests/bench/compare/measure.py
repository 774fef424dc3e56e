# SPDX-License-Identifier: Apache-2.0
# Runs of other programs: seconds from start to end, and the most memory held.
from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tools import Tools


@dataclass(frozen=True)
class Run:
    seconds: float
    peak_mb: float
    printed: str


class RunFailed(Exception):
    """A program that should have worked did not; the message says which and why."""


def run(tools: Tools, command: list[str], output: Path | None = None) -> Run:
    """Where `output` is given, what the program prints goes there and is not kept."""
    measured = tools.out / "run.txt"
    with output.open("wb") if output else tempfile.TemporaryFile() as printed:
        done = subprocess.run([str(tools.bin / "bench_run"), str(measured), *command],
                              stdout=printed, stderr=subprocess.PIPE, text=True,
                              env=tools.environment())
        if done.returncode != 0:
            reason = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
            raise RunFailed(f"exit code {done.returncode}: {reason[0]}")
        text = "" if output else _text_of(printed)
    seconds, kilobytes = measured.read_text().split()
    return Run(float(seconds), int(kilobytes) / 1024, text)


def _text_of(file: BinaryIO) -> str:
    file.seek(0)
    return file.read().decode()
