# SPDX-License-Identifier: Apache-2.0
# Runs the program once and says what it cost: seconds of the clock and of processors, and its largest memory.
from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from case import Case, Line

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
import harness  # noqa: E402

BUILD = Path(os.environ.get("COLONNADE_BUILD", harness.PROGRAM.parents[1]))
SANITIZED = BUILD.name == "asan"
HANGS = 10 * (6 if SANITIZED else 1)  # seconds after which nothing more is expected
MOST_OUTPUT = 64 << 20


@dataclass(frozen=True)
class Run:
    code: int  # below zero: the signal that ended it
    out: bytes
    err: bytes
    seconds: float
    processor_seconds: float
    megabytes: float


def arguments_of(line: Line) -> list[str | bytes]:
    return list(shlex.split(line)) if isinstance(line, str) else list(line)


def _close(descriptors: tuple[int, ...]) -> None:
    for descriptor in descriptors:
        os.close(descriptor)


def run(one: Case, line: Line, place: Path) -> Run:
    environment = harness.ENVIRONMENT | one.environment
    closed = one.closed + ((0,) if one.stdin is None else ())
    with (tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err,
          tempfile.TemporaryFile() as stdin):
        stdin.write(one.stdin or b"")
        stdin.seek(0)
        begin = time.monotonic()
        process = subprocess.Popen(
            [str(harness.PROGRAM), *arguments_of(line)], cwd=place, stdin=stdin, stdout=out, stderr=err,
            env={key: text for key, text in environment.items() if text is not None},
            preexec_fn=(lambda: _close(closed)) if closed else None)
        watch = threading.Timer(HANGS, process.kill)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begin
        watch.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read(MOST_OUTPUT))
        return Run(process.returncode, texts[0], texts[1], seconds, usage.ru_utime + usage.ru_stime,
                   usage.ru_maxrss / 1024)
