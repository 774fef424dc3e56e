# SPDX-License-Identifier: Apache-2.0
# All small expressions, instead of the share of them that ordinary tests take: a part of
# `./dev soak`. It is done in a few minutes, or begins anew.
#
#   soak.py --state DIR --minutes N    with the program in COLONNADE_BUILD
from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

MORE = 75
TRIED = re.compile(r"(\d+) expressions on \d+ profiles")


def run(seconds: float) -> tuple[int, str]:
    """The code of the tests and what they say; MORE where the time is over before."""
    command = [f"{os.environ['COLONNADE_BUILD']}/bin/properties", "every small*"]
    try:
        done = subprocess.run(command, env={**os.environ, "COLONNADE_EXHAUSTIVE": "1"}, text=True,
                              capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return MORE, ""
    return done.returncode, done.stdout + done.stderr


def main() -> int:
    reader = argparse.ArgumentParser()
    reader.add_argument("--state", type=Path, required=True)
    reader.add_argument("--minutes", type=float, required=True)
    asked = reader.parse_args()
    begin = time.monotonic()
    code, text = run(60 * asked.minutes)
    tried = sum(map(int, TRIED.findall(text)))
    failures = [] if code in (0, MORE) else [text[-600:]]
    asked.state.joinpath("summary.json").write_text(json.dumps({
        "cases": tried, "all": tried or 1, "failures": failures,
        "seconds": round(time.monotonic() - begin, 1)}, indent=1) + "\n", "utf-8")
    return 1 if failures else code


if __name__ == "__main__":
    sys.exit(main())
